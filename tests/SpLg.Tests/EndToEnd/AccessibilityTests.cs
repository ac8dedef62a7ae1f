namespace SpLg.Tests.EndToEnd;

public class AccessibilityTests
{
    [ChromiumFact]
    public async Task Axe_finds_nothing_on_a_published_page_and_those_around_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, ("Karin Ekdahl", "karin.ekdahl@lindo.example"));
        var published = await new PublicationRun(site, "test/run", new Lines().Progress).PublishAsync(
            review,
            _ => Task.CompletedTask,
            CancellationToken.None
        );
        await using var browser = await BrowserSession.StartAsync();

        var coordinator = (await site.Reader.PeopleAsync(CancellationToken.None))!
            .Values.First(p => p.Name == ReviewFlow.Coordinator)
            .Id.ToString();
        var start = test.Server.SiteAddress.AbsoluteUri;
        var found = new List<string>();
        foreach (
            var address in (string[])
                [published.Page.AbsoluteUri, start, $"{start}/Lists/Incidents", $"{start}/PublishedReviews"]
        )
            found.AddRange(await browser.ViolationsAsync(new(address), ("splg-person", coordinator)));

        Assert.Empty(found);
    }
}
