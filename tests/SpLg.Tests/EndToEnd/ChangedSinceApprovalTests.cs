using SpLg.Tests.Templates;

namespace SpLg.Tests.EndToEnd;

/// <summary>A draft tells what has changed in the lists since the last review was approved.</summary>
public class ChangedSinceApprovalTests
{
    private const string Approved = "Ledningens genomgång 2025 fastställd underlag";

    [Fact]
    public async Task The_next_draft_tells_it_and_its_evidence_gives_the_same_bytes_again()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var row = await IncidentOf2024Async(site);
        await ApproveAsync(test, site, evidence => evidence);
        await site.Writer.UpdateAsync(
            site.List(Incident.List),
            site.Schema.List(Incident.List),
            row,
            new Dictionary<string, object?> { ["Severity"] = "Hög" },
            null,
            CancellationToken.None
        );

        await test.RunAsync("generate", "--year", "2026");

        var document = (await test.DocumentAsync(site))!;
        Assert.Contains(
            "Sedan genomgången 2025 fastställdes den 5 mars 2026 har listorna ändrats: 1\u00a0ändrad incident.",
            TextOf(document),
            StringComparison.Ordinal
        );
        await File.WriteAllBytesAsync(
            Path.Combine(test.Folder, "evidence.json"),
            (await TestSite.FileAsync(site, "Ledningens genomgång 2026 underlag.json"))!
        );
        var again = Path.Combine(test.Folder, "again.docx");
        var run = await SplgRun.InProcessAsync("render", Path.Combine(test.Folder, "evidence.json"), "--out", again);
        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Equal(document, await File.ReadAllBytesAsync(again));
    }

    [Fact]
    public async Task A_draft_that_no_approval_came_before_says_nothing_of_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();

        await test.RunAsync("generate", "--year", "2026");

        Assert.DoesNotContain(
            "sedan fastställandet",
            TextOf((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Frozen_evidence_that_has_been_changed_is_a_finding_and_not_compared_with()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await ApproveAsync(
            test,
            site,
            evidence => evidence.Replace("Stulen dator", "Stulen mobil", StringComparison.Ordinal)
        );

        var run = await test.RunAsync("generate", "--year", "2026", "--json");

        Assert.Contains(
            $"{Approved}.json” inte kan användas. Den är ändrad eller skadad.",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Sedan genomgången 2025 fastställdes",
            TextOf((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Frozen_evidence_that_a_person_has_saved_is_not_believed_whatever_it_says()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await ApproveAsync(test, site, evidence => evidence);
        await test.SaveAsPersonAsync(
            site,
            "Anna Ek",
            Approved + ".json",
            [.. (await TestSite.FileAsync(site, Approved + ".json"))!, (byte)'\n']
        );

        var run = await test.RunAsync("generate", "--year", "2026", "--json");

        Assert.Contains(
            $"{Approved}.json” inte kan användas. Den har sparats av Anna Ek, och bara SpLg skriver den.",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Sedan genomgången 2025 fastställdes",
            TextOf((await test.DocumentAsync(site))!),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> IncidentOf2024Async(OpenSite site) =>
        (
            await site.Writer.CreateAsync(
                site.List(Incident.List),
                site.Schema.List(Incident.List),
                new Dictionary<string, object?>
                {
                    ["Title"] = "Avbrott",
                    ["OccurredOn"] = new DateOnly(2024, 3, 1),
                    ["Kind"] = "Dataskydd",
                    ["Severity"] = "Låg",
                    ["Status"] = "Ny",
                    ["Year"] = 2024,
                    ["ExternalKey"] = "i-2",
                },
                CancellationToken.None
            )
        ).Id;

    /// <summary>Leaves in the library what an approval of the review of 2025 freezes there.</summary>
    private static async Task ApproveAsync(TestSite test, OpenSite site, Func<string, string> change)
    {
        await test.RunAsync("generate", "--year", "2025");
        var evidence = Encoding.UTF8.GetString(
            (await TestSite.FileAsync(site, "Ledningens genomgång 2025 underlag.json"))!
        );
        const string Approval = """
            "approval": { "name": "Karin Ek", "email": "karin.ek@contoso.com", "at": "2026-03-05T09:00:00Z",
            "on": "2026-03-05", "version": "7.0" },
            """;
        var content = Encoding.UTF8.GetBytes(
            change(evidence.Replace("\"figures\": [", $"{Approval}\n  \"figures\": [", StringComparison.Ordinal))
        );
        var library = await site.LibraryAsync(LibraryColumns.Library, CancellationToken.None);
        await library.WriteAsync(
            name: Approved + ".json",
            content: content,
            existing: null,
            schema: site.Schema.List(LibraryColumns.Library),
            columns: new Dictionary<string, object?> { ["Title"] = Approved },
            comment: "Fastställd",
            publish: true,
            cancellationToken: CancellationToken.None
        );
    }

    private static string TextOf(byte[] document)
    {
        using var examined = new DocxExamination(document);
        return examined.Text;
    }
}
