using SpLg.Tests.Infra;

namespace SpLg.Tests.EndToEnd;

public class AccessibilityTests
{
    [ChromiumFact]
    public async Task Axe_finds_nothing_on_the_pages_of_the_local_site()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        await using var browser = await BrowserSession.StartAsync();

        var site = test.Server.SiteAddress.AbsoluteUri;
        var found = new List<string>();
        foreach (var address in (string[])[site, $"{site}/Lists/Incidents", $"{site}/PublishedReviews"])
            found.AddRange(await browser.ViolationsAsync(new(address)));

        Assert.Empty(found);
    }
}
