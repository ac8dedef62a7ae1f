namespace SpLg.Tests.LocalSite;

/// <summary>Who asks sees and may do what the template's rights say, through Graph and on the pages alike.</summary>
public sealed class AccessTests(ITestOutputHelper output)
{
    internal const string Site = "/sites/informationssakerhet";
    internal const string Coordinator = "user:Karin Lindqvist";
    internal const string Officer = "user:Johan Åkesson";
    internal const string OtherOfficer = "user:amina.hassan@exempel.se";
    internal const string Approver = "user:Per Nyström";
    internal const string Employee = "user:Mikael Forsman";

    private static readonly string[] Closed =
    [
        "TextBlocks",
        "Settings",
        "ReviewRequests",
        "WorkDocuments",
        "Templates",
    ];

    [Fact]
    public async Task Collections_hold_what_each_person_may_read_and_nothing_else()
    {
        await using var site = await RunningSite.StartAsync(output);
        var all = await ListsAsync("app");

        Assert.Equal(["PublishedReviews", "SitePages"], await ListsAsync(Employee));
        Assert.Equal([.. all.Where(l => !Closed.Contains(l) && l != "Delade dokument")], await ListsAsync(Officer));
        Assert.Equal(all, await ListsAsync(Coordinator));
        Assert.Equal(all, await ListsAsync(Approver));
        Assert.Equal(
            ["Publicerade genomgångar"],
            (await site.GetAsync($"{site.SitePath}/drives", "collectionOf.drive", Employee))
                .Values()
                .Select(d => d.Text("name"))
        );
        var expanded = await site.GetAsync($"{site.SitePath}?$expand=lists,drives", "site", Employee);
        Assert.Equal(2, expanded.GetProperty("lists").GetArrayLength());
        Assert.Equal(1, expanded.GetProperty("drives").GetArrayLength());

        async Task<IReadOnlyList<string>> ListsAsync(string token) =>
            [
                .. (await site.GetAsync($"{site.SitePath}/lists", "collectionOf.list", token))
                    .Values()
                    .Select(l => l.Text("name"))
                    .Order(StringComparer.Ordinal),
            ];
    }

    [Fact]
    public async Task A_list_one_has_no_rights_to_is_refused_in_every_way_to_ask_for_it()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = $"{site.SitePath}/lists/Incidents";
        await site.CreateItemAsync(list, new { Title = "Hemlig" });
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        var file = (
            await site.SendAsync(
                "PUT",
                $"{drive}/root:/a.txt:/content",
                HttpStatusCode.Created,
                "driveItem",
                "a"u8.ToArray()
            )
        ).Text("id");
        var address = new Uri(site.Server.SiteAddress, "/_rights").ToString();
        string[] ways =
        [
            list,
            $"{site.SitePath}/lists/Incidenter",
            $"{list}?$expand=items($expand=fields),columns",
            $"{list}/items",
            $"{list}/items?$expand=fields",
            $"{list}/items/1",
            $"{list}/items/1/fields",
            $"{list}/items/1/versions?$expand=fields",
            $"{list}/items/delta",
            $"{list}/items/delta(token='latest')",
            $"{list}/columns",
            $"{list}/contentTypes",
            $"{list}/permissions",
            $"{list}/items/1/permissions",
            $"{site.SitePath}/lists/WorkDocuments/drive",
            drive,
            $"{drive}/root",
            $"{drive}/root/children",
            $"{drive}/root:/a.txt",
            $"{drive}/items/{file}",
            $"{drive}/items/{file}/content",
            $"{drive}/items/{file}/content?format=pdf",
            $"{drive}/items/{file}/versions",
            $"{drive}/items/{file}/versions/0.1/content",
            $"{drive}/items/{file}/listItem",
            $"{drive}/root/permissions",
            $"{site.SitePath}/permissions",
            $"{site.SitePath}/drive",
            $"{site.SitePath}/drive/root/children",
        ];
        foreach (var way in ways)
            await RefusedAsync("GET", way);
        await RefusedAsync("POST", $"{list}/items", new { fields = new { Title = "x" } });
        await RefusedAsync("PATCH", $"{list}/items/1/fields", new { Title = "x" });
        await RefusedAsync("DELETE", $"{list}/items/1");
        await RefusedAsync("DELETE", list);
        await RefusedAsync("PUT", $"{drive}/root:/a.txt:/content", "x"u8.ToArray());
        await RefusedAsync("POST", $"{drive}/root:/b.txt:/createUploadSession", new { });
        await RefusedAsync("POST", $"{drive}/items/{file}/checkout");
        await RefusedAsync("POST", $"{drive}/items/{file}/createLink", new { type = "view", scope = "organization" });
        await RefusedAsync(
            "POST",
            $"{site.SitePath}/lists",
            new { displayName = "Ny", list = new { template = "genericList" } }
        );
        await RefusedAsync(
            "POST",
            $"{site.SitePath}/pages",
            new Dictionary<string, object> { ["@odata.type"] = "#microsoft.graph.sitePage", ["title"] = "x" }
        );

        var batch = new
        {
            requests = new[]
            {
                new
                {
                    id = "1",
                    method = "GET",
                    url = $"/{list}/items/1?$expand=fields",
                },
            },
        };
        var answer = await site.SendAsync("POST", "$batch", batch, Employee);
        Assert.Equal(403, answer.Json.GetProperty("responses")[0].GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.SendAsync("GET", list, token: "user:")).Status);

        foreach (
            var page in (string[])
                [
                    "Lists/Incidents",
                    "Lists/Incidents/DispForm.aspx?ID=1",
                    "Lists/Incidents/1_.000",
                    "Lists/Incidents/EditForm.aspx?ID=1",
                    "WorkDocuments",
                    "WorkDocuments/a.txt",
                    "WorkDocuments/finns-inte.txt",
                    "WorkDocuments/Forms/DispForm.aspx?ID=1",
                ]
        )
        {
            foreach (var cookie in (string?[])[null, await PersonAsync(site, "Mikael Forsman")])
            {
                var reply = await PageAsync(site, $"{Site}/{page}", cookie);
                Assert.True(
                    reply.Status == HttpStatusCode.Forbidden
                        && !reply.Text.Contains("Hemlig", StringComparison.Ordinal),
                    $"{page}: {reply.Status}"
                );
                Assert.Contains("<h1>Du har inte behörighet</h1>", reply.Text, StringComparison.Ordinal);
            }
        }
        var viewer = (
            await site.GetAsync(await DrivesTests.UploadAsync(site, drive, "a.docx", "a"u8.ToArray()), "driveItem")
        ).Text("webUrl");
        Assert.Equal(HttpStatusCode.Forbidden, (await site.SendAsync("GET", viewer, token: null)).Status);

        async Task RefusedAsync(string method, string way, object? body = null)
        {
            var reply = await site.SendAsync(method, way, body, Employee);
            Assert.True(reply.Status == HttpStatusCode.Forbidden, $"{method} {way}: {(int)reply.Status} {reply.Text}");
            Assert.Equal("accessDenied", reply.Json.GetProperty("error").Text("code"));
        }
    }

    [Fact]
    public async Task A_case_officer_adds_incidents_and_sees_and_changes_those_they_wrote()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = $"{site.SitePath}/lists/Incidents";
        await site.CreateItemAsync(list, new { Title = "Programmets" });
        await site.CreateItemAsync(list, new { Title = "Johans" }, Officer);
        await site.CreateItemAsync(list, new { Title = "Aminas" }, OtherOfficer);
        await site.CreateItemAsync(list, new { Title = "Bort" });
        await site.SendAsync("DELETE", $"{list}/items/4", HttpStatusCode.NoContent, null);

        Assert.Equal(["Johans"], await TitlesAsync($"{list}/items?$expand=fields", Officer));
        Assert.Equal(["Johans"], await TitlesAsync($"{list}/items/delta?$expand=fields", Officer));
        Assert.Equal(
            ["Johans"],
            await TitlesAsync(
                $"{list}/items?$expand=fields&$filter=startswith(fields/ExternalKey,'') or id gt 0",
                Officer,
                "HonorNonIndexedQueriesWarningMayFailRandomly"
            )
        );
        foreach (
            var way in (string[])
                [
                    $"{list}/items/1",
                    $"{list}/items/1/fields",
                    $"{list}/items/1/versions",
                    $"{list}/items/3?$expand=fields",
                ]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("GET", way, token: Officer)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.SendAsync("PATCH", $"{list}/items/1/fields", new { Title = "x" }, Officer)).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.SendAsync("DELETE", $"{list}/items/3", token: Officer)).Status
        );
        await site.SendAsync(
            "PATCH",
            $"{list}/items/2/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Title = "Johans egen" },
            Officer
        );

        // Nobody's incidents are hidden from those whose part it is to see them all, and who approves changes none.
        foreach (var all in (string[])["app", Coordinator, Approver])
            Assert.Equal(3, (await TitlesAsync($"{list}/items?$expand=fields", all)).Count);
        await site.SendAsync(
            "PATCH",
            $"{list}/items/3/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Title = "Rättad" },
            Coordinator
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("PATCH", $"{list}/items/3/fields", new { Title = "x" }, Approver)).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("POST", $"{list}/items", new { fields = new { Title = "x" } }, Approver)).Status
        );

        var johan = await PersonAsync(site, "Johan Åkesson");
        var page = (await PageAsync(site, $"{Site}/Lists/Incidents", johan)).Text;
        Assert.Contains("Johans egen", page, StringComparison.Ordinal);
        Assert.Contains("Ny rad", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rättad", page, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PageAsync(site, $"{Site}/Lists/Incidents/DispForm.aspx?ID=3", johan)).Status
        );
        var per = (
            await PageAsync(site, $"{Site}/Lists/Incidents/DispForm.aspx?ID=3", await PersonAsync(site, "Per Nyström"))
        ).Text;
        Assert.Contains("Rättad", per, StringComparison.Ordinal);
        Assert.DoesNotContain(">Ändra<", per, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await PageAsync(
                    site,
                    $"{Site}/Lists/Incidents/EditForm.aspx?ID=3",
                    await PersonAsync(site, "Per Nyström")
                )
            ).Status
        );

        async Task<IReadOnlyList<string>> TitlesAsync(string way, string token, string prefer = "") =>
            [
                .. (await site.SendAsync("GET", way, token: token, headers: ("Prefer", prefer)))
                    .Json.GetProperty("value")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("fields").Text("Title")),
            ];
    }

    [Fact]
    public async Task A_reader_of_the_open_library_sees_published_versions_through_Graph_too()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Publicerade genomgångar");
        var file = await DrivesTests.UploadAsync(site, drive, "a.txt", "utkast ett"u8.ToArray());

        Assert.Empty((await site.GetAsync($"{drive}/root/children", "collectionOf.driveItem", Employee)).Values());
        Assert.Empty(
            (
                await site.GetAsync($"{site.SitePath}/lists/PublishedReviews/items", "collectionOf.listItem", Employee)
            ).Values()
        );
        foreach (
            var way in (string[])
                [
                    file,
                    $"{file}/content",
                    $"{file}/versions",
                    $"{drive}/root:/a.txt",
                    $"{site.SitePath}/lists/PublishedReviews/items/1/driveItem",
                ]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("GET", way, token: Employee)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync("GET", file, token: Coordinator)).Status);

        await site.SendAsync("POST", $"{file}/checkout", HttpStatusCode.NoContent, null);
        await site.SendAsync("PUT", $"{file}/content", HttpStatusCode.OK, "driveItem", "publicerat"u8.ToArray());
        await site.SendAsync(
            "POST",
            $"{file}/checkin",
            HttpStatusCode.NoContent,
            null,
            new { checkInAs = "published" }
        );
        await site.SendAsync("PUT", $"{file}/content", HttpStatusCode.OK, "driveItem", "utkast två"u8.ToArray());

        var redirect = await site.SendAsync("GET", $"{file}/content", token: Employee);
        Assert.Equal("publicerat", (await site.SendAsync("GET", redirect.Header("Location")!, token: null)).Text);
        Assert.Equal(
            ["1.0"],
            (await site.GetAsync($"{file}/versions", "collectionOf.driveItemVersion", Employee))
                .Values()
                .Select(v => v.Text("id"))
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.SendAsync("GET", $"{file}/versions/1.1/content", token: Employee)).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("PUT", $"{file}/content", "x"u8.ToArray(), Employee)).Status
        );
        // Who approves reads drafts where those lie, and writes none.
        var work = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        await site.SendAsync(
            "PUT",
            $"{work}/root:/u.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "utkast"u8.ToArray(),
            Coordinator
        );
        Assert.Single((await site.GetAsync($"{work}/root/children", "collectionOf.driveItem", Approver)).Values());
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("PUT", $"{work}/root:/u.txt:/content", "x"u8.ToArray(), Approver)).Status
        );
    }

    [Fact]
    public async Task A_row_that_points_to_one_the_reader_does_not_see_does_not_tell_its_title()
    {
        await using var site = await RunningSite.StartAsync(output);
        var target = $"{site.SitePath}/lists/Settings";
        await site.CreateItemAsync(target, new { Title = "Hemlig rad" });
        var id = (await site.GetAsync(target, "list")).Text("id");
        var columns = $"{site.SitePath}/lists/Decisions/columns";
        await site.SendAsync(
            "POST",
            columns,
            HttpStatusCode.Created,
            "columnDefinition",
            new { name = "Pekare", lookup = new { listId = id, columnName = "Title" } }
        );
        var row = (
            await site.CreateItemAsync($"{site.SitePath}/lists/Decisions", new { Title = "Beslut", PekareLookupId = 1 })
        ).Text("id");

        var way = $"{site.SitePath}/lists/Decisions/items/{row}?$expand=fields($select=Title,Pekare)";
        Assert.Equal(
            "Hemlig rad",
            (await site.GetAsync(way, "listItem", Coordinator)).GetProperty("fields").Text("Pekare")
        );
        Assert.DoesNotContain(
            "Hemlig rad",
            (await site.SendAsync("GET", way, token: Officer)).Text,
            StringComparison.Ordinal
        );
        var johan = await PersonAsync(site, "Johan Åkesson");
        Assert.DoesNotContain(
            "Hemlig rad",
            (await PageAsync(site, $"{Site}/Lists/Decisions/EditForm.aspx?ID={row}", johan)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await site.SendAsync(
                    "PATCH",
                    $"{site.SitePath}/lists/Decisions/items/{row}/fields",
                    new { PekareLookupId = 1 },
                    Officer
                )
            ).Status
        );
    }

    internal static async Task<string> PersonAsync(RunningSite site, string name) =>
        (
            await site.GetAsync(
                $"{site.SitePath}/lists/Anv%C3%A4ndarinformation/items?$expand=fields",
                "collectionOf.listItem"
            )
        )
            .Values()
            .First(p => p.GetProperty("fields").Text("Title") == name)
            .Text("id");

    internal static Task<RunningSite.Reply> PageAsync(RunningSite site, string address, string? person) =>
        site.SendAsync(
            "GET",
            new Uri(site.Server.SiteAddress, address).ToString(),
            token: null,
            headers: person is null ? [] : [("Cookie", $"splg-person={person}")]
        );
}
