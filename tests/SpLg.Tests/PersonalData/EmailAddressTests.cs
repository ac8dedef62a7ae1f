using SpLg.Core.PersonalData;

namespace SpLg.Tests.PersonalData;

public class EmailAddressTests
{
    [Theory]
    [InlineData("anna.berg@example.se")]
    [InlineData("Skriv till registrator@kultur.example.se.")]
    [InlineData("<åsa-ö@exämple.se>")]
    [InlineData("mailto:a@b.nu")]
    [InlineData("@ @ x@y.com")]
    public void An_address_is_found(string text) => Assert.True(EmailAddress.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("@namn")]
    [InlineData("a@b")]
    [InlineData("3 @ 25 kr")]
    [InlineData("namn@ example.se")]
    [InlineData("x@1.2")]
    [InlineData("x@.se")]
    public void Other_text_is_left_alone(string text) => Assert.False(EmailAddress.IsIn(text));
}
