using SpLg.Core.Review;

namespace SpLg.Tests.Review;

public class PersonalNumberTests
{
    [Theory]
    [InlineData("811228-9874")]
    [InlineData("Barnet (19811228-9874) bor här")]
    [InlineData("198112289874")]
    [InlineData("8112289874.")]
    [InlineData("811228+9874")]
    [InlineData("811228–9874")]
    [InlineData("samordningsnummer 701063-2391")]
    public void A_number_with_a_right_check_digit_is_found(string text) => Assert.True(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("811228-9873")]
    [InlineData("811328-9872")]
    [InlineData("organisationsnummer 212000-0142")]
    [InlineData("telefon 08-508 00 000")]
    [InlineData("diarienummer KFN 2026-0074")]
    [InlineData("0198112289874")]
    [InlineData("11198112289874")]
    public void Other_numbers_are_left_alone(string text) => Assert.False(PersonalNumber.IsIn(text));
}
