using SpLg.Core.Checklists;

namespace SpLg.Tests.Checklists;

public class FileNamesTests
{
    [Theory]
    [InlineData("Checklista IT/drift: \"ny\" <2026>?", "Checklista IT drift ny 2026")]
    [InlineData("Checklista a\u00a0b\r\nc", "Checklista a b c")]
    [InlineData("Checklista 100 % #1 _vti_ x.", "Checklista 100 1 x")]
    [InlineData("Checklista Frontpage _VTI_ byte", "Checklista Frontpage byte")]
    [InlineData("Checklista _vt_Vti_i_ x", "Checklista _vt i_ x")]
    [InlineData("Checklista _v\u200bti_cnf", "Checklista cnf")]
    [InlineData("Checklista x. . .", "Checklista x")]
    [InlineData("Checklista \u202etxt.exe", "Checklista txt.exe")]
    [InlineData(" ~$dold ", "$dold")]
    public void What_a_library_does_not_take_is_left_out(string text, string name) =>
        Assert.Equal(name, FileNames.Legal(text));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = FileNames.Legal(new string('a', 109) + "😀" + new string('b', 300));

        Assert.True(name.Length <= 110);
        Assert.False(char.IsSurrogate(name[^1]));
    }

    [Fact]
    public void Names_that_would_be_the_same_file_get_their_ids_and_the_first_keeps_its_own()
    {
        string[] things = ["1:Kassa", "2:KASSA", "3:Kassa ", "4:Annat"];

        Assert.Equal(
            ["Kassa", "KASSA (rad 2)", "Kassa (rad 3)", "Annat"],
            FileNames.Unique(things, t => t[2..], t => $"rad {t[0]}").Values
        );
    }
}
