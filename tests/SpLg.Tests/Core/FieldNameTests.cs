namespace SpLg.Tests.Core;

public class FieldNameTests
{
    [Theory]
    [InlineData("Senaste KLASSA", "senaste\u00a0klassa")]
    [InlineData("Åtgärd", "A\u030atga\u0308rd")]
    [InlineData("ISAM:s rekommendation", "ISAM:s rekom\u00admendation")]
    public void A_name_is_found_however_Word_has_spaced_or_composed_it(string declared, string typed) =>
        Assert.Equal(FieldName.Fold(declared), FieldName.Fold(typed));
}
