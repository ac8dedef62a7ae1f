namespace SpLg.Tests.EndToEnd;

/// <summary>
/// A review whose documents people save in LibreOffice at every turn is updated, approved and published like any other.
/// </summary>
public class LibreOfficeFlowTests
{
    private const string Full = "Ledningens genomgång 2026.docx";
    private const string Open = "Ledningens genomgång 2026 öppen utgåva.docx";
    private const string Evidence = "Ledningens genomgång 2026 fastställd underlag.json";

    [LibreOfficeFact]
    public async Task What_people_wrote_stands_once_and_the_approved_documents_are_what_the_evidence_gives()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        await WorkAsync(test, site);
        await SaveAsync(
            test,
            site,
            ReviewFlow.Coordinator,
            Full,
            d =>
                Documents.WithTextInControl(
                    Documents.WithParagraph(d, "Eget i den fullständiga."),
                    "genomgång.organisation-1",
                    _ => "Handskrivet."
                )
        );
        await test.AddIncidentAsync(site, "Förlorad nyckel", "i-2");
        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.UpdateRequested);
        var updated = await test.ReadRequestAsync(site, id);
        Assert.True(updated.Status.Is(ReviewStatus.DraftReady), updated.Message);
        Assert.Contains("Handskrivet.", updated.Findings, StringComparison.Ordinal);
        await SaveAsync(test, site, ReviewFlow.Coordinator, Full, d => d);

        await ActAsync(test, site, id, ReviewFlow.Coordinator, ReviewStatus.ForApproval);
        var handedOver = await test.ReadRequestAsync(site, id);
        Assert.True(handedOver.Status.Is(ReviewStatus.ForApproval), handedOver.Message);
        await test.LetCoordinateAsync(ReviewFlow.Head);
        await SaveAsync(test, site, ReviewFlow.Head, Full, d => d);
        await SaveAsync(test, site, ReviewFlow.Head, Open, d => Documents.WithParagraph(d, "Eget i den öppna."));
        await ActAsync(test, site, id, ReviewFlow.Head, ReviewStatus.Approved);

        var published = await test.ReadRequestAsync(site, id);
        Assert.True(published.Status.Is(ReviewStatus.Published), published.Message);
        await File.WriteAllBytesAsync(Path.Combine(test.Folder, Evidence), (await TestSite.FileAsync(site, Evidence))!);
        foreach (var (name, own) in new[] { (Full, "Eget i den fullständiga."), (Open, "Eget i den öppna.") })
        {
            var document = (await TestSite.FileAsync(site, name))!;
            var content = DocumentContent.Read(document);
            Assert.Equal(1, content.Around.Split(own).Length - 1);
            Assert.Equal(content.Generated.Count, content.Generated.Select(p => p.Id).Distinct().Count());
            Assert.Contains("Fastställd den", Documents.Text(document), StringComparison.Ordinal);
            await File.WriteAllBytesAsync(Path.Combine(test.Folder, name), document);
            var verified = await SplgRun.InProcessAsync("verify", Path.Combine(test.Folder, name));
            Assert.True(verified.Code == ExitCode.Ok, verified.ToString());
        }
        Assert.Contains(
            Documents.Comments((await TestSite.FileAsync(site, Full))!),
            c =>
                c.Contains("Detta hade skrivits:", StringComparison.Ordinal)
                && c.EndsWith("Handskrivet.", StringComparison.Ordinal)
        );
    }

    private static async Task SaveAsync(
        TestSite test,
        OpenSite site,
        string person,
        string name,
        Func<byte[], byte[]> edit
    ) =>
        await test.SaveAsPersonAsync(
            site,
            person,
            name,
            await LibreOffice.SavedAsync(edit((await TestSite.FileAsync(site, name))!))
        );

    private static async Task ActAsync(TestSite test, OpenSite site, string id, string person, ReviewStatus status)
    {
        // SharePoint keeps whole seconds, and a person needs more than one from saving to the next step.
        test.NextSecond();
        await test.SetStatusAsPersonAsync(site, id, person, Choice.Text(status));
        await WorkAsync(test, site);
    }

    private static async Task WorkAsync(TestSite test, OpenSite site)
    {
        test.Server.Faults.Clear();
        test.Server.Faults.Add(new FaultRule("format=pdf", Status: 406, Count: int.MaxValue));
        await new RequestWorker(site, test.Worker("worker"), TimeProvider.System, new Lines()).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );
    }
}
