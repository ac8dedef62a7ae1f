using SpLg.Core.Review;

namespace SpLg.Tests.Review;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("08-123 45 67")]
    [InlineData("Ring 070-123 45 67 eller växeln")]
    [InlineData("0701-23 45 67")]
    [InlineData("070-1234567")]
    [InlineData("0701234567")]
    [InlineData("070 123 45 67")]
    [InlineData("(08) 508 00 000")]
    [InlineData("08/508 00 000")]
    [InlineData("0470-410 00")]
    [InlineData("+46 70 123 45 67")]
    [InlineData("+46 (0)8-508 00 000")]
    [InlineData("0046701234567")]
    [InlineData("tel:08-508 00 000, växel")]
    [InlineData("08\u2011123\u00a045\u00a067")]
    public void A_number_as_people_write_it_is_found(string text) => Assert.True(PhoneNumber.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-01")]
    [InlineData("2026-08-01 12 30")]
    [InlineData("01-03-2026")]
    [InlineData("KFN 2026-0074")]
    [InlineData("dnr 0458-12345")]
    [InlineData("KFN-08-1234567")]
    [InlineData("0458-12345/2026")]
    [InlineData("IA-2026-01234567")]
    [InlineData("IA 0812-34567")]
    [InlineData("10.0.0.1 och 192.168.010.020")]
    [InlineData("1 000 000 kr och 0,75 procent")]
    [InlineData("öppet 08-16 2026 och 08-12 13-17")]
    [InlineData("212000-0142")]
    [InlineData("https://example.se/070-1234567/0701234567")]
    [InlineData("ISO/IEC 27001:2022, 9.3.2 a–g")]
    [InlineData("18 kap. 8 § 2009:400")]
    public void Other_numbers_are_left_alone(string text) => Assert.False(PhoneNumber.IsIn(text));
}
