namespace SpLg.Tests.LocalSite;

public sealed class BatchTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Json = new() { ["Content-Type"] = "application/json" };

    [Fact]
    public async Task Parts_are_answered_by_themselves_in_any_order()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        var answers = await BatchAsync(
            site,
            new
            {
                id = "1",
                method = "POST",
                url = $"/{list}/items",
                headers = Json,
                body = new { fields = new { Title = "a" } },
            },
            new
            {
                id = "2",
                method = "GET",
                url = $"{list}/items/1",
                dependsOn = new[] { "1" },
            },
            new
            {
                id = "3",
                method = "GET",
                url = "/thiswillgiveanerror",
            },
            new
            {
                id = "4",
                method = "DELETE",
                url = $"/{list}/items/77",
            },
            new
            {
                id = "5",
                method = "GET",
                url = "/sites/root",
                dependsOn = new[] { "4" },
            }
        );
        Assert.Equal(201, answers["1"].GetProperty("status").GetInt32());
        Assert.Equal("a", answers["2"].GetProperty("body").GetProperty("fields").Text("Title"));
        Assert.Contains(
            "odata.metadata=minimal",
            answers["2"].GetProperty("headers").Text("Content-Type"),
            StringComparison.Ordinal
        );
        Assert.Equal("BadRequest", answers["3"].GetProperty("body").GetProperty("error").Text("code"));
        Assert.Equal("application/json", answers["3"].GetProperty("headers").Text("Content-Type"));
        Assert.Equal(404, answers["4"].GetProperty("status").GetInt32());
        Assert.Equal(424, answers["5"].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_throttled_part_carries_its_wait_in_its_own_headers()
    {
        await using var site = await RunningSite.StartAsync(output);
        site.Server.Faults.Add(new("^/sites/root", Status: 429, RetryAfter: 5));
        var answers = await BatchAsync(
            site,
            new
            {
                id = "a",
                method = "GET",
                url = "/sites/root",
            },
            new
            {
                id = "b",
                method = "GET",
                url = $"/{site.SitePath}",
            }
        );
        Assert.Equal(429, answers["a"].GetProperty("status").GetInt32());
        Assert.Equal("5", answers["a"].GetProperty("headers").Text("Retry-After"));
        Assert.Equal("activityLimitReached", answers["a"].GetProperty("body").GetProperty("error").Text("code"));
        Assert.Equal(200, answers["b"].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_batch_that_breaks_the_rules_is_refused_whole()
    {
        await using var site = await RunningSite.StartAsync(output);
        object Part(string id, params string[] dependsOn) =>
            new
            {
                id,
                method = "GET",
                url = "/sites/root",
                dependsOn,
            };
        object[] wrong =
        [
            new { requests = Enumerable.Range(1, 21).Select(i => Part($"{i}")) },
            new { requests = new[] { Part("1"), Part("1") } },
            new { requests = new[] { Part("1", "2"), Part("2") } },
            new
            {
                requests = new[]
                {
                    new
                    {
                        id = "1",
                        method = "GET",
                        url = "https://graph.microsoft.com/v1.0/sites/root",
                    },
                },
            },
            new
            {
                requests = new[]
                {
                    new
                    {
                        id = "1",
                        method = "POST",
                        url = "/sites/root/lists",
                        body = new { displayName = "x" },
                    },
                },
            },
            new { requests = Array.Empty<object>() },
            new { },
        ];
        foreach (var body in wrong)
            await site.RefusedAsync("POST", "$batch", HttpStatusCode.BadRequest, "BadRequest", body);
        await site.SendAsync(
            "POST",
            "%24batch",
            HttpStatusCode.OK,
            "batchResponse",
            new { requests = Enumerable.Range(1, 20).Select(i => Part($"{i}")) }
        );
    }

    [Fact]
    public async Task A_file_is_uploaded_in_a_batch_as_base64()
    {
        await using var site = await RunningSite.StartAsync(output);
        var answers = await BatchAsync(
            site,
            new
            {
                id = "1",
                method = "PUT",
                url = $"/{site.SitePath}/drive/root:/hej.txt:/content",
                headers = new Dictionary<string, string> { ["Content-Type"] = "text/plain" },
                body = Convert.ToBase64String("hej"u8),
            }
        );
        Assert.Equal(201, answers["1"].GetProperty("status").GetInt32());
        Assert.Equal(3, answers["1"].GetProperty("body").GetProperty("size").GetInt32());
    }

    private static async Task<IReadOnlyDictionary<string, JsonElement>> BatchAsync(
        RunningSite site,
        params IReadOnlyList<object> requests
    )
    {
        var answer = await site.SendAsync("POST", "$batch", HttpStatusCode.OK, "batchResponse", new { requests });
        return answer.GetProperty("responses").EnumerateArray().ToDictionary(r => r.Text("id"));
    }
}
