namespace SpLg.Tests.EndToEnd;

/// <summary>
/// Checklists by every way there is to ask: one or all, on the command line, from files and by request.
/// </summary>
public sealed class ChecklistTests
{
    public static TheoryData<string> Types => [.. DocumentKind.All.Skip(1).Select(k => k.Word)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Files_give_a_valid_document_and_a_spreadsheet_for_each(string type)
    {
        var folder = Directory.CreateTempSubdirectory("splg-test-").FullName;
        try
        {
            var run = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--type",
                type,
                "--out",
                folder,
                "--json"
            );

            Assert.True(run.Code == ExitCode.Ok, run.ToString());
            using var outcome = JsonDocument.Parse(run.Output);
            var documents = outcome
                .RootElement.GetProperty("documents")
                .EnumerateArray()
                .Select(d => d.GetProperty("document").GetString()!)
                .ToList();
            Assert.True(type == "self-assessment" ? documents.Count == 1 : documents.Count > 4, run.Output);
            foreach (var document in documents)
            {
                var content = await File.ReadAllBytesAsync(document);
                Documents.AssertValid(content);
                Assert.DoesNotContain("{{", Documents.Text(content), StringComparison.Ordinal);
                Assert.True(File.Exists(Path.ChangeExtension(document, ".xlsx")), document);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Only_the_one_that_is_named_is_made_and_a_name_that_is_not_there_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("splg-test-").FullName;
        try
        {
            var one = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--type",
                "procurement-checklist",
                "--for",
                "styrsystem för vattenrening",
                "--out",
                folder
            );
            var none = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--type",
                "role-checklist",
                "--for",
                "Vaktmästare",
                "--out",
                folder
            );
            var review = await SplgRun.InProcessAsync(
                "render",
                ShippedFiles.DemoFolder,
                "--year",
                "2026",
                "--for",
                "Chefer",
                "--out",
                folder
            );

            Assert.True(one.Code == ExitCode.Ok, one.ToString());
            // The data are examined with the review alone.
            Assert.DoesNotContain("inga iakttagelser", one.Output, StringComparison.Ordinal);
            Assert.Equal(
                ["Checklista Styrsystem för vattenrening.docx", "Checklista Styrsystem för vattenrening.xlsx"],
                Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            );
            Assert.Equal(ExitCode.Fault, none.Code);
            Assert.Contains("Urvalet ”Vaktmästare” finns inte.", none.Error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Fault, review.Code);
            Assert.Contains("så urvalet ”Chefer” går inte att använda", review.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_request_for_all_is_stopped_in_the_middle_and_taken_up_again_without_doing_anything_twice()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await ProcurementAsync(site, "Diariesystem");
        await ProcurementAsync(site, "Larm: inköp 50/50?");
        await ProcurementAsync(site, "Diariesystem");
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "DocumentType", "Checklista för upphandling");
        using var stop = new CancellationTokenSource();
        var uploads = 0;
        var first = new Lines
        {
            OnStep = step =>
            {
                if (step == RunStep.Upload && ++uploads == 2)
                    stop.Cancel();
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new RequestWorker(site, test.Worker("one"), TimeProvider.System, first).RunAsync(
                untilIdle: true,
                stop.Token
            )
        );
        var second = await WorkAsync(test, site);

        Assert.Contains(
            second.All,
            l => l.Contains("1 of 3: the library has this document already", StringComparison.Ordinal)
        );
        Assert.Contains(second.All, l => l.Contains("3 of 3: uploading", StringComparison.Ordinal));
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
        Assert.StartsWith(
            "3 dokument är klara och ligger i biblioteket Arbetsdokument, 2 av dem nya eller ändrade: ",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(site.List(LibraryColumns.Library).WebUrl.AbsoluteUri, request.Document);
        var files = await test.FileNamesAsync(site);
        Assert.Equal(9, files.Count);
        Assert.Equal(3, await test.DocumentCountAsync(site));
        Assert.Equal(files.Count, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task What_people_write_stays_in_the_document_and_a_spreadsheet_is_replaced_only_when_its_rows_differ()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var procurement = await ProcurementAsync(site, "Diariesystem");
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "DocumentType", "Checklista för upphandling");
        await WorkAsync(test, site);
        await TestSite.SaveFileAsync(
            site,
            "Checklista Diariesystem.docx",
            Documents.WithParagraph(
                (await TestSite.FileAsync(site, "Checklista Diariesystem.docx"))!,
                "Skrivet för hand."
            )
        );
        await TestSite.SaveFileAsync(site, "Checklista Diariesystem.xlsx", "changed by hand"u8.ToArray());

        await AgainAsync();
        Assert.Equal("changed by hand"u8.ToArray(), await TestSite.FileAsync(site, "Checklista Diariesystem.xlsx"));

        var (list, schema) = (site.List(ProcurementCheck.List), site.Schema.List(ProcurementCheck.List));
        await site.Writer.CreateAsync(
            list,
            schema,
            new Dictionary<string, object?>
            {
                ["Title"] = "Kravställ loggning",
                ["Procurement"] = new Reference(
                    int.Parse(procurement, System.Globalization.CultureInfo.InvariantCulture),
                    null
                ),
                ["Phase"] = "Behov",
                ["Mandatory"] = true,
            },
            CancellationToken.None
        );
        var message = await AgainAsync();

        Assert.NotEqual("changed by hand"u8.ToArray(), await TestSite.FileAsync(site, "Checklista Diariesystem.xlsx"));
        Assert.Contains(
            "så kalkylbladet ”Checklista Diariesystem.xlsx” har ersatts. Det som någon har skrivit i det finns "
                + "kvar i filens versionshistorik.",
            message,
            StringComparison.Ordinal
        );
        var text = Documents.Text((await TestSite.FileAsync(site, "Checklista Diariesystem.docx"))!);
        Assert.Contains("Skrivet för hand.", text, StringComparison.Ordinal);
        Assert.Contains("Kravställ loggning", text, StringComparison.Ordinal);

        async Task<string> AgainAsync()
        {
            await test.SetAsync(site, id, "Status", "Uppdatering begärd");
            await WorkAsync(test, site);
            var request = await test.ReadRequestAsync(site, id);
            Assert.True(request.Status.Is(ReviewStatus.DraftReady), request.Message);
            return request.Message!;
        }
    }

    [Fact]
    public async Task A_template_for_another_type_is_told_of_briefly_and_one_that_comes_too_late_is_told_to_be_unused()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await ProcurementAsync(site, "Diariesystem");
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "DocumentType", "Checklista för upphandling");
        await test.SetAsync(site, id, "Template", "ledningens-genomgang");
        await WorkAsync(test, site);
        var wrong = await test.ReadRequestAsync(site, id);
        Assert.True(wrong.Status.Is(ReviewStatus.Failed));
        Assert.Contains("gjord för en annan dokumenttyp", wrong.Message, StringComparison.Ordinal);
        Assert.InRange(wrong.Message!.Length, 1, 4000);

        await test.SetAsync(site, id, "Template", "checklista-upphandling");
        await test.SetAsync(site, id, "Status", "Begärd");
        await WorkAsync(test, site);
        Assert.DoesNotContain("utan mallen", (await test.ReadRequestAsync(site, id)).Message, StringComparison.Ordinal);
        await test.SetAsync(site, id, "Status", "Uppdatering begärd");
        await WorkAsync(test, site);
        Assert.Contains(
            "Dokumentet fanns redan och har fyllts i som det är, utan mallen ”checklista-upphandling”.",
            (await test.ReadRequestAsync(site, id)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_another_worker_made_after_this_one_began_is_not_written_again()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await ProcurementAsync(site, "Diariesystem");
        var order = new DocumentOrder(2026, DocumentType.ProcurementChecklist);
        var (one, two) = (
            new DocumentRun(site, TimeProvider.System, "one/1", new Lines().Progress),
            new DocumentRun(site, TimeProvider.System, "two/2", new Lines().Progress)
        );
        var findings = new List<Finding>();
        var rows = await one.ReadAsync(order, findings, CancellationToken.None);
        var set = one.Build(order, rows, request: null, findings);

        // The second has looked at the library, and waits to write, while the first makes the same document.
        var isFirst = true;
        var late = await two.RenderAndPublishAsync(
            set,
            async token =>
            {
                if (!isFirst)
                    return;
                isFirst = false;
                await one.RenderAndPublishAsync(set, _ => Task.CompletedTask, token);
            },
            CancellationToken.None
        );

        var document = Assert.Single(late.Documents);
        Assert.True(document.Unchanged);
        Assert.False(document.WorkbookReplaced);
    }

    [Fact]
    public async Task A_selection_that_is_nothing_there_is_fails_the_request_with_what_there_is()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "DocumentType", "Lathund för roll");
        await test.SetAsync(site, id, "Selection", "Vaktmästare");

        await WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed));
        Assert.StartsWith("Urvalet ”Vaktmästare” finns inte.", request.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ProcurementAsync(OpenSite site, string title) =>
        (
            await site.Writer.CreateAsync(
                site.List(Procurement.List),
                site.Schema.List(Procurement.List),
                new Dictionary<string, object?>
                {
                    ["Title"] = title,
                    ["Year"] = 2026,
                    ["Phase"] = "Behov",
                    ["HandlesInformation"] = true,
                },
                CancellationToken.None
            )
        ).Id;

    private static async Task<Lines> WorkAsync(TestSite test, OpenSite site)
    {
        var log = new Lines();
        await new RequestWorker(site, test.Worker("one"), TimeProvider.System, log).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );
        return log;
    }
}
