using System.Text.Json.Nodes;

namespace SpLg.Tests.LocalSite;

public sealed class FaultsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Odd_answers_can_be_ordered_word_by_word()
    {
        await using var site = await RunningSite.StartAsync(output);
        site.Server.Faults.Add(
            new("/lists$", Kind: FaultKind.Text)
            {
                Text = "{\"value\":[null]}",
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["RateLimit-Reset"] = "999999999" },
            }
        );
        site.Server.Faults.Add(new("/lists$", Kind: FaultKind.RepeatItem));
        site.Server.Faults.Add(new("/lists$", Kind: FaultKind.NextLinkToItself));
        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer x" } } };
        var address = new Uri(site.Server.GraphAddress, "sites/root/lists");

        using var text = await http.GetAsync(address);
        Assert.Equal("{\"value\":[null]}", await text.Content.ReadAsStringAsync());
        Assert.Equal("999999999", Assert.Single(text.Headers.GetValues("RateLimit-Reset")));
        var repeated = JsonNode.Parse(await http.GetStringAsync(address))!["value"]!.AsArray();
        Assert.Equal(repeated[0]!["id"]!.ToString(), repeated[^1]!["id"]!.ToString());
        Assert.Equal(
            address.AbsoluteUri,
            JsonNode.Parse(await http.GetStringAsync(address))!["@odata.nextLink"]!.ToString()
        );
    }

    [Fact]
    public async Task A_rule_answers_as_often_as_it_says_and_only_where_it_matches()
    {
        await using var site = await RunningSite.StartAsync(output);
        site.Server.Faults.Add(new("/lists$", "GET", Status: 503, RetryAfter: 2.128, Count: 2, Skip: 1));
        await site.GetAsync($"{site.SitePath}/lists", "collectionOf.list");
        for (var i = 0; i < 2; i++)
        {
            var reply = await site.SendAsync("GET", $"{site.SitePath}/lists");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
            Assert.Equal("2.128", reply.Header("Retry-After"));
            site.AssertValid("error", reply.Json);
        }
        await site.GetAsync($"{site.SitePath}/lists", "collectionOf.list");
        Assert.Empty(site.Server.Faults.Active);
    }

    [Fact]
    public async Task A_connection_breaks_before_or_after_the_effect()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        site.Server.Faults.Add(new("/items$", "POST", FaultKind.DropBefore));
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            site.SendAsync("POST", $"{list}/items", new { fields = new { Title = "a" } })
        );
        Assert.Empty((await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values());
        site.Server.Faults.Add(new("/items$", "POST", FaultKind.DropAfter));
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            site.SendAsync("POST", $"{list}/items", new { fields = new { Title = "a" } })
        );
        Assert.Single((await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values());
    }

    [Fact]
    public async Task A_delay_waits_on_the_sites_clock()
    {
        var clock = new GraphClock();
        await using var site = await RunningSite.StartAsync(output, o => o with { Clock = clock });
        site.Server.Faults.Add(new("/lists", Delay: TimeSpan.FromSeconds(90)));
        await site.GetAsync($"{site.SitePath}/lists", "collectionOf.list");
        Assert.Contains(TimeSpan.FromSeconds(90), clock.Waits);
    }

    [Fact]
    public async Task Fresh_items_can_stay_hidden_for_a_while()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        await site.CreateItemAsync(list, new { Title = "a" });
        site.Server.Faults.Add(new("/items", "GET", FaultKind.HideFreshItems, Delay: TimeSpan.FromMinutes(5)));
        Assert.Empty((await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values());
        Assert.Single((await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values());
    }

    [Fact]
    public async Task Near_the_limit_answers_carry_rate_headers_and_beyond_it_they_are_throttled()
    {
        await using var site = await RunningSite.StartAsync(
            output,
            o => o with { Clock = new GraphClock(), ResourceUnitsPerMinute = 10 }
        );
        var replies = new List<RunningSite.Reply>();
        for (var i = 0; i < 10; i++)
            replies.Add(await site.SendAsync("GET", site.SitePath));
        // Finding the site at the start cost one unit already.
        Assert.Null(replies[5].Header("RateLimit-Remaining"));
        Assert.Equal("2", replies[6].Header("RateLimit-Remaining"));
        Assert.Equal("10", replies[6].Header("RateLimit-Limit"));
        Assert.Equal(HttpStatusCode.OK, replies[8].Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, replies[9].Status);
        Assert.Equal("60", replies[9].Header("Retry-After"));
        Assert.Equal("activityLimitReached", replies[9].Json.GetProperty("error").Text("code"));
    }

    [Fact]
    public async Task Another_program_sets_shows_and_clears_rules_over_http()
    {
        await using var site = await RunningSite.StartAsync(output);
        var address = new Uri(site.Server.GraphAddress, "/_faults").ToString();
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await site.SendAsync(
                    "POST",
                    address,
                    """[{"path":"/sites/root","status":429,"retryAfter":1},{"path":"/x","kind":"DropAfter","delay":"00:00:01"}]""",
                    token: null
                )
            ).Status
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, (await site.SendAsync("GET", "sites/root")).Status);
        var rule = Assert.Single((await site.SendAsync("GET", address, token: null)).Json.EnumerateArray());
        Assert.Equal("DropAfter", rule.Text("kind"));
        Assert.Equal(HttpStatusCode.NoContent, (await site.SendAsync("DELETE", address, token: null)).Status);
        Assert.Empty(site.Server.Faults.Active);
        foreach (
            var wrong in new[]
            {
                """{"path":"("}""",
                """{"path":"x","count":0}""",
                "{",
                """{"path":"x","status":200}""",
            }
        )
            Assert.Equal(HttpStatusCode.BadRequest, (await site.SendAsync("POST", address, wrong, token: null)).Status);
    }
}
