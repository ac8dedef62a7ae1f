using System.IO.Compression;

namespace SpLg.Tests.EndToEnd;

/// <summary>What an approved review becomes for every employee.</summary>
public class PublicationTests
{
    private static readonly (string Name, string Email) Head = ("Karin Ekdahl", "karin.ekdahl@lindo.example");

    [Fact]
    public async Task The_open_edition_is_published_with_its_columns_and_a_page_that_leads_to_it()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();

        var published = await PublishAsync(site, await Approved.ReviewAsync(test, site, Head));

        var file = await FileAsync(site, "Ledningens genomgång 2026.docx");
        Assert.Equal(["1.0", "0.1"], file.Versions);
        Assert.Equal("Provnämnden", file.Columns.Organisation);
        Assert.Equal("KFN 2026/117", file.Columns.RegistryNumber);
        Assert.Equal(new DateOnly(2026, 12, 3), file.Columns.ApprovedOn);
        Assert.Equal("Förvaltningschefen", file.Columns.ApprovedBy);
        var html = await PageAsync(published.Page);
        Assert.Contains("Fastställd den 3 december 2026 av förvaltningschefen.", html, StringComparison.Ordinal);
        Assert.Contains("Diarienummer: KFN 2026/117", html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(published.Parts[0].Document.AbsoluteUri), html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nämnd", "förvaltningschefen")]
    [InlineData("Bolag", "bolagschefen")]
    [InlineData("Kommunalförbund", "förbundschefen")]
    [InlineData("Statlig myndighet", "generaldirektören")]
    public async Task What_every_employee_reads_tells_who_approved_by_office_and_never_by_name(
        string form,
        string office
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var settings = Assert.Single(await RowsAsync(site, "Settings"));
        await site.Writer.UpdateAsync(
            site.List("Settings"),
            site.Schema.List("Settings"),
            settings.Id,
            new Dictionary<string, object?> { ["OrganisationForm"] = form },
            settings.ETag,
            CancellationToken.None
        );

        var approved = await Approved.ReviewAsync(test, site, Head);
        var published = await PublishAsync(site, approved);

        var columns = string.Join(
            '\n',
            (await RowsAsync(site, PublishedLibrary.Name)).SelectMany(r => r.Fields).Select(f => $"{f.Key}: {f.Value}")
        );
        string[] read = [await PageAsync(published.Page), columns, Parts(approved.Published[0].Content)];
        Assert.All(read, text => Assert.DoesNotContain("Ekdahl", text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"Fastställd den 3 december 2026 av {office}.", read[0], StringComparison.Ordinal);
        Assert.Contains(office, read[1], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            $"Fastställd den 3 december 2026 av {office}.",
            Documents.Text(approved.Published[0].Content),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_parts_of_the_set_that_employees_may_read_are_published_and_the_page_leads_to_the_first()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, Head);
        var annex = new ReviewPart(Edition.Open, "Bilagor") { IsPublished = true, Suffix = " bilagor" };

        var published = await PublishAsync(
            site,
            review with
            {
                Published = [.. review.Published, review.Published[0] with { Part = annex }],
            }
        );

        Assert.Equal(
            ["Ledningens genomgång 2026.docx", "Ledningens genomgång 2026 bilagor.docx"],
            published.Parts.Select(p => Uri.UnescapeDataString(p.Document.Segments[^1]))
        );
        foreach (var part in published.Parts)
            Assert.Equal(
                ["1.0", "0.1"],
                (await FileAsync(site, Uri.UnescapeDataString(part.Document.Segments[^1]))).Versions
            );
        var page = await PageAsync(published.Page);
        Assert.Contains(WebUtility.HtmlEncode(published.Parts[0].Document.AbsoluteUri), page, StringComparison.Ordinal);
        var message = RequestMessages.Published(review.Approval, published);
        Assert.All(published.Parts, p => Assert.Contains(p.Document.AbsoluteUri, message, StringComparison.Ordinal));
    }

    [LibreOfficeFact]
    public async Task A_PDF_lies_beside_the_document_and_is_made_anew_only_when_the_document_is_another()
    {
        await using var test = await TestSite.WithFewRowsAsync(pdf: true);
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, Head);

        var first = await PublishAsync(site, review);
        Assert.Equal(Told(first), Told(await PublishAsync(site, review)));

        Assert.Null(first.Parts[0].NoPdf);
        Assert.Contains(
            $"<a href=\"{WebUtility.HtmlEncode(first.Parts[0].Pdf!.AbsoluteUri)}\">",
            await PageAsync(first.Page),
            StringComparison.Ordinal
        );
        Assert.StartsWith("%PDF-", await PageAsync(first.Parts[0].Pdf!), StringComparison.Ordinal);
        Assert.Equal(["1.0", "0.1"], (await FileAsync(site, "Ledningens genomgång 2026.pdf")).Versions);

        await DecideAsync(site, "Kryptering", "Vi inför kryptering.");
        await PublishAsync(site, await Approved.ReviewAsync(test, site, Head));
        Assert.Equal(["2.0", "1.0", "0.1"], (await FileAsync(site, "Ledningens genomgång 2026.pdf")).Versions);
    }

    [Fact]
    public async Task Where_no_PDF_can_be_made_the_page_says_so_and_one_of_an_earlier_edition_is_told_of()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, Head);

        var published = await PublishAsync(site, review);
        Assert.Null(published.Parts[0].Pdf);
        Assert.Equal(
            "SharePoint kunde inte göra någon PDF av dokumentet, så sidan leder bara till Word-dokumentet.",
            published.Parts[0].NoPdf
        );
        Assert.Contains(
            "Det finns ingen PDF av dokumentet.",
            await PageAsync(published.Page),
            StringComparison.Ordinal
        );

        await SaveByHandAsync(test, site, "Ledningens genomgång 2026.pdf", [1, 2, 3]);
        Assert.Contains(
            "”Ledningens genomgång 2026.pdf” i biblioteket Publicerade genomgångar är av en tidigare version: ta bort den.",
            (await PublishAsync(site, review)).Parts[0].NoPdf,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Publishing_the_same_again_writes_nothing()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, Head);
        var first = await PublishAsync(site, review);
        var before = await FilesAsync(site);
        var confirmed = 0;

        var second = await PublishAsync(
            site,
            review,
            _ =>
            {
                confirmed++;
                return Task.CompletedTask;
            }
        );

        Assert.Equal(0, confirmed);
        Assert.Equal(Told(first), Told(second));
        Assert.Equal(
            before.SelectMany(f => f.Versions.Append(f.Name)),
            (await FilesAsync(site)).SelectMany(f => f.Versions.Append(f.Name))
        );
    }

    [Fact]
    public async Task Cut_off_before_any_of_its_writes_it_ends_as_if_it_had_not_been()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, Head);
        PublishedReview? published = null;
        for (var writes = 0; published is null; writes++)
        {
            var left = writes;
            try
            {
                published = await PublishAsync(
                    site,
                    review,
                    _ => left-- > 0 ? Task.CompletedTask : throw new OperationCanceledException("Cut off.")
                );
            }
            catch (OperationCanceledException)
            {
                // Goes on where it was cut off.
            }
            Assert.True(writes < 10, "It never ends.");
        }

        Assert.All(await FilesAsync(site), f => Assert.Equal(["1.0", "0.1"], f.Versions));
        Assert.NotEmpty(await PageAsync(published.Page));
        Assert.Equal(Told(published), Told(await PublishAsync(site, review)));
    }

    [Fact]
    public async Task Another_edition_of_the_same_review_takes_the_same_places()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var first = await PublishAsync(site, await Approved.ReviewAsync(test, site, Head));
        var markBefore = Mark(await PageAsync(first.Page));
        await DecideAsync(site, "Kryptering", "Vi inför kryptering.");

        var second = await PublishAsync(site, await Approved.ReviewAsync(test, site, Head));

        Assert.Equal((first.Parts[0].Document, first.Page), (second.Parts[0].Document, second.Page));
        var file = await FileAsync(site, "Ledningens genomgång 2026.docx");
        Assert.Equal(["2.0", "1.0", "0.1"], file.Versions);
        var html = await PageAsync(second.Page);
        Assert.Contains("Vi inför kryptering.", html, StringComparison.Ordinal);
        Assert.NotEqual(markBefore, Mark(html));
    }

    [Fact]
    public async Task A_page_that_cannot_be_published_is_seen_as_it_was()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var first = await PublishAsync(site, await Approved.ReviewAsync(test, site, Head));
        var before = await PageAsync(first.Page);
        await DecideAsync(site, "Kryptering", "Vi inför det.");
        var review = await Approved.ReviewAsync(test, site, Head);
        test.Server.Faults.Add(new FaultRule("sitePage/publish", "POST", Status: 400));

        await Assert.ThrowsAsync<GraphException>(() => PublishAsync(site, review));
        Assert.Equal(before, await PageAsync(first.Page));

        await PublishAsync(site, review);
        Assert.Contains("Kryptering", await PageAsync(first.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_file_that_somebody_has_changed_is_written_again()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var review = await Approved.ReviewAsync(test, site, Head);
        await PublishAsync(site, review);
        await SaveByHandAsync(test, site, "Ledningens genomgång 2026.docx", [1, 2, 3]);

        await PublishAsync(site, review);

        var library = (await PublishedLibrary.OpenAsync(site, CancellationToken.None)).Library;
        var file = await library.FindAsync("Ledningens genomgång 2026.docx", CancellationToken.None);
        Documents.AssertValid(await library.DownloadAsync(file!, CancellationToken.None));
    }

    [Fact]
    public async Task Each_year_leads_to_the_others_that_are_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var earlier = await PublishAsync(site, await Approved.ReviewAsync(test, site, Head, 2025));

        var html = await PageAsync((await PublishAsync(site, await Approved.ReviewAsync(test, site, Head))).Page);

        // Nothing was frozen of the earlier year here, so its page stays as it is.
        Assert.Contains(
            "Inga andra år är publicerade här ännu.",
            await PageAsync(earlier.Page),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"<a href=\"{WebUtility.HtmlEncode(earlier.Page.AbsoluteUri)}\">Sidan om genomgången 2025</a>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"<a href=\"{WebUtility.HtmlEncode(earlier.Parts[0].Document.AbsoluteUri)}\">hela genomgången 2025 (Word)</a>",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_pages_are_listed_as_often_however_many_years_there_are()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var listed = new List<int>();
        foreach (var year in new[] { 2023, 2024, 2025, 2026 })
        {
            var review = await Approved.ReviewAsync(test, site, Head, year);
            test.Server.Faults.Clear();
            test.Server.Faults.Add(new FaultRule(@"/pages/graph\.sitePage\?", "GET", Skip: 1000));
            await PublishAsync(site, review);
            listed.Add(1000 - test.Server.Faults.Active[0].Skip);
        }

        Assert.Equal(listed[1], listed[3]);
    }

    private static Task<PublishedReview> PublishAsync(
        OpenSite site,
        ApprovedReview review,
        Func<CancellationToken, Task>? confirm = null
    ) =>
        new PublicationRun(site, "test/run", new Lines().Progress).PublishAsync(
            review,
            confirm ?? (_ => Task.CompletedTask),
            CancellationToken.None
        );

    private static Task DecideAsync(OpenSite site, string title, string text) =>
        site.Writer.CreateAsync(
            site.List(Decision.List),
            site.Schema.List(Decision.List),
            new Dictionary<string, object?>
            {
                ["Title"] = title,
                ["Text"] = text,
                ["Year"] = 2026,
                ["Publication"] = "Öppen",
            },
            CancellationToken.None
        );

    /// <summary>
    /// The files every employee finds, with what is told about them and their versions, newest first.
    /// </summary>
    private static async Task<
        IReadOnlyList<(string Name, PublishedColumns Columns, IReadOnlyList<string> Versions)>
    > FilesAsync(OpenSite site)
    {
        var (list, schema) = (site.List(PublishedLibrary.Name), site.Schema.List(PublishedLibrary.Name));
        var files = new List<(string, PublishedColumns, IReadOnlyList<string>)>();
        await foreach (var row in site.Reader.RowsAsync(list, schema, CancellationToken.None))
        {
            var versions = await site.Reader.VersionsAsync(list, schema, row.Id, CancellationToken.None);
            files.Add(
                (
                    Uri.UnescapeDataString(row.WebUrl!.Segments[^1]),
                    PublishedColumns.Read(new RowReader(schema, row, site.Zone, [])),
                    [.. versions.Select(v => v.Label)]
                )
            );
        }
        return files;
    }

    private static string Told(PublishedReview review) =>
        $"{string.Join(", ", review.Parts)} {review with { Parts = [] }}";

    private static async Task<(string Name, PublishedColumns Columns, IReadOnlyList<string> Versions)> FileAsync(
        OpenSite site,
        string name
    ) => Assert.Single(await FilesAsync(site), f => f.Name == name);

    /// <summary>As a person does who may write in the library: saved over what is there.</summary>
    private static async Task SaveByHandAsync(TestSite test, OpenSite site, string name, byte[] content)
    {
        using var http = new HttpClient { BaseAddress = test.Server.GraphAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "user:Anna Ek");
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync($"sites/{site.Site.Id}/lists/{site.List(PublishedLibrary.Name).Id}/drive")
        );
        using var answer = await http.PutAsync(
            $"drives/{drive.RootElement.GetProperty("id").GetString()}/root:/{Uri.EscapeDataString(name)}:/content",
            new ByteArrayContent(content)
        );
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<ListRow>> RowsAsync(OpenSite site, string list)
    {
        var rows = new List<ListRow>();
        await foreach (
            var row in site.Reader.RowsAsync(site.List(list), site.Schema.List(list), CancellationToken.None)
        )
            rows.Add(row);
        return rows;
    }

    /// <summary>All that the file holds, hidden or not.</summary>
    private static string Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return string.Join(
            '\n',
            zip.Entries.Select(e =>
            {
                using var reader = new StreamReader(e.Open());
                return reader.ReadToEnd();
            })
        );
    }

    private static async Task<string> PageAsync(Uri address)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(address);
    }

    private static string Mark(string html) =>
        html[(html.IndexOf("Kontrollnummer: ", StringComparison.Ordinal) + 16)..][..8];
}
