using SpLg.Core.PersonalData;

namespace SpLg.Tests.PersonalData;

public class PersonalNumberTests
{
    [Theory]
    [InlineData("811228-9874")]
    [InlineData("Barnet (19811228-9874) bor här")]
    [InlineData("198112289874")]
    [InlineData("8112289874.")]
    [InlineData("811228+9874")]
    [InlineData("811228–9874")]
    [InlineData("811228 9874")]
    [InlineData("811228 - 9874")]
    [InlineData("1981-12-28-9874")]
    [InlineData("19 811228-9874")]
    [InlineData("18811228+9874")]
    [InlineData("8112289874, 5566778899")]
    [InlineData("ärende 2026 811228-9874")]
    [InlineData("samordningsnummer 701063-2391")]
    [InlineData("19701063-2391")]
    [InlineData("1981-12-28 9874")]
    [InlineData("1981 12 28 9874")]
    [InlineData("81 12 28 9874")]
    [InlineData("1981/12/28-9874")]
    [InlineData("1981.12.28-9874")]
    [InlineData("811228\u00ad-9874")]
    [InlineData("811228-\u200b9874")]
    [InlineData("811228\u202f9874")]
    [InlineData("811228-9874/2026")]
    public void A_number_with_a_right_check_digit_is_found(string text) => Assert.True(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("811228-9873")]
    [InlineData("811328-9872")]
    [InlineData("810230-9870")]
    [InlineData("811200-9876")]
    [InlineData("811292-9876")]
    [InlineData("2026-03-01 till 2026-03-31")]
    [InlineData("organisationsnummer 212000-0142")]
    [InlineData("telefon 08-508 00 000")]
    [InlineData("diarienummer KFN 2026-0074")]
    [InlineData("1981-12-28 9874-01-02")]
    [InlineData("0198112289874")]
    [InlineData("11198112289874")]
    public void Other_numbers_are_left_alone(string text) => Assert.False(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData(
        "Värdet ”811228-9874” finns inte bland kolumnens val. Välj ”Öppen”.",
        "Värdet ”(ser ut som ett personnummer och visas inte)” finns inte bland kolumnens val. Välj ”Öppen”."
    )]
    [InlineData("Värdet ”2026” finns inte.", "Värdet ”2026” finns inte.")]
    public void A_finding_does_not_tell_a_number_that_it_quotes(string message, string told) =>
        Assert.Equal(told, new Finding(FindingLevel.Warning, "Incidenter", "1", "Typ", message, null).Message);
}
