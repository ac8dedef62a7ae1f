namespace SpLg.Tests.SharePoint;

public sealed class SafeUrlTests
{
    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/sites/x", "https://graph.microsoft.com/v1.0/sites/x")]
    [InlineData(
        "https://g/items?$expand=fields($select=A)&$top=2000&$skiptoken=abc",
        "https://g/items?$expand=fields($select=A)&$top=2000&$skiptoken=abc"
    )]
    [InlineData("https://g/items/delta?token=abc", "https://g/items/delta?token=…")]
    [InlineData("https://s/up?guid='1'&tempauth=eyJ0", "https://s/up?guid=…&tempauth=…")]
    [InlineData("https://user:password@s/x", "https://s/x")]
    public void Nothing_secret_is_shown(string address, string shown) => Assert.Equal(shown, SafeUrl.Of(new(address)));
}
