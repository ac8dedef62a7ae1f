namespace SpLg.Tests.LocalSite;

/// <summary>What Graph asks of every request, whatever it is about.</summary>
public sealed class ProtocolTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_body_that_does_not_say_that_it_is_json_is_refused_in_the_services_words()
    {
        await using var site = await RunningSite.StartAsync(output);
        var body = Encoding.UTF8.GetBytes("""{"fields":{"Title":"x"}}""");
        var items = $"{site.SitePath}/lists/Incidents/items";
        Assert.Contains(
            "must contain the Content-Type header",
            await site.RefusedAsync("POST", items, HttpStatusCode.BadRequest, "BadRequest", body),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "JSON Content-Type header",
            await site.RefusedAsync(
                "POST",
                items,
                HttpStatusCode.BadRequest,
                "BadRequest",
                body,
                ("Content-Type", "text/plain")
            ),
            StringComparison.Ordinal
        );
        await site.SendAsync(
            "POST",
            items,
            HttpStatusCode.Created,
            "listItem",
            body,
            "app",
            ("Content-Type", "application/json;charset=utf-8")
        );
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        await using var site = await RunningSite.StartAsync(output);
        var row = await site.CreateItemAsync($"{site.SitePath}/lists/Incidents", new { Title = "x" });
        var item = $"{site.SitePath}/lists/Incidents/items/{row.Text("id")}";
        var same = await site.SendAsync("GET", item, null, "app", ("If-None-Match", row.Text("eTag")));
        Assert.Equal((HttpStatusCode.NotModified, ""), (same.Status, same.Text));
        Assert.Equal(
            HttpStatusCode.OK,
            (await site.SendAsync("GET", item, null, "app", ("If-None-Match", "\"another,1\""))).Status
        );
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        var file = await site.SendAsync(
            "PUT",
            $"{drive}/root:/a.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "1"u8.ToArray()
        );
        var unchanged = await site.SendAsync(
            "GET",
            $"{drive}/root:/a.txt",
            null,
            "app",
            ("If-None-Match", file.Text("cTag"))
        );
        Assert.Equal(HttpStatusCode.NotModified, unchanged.Status);
    }

    [Fact]
    public async Task Of_HEAD_nothing_is_known()
    {
        await using var site = await RunningSite.StartAsync(output);
        Assert.Equal(HttpStatusCode.NotImplemented, (await site.SendAsync("HEAD", $"{site.SitePath}/lists")).Status);
    }

    [Theory]
    [InlineData("sites/localhost%3A%2Fsites%2Finformationssakerhet")]
    [InlineData("sites/localhost%3A%2Fsites%2Finformationssakerhet%3A")]
    [InlineData("sites/localhost:/sites/informationssakerhet:")]
    public async Task A_site_is_found_by_its_path_whatever_is_escaped_of_it(string address)
    {
        await using var site = await RunningSite.StartAsync(output);
        Assert.Equal(site.SiteId, (await site.GetAsync(address, "site")).Text("id"));
    }

    [Theory]
    [InlineData("sites/localhost%3A%2F..%2Finformationssakerhet")]
    [InlineData("sites/localhost%3A%2Fsites%2F.%2Finformationssakerhet")]
    public async Task An_escaped_path_that_leads_upwards_is_refused(string address)
    {
        await using var site = await RunningSite.StartAsync(output);
        await site.RefusedAsync("GET", address, HttpStatusCode.BadRequest, "invalidRequest");
    }

    [Theory]
    [InlineData("a_VTI_b.txt")]
    [InlineData("_vti_.txt")]
    [InlineData("con")]
    [InlineData("Lpt3")]
    [InlineData("COM7")]
    [InlineData(".LOCK")]
    [InlineData("Desktop.ini")]
    [InlineData("~$x.docx")]
    [InlineData("slut.")]
    public async Task A_name_that_SharePoint_refuses_is_refused_in_any_case(string name)
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        await site.RefusedAsync(
            "PUT",
            $"{drive}/root:/{Uri.EscapeDataString(name)}:/content",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            "1"u8.ToArray()
        );
        await site.RefusedAsync(
            "POST",
            $"{drive}/root/children",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { name, folder = new { } }
        );
    }

    [Fact]
    public async Task A_path_of_more_than_400_characters_is_refused()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        var folder = new string('m', 200);
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/{folder}/{new string('f', 120)}.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "1"u8.ToArray()
        );
        await site.RefusedAsync(
            "PUT",
            $"{drive}/root:/{folder}/{new string('f', 200)}.txt:/content",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            "1"u8.ToArray()
        );
        await site.RefusedAsync(
            "PUT",
            $"{drive}/root:/{new string('f', 256)}:/content",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            "1"u8.ToArray()
        );
    }

    [Fact]
    public async Task A_copy_is_told_by_an_address_of_its_own()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        var file = await site.SendAsync(
            "PUT",
            $"{drive}/root:/a.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "1"u8.ToArray()
        );
        var copied = await site.SendAsync("POST", $"{drive}/items/{file.Text("id")}/copy", new { name = "b.txt" });
        Assert.Equal(HttpStatusCode.Accepted, copied.Status);
        var told = (await site.SendAsync("GET", copied.Header("Location")!, token: null)).Json;
        Assert.Equal("completed", told.Text("status"));
        Assert.Equal(
            "b.txt",
            (await site.GetAsync($"{drive}/items/{told.Text("resourceId")}", "driveItem")).Text("name")
        );
        var again = await site.SendAsync("POST", $"{drive}/items/{file.Text("id")}/copy", new { name = "B.txt" });
        Assert.Equal(
            "failed",
            (await site.SendAsync("GET", again.Header("Location")!, token: null)).Json.Text("status")
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await site.SendAsync("GET", again.Header("Location")!.Replace("failed", "x"), token: null)).Status
        );
    }
}
