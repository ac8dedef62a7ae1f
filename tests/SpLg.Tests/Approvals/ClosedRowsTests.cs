namespace SpLg.Tests.Approvals;

/// <summary>
/// A row that somebody closes while the draft lies with people is not published as it was when the draft was made.
/// </summary>
public class ClosedRowsTests
{
    private const string Cause = "Hot mot en person";
    private const string Summary = "En dator blev stulen ur en olåst bil.";

    [Theory]
    [InlineData(ReviewStatus.ForApproval, "Sekretess", true)]
    [InlineData(ReviewStatus.Approved, "Intern", true)]
    [InlineData(ReviewStatus.Approved, "Sekretess", false)]
    public async Task What_is_no_longer_open_is_not_published_and_the_request_says_which_row_it_is(
        ReviewStatus before,
        string publication,
        bool isSummary
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var incident = await OpenIncidentAsync(site);
        // What incidents are counted by is told in words too.
        if (!isSummary)
            await SetAsync(site, incident, ("ReportSummary", null), ("Cause", Cause));
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        if (before == ReviewStatus.Approved)
            await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.ForApproval);
        await SetAsync(site, incident, ("Publication", publication), ("SecrecyGround", "OSL 18 kap. 8 §"));

        await ActAsync(test, site, id, ReviewFlow.Head, before);

        var back = await test.ReadRequestAsync(site, id);
        Assert.True(back.Status.Is(ReviewStatus.DraftReady), back.Message);
        Assert.StartsWith(
            "Den öppna utgåvan kan inte publiceras som den är: den kan berätta om en rad som inte längre är öppen.",
            back.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Uppdatering begärd", back.Message, StringComparison.Ordinal);
        Assert.Contains($"Incidenter, rad {incident}", back.Findings, StringComparison.Ordinal);
        Assert.Null(await PublishedAsync(site));

        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.UpdateRequested);
        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.ForApproval);
        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);
        var text = Documents.Text((await PublishedAsync(site))!);
        Assert.DoesNotContain(Summary, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cause, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_changes_in_the_lists_and_what_changes_after_the_approval_stops_nothing()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var incident = await OpenIncidentAsync(site);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await SetAsync(site, incident, ("Cause", "Slarv"), ("ReportSummary", null));
        // Only a figure in the open edition, whatever it says.
        await SetAsync(site, "1", ("Publication", "Intern"));

        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.ForApproval);
        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);
        await SetAsync(site, incident, ("Publication", "Intern"));
        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.Approved);

        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);
        Assert.Contains(Summary, Documents.Text((await PublishedAsync(site))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_been_published_is_published_again_although_its_evidence_has_to_be_frozen_anew()
    {
        const string Evidence = "Ledningens genomgång 2026 fastställd underlag.json";
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var incident = await OpenIncidentAsync(site);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.ForApproval);
        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);
        await test.SaveAsPersonAsync(
            site,
            ReviewFlow.Coordinator,
            Evidence,
            (await TestSite.FileAsync(site, Evidence))!
        );
        await SetAsync(site, incident, ("Publication", "Intern"));

        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.Approved);

        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);
    }

    /// <returns>Id of an incident of which the open edition tells.</returns>
    private static async Task<string> OpenIncidentAsync(OpenSite site) =>
        (
            await site.Writer.CreateAsync(
                site.List(Incident.List),
                site.Schema.List(Incident.List),
                new Dictionary<string, object?>
                {
                    ["Title"] = "Stulen dator",
                    ["OccurredOn"] = new DateOnly(2025, 4, 1),
                    ["Kind"] = "Dataskydd",
                    ["Severity"] = "Hög",
                    ["Status"] = "Ny",
                    ["Year"] = 2025,
                    ["ReportSummary"] = Summary,
                    ["Publication"] = "Öppen",
                    ["ExternalKey"] = "i-2",
                },
                CancellationToken.None
            )
        ).Id;

    private static Task SetAsync(OpenSite site, string incident, params (string Column, string? Value)[] values) =>
        site.Writer.UpdateAsync(
            site.List(Incident.List),
            site.Schema.List(Incident.List),
            incident,
            values.ToDictionary(v => v.Column, v => (object?)v.Value),
            null,
            CancellationToken.None
        );

    private static async Task ActAsync(TestSite test, OpenSite site, string id, string person, ReviewStatus status)
    {
        await test.SetStatusAsPersonAsync(site, id, person, Choice.Text(status));
        await WorkAsync(test, site);
    }

    private static async Task WorkAsync(TestSite test, OpenSite site)
    {
        test.Server.Faults.Clear();
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        await new RequestWorker(site, test.Worker("worker"), TimeProvider.System, new Lines()).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );
    }

    private static async Task<byte[]?> PublishedAsync(OpenSite site)
    {
        var library = await site.LibraryAsync(PublishedLibrary.Name, CancellationToken.None);
        return await library.FindAsync($"{PublishedLibrary.NameOf(2026)}.docx", CancellationToken.None) is { } file
            ? await library.DownloadAsync(file, CancellationToken.None)
            : null;
    }
}
