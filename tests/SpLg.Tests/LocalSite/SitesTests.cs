using SpLg.LocalSite;

namespace SpLg.Tests.LocalSite;

public sealed class SitesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_port_that_is_taken_is_told_by_its_number_with_what_to_do()
    {
        await using var site = await RunningSite.StartAsync(output);
        var port = site.Server.SiteAddress.Port;
        var folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");

        var fault = await Assert.ThrowsAsync<IOException>(() =>
            LocalSiteServer.StartAsync(new(folder) { Port = port })
        );

        Assert.Equal(
            $"Port {port} is taken, perhaps by a site that is already up. End that, or give another with --port.",
            fault.Message
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_site_is_found_by_path_and_by_every_form_of_its_id()
    {
        await using var site = await RunningSite.StartAsync(output);
        var parts = site.SiteId.Split(',');
        string[] addresses =
        [
            "sites/localhost:/sites/informationssakerhet",
            "sites/localhost:/sites/informationssakerhet:",
            "sites/localhost:/sites/informationssakerhet:/",
            $"sites/{site.Host}:/sites/informationssakerhet",
            "Sites/LOCALHOST:/Sites/InformationsSakerhet:",
            "sites/localhost%3A/sites/informationssakerhet",
            $"sites/{site.SiteId}",
            $"sites/{Uri.EscapeDataString(site.SiteId)}",
            $"sites/{parts[1]},{parts[2]}",
            $"sites/{parts[1]}",
            $"sites('{site.SiteId}')",
        ];
        foreach (var address in addresses)
        {
            var found = await site.GetAsync(address, "site");
            Assert.Equal(site.SiteId, found.Text("id"));
            Assert.Equal(site.Server.SiteAddress.ToString(), found.Text("webUrl"));
        }
        Assert.Equal(site.SiteId.Split(',')[0], (await site.GetAsync("sites/root", "site")).Text("id").Split(',')[0]);
    }

    [Fact]
    public async Task Select_keeps_what_is_asked_for_also_with_an_encoded_dollar()
    {
        await using var site = await RunningSite.StartAsync(output);
        foreach (var option in new[] { "$select", "%24select", "select", "%24SELECT" })
        {
            var found = await site.GetAsync($"{site.SitePath}?{option}=id,sharepointIds", "site");
            Assert.Equal(site.SiteId.Split(',')[1], found.GetProperty("sharepointIds").Text("siteId"));
            Assert.False(found.Has("webUrl"));
        }
    }

    [Theory]
    [InlineData(
        "sites/localhost:/sites/finnsinte",
        HttpStatusCode.NotFound,
        "itemNotFound",
        "The provided path does not exist, or does not represent a site"
    )]
    [InlineData(
        "sites/localhost:/sites/informationssakerhet/Lists",
        HttpStatusCode.NotFound,
        "itemNotFound",
        "The provided path does not exist, or does not represent a site"
    )]
    [InlineData(
        "sites/fel.sharepoint.com:/sites/informationssakerhet",
        HttpStatusCode.BadRequest,
        "invalidRequest",
        "Invalid hostname for this tenancy"
    )]
    [InlineData("sites/okand", HttpStatusCode.BadRequest, "invalidRequest", "Invalid hostname for this tenancy")]
    [InlineData("sitess", HttpStatusCode.BadRequest, "BadRequest", "Resource not found for the segment 'sitess'.")]
    [InlineData(
        "me",
        HttpStatusCode.BadRequest,
        "BadRequest",
        "/me request is only valid with delegated authentication flow."
    )]
    [InlineData(
        "sites/root?$okant=1",
        HttpStatusCode.BadRequest,
        "invalidRequest",
        "The query parameter '$okant' is not supported."
    )]
    [InlineData("", HttpStatusCode.BadRequest, "invalidRequest", "The request URI ends where a resource is expected.")]
    public async Task An_address_that_leads_nowhere_is_an_error_in_graphs_form(
        string address,
        HttpStatusCode status,
        string code,
        string message
    )
    {
        await using var site = await RunningSite.StartAsync(output);
        Assert.Equal(message, await site.RefusedAsync("GET", address, status, code));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered_and_other_host_names_are_not_served()
    {
        await using var site = await RunningSite.StartAsync(output);
        var reply = await site.SendAsync("GET", site.SitePath, token: null);
        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("InvalidAuthenticationToken", reply.Json.GetProperty("error").Text("code"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await site.SendAsync("GET", "/", headers: [("Host", "ond.example")])).Status
        );
        Assert.Equal(
            HttpStatusCode.NotImplemented,
            (await site.SendAsync("GET", new Uri(site.Server.GraphAddress, "/beta/sites/root").ToString())).Status
        );
    }

    [Fact]
    public async Task Answers_carry_the_headers_of_the_service_and_repeat_the_clients_id()
    {
        await using var site = await RunningSite.StartAsync(output);
        var reply = await site.SendAsync("GET", site.SitePath, headers: [("client-request-id", "min-egen")]);
        Assert.Equal("min-egen", reply.Header("client-request-id"));
        Assert.Equal("4.0", reply.Header("OData-Version"));
        Assert.True(Guid.TryParse(reply.Header("request-id"), out _));
        Assert.Contains(
            "odata.metadata=minimal",
            reply.ContentHeaders.ContentType!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Search_finds_sites_by_name()
    {
        await using var site = await RunningSite.StartAsync(output);
        Assert.Equal(
            site.SiteId,
            Assert.Single((await site.GetAsync("sites?search=informations", "collectionOf.site")).Values()).Text("id")
        );
        Assert.Equal(2, (await site.GetAsync("sites?search=*", "collectionOf.site")).Values().Count);
    }

    [Fact]
    public async Task Permissions_are_shown_and_subscriptions_are_checked_then_refused()
    {
        await using var site = await RunningSite.StartAsync(output);
        var grant = Assert.Single(
            (await site.GetAsync($"{site.SitePath}/permissions", "collectionOf.permission")).Values()
        );
        Assert.Equal("fullcontrol", grant.GetProperty("roles")[0].GetString());
        var wanted = new
        {
            changeType = "updated",
            resource = $"sites/{site.SiteId}/lists/1",
            notificationUrl = "https://a.example/x",
            expirationDateTime = DateTimeOffset.UtcNow.AddDays(2),
        };
        Assert.Contains(
            "delta",
            await site.RefusedAsync("POST", "subscriptions", HttpStatusCode.NotImplemented, "notImplemented", wanted),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "changeType",
            await site.RefusedAsync(
                "POST",
                "subscriptions",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                wanted with
                {
                    changeType = "created",
                }
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "expirationDateTime",
            await site.RefusedAsync(
                "POST",
                "subscriptions",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                wanted with
                {
                    expirationDateTime = DateTimeOffset.UtcNow.AddDays(40),
                }
            ),
            StringComparison.Ordinal
        );
    }
}
