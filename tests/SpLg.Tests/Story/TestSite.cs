using System.Net.Http.Json;
using SpLg.Commands;
using SpLg.Demo;
using SpLg.LocalSite;

namespace SpLg.Tests.Story;

/// <summary>A local site in this process, and somebody who works in it as staff do.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>
    /// Those who write requests and drafts, and who approves, in the tests, besides the made-up organisation's own.
    /// </summary>
    private static readonly IReadOnlyList<SitePerson> Staff =
    [
        new("Eva Nyström", "eva.nystrom@exempel.se") { Groups = [SiteGroup.Coordinators] },
        new("Anna Ek", "anna.ek@exempel.se") { Groups = [SiteGroup.Coordinators] },
        new("Isa Samordnare", "isa.samordnare@exempel.se") { Groups = [SiteGroup.Coordinators] },
        new("Nils Anställd", "nils.anstalld@exempel.se") { Groups = [SiteGroup.Coordinators] },
        new("Karin Chef", "karin.chef@exempel.se") { Groups = [SiteGroup.Approvers] },
    ];

    private readonly ClockAhead clock;

    private TestSite(string folder, LocalSiteServer server, ClockAhead clock)
    {
        Folder = folder;
        Server = server;
        this.clock = clock;
    }

    /// <summary>A folder of this site's own, removed at the end.</summary>
    public string Folder { get; }

    public LocalSiteServer Server { get; }

    /// <summary>
    /// Moves the site's clock on: SharePoint keeps whole seconds, and a person needs more than one between two acts.
    /// </summary>
    public void NextSecond() => clock.Ahead += TimeSpan.FromSeconds(2);

    /// <param name="empty">True leaves out the lists, as before provisioning.</param>
    /// <param name="pdf">True lets it convert documents with LibreOffice, which takes seconds.</param>
    /// <param name="without">English name of a list that the site lacks.</param>
    /// <param name="schema">Lists of its own; those of the program when it is not said.</param>
    public static async Task<TestSite> StartAsync(
        bool empty = false,
        bool pdf = false,
        string? without = null,
        SiteSchema? schema = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("splg-test-").FullName;
        schema ??= ShippedFiles.Schema();
        var ahead = new ClockAhead();
        var options = new LocalSiteOptions(Path.Combine(folder, "site"))
        {
            Schema = empty ? null : schema with { Lists = [.. schema.Lists.Where(l => l.Name != without)] },
            People = [.. DemoData.People(schema), .. Staff],
            ConvertToPdf = pdf,
            Clock = ahead,
        };
        return new(folder, await LocalSiteServer.StartAsync(options), ahead);
    }

    /// <summary>
    /// A site with one incident, the organisation's settings, and in every other list one row of a year long gone, so
    /// that nothing is missing for an approval: enough for a review, and quick.
    /// </summary>
    /// <inheritdoc cref="StartAsync" path="/param"/>
    public static async Task<TestSite> WithFewRowsAsync(bool pdf = false)
    {
        var test = await StartAsync(pdf: pdf);
        using var site = await test.OpenAsync();
        await site.Writer.CreateAsync(
            site.List(Setting.List),
            site.Schema.List(Setting.List),
            new Dictionary<string, object?>
            {
                ["Title"] = "Inställningar",
                ["OrganisationName"] = "Provnämnden",
                ["OrganisationForm"] = "Nämnd",
                ["ExternalKey"] = "s-1",
            },
            CancellationToken.None
        );
        await test.AddIncidentAsync(site, "Stulen dator", "i-1");
        string[] others = [Setting.List, Incident.List, ReviewRequest.List, TextBlock.List];
        foreach (var list in site.Schema.Lists.Where(l => !l.IsLibrary && !others.Contains(l.Name)))
        {
            await site.Writer.CreateAsync(
                site.List(list.Name),
                list,
                list.Columns.Where(c =>
                        c.Required || c.Kind == ColumnKind.Note || c.Name is "Title" or "Year" or "Publication"
                    )
                    .ToDictionary(c => c.Name, AnyValue, StringComparer.Ordinal),
                CancellationToken.None
            );
        }
        return test;
    }

    private static object? AnyValue(ColumnSchema column) =>
        column.Kind switch
        {
            ColumnKind.Choice or ColumnKind.MultiChoice => column.Choices[column.Name == "Status" ? ^1 : 0],
            ColumnKind.Number => column.Name == "Year" ? 2020 : column.Minimum ?? 1,
            ColumnKind.YesNo => true,
            ColumnKind.Date or ColumnKind.DateTime => new DateOnly(2020, 5, 1),
            ColumnKind.Lookup => new Reference(1, null),
            _ when column.Name == "Clause" => "4.1",
            _ => $"{column.Name} 2020",
        };

    public Task AddIncidentAsync(OpenSite site, string title, string key) =>
        site.Writer.CreateAsync(
            site.List(Incident.List),
            site.Schema.List(Incident.List),
            new Dictionary<string, object?>
            {
                ["Title"] = title,
                ["OccurredOn"] = new DateOnly(2026, 3, 1),
                ["Kind"] = "Dataskydd",
                ["Severity"] = "Låg",
                ["Status"] = "Ny",
                ["Year"] = 2026,
                ["ExternalKey"] = key,
            },
            CancellationToken.None
        );

    public WorkerSettings Worker(string name) =>
        new(
            name,
            Directory.CreateDirectory(Path.Combine(Folder, "state")).FullName,
            TimeSpan.FromMilliseconds(50),
            TimeSpan.FromMinutes(10),
            TimeSpan.FromHours(1)
        );

    /// <summary>The site with lists that the program does not have.</summary>
    public Task<OpenSite> OpenAsync(SiteSchema schema) =>
        OpenSite.OpenAsync(
            LocalSettings.Of(Server, Stockholm, Worker("person")),
            TimeProvider.System,
            new Lines().Pauses,
            CancellationToken.None,
            schema: schema
        );

    /// <param name="clock">Measures the waits between repeated calls; null takes the system's.</param>
    /// <param name="approvers">E-mail addresses of those who may approve.</param>
    public Task<OpenSite> OpenAsync(TimeProvider? clock = null, params string[] approvers) =>
        OpenSite.OpenAsync(
            LocalSettings.Of(Server, Stockholm, Worker("person"), approvers),
            clock ?? TimeProvider.System,
            new Lines().Pauses,
            CancellationToken.None
        );

    /// <summary>The options that point any command at this site.</summary>
    public string[] Options =>
        [
            .. LocalSettings.AsOptions(Server).Split(' '),
            "--set",
            $"Worker:StateFolder={Path.Combine(Folder, "state")}",
            "--set",
            "Worker:PollSeconds=0.05",
        ];

    /// <summary>
    /// This site in a process of its own, under the same address; after <see cref="Server"/> has been disposed.
    /// </summary>
    public async Task<SplgProcess> StartSiteProcessAsync()
    {
        var port = Server.GraphAddress.Port;
        var process = SplgProcess.Start("site", "--folder", Path.Combine(Folder, "site"), "--port", $"{port}");
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(25))
        {
            using var client = new System.Net.Sockets.TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return process;
            }
            catch (System.Net.Sockets.SocketException)
                when (TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(60))
            {
                // It has not come so far yet.
            }
        }
    }

    /// <summary>Runs one of the executable's commands on this site, in this process.</summary>
    public Task<SplgRun> RunAsync(params string[] args) => SplgRun.InProcessAsync([.. args, .. Options]);

    public async Task<string> RequestAsync(
        OpenSite site,
        int? year = 2026,
        ReviewStatus status = ReviewStatus.Requested,
        string? runId = null,
        DateTimeOffset? lastRunOn = null
    )
    {
        var values = new Dictionary<string, object?>
        {
            ["Title"] = "Genomgång",
            ["Status"] = Choice.Text(status),
            ["Year"] = year,
            ["RunId"] = runId,
            ["LastRunOn"] = lastRunOn,
            ["RegistryNumber"] = "PN 2026/1",
            ["MeetingOn"] = new DateOnly(2026, 11, 20),
            ["Suitable"] = "Ja",
            ["SuitableReason"] = "Det passar uppdraget.",
            ["Adequate"] = "Delvis",
            ["AdequateReason"] = "En roll är inte tillsatt.",
            ["Effective"] = "Ja",
            ["EffectiveReason"] = "Målen nås.",
            ["NoDecisions"] = true,
        };
        return (
            await site.Writer.CreateAsync(
                site.List(ReviewRequest.List),
                site.Schema.List(ReviewRequest.List),
                values,
                CancellationToken.None
            )
        ).Id;
    }

    public Task SetAsync(OpenSite site, string id, string column, object? value) =>
        site.Writer.UpdateAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            id,
            new Dictionary<string, object?> { [column] = value },
            null,
            CancellationToken.None
        );

    /// <summary>For a worker that is to come to rest: one that never does fails its test instead of hanging.</summary>
    public static CancellationToken Deadline() => new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    /// <summary>Sets the status as somebody who is signed in to SharePoint.</summary>
    public Task SetStatusAsPersonAsync(OpenSite site, string id, string person, string status) =>
        SetAsPersonAsync(site, id, person, new { Status = status });

    /// <summary>Writes columns of a request in one change, as somebody who is signed in to SharePoint.</summary>
    /// <param name="fields">As on the wire.</param>
    public Task SetAsPersonAsync(OpenSite site, string id, string person, object fields) =>
        WriteAsync(site, id, "user:" + Uri.EscapeDataString(person), fields);

    /// <summary>As <see cref="SetAsPersonAsync"/>, by another application that may write on the site.</summary>
    public Task SetAsApplicationAsync(OpenSite site, string id, string application, object fields) =>
        WriteAsync(site, id, "app:" + Uri.EscapeDataString(application), fields);

    private async Task WriteAsync(OpenSite site, string id, string token, object fields)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var address = new Uri(
            Server.GraphAddress,
            $"sites/{site.Site.Id}/lists/{site.List(ReviewRequest.List).Id}/items/{id}/fields"
        );
        using var answer = await http.PatchAsJsonAsync(address, fields);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Puts somebody into the coordinators' group, as an owner of the site does.</summary>
    public async Task LetCoordinateAsync(string person)
    {
        using var http = new HttpClient();
        var group = ShippedFiles.Schema().Parameters["CoordinatorGroup"];
        using var answer = await http.PostAsJsonAsync(
            new Uri(Server.GraphAddress, "/_rights"),
            new
            {
                person,
                group,
                member = true,
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Somebody signs in for the first time, and is known to the site.</summary>
    public async Task SignInAsync(OpenSite site, string person)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "user:" + Uri.EscapeDataString(person));
        (await http.GetAsync(new Uri(Server.GraphAddress, $"sites/{site.Site.Id}"))).EnsureSuccessStatusCode();
    }

    /// <summary>A page or file of the site for people, as whoever is chosen sees it.</summary>
    public async Task<HttpResponseMessage> GetAsAsync(OpenSite site, string person, Uri address)
    {
        using var http = new HttpClient();
        var number = (await site.Reader.PeopleAsync(CancellationToken.None))!.Values.First(p => p.Name == person).Id;
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Headers = { { "Cookie", $"splg-person={number}" } },
        };
        return await http.SendAsync(request);
    }

    public async Task DeleteRequestAsync(OpenSite site, string id)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "person");
        using var answer = await http.DeleteAsync(
            new Uri(Server.GraphAddress, $"sites/{site.Site.Id}/lists/{site.List(ReviewRequest.List).Id}/items/{id}")
        );
        answer.EnsureSuccessStatusCode();
    }

    public async Task<ListRow> RowAsync(OpenSite site, string id) =>
        await site.Reader.RowAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            id,
            CancellationToken.None
        );

    public async Task<ReviewRequest> ReadRequestAsync(OpenSite site, string id) =>
        ReviewRequest.Read(
            new RowReader(site.Schema.List(ReviewRequest.List), await RowAsync(site, id), site.Zone, [])
        );

    /// <summary>Saves the year's document as a person does, over what is there.</summary>
    public static Task SaveByHandAsync(OpenSite site, byte[] content, int year = 2026) =>
        SaveFileAsync(site, DocumentName(year), content);

    /// <summary>Saves a file of the library for drafts as a person does, over what is there.</summary>
    public static async Task SaveFileAsync(OpenSite site, string name, byte[] content)
    {
        var library = await LibraryAsync(site);
        var there = await library.FindAsync(name, CancellationToken.None);
        await library.UploadAsync(name, content, there?.ETag, CancellationToken.None);
    }

    /// <summary>Saves a file of the library for drafts as this person, over whatever is there.</summary>
    public async Task SaveAsPersonAsync(OpenSite site, string person, string name, byte[] content)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "user:" + Uri.EscapeDataString(person));
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(Server.GraphAddress, $"sites/{site.Site.Id}/lists/{site.List(LibraryColumns.Library).Id}/drive")
            )
        );
        var address = new Uri(
            Server.GraphAddress,
            $"drives/{drive.RootElement.GetProperty("id").GetString()}/root:/{Uri.EscapeDataString(name)}:/content"
        );
        using var answer = await http.PutAsync(
            address,
            new ByteArrayContent(content) { Headers = { ContentType = new("application/octet-stream") } }
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The document of a year, when it is there.</summary>
    public Task<byte[]?> DocumentAsync(OpenSite site, int year = 2026) => FileAsync(site, DocumentName(year));

    /// <summary>A file of the library for drafts, when it is there.</summary>
    public static async Task<byte[]?> FileAsync(OpenSite site, string name)
    {
        var library = await LibraryAsync(site);
        return await library.FindAsync(name, CancellationToken.None) is { } file
            ? await library.DownloadAsync(file, CancellationToken.None)
            : null;
    }

    /// <summary>The words of a document in the library for drafts.</summary>
    public static async Task<string> TextAsync(OpenSite site, string name) =>
        Documents.Text((await FileAsync(site, name))!);

    public async Task DeleteFileAsync(OpenSite site, string name)
    {
        var file = await (await LibraryAsync(site)).FindAsync(name, CancellationToken.None);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "person");
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(Server.GraphAddress, $"sites/{site.Site.Id}/lists/{site.List(LibraryColumns.Library).Id}/drive")
            )
        );
        using var answer = await http.DeleteAsync(
            new Uri(Server.GraphAddress, $"drives/{drive.RootElement.GetProperty("id").GetString()}/items/{file!.Id}")
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How many documents the library for drafts holds; what lies beside each is not counted.</summary>
    public async Task<int> DocumentCountAsync(OpenSite site) =>
        (await FileNamesAsync(site)).Count(n => n.EndsWith(".docx", StringComparison.Ordinal));

    /// <summary>The names of all files in the library for drafts.</summary>
    public async Task<IReadOnlyList<string>> FileNamesAsync(OpenSite site)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "person");
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(Server.GraphAddress, $"sites/{site.Site.Id}/lists/{site.List(LibraryColumns.Library).Id}/drive")
            )
        );
        using var files = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri(Server.GraphAddress, $"drives/{drive.RootElement.GetProperty("id").GetString()}/root/children")
            )
        );
        return
        [
            .. files.RootElement.GetProperty("value").EnumerateArray().Select(f => f.GetProperty("name").GetString()!),
        ];
    }

    private static string DocumentName(int year) => $"Ledningens genomgång {year}.docx";

    private static Task<DocumentLibrary> LibraryAsync(OpenSite site) =>
        site.LibraryAsync(LibraryColumns.Library, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
