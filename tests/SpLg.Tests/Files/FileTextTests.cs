namespace SpLg.Tests.Files;

public class FileTextTests
{
    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public void The_encoding_is_seen_from_the_bytes(string name, bool mark)
    {
        var encoding =
            name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Oönskad händelse – åäö")];

        var read = FileText.Decode(bytes);

        Assert.Equal("Oönskad händelse – åäö", read.Text);
        Assert.Empty(read.DamagedLines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_bad_byte_costs_one_sign_and_not_the_encoding_of_the_whole_file(bool mark)
    {
        byte[] bytes =
        [
            .. mark ? Encoding.UTF8.GetPreamble() : [],
            .. "Åtgärd,År\nÖva,2026\n"u8,
            0xE5,
            .. "tgärda,2027\n"u8,
        ];

        var read = FileText.Decode(bytes);

        Assert.Equal("Åtgärd,År\nÖva,2026\n\ufffdtgärda,2027\n", read.Text);
        Assert.Equal([3], read.DamagedLines);
    }

    [Fact]
    public void With_a_byte_order_mark_there_is_no_other_encoding_to_try()
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. "Rubrik\n"u8, 0xE5];

        Assert.Equal("Rubrik\n\ufffd", FileText.Decode(bytes).Text);
    }
}
