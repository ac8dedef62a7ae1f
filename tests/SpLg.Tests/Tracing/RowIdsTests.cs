using SpLg.Tracing;

namespace SpLg.Tests.Tracing;

public class RowIdsTests
{
    [Theory]
    [InlineData("", new string[] { })]
    [InlineData("7", new[] { "7" })]
    [InlineData("1-3 5 9-10", new[] { "1", "2", "3", "5", "9", "10" })]
    [InlineData("3 2 1", new[] { "3", "2", "1" })]
    [InlineData("007 8", new[] { "007", "8" })]
    [InlineData("3%2D7 1-2", new[] { "3-7", "1", "2" })]
    [InlineData("Incidenter%2F13 Rad%2012", new[] { "Incidenter/13", "Rad 12" })]
    [InlineData("99999999999999999999", new[] { "99999999999999999999" })]
    public void Ids_that_follow_each_other_are_a_range_and_what_is_written_can_be_read(string text, string[] ids)
    {
        Assert.Equal(text, RowIds.Write(ids));
        Assert.Equal(ids, RowIds.Read(text));
    }

    [Fact]
    public void Any_ids_come_back_as_they_were()
    {
        var random = new Random(20261121);
        for (var run = 0; run < 300; run++)
        {
            var ids = Enumerable
                .Range(0, random.Next(40))
                .Select(_ =>
                    random.Next(5) switch
                    {
                        0 => $"{random.Next(1000)}-{random.Next(1000)}",
                        1 => $"rad {random.Next(9)} å",
                        _ => $"{random.Next(30)}",
                    }
                )
                .ToList();
            Assert.Equal(ids, RowIds.Read(RowIds.Write(ids)));
        }
    }
}
