namespace SpLg.Tests.EndToEnd;

/// <summary>
/// Each update of a draft is one version, whose comment says what the lists say otherwise than before.
/// </summary>
public class DraftVersionTests
{
    private const string Document = "Ledningens genomgång 2026.docx";
    private const string EvidenceFile = "Ledningens genomgång 2026 underlag.json";

    [Fact]
    public async Task The_version_history_says_what_changed_in_the_lists_and_so_does_the_request()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.RunAsync("worker", "--once");
        var (first, evidence) = (
            await CommentsAsync(test, site, Document),
            await CommentsAsync(test, site, EvidenceFile)
        );

        await site.Writer.CreateAsync(
            site.List(Incident.List),
            site.Schema.List(Incident.List),
            new Dictionary<string, object?>
            {
                ["Title"] = "Ny",
                ["OccurredOn"] = new DateOnly(2026, 5, 1),
                ["Kind"] = "Dataskydd",
                ["Severity"] = "Hög",
                ["Status"] = "Ny",
                ["Year"] = 2026,
            },
            CancellationToken.None
        );
        await UpdateAsync(test, site, id);

        Assert.StartsWith("Utkast ur listorna den ", first[0], StringComparison.Ordinal);
        var second = await CommentsAsync(test, site, Document);
        Assert.Equal(first.Count + 1, second.Count);
        Assert.StartsWith("Uppdaterat ur listorna den ", second[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "Sedan förra utkastet: 1 ny incident.",
            second[0]?.Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        Assert.Equal(evidence.Count + 1, (await CommentsAsync(test, site, EvidenceFile)).Count);
        Assert.Contains(
            "Sedan förra utkastet: 1 ny incident.",
            (await test.ReadRequestAsync(site, id)).Message?.Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );

        // Nothing new, no version.
        await UpdateAsync(test, site, id);
        Assert.Equal(second, await CommentsAsync(test, site, Document));
        Assert.Equal(evidence.Count + 1, (await CommentsAsync(test, site, EvidenceFile)).Count);
    }

    [Fact]
    public async Task A_change_that_the_document_does_not_show_is_in_the_evidence_all_the_same()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.RunAsync("worker", "--once");
        var before = await TestSite.FileAsync(site, EvidenceFile);

        await site.Writer.UpdateAsync(
            site.List(Incident.List),
            site.Schema.List(Incident.List),
            "1",
            new Dictionary<string, object?> { ["Publication"] = "Öppen" },
            null,
            CancellationToken.None
        );
        await UpdateAsync(test, site, id);

        var after = (await TestSite.FileAsync(site, EvidenceFile))!;
        Assert.NotEqual(before, after);
        Assert.Contains(
            "\"Publication\": \"Öppen\"",
            System.Text.Encoding.UTF8.GetString(after),
            StringComparison.Ordinal
        );
        await File.WriteAllBytesAsync(Path.Combine(test.Folder, EvidenceFile), after);
        await File.WriteAllBytesAsync(Path.Combine(test.Folder, Document), (await TestSite.FileAsync(site, Document))!);
        Assert.Equal(
            ExitCode.Ok,
            (await Infra.SplgRun.InProcessAsync("verify", Path.Combine(test.Folder, Document))).Code
        );
    }

    [Fact]
    public async Task What_a_date_column_says_of_approval_makes_no_draft_an_approved_one()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);
        await test.SetAsync(site, id, "ApprovedOn", new DateOnly(2026, 12, 1));

        await test.RunAsync("generate", "--year", "2026");

        Assert.DoesNotContain("Fastställd den", await TestSite.TextAsync(site, Document), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 1), (await test.ReadRequestAsync(site, id)).ApprovedOn.Value);
    }

    private static async Task UpdateAsync(TestSite test, OpenSite site, string id)
    {
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.UpdateRequested));
        await test.RunAsync("worker", "--once");
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
    }

    /// <summary>The comments on a file's versions, newest first; null on one without.</summary>
    private static async Task<IReadOnlyList<string?>> CommentsAsync(TestSite test, OpenSite site, string name)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "person");
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(
                    test.Server.GraphAddress,
                    $"sites/{site.Site.Id}/lists/{site.List(LibraryColumns.Library).Id}/drive"
                )
            )
        );
        var file = $"drives/{drive.RootElement.GetProperty("id").GetString()}/root:/{Uri.EscapeDataString(name)}:";
        using var versions = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(test.Server.GraphAddress, $"{file}/listItem/versions?$expand=fields($select=_CheckinComment)")
            )
        );
        return
        [
            .. versions
                .RootElement.GetProperty("value")
                .EnumerateArray()
                .Select(v =>
                    v.GetProperty("fields").TryGetProperty("_CheckinComment", out var comment)
                        ? comment.GetString()
                        : null
                ),
        ];
    }
}
