using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Xml.Linq;
using SpLg.LocalSite;
using Site = SpLg.SharePoint.Reading.Site;

namespace SpLg.Tests.SharePoint;

/// <summary>What drafting, approving and publishing ask of the client, on the local site.</summary>
public sealed class LifeOfAReviewTests : IAsyncLifetime
{
    private const string Name = "Ledningens genomgång 2026.docx";
    private static readonly SiteSchema Template = SiteSchemaReader.Read(
        XDocument.Load(Path.Combine(GraphMaterial.Root, "provisioning", "splg.xml"), LoadOptions.SetLineInfo)
    );
    private static readonly ListSchema Work = Template.List("WorkDocuments");
    private static readonly Dictionary<string, object?> Columns = new() { ["Title"] = "Utkast", ["Year"] = 2026 };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("splg-life-");
    private LocalSiteServer server = null!;
    private GraphClient graph = null!;
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        server = await LocalSiteServer.StartAsync(
            new(folder.FullName)
            {
                Schema = Template,
                People =
                [
                    .. SitePerson.MadeUp,
                    new("Anna Ek", "anna.ek@exempel.se") { Groups = [SiteGroup.Coordinators] },
                    new("Maria Lind", "maria.lind@exempel.se") { Groups = [SiteGroup.Approvers] },
                ],
            }
        );
        graph = Client("splg");
        site = await new SiteReader(graph).FindAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        graph.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_created_and_written_again_as_one_version_each_with_its_comment()
    {
        var library = await LibraryAsync(graph);
        var first = await library.WriteAsync(
            Name,
            content: Bytes("ett"),
            existing: null,
            schema: Work,
            columns: Columns,
            comment: "Utkast ur listorna",
            publish: false,
            cancellationToken: default
        );
        var before = (await VersionsAsync(first)).Count;

        var second = await library.WriteAsync(
            Name,
            content: Bytes("två"),
            existing: first,
            schema: Work,
            columns: Columns,
            comment: "Fastställd",
            publish: true,
            cancellationToken: default
        );

        Assert.Equal("två", Encoding.UTF8.GetString(await library.DownloadAsync(second, default)));
        var versions = await VersionsAsync(second);
        Assert.Equal(before + 1, versions.Count);
        Assert.Equal("1.0", versions[0]);
        Assert.True(second.ModifiedBy!.IsApplication);
    }

    [Fact]
    public async Task A_file_that_a_person_has_checked_out_is_locked_and_one_saved_meanwhile_is_not_written_over()
    {
        var library = await LibraryAsync(graph);
        var file = await DraftAsync(library, Bytes("ett"), null);
        using var anna = Client("user:Anna%20Ek");
        var hers = await LibraryAsync(anna);
        await hers.UploadAsync(Name, Bytes("Annas"), (await hers.FindAsync(Name, default))!.ETag, default);

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => DraftAsync(library, Bytes("två"), file));
        Assert.Equal("Annas", Encoding.UTF8.GetString(await library.DownloadAsync(file, default)));
        var now = (await library.FindAsync(Name, default))!;
        Assert.Equal(("Anna Ek", false), (now.ModifiedBy!.Name, now.ModifiedBy.IsApplication));

        server.Faults.Add(new("/checkout", Status: 423, GraphCode: "resourceLocked"));
        var locked = await Assert.ThrowsAsync<GraphException>(() => DraftAsync(library, Bytes("två"), now));
        Assert.Equal(HttpStatusCode.Locked, locked.Status);
    }

    [Theory]
    [InlineData("/checkout")]
    [InlineData("/content")]
    [InlineData("/listItem/fields")]
    [InlineData("/checkin")]
    public async Task A_lost_answer_or_a_lost_request_leaves_one_version_more_and_nothing_checked_out(string step)
    {
        var library = await LibraryAsync(graph);
        var file = await DraftAsync(library, Bytes("ett"), null);
        foreach (var kind in new[] { FaultKind.DropAfter, FaultKind.DropBefore })
        {
            file = (await library.FindAsync(Name, default))!;
            Assert.Null(await library.ReleaseAsync(file, default));
            var before = (await VersionsAsync(file)).Count;
            server.Faults.Add(new(step, Kind: kind));
            try
            {
                await DraftAsync(library, Bytes(kind.ToString()), file);
            }
            catch (GraphException e) when (e.MayPass)
            {
                file = (await library.FindAsync(Name, default))!;
                file = await library.ReleaseAsync(file, default) ?? file;
                await DraftAsync(library, Bytes(kind.ToString()), file);
            }
            Assert.Equal(before + 1, (await VersionsAsync(file)).Count);
            using var anna = Client("user:Anna%20Ek");
            var seen = await LibraryAsync(anna);
            Assert.Equal(
                kind.ToString(),
                Encoding.UTF8.GetString(await seen.DownloadAsync((await seen.FindAsync(Name, default))!, default))
            );
        }
    }

    [Fact]
    public async Task What_a_killed_run_left_checked_out_is_released()
    {
        var library = await LibraryAsync(graph);
        var file = await DraftAsync(library, Bytes("ett"), null);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "splg");
        (
            await http.PostAsync(
                new Uri(server.GraphAddress, $"sites/{site.Id}/lists/WorkDocuments/items/1/driveItem/checkout"),
                null
            )
        ).EnsureSuccessStatusCode();
        await library.UploadAsync(Name, Bytes("halvvägs"), (await library.FindAsync(Name, default))!.ETag, default);

        var released = await library.ReleaseAsync((await library.FindAsync(Name, default))!, default);

        Assert.NotNull(released);
        Assert.Equal("ett", Encoding.UTF8.GetString(await library.DownloadAsync(released, default)));
        Assert.Equal((await VersionsAsync(file)).Count, (await VersionsAsync(released)).Count);
    }

    [Fact]
    public async Task Versions_of_a_row_say_who_made_them_newest_first()
    {
        var schema = Template.List("ReviewRequests");
        var list = (await new ListReader(graph, site).ListsAsync(default)).First(l => l.Name == schema.Name);
        var row = await new RowWriter(graph, site, Zone).CreateAsync(
            list,
            schema,
            new Dictionary<string, object?>
            {
                ["Title"] = "G",
                ["Year"] = 2026,
                ["Status"] = "För fastställande",
            },
            default
        );
        using var maria = Client("user:Maria%20Lind");
        await new RowWriter(maria, site, Zone).UpdateAsync(
            list,
            schema,
            row.Id,
            new Dictionary<string, object?> { ["Status"] = "Fastställd" },
            null,
            default
        );

        var versions = await new ListReader(graph, site).VersionsAsync(list, schema, row.Id, default);

        Assert.Equal(["Fastställd", "För fastställande"], versions.Select(v => v.Fields["Status"].GetString()));
        Assert.Equal([false, true], versions.Select(v => v.ModifiedBy.IsApplication));
        Assert.Equal("maria.lind@exempel.se", versions[0].ModifiedBy.Email);
        Assert.Contains(
            (await new ListReader(graph, site).PeopleAsync(default))!.Values,
            p => p is { Name: "Maria Lind", Email: "maria.lind@exempel.se" }
        );
    }

    [Fact]
    public async Task A_page_is_created_unseen_published_and_replaced_under_the_same_address()
    {
        var pages = new SitePages(graph, site);
        const string Page = "ledningens-genomgang-2026.aspx";
        Assert.Null(await pages.FindAsync(Page, default));
        server.Faults.Add(new("/pages$", "POST", FaultKind.DropAfter));
        var created = await pages.CreateAsync(
            Page,
            new("Ledningens genomgång 2026", "Kort", ["<h2>Ett</h2><p>Text &amp; mer</p>"]),
            default
        );
        Assert.False(created.IsPublished);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            pages.CreateAsync(Page, new("Igen", "", ["<p>x</p>"]), default)
        );
        server.Faults.Add(new("/publish$", Kind: FaultKind.DropAfter));
        await pages.PublishAsync(created, default);
        var published = (await pages.FindAsync(Page, default))!;
        Assert.True(published.IsPublished);
        Assert.Contains("Text &amp; mer", published.Text, StringComparison.Ordinal);

        var changed = await pages.UpdateAsync(
            published,
            new("Ledningens genomgång 2026", "Kort", ["<p>Nytt</p>", "<p>Och mer</p>"]),
            default
        );

        Assert.Equal((published.Id, published.WebUrl, false), (changed.Id, changed.WebUrl, changed.IsPublished));
        Assert.Equal("<p>Nytt</p><p>Och mer</p>", (await pages.FindAsync(Page, default))!.Text);
    }

    [Fact]
    public async Task Who_may_read_a_library_is_told_with_everyone_marked()
    {
        var restricted = await (await LibraryAsync(graph)).GrantsAsync(default);
        var open = await (await DocumentLibrary.OpenAsync(graph, site, "PublishedReviews", default)).GrantsAsync(
            default
        );

        Assert.NotEmpty(restricted);
        Assert.DoesNotContain(restricted, g => g.IsEveryone || g.IsInherited);
        Assert.Contains(open, g => g.IsEveryone);
    }

    [Fact]
    public async Task Mail_is_sent_from_the_mailbox()
    {
        await new MailSender(graph, SitePerson.MadeUp[0].Email).SendAsync(
            ["anna.ek@exempel.se"],
            "Utkast klart",
            "Hej!\nUtkastet är klart.",
            default
        );

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "user:Anna Ek");
        var mails = await http.GetFromJsonAsync<System.Text.Json.Nodes.JsonArray>(
            new Uri(server.GraphAddress, "/_mail.json")
        );
        Assert.Equal("Utkast klart", mails!.Single()!["subject"]!.GetValue<string>());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private GraphClient Client(string token) =>
        new(
            new()
            {
                Site = server.SiteAddress,
                Graph = server.GraphAddress,
                Company = "Prov",
                TimeZone = "Europe/Stockholm",
                SignIn = new SignIn.FixedToken(token),
            },
            TimeProvider.System
        );

    private Task<DocumentLibrary> LibraryAsync(GraphClient client) =>
        DocumentLibrary.OpenAsync(client, site, Work.Name, default);

    private static Task<LibraryFile> DraftAsync(
        DocumentLibrary library,
        ReadOnlyMemory<byte> content,
        LibraryFile? existing
    ) =>
        library.WriteAsync(
            Name,
            content: content,
            existing: existing,
            schema: Work,
            columns: Columns,
            comment: "Utkast",
            publish: false,
            cancellationToken: default
        );

    /// <summary>Labels, newest first, as any Graph client sees them.</summary>
    private async Task<IReadOnlyList<string>> VersionsAsync(LibraryFile file)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "user:Anna Ek");
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"sites/{site.Id}/lists/{Work.Name}/items/1/driveItem/versions"
        );
        Assert.NotNull(file);
        var answer = await http.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>(
            new Uri(server.GraphAddress, address)
        );
        return [.. answer!["value"]!.AsArray().Select(v => v!["id"]!.GetValue<string>())];
    }
}
