namespace SpLg.Tests.LocalSite;

public sealed class PermissionsTests(ITestOutputHelper output)
{
    private const string Many = "collectionOf.permission";

    [Fact]
    public async Task A_library_with_rights_of_its_own_shows_them_and_one_without_shows_the_sites_as_inherited()
    {
        await using var site = await RunningSite.StartAsync(output);
        var work = (
            await site.GetAsync($"{await DrivesTests.DriveAsync(site, "Arbetsdokument")}/root/permissions", Many)
        ).Values();
        Assert.Equal(["owner", "write", "read"], work.Select(Role));
        Assert.DoesNotContain(work, p => p.Has("inheritedFrom"));
        Assert.Contains(
            work,
            p =>
                p.GetProperty("grantedToV2").GetProperty("siteGroup").Text("displayName")
                == "Informationssäkerhetssamordnare"
        );

        var published = (
            await site.GetAsync(
                $"{await DrivesTests.DriveAsync(site, "Publicerade genomgångar")}/root/permissions",
                Many
            )
        ).Values();
        var everyone = Assert.Single(published, p => p.GetProperty("grantedToV2").Has("siteUser"));
        Assert.StartsWith(
            "c:0-.f|rolemanager|spo-grid-all-users/",
            everyone.GetProperty("grantedToV2").GetProperty("siteUser").Text("loginName"),
            StringComparison.Ordinal
        );
        Assert.Equal("read", Role(everyone));

        var usual = (await site.GetAsync($"{site.SitePath}/lists/Dokument/drive/root/permissions", Many)).Values();
        // Visitors are taken away from the site, so that nothing made there later is everybody's.
        Assert.Equal(["owner", "write"], usual.Select(Role));
        Assert.All(usual, p => Assert.Equal(JsonValueKind.Object, p.GetProperty("inheritedFrom").ValueKind));
    }

    [Fact]
    public async Task A_list_a_row_and_a_file_show_what_holds_for_them()
    {
        await using var site = await RunningSite.StartAsync(output);
        var row = await site.CreateItemAsync($"{site.SitePath}/lists/Objectives", new { Title = "Mål" });
        Assert.All(
            (
                await site.GetAsync($"{site.SitePath}/lists/Objectives/items/{row.Text("id")}/permissions", Many)
            ).Values(),
            p => Assert.True(p.Has("inheritedFrom"))
        );
        Assert.Equal(4, (await site.GetAsync($"{site.SitePath}/lists/WorkDocuments/permissions", Many)).Values().Count);
        var (drive, file) = await FileAsync(site);
        var inherited = (await site.GetAsync($"{drive}/items/{file}/permissions", Many)).Values();
        Assert.All(inherited, p => Assert.True(p.Has("inheritedFrom")));
        await site.GetAsync($"{drive}/items/{file}/permissions/{inherited[0].Text("id")}", "permission");
        Assert.Equal(
            3,
            (await site.GetAsync($"{drive}/items/{file}?$expand=permissions", "driveItem"))
                .GetProperty("permissions")
                .GetArrayLength()
        );
        await site.RefusedAsync(
            "DELETE",
            $"{drive}/items/{file}/permissions/{inherited[0].Text("id")}",
            HttpStatusCode.BadRequest,
            "invalidRequest"
        );
        await site.RefusedAsync(
            "GET",
            $"{drive}/items/{file}/permissions/finns-inte",
            HttpStatusCode.NotFound,
            "itemNotFound"
        );
    }

    [Fact]
    public async Task A_file_is_shared_with_a_person_and_by_a_link_and_no_longer()
    {
        await using var site = await RunningSite.StartAsync(output);
        var (drive, file) = await FileAsync(site);
        var item = $"{drive}/items/{file}";
        var invited = await site.SendAsync(
            "POST",
            $"{item}/invite",
            HttpStatusCode.OK,
            Many,
            new
            {
                recipients = new[] { new { email = "per.nystrom@exempel.se" } },
                roles = new[] { "read" },
                requireSignIn = true,
            }
        );
        Assert.Equal(
            "Per Nyström",
            Assert.Single(invited.Values()).GetProperty("grantedToV2").GetProperty("user").Text("displayName")
        );
        var link = await site.SendAsync(
            "POST",
            $"{item}/createLink",
            HttpStatusCode.Created,
            "permission",
            new { type = "view", scope = "organization" }
        );
        Assert.Equal("organization", link.GetProperty("link").Text("scope"));
        Assert.Equal(
            link.Text("id"),
            (
                await site.SendAsync(
                    "POST",
                    $"{item}/createLink",
                    HttpStatusCode.OK,
                    "permission",
                    new { type = "view", scope = "organization" }
                )
            ).Text("id")
        );
        Assert.Equal(
            2,
            (await site.GetAsync($"{item}/permissions", Many)).Values().Count(p => !p.Has("inheritedFrom"))
        );
        await site.SendAsync("DELETE", $"{item}/permissions/{link.Text("id")}", HttpStatusCode.NoContent, null);
        Assert.Single((await site.GetAsync($"{item}/permissions", Many)).Values(), p => !p.Has("inheritedFrom"));

        await site.RefusedAsync(
            "POST",
            $"{item}/createLink",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { type = "view", scope = "alla" }
        );
        await site.RefusedAsync(
            "POST",
            $"{item}/invite",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { recipients = new[] { new { email = "okand@exempel.se" } }, roles = new[] { "read" } }
        );
        await site.RefusedAsync(
            "POST",
            $"{item}/invite",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { recipients = new[] { new { email = "per.nystrom@exempel.se" } }, roles = new[] { "owner" } }
        );
        await site.RefusedAsync(
            "POST",
            $"{drive}/root/createLink",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { type = "view", scope = "organization" }
        );
    }

    [Fact]
    public async Task An_owners_mistakes_with_a_library_are_played_and_put_right_again()
    {
        await using var site = await RunningSite.StartAsync(output);
        var root = $"{await DrivesTests.DriveAsync(site, "Arbetsdokument")}/root/permissions";
        await ChangeAsync("inherit");
        Assert.All((await site.GetAsync(root, Many)).Values(), p => Assert.True(p.Has("inheritedFrom")));
        await ChangeAsync("own");
        Assert.DoesNotContain((await site.GetAsync(root, Many)).Values(), p => p.Has("inheritedFrom"));
        await ChangeAsync("everyone");
        Assert.Single((await site.GetAsync(root, Many)).Values(), p => p.GetProperty("grantedToV2").Has("siteUser"));
        var shown = await site.SendAsync("GET", Address(site));
        Assert.Contains("\"list\":\"WorkDocuments\",\"inherits\":false", shown.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await site.SendAsync("POST", Address(site), new { list = "WorkDocuments", rights = "alla" })).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await site.SendAsync("POST", Address(site), new { list = "FinnsInte", rights = "own" })).Status
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await site.SendAsync("POST", Address(site), "{")).Status);
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await site.SendAsync("POST", Address(site), "x"u8.ToArray())).Status
        );

        async Task ChangeAsync(string rights) =>
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await site.SendAsync("POST", Address(site), new { list = "Arbetsdokument", rights })).Status
            );
    }

    [Fact]
    public async Task Inviting_somebody_to_the_root_gives_the_library_rights_of_its_own_that_outlive_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");
        try
        {
            await using (var site = await RunningSite.StartAsync(output, folder: folder))
            {
                await site.SendAsync(
                    "POST",
                    $"{await DrivesTests.DriveAsync(site, "Dokument")}/root/invite",
                    HttpStatusCode.OK,
                    Many,
                    new { recipients = new[] { new { email = "per.nystrom@exempel.se" } }, roles = new[] { "write" } }
                );
            }
            await using var again = await RunningSite.StartAsync(output, folder: folder);
            var rights = (
                await again.GetAsync($"{await DrivesTests.DriveAsync(again, "Dokument")}/root/permissions", Many)
            ).Values();
            Assert.Equal(["owner", "write", "write"], rights.Select(Role));
            Assert.DoesNotContain(rights, p => p.Has("inheritedFrom"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/_rights")]
    [InlineData("/_mail.json")]
    public async Task A_token_that_names_nobody_is_refused_as_Graph_refuses_one(string path)
    {
        await using var site = await RunningSite.StartAsync(output);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "user:");

        using var answer = await http.GetAsync(new Uri(site.Server.SiteAddress, path));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("names nobody", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Role(JsonElement permission) => permission.GetProperty("roles")[0].GetString()!;

    private static string Address(RunningSite site) => new Uri(site.Server.SiteAddress, "/_rights").ToString();

    private static async Task<(string Drive, string File)> FileAsync(RunningSite site)
    {
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        return (
            drive,
            (
                await site.SendAsync(
                    "PUT",
                    $"{drive}/root:/a.txt:/content",
                    HttpStatusCode.Created,
                    "driveItem",
                    "a"u8.ToArray()
                )
            ).Text("id")
        );
    }
}
