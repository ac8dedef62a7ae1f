namespace SpLg.Tests.LocalSite;

public sealed class DrivesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Libraries_are_drives_and_site_pages_and_lists_are_not()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drives = (await site.GetAsync($"{site.SitePath}/drives", "collectionOf.drive")).Values();
        Assert.Contains(drives, d => d.Text("name") == "Publicerade genomgångar");
        Assert.DoesNotContain(drives, d => d.Text("name") == "Webbplatssidor");
        var usual = await site.GetAsync($"{site.SitePath}/drive", "drive");
        Assert.Equal("Dokument", usual.Text("name"));
        Assert.Equal(usual.Text("id"), (await site.GetAsync($"drives/{usual.Text("id")}", "drive")).Text("id"));
        Assert.StartsWith("b!", usual.Text("id"), StringComparison.Ordinal);
        Assert.Equal(
            usual.Text("id"),
            (await site.GetAsync($"{site.SitePath}/lists/Dokument/drive", "drive")).Text("id")
        );
        var root = await site.GetAsync($"drives/{usual.Text("id")}/root", "driveItem");
        Assert.True(root.Has("root"));
        await site.RefusedAsync(
            "GET",
            $"{site.SitePath}/lists/SitePages/drive",
            HttpStatusCode.BadRequest,
            "invalidRequest"
        );
        await site.RefusedAsync(
            "GET",
            $"{site.SitePath}/lists/Incidents/drive",
            HttpStatusCode.BadRequest,
            "invalidRequest"
        );
        await site.RefusedAsync(
            "DELETE",
            $"drives/{usual.Text("id")}/root",
            HttpStatusCode.BadRequest,
            "invalidRequest"
        );
    }

    [Fact]
    public async Task A_small_file_is_put_read_through_the_other_host_replaced_and_deleted()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DriveAsync(site, "Dokument");
        var made = await site.SendAsync(
            "PUT",
            $"{drive}/root:/Rapport åäö.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "Första"u8.ToArray()
        );
        Assert.Matches("^\"{[0-9A-F-]{36}},1\"$", made.Text("eTag"));
        Assert.Equal(7, made.GetProperty("size").GetInt32());
        var item = $"{drive}/items/{made.Text("id")}";

        var redirect = await site.SendAsync("GET", $"{item}/content");
        Assert.Equal(HttpStatusCode.Found, redirect.Status);
        Assert.StartsWith($"http://{site.Host}/", redirect.Header("Location"), StringComparison.Ordinal);
        Assert.Equal("Första", (await site.SendAsync("GET", redirect.Header("Location")!, token: null)).Text);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await site.SendAsync("GET", redirect.Header("Location")!.Replace("tempauth=", "tempauth=1"))).Status
        );

        var replaced = await site.SendAsync(
            "PUT",
            $"{drive}/root:/rapport%20%C3%A5%C3%A4%C3%B6.TXT:/content",
            HttpStatusCode.OK,
            "driveItem",
            "Andra"u8.ToArray(),
            headers: [("If-Match", made.Text("eTag"))]
        );
        Assert.Equal(made.Text("id"), replaced.Text("id"));
        Assert.EndsWith(",2\"", replaced.Text("cTag"), StringComparison.Ordinal);
        await site.RefusedAsync(
            "PUT",
            $"{item}/content",
            HttpStatusCode.PreconditionFailed,
            "notAllowed",
            "x"u8.ToArray(),
            ("If-Match", made.Text("eTag"))
        );
        await site.RefusedAsync(
            "PATCH",
            item,
            HttpStatusCode.PreconditionFailed,
            "resourceModified",
            new { name = "x.txt" },
            ("If-Match", made.Text("eTag"))
        );
        await site.RefusedAsync(
            "PUT",
            $"{item}/content?@microsoft.graph.conflictBehavior=fail",
            HttpStatusCode.Conflict,
            "nameAlreadyExists",
            "x"u8.ToArray()
        );
        var other = await site.SendAsync(
            "PUT",
            $"{drive}/root:/Rapport åäö.txt:/content?@microsoft.graph.conflictBehavior=rename",
            HttpStatusCode.Created,
            "driveItem",
            "x"u8.ToArray()
        );
        Assert.Equal("Rapport åäö 1.txt", other.Text("name"));

        var versions = (await site.GetAsync($"{item}/versions", "collectionOf.driveItemVersion")).Values();
        Assert.Equal(["2.0", "1.0"], versions.Select(v => v.Text("id")));
        var old = await site.SendAsync("GET", $"{item}/versions/1.0/content");
        Assert.Equal("Första", (await site.SendAsync("GET", old.Header("Location")!, token: null)).Text);
        await site.SendAsync("DELETE", item, HttpStatusCode.NoContent, null);
        await site.RefusedAsync("GET", item, HttpStatusCode.NotFound, "itemNotFound");
    }

    [Fact]
    public async Task Folders_are_made_listed_renamed_and_reached_by_path()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DriveAsync(site, "Dokument");
        var folder = await site.SendAsync(
            "POST",
            $"{drive}/root/children",
            HttpStatusCode.Created,
            "driveItem",
            new { name = "År 2026", folder = new { } }
        );
        await site.RefusedAsync(
            "POST",
            $"{drive}/root/children",
            HttpStatusCode.Conflict,
            "nameAlreadyExists",
            new { name = "år 2026", folder = new { } }
        );
        await site.SendAsync(
            "PUT",
            $"{drive}/items/{folder.Text("id")}:/a.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "a"u8.ToArray()
        );
        var deep = await site.SendAsync(
            "PUT",
            $"{drive}/root:/År 2026/Bilagor/b.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "b"u8.ToArray()
        );
        Assert.EndsWith(
            "/root:/%C3%85r%202026/Bilagor",
            deep.GetProperty("parentReference").Text("path"),
            StringComparison.Ordinal
        );
        var children = (await site.GetAsync($"{drive}/root:/År 2026:/children", "collectionOf.driveItem")).Values();
        Assert.Equal(["a.txt", "Bilagor"], children.Select(c => c.Text("name")));
        Assert.Single((await site.GetAsync($"{drive}/root/children?$top=1", "collectionOf.driveItem")).Values());
        var renamed = await site.SendAsync(
            "PATCH",
            $"{drive}/items/{folder.Text("id")}",
            HttpStatusCode.OK,
            "driveItem",
            new { name = "År 2027" }
        );
        Assert.Equal("År 2027", renamed.Text("name"));
        await site.GetAsync($"{drive}/root:/År 2027/Bilagor/b.txt", "driveItem");
        await site.RefusedAsync("GET", $"{drive}/root:/År 2026", HttpStatusCode.NotFound, "itemNotFound");
        await site.SendAsync("DELETE", $"{drive}/items/{folder.Text("id")}", HttpStatusCode.NoContent, null);
        Assert.Empty((await site.GetAsync($"{drive}/root/children", "collectionOf.driveItem")).Values());
    }

    [Theory]
    [InlineData("..%2Fut.txt")]
    [InlineData("a%3Fb.txt")]
    [InlineData("%20inledd.txt")]
    [InlineData("~$l%C3%A5st.docx")]
    [InlineData("CON")]
    [InlineData("..")]
    [InlineData("a%5Cb.txt")]
    public async Task A_name_sharepoint_would_not_take_is_refused_and_nothing_leaves_the_folder(string name)
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DriveAsync(site, "Dokument");
        var reply = await RawAsync(site, "PUT", $"/v1.0/{drive}/root:/{name}:/content", "x");
        Assert.Contains("400", reply.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("invalidRequest", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_with_drafts_begins_at_a_draft_and_publishes_by_check_in()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DriveAsync(site, "Arbetsdokument");
        var made = await site.SendAsync(
            "PUT",
            $"{drive}/root:/g.docx:/content",
            HttpStatusCode.Created,
            "driveItem",
            "x"u8.ToArray()
        );
        var item = $"{drive}/items/{made.Text("id")}";
        Assert.Contains("/_layouts/15/Doc.aspx?sourcedoc=", made.Text("webUrl"), StringComparison.Ordinal);
        async Task<string> State()
        {
            var publication = (await site.GetAsync($"{item}?$select=publication", "driveItem")).GetProperty(
                "publication"
            );
            return $"{publication.Text("level")} {publication.Text("versionId")}";
        }
        Assert.Equal("draft 0.1", await State());
        await site.SendAsync(
            "PATCH",
            $"{item}/listItem/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Title = "Genomgång" }
        );
        Assert.Equal("draft 0.2", await State());
        await site.SendAsync("POST", $"{item}/checkout", HttpStatusCode.NoContent, null);
        Assert.Equal("checkout 0.2", await State());
        Assert.Equal(
            HttpStatusCode.Locked,
            (await site.SendAsync("PUT", $"{item}/content", "y"u8.ToArray(), "user:Karin Lindqvist")).Status
        );
        await site.SendAsync("PUT", $"{item}/content", HttpStatusCode.OK, "driveItem", "utcheckad"u8.ToArray());
        await site.SendAsync("POST", $"{item}/discardCheckout", HttpStatusCode.NoContent, null);
        Assert.Equal(1, (await site.GetAsync(item, "driveItem")).GetProperty("size").GetInt32());
        await site.SendAsync("POST", $"{item}/checkout", HttpStatusCode.NoContent, null);
        await site.SendAsync(
            "POST",
            $"{item}/checkin",
            HttpStatusCode.NoContent,
            null,
            new { comment = "Klar", checkInAs = "published" }
        );
        Assert.Equal("published 1.0", await State());
        var fields = (await site.GetAsync($"{item}/listItem", "listItem")).GetProperty("fields");
        Assert.Equal("Klar", fields.Text("_CheckinComment"));
        Assert.Equal("g.docx", fields.Text("FileLeafRef"));
        await site.RefusedAsync("POST", $"{item}/checkin", HttpStatusCode.BadRequest, "invalidRequest", new { });
        var rows = (
            await site.GetAsync(
                $"{site.SitePath}/lists/Arbetsdokument/items?$expand=fields,driveItem",
                "collectionOf.listItem"
            )
        ).Values();
        Assert.Equal(made.Text("id"), Assert.Single(rows).GetProperty("driveItem").Text("id"));
    }

    [Fact]
    public async Task Long_integers_become_text_when_the_client_asks_for_it()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DriveAsync(site, "Dokument");
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/a.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "abc"u8.ToArray()
        );
        var reply = await site.SendAsync(
            "GET",
            $"{drive}/root:/a.txt",
            headers: [("Accept", "application/json;IEEE754Compatible=true")]
        );
        Assert.Equal("3", reply.Json.Text("size"));
        site.AssertValid("driveItem", reply.Json);
    }

    internal static async Task<string> DriveAsync(RunningSite site, string name)
    {
        var drives = await site.GetAsync($"{site.SitePath}/drives", "collectionOf.drive");
        return $"drives/{drives.Values().First(d => d.Text("name") == name).Text("id")}";
    }

    /// <returns>The file's address below Graph's root.</returns>
    internal static async Task<string> UploadAsync(
        RunningSite site,
        string drive,
        string name,
        byte[] content,
        HttpStatusCode expected = HttpStatusCode.Created
    )
    {
        var file = await site.SendAsync("PUT", $"{drive}/root:/{name}:/content", expected, "driveItem", content);
        return $"{drive}/items/{file.Text("id")}";
    }

    /// <summary>A request written by hand: HttpClient tidies paths before it sends them.</summary>
    private static async Task<string> RawAsync(RunningSite site, string method, string target, string body)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Server.GraphAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"{method} {target} HTTP/1.1\r\nHost: {site.Host}\r\nAuthorization: Bearer app\r\nContent-Length: "
                    + $"{body.Length}\r\nConnection: close\r\n\r\n{body}"
            )
        );
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
