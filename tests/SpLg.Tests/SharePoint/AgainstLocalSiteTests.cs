using System.Security.Cryptography;
using System.Xml.Linq;
using SpLg.LocalSite;
using SpLg.SharePoint.Provisioning;
using Site = SpLg.SharePoint.Reading.Site;

namespace SpLg.Tests.SharePoint;

/// <summary>Client and local site were written apart from the same facts; here they meet.</summary>
public sealed class AgainstLocalSiteTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("splg-client-");
    private static readonly SiteSchema Template = SiteSchemaReader.Read(
        XDocument.Load(Path.Combine(GraphMaterial.Root, "provisioning", "splg.xml"), LoadOptions.SetLineInfo)
    );
    private LocalSiteServer? server;
    private GraphClient? client;

    private GraphClient Graph => client!;

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_whole_template_is_provisioned_and_the_second_run_finds_nothing_to_do()
    {
        var site = await OpenAsync(null);
        var provisioner = new ListProvisioner(Graph, site);

        var first = await provisioner.ApplyAsync(Template, null, default);
        var second = await provisioner.ApplyAsync(Template, null, default);

        Assert.Equal(Template.Lists.Count, first.Created.Count);
        Assert.Empty(first.Differs);
        Assert.Empty(second.Created.Concat(second.ColumnsAdded).Concat(second.Differs));
        var lists = await new ListReader(Graph, site).ListsAsync(default);
        Assert.All(
            Template.Lists,
            list =>
                Assert.Contains(
                    lists,
                    header =>
                        header.Name == list.Name && header.Title == list.Title && header.IsLibrary == list.IsLibrary
                )
        );
    }

    [Fact]
    public async Task A_site_made_from_the_template_is_as_the_template_says()
    {
        var site = await OpenAsync(Template);

        var report = await new ListProvisioner(Graph, site).ApplyAsync(Template, null, default);

        Assert.Empty(report.Created.Concat(report.ColumnsAdded).Concat(report.Differs));
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written_and_only_the_first_claim_wins()
    {
        var site = await OpenAsync(Template);
        var (list, schema) = await ListAsync(site, "Incidents");
        var writer = new RowWriter(Graph, site, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        var reader = new ListReader(Graph, site);
        var changes = new ChangeReader(Graph, site);
        var start = await changes.ReadAsync(list, schema, null, default);

        var row = await writer.CreateAsync(
            list,
            schema,
            new Dictionary<string, object?>
            {
                ["Title"] = "Förlorad dator",
                ["Year"] = 2026,
                ["OccurredOn"] = new DateOnly(2026, 7, 1),
                ["PersonalDataBreach"] = true,
            },
            default
        );
        var claimed = await writer.UpdateAsync(
            list,
            schema,
            row.Id,
            new Dictionary<string, object?> { ["Cause"] = "Stöld" },
            row.ETag,
            default
        );
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            writer.UpdateAsync(
                list,
                schema,
                row.Id,
                new Dictionary<string, object?> { ["Cause"] = "Slarv" },
                row.ETag,
                default
            )
        );

        Assert.NotEqual(row.ETag, claimed.ETag);
        Assert.Equal("2026-06-30T22:00:00Z", row.Fields["OccurredOn"].GetString());
        var read = await reader.RowAsync(list, schema, row.Id, default);
        Assert.Equal("Stöld", read.Fields["Cause"].GetString());
        Assert.Equal(claimed.ETag, read.ETag);
        var changed = await changes.ReadAsync(list, schema, start.DeltaLink, default);
        Assert.Equal(row.Id, Assert.Single(changed.Changed).Id);
        Assert.False(changed.Everything);
    }

    [Fact]
    public async Task On_a_bad_day_everything_is_still_done_once()
    {
        var site = await OpenAsync(Template);
        var (list, schema) = await ListAsync(site, "Incidents");
        var library = await DocumentLibrary.OpenAsync(Graph, site, "Arbetsdokument", default);
        var changes = new ChangeReader(Graph, site);
        var small = RandomNumberGenerator.GetBytes(30_000);
        var large = RandomNumberGenerator.GetBytes(12_000_000);
        var old = await library.UploadAsync("Utkast.docx", RandomNumberGenerator.GetBytes(100), null, default);
        var row = await new RowWriter(Graph, site, TimeZoneInfo.Utc).CreateAsync(
            list,
            schema,
            new Dictionary<string, object?> { ["Title"] = "Ett", ["Year"] = 2026 },
            default
        );
        foreach (
            var fault in new FaultRule[]
            {
                new("/content", "PUT", FaultKind.DropAfter),
                new("/createUploadSession", "POST", FaultKind.DropAfter),
                new("uploadSession", "PUT", FaultKind.Answer, Status: 503, RetryAfter: 2),
                new("uploadSession", "PUT", FaultKind.DropBefore),
                new("uploadSession", "PUT", FaultKind.DropAfter, Count: 2),
                new("/checkout", "POST", FaultKind.DropAfter),
                new("/checkin", "POST", FaultKind.DropAfter),
                new("/items/delta", "GET", FaultKind.ErrorInDelta),
                new("/items/delta", "GET", FaultKind.DuplicateDeltaItems),
                new("/lists", "GET", FaultKind.Answer, Status: 429, RetryAfter: 2.128),
            }
        )
        {
            server!.Faults.Add(fault);
        }

        var written = await library.UploadAsync("Utkast.docx", small, old.ETag, default);
        var sent = await library.UploadAsync("Stor.docx", large, null, default);
        sent = await library.WriteAsync(
            name: "Stor.docx",
            content: large,
            existing: sent,
            schema: Template.List("WorkDocuments"),
            columns: new Dictionary<string, object?>(),
            comment: "Beslutad",
            publish: true,
            cancellationToken: default
        );
        var changed = await changes.ReadAsync(list, schema, null, default);
        await new ListReader(Graph, site).ListsAsync(default);

        Assert.Equal(small, await library.DownloadAsync(written, default));
        Assert.Equal(large, await library.DownloadAsync(sent, default));
        Assert.Equal(row.Id, Assert.Single(changed.Changed).Id);
        Assert.Empty(server!.Faults.Active);
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(12_000_000)]
    public async Task A_file_goes_up_gets_its_columns_is_published_and_comes_down_again(int size)
    {
        var site = await OpenAsync(Template);
        const string Name = "Ledningens genomgång 2026.docx";
        var library = await DocumentLibrary.OpenAsync(Graph, site, "Arbetsdokument", default);
        var (_, schema) = await ListAsync(site, "WorkDocuments");
        var content = RandomNumberGenerator.GetBytes(size);

        var file = await library.UploadAsync(Name, content, null, default);
        var columns = new Dictionary<string, object?>
        {
            [schema.Columns.First(c => c.Kind == ColumnKind.Number).Name] = 2026,
        };
        var published = await library.WriteAsync(
            Name,
            content,
            existing: file,
            schema: schema,
            columns: columns,
            comment: "Beslutad",
            publish: true,
            cancellationToken: default
        );
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            library.WriteAsync(
                Name,
                content,
                existing: file,
                schema: schema,
                columns: columns,
                comment: "Beslutad",
                publish: true,
                cancellationToken: default
            )
        );
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            library.UploadAsync(Name, content, file.ETag, default)
        );

        Assert.NotEqual(file.ETag, published.ETag);
        Assert.True(await library.IsPublishedAsync(published, default));
        Assert.Equal(content, await library.DownloadAsync((await library.FindAsync(Name, default))!, default));
    }

    private async Task<Site> OpenAsync(SiteSchema? schema)
    {
        server = await LocalSiteServer.StartAsync(new(folder.FullName) { Schema = schema });
        client = new(
            new()
            {
                Site = server.SiteAddress,
                Graph = server.GraphAddress,
                SignIn = new SignIn.FixedToken("x"),
            },
            new GraphClock()
        );
        return await new SiteReader(client).FindAsync(default);
    }

    private async Task<(ListHeader List, ListSchema Schema)> ListAsync(Site site, string name)
    {
        var schema = Template.List(name);
        return ((await new ListReader(Graph, site).ListsAsync(default)).Single(header => header.Is(schema)), schema);
    }
}
