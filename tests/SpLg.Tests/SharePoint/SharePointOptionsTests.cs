namespace SpLg.Tests.SharePoint;

public sealed class SharePointOptionsTests
{
    private static readonly SharePointOptions Good = new()
    {
        Site = new("https://contoso.sharepoint.com/sites/x"),
        SignIn = new SignIn.Certificate(
            "contoso.onmicrosoft.com",
            "c545f9ce-1c11-440b-812b-0b35217d9e83",
            Path: "splg.pem"
        ),
    };

    [Fact]
    public void Good_settings_have_no_problems() => Assert.Empty(Good.Problems());

    [Fact]
    public void A_fixed_token_is_never_sent_to_Microsoft()
    {
        var options = Good with { SignIn = new SignIn.FixedToken("secret") };

        Assert.Contains(
            "only for the local site",
            Assert.Throws<ArgumentException>(() => new GraphClient(options, TimeProvider.System)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "http://contoso.sharepoint.com/sites/x",
        "https://graph.microsoft.com/v1.0/",
        "Europe/Stockholm",
        "site address"
    )]
    [InlineData(
        "https://contoso.sharepoint.com/sites/x",
        "http://graph.microsoft.com/v1.0/",
        "Europe/Stockholm",
        "Graph address"
    )]
    [InlineData(
        "https://contoso.sharepoint.com/sites/x",
        "https://graph.microsoft.com/v1.0/",
        "Europe/Stokholm",
        "time zone"
    )]
    public void A_setting_that_cannot_be_is_named(string site, string graph, string zone, string named)
    {
        var options = Good with { Site = new(site), Graph = new(graph), TimeZone = zone };

        Assert.Contains(named, Assert.Single(options.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_needs_one_place_to_be_found_in()
    {
        Assert.Single((Good with { SignIn = new SignIn.Certificate("t", "c") }).Problems());
        Assert.Single((Good with { SignIn = new SignIn.Certificate("t", "c", "a.pem", "AB12") }).Problems());
        Assert.Single((Good with { SignIn = new SignIn.Certificate("", "c", "a.pem") }).Problems());
    }

    [Fact]
    public async Task A_certificate_file_that_is_not_there_says_what_to_check()
    {
        using var graph = new GraphClient(
            Good with
            {
                SignIn = new SignIn.Certificate(
                    "contoso.onmicrosoft.com",
                    "c545f9ce-1c11-440b-812b-0b35217d9e83",
                    Path: "/no/such/file.pem"
                ),
            },
            TimeProvider.System
        );

        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            new SpLg.SharePoint.Reading.SiteReader(graph).FindAsync(default)
        );

        Assert.Contains("certificate", denied.Message, StringComparison.Ordinal);
        Assert.Null(denied.Status);
    }
}
