namespace SpLg.Tests.SharePoint;

/// <summary>Whatever links and rows a server puts on its pages, a reading ends, and each row counts once.</summary>
public sealed class PagingTests(ITestOutputHelper output)
{
    private const string Items = $"GET {SampleSchema.ListPath}/items?{SampleSchema.Expand}&$top=2000";

    public static TheoryData<string> Readings => [.. Calls.Keys];

    /// <summary>Every paged reading there is, and an element of its pages.</summary>
    private static readonly Dictionary<string, (Func<GraphClient, Task> Read, string Element)> Calls = new(
        StringComparer.Ordinal
    )
    {
        ["rows"] = (graph => RowsAsync(graph), """{"id":"1","fields":{}}"""),
        ["changes"] = (graph => Changes(graph, null), """{"id":"1","fields":{}}"""),
        ["changes since"] = (
            graph => Changes(graph, graph.Address("delta?token=t").AbsoluteUri),
            """{"id":"1","fields":{}}"""
        ),
        ["lists"] = (graph => Reader(graph).ListsAsync(default), """{"id":"L1","webUrl":"https://x/y"}"""),
        ["list of people"] = (graph => Reader(graph).UserListAsync(default), """{"id":"L1","webUrl":"https://x/y"}"""),
        ["columns"] = (
            graph => Reader(graph).ColumnsAsync(SampleSchema.Header, default),
            """{"id":"C1","name":"Title"}"""
        ),
        ["versions"] = (
            graph => Reader(graph).VersionsAsync(SampleSchema.Header, SampleSchema.Incidents, "7", default),
            """{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z","lastModifiedBy":{"user":{"id":"u"}},"fields":{}}"""
        ),
        ["pages"] = (
            graph => new SitePages(graph, SampleSchema.Site).FindAsync("x.aspx", default),
            """{"id":"P1","name":"y.aspx"}"""
        ),
        ["files"] = (async graph => await (await LibraryAsync(graph)).ReleaseAllAsync(default), """{"id":"F1"}"""),
        ["file versions"] = (
            async graph =>
                await (await LibraryAsync(graph)).VersionsAsync(
                    new("F1", "x", "1", new("https://x/y"), 1, default),
                    default
                ),
            """{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z"}"""
        ),
        ["permissions"] = (
            async graph => await (await LibraryAsync(graph)).GrantsAsync(default),
            """{"id":"1","grantedToV2":{"user":{"id":"u"}}}"""
        ),
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task A_next_link_to_its_own_page_ends_the_reading_at_once_and_is_named(string reading)
    {
        await using var script = await GraphScript.StartAsync(output);
        Serve(script, reading, call => Page(Calls[reading].Element, script.Origin + call.Target[1..]));

        var fault = await EndsAsync(script, reading);

        Assert.Contains("names a next page that has been read already", fault.Message, StringComparison.Ordinal);
        Assert.Single(script.Calls, call => Opening(call) is null || reading is "lists" or "list of people");
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task A_circle_of_three_pages_is_seen_when_the_first_is_named_again(string reading)
    {
        await using var script = await GraphScript.StartAsync(output);
        string Next(string target) =>
            target[^2..] switch
            {
                "=a" => "b",
                "=b" => "c",
                _ => "a",
            };
        Serve(
            script,
            reading,
            call => Page(Calls[reading].Element, $"{script.Origin}v1.0/next?$skiptoken={Next(call.Target)}")
        );

        await EndsAsync(script, reading);

        Assert.Equal(3, script.Calls.Count(call => call.Target.Contains("skiptoken", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Empty_pages_without_end_are_given_up(string reading)
    {
        await using var script = await GraphScript.StartAsync(output);
        var page = 0;
        Serve(
            script,
            reading,
            _ => Page(null, $"{script.Origin}v1.0/next?$skiptoken=t{Interlocked.Increment(ref page)}")
        );

        var fault = await EndsAsync(script, reading);

        Assert.Contains("100 pages on end bring nothing new", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("next?$skiptoken=t&$top=2")]
    [InlineData("next?%24skiptoken=t&$top=2")]
    [InlineData("next?$top=2&$SkipToken=t")]
    [InlineData("NEXT/?$top=2&$skiptoken=t")]
    [InlineData("next?$top=2&$skiptoken=%74#part")]
    public async Task A_link_under_another_spelling_is_the_same_page(string again)
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Items, Page("""{"id":"1","fields":{}}""", $"{script.Origin}v1.0/next?$top=2&$skiptoken=t"))
            .On(
                "GET /v1.0/next?$top=2&$skiptoken=t",
                Page("""{"id":"2","fields":{}}""", $"{script.Origin}v1.0/{again}")
            );
        using var graph = script.Client();

        Assert.True((await Assert.ThrowsAsync<GraphException>(() => RowsAsync(graph))).MayPass);
    }

    [Fact]
    public async Task A_token_that_differs_by_case_alone_is_followed_as_long_as_it_brings_something_new()
    {
        await using var script = await GraphScript.StartAsync(output);
        string Next(string token) => $"{script.Origin}v1.0/next?$skiptoken={token}";
        script
            .On(Items, Page("""{"id":"1","fields":{}}""", Next("aB")))
            .On("GET /v1.0/next?$skiptoken=aB", Page("""{"id":"2","fields":{}}""", Next("Ab")))
            .On("GET /v1.0/next?$skiptoken=Ab", Page("""{"id":"2","fields":{}}""", Next("ab")));
        using var graph = script.Client();

        await Assert.ThrowsAsync<GraphException>(() => RowsAsync(graph));
    }

    [Fact]
    public async Task Pages_without_end_that_repeat_what_has_been_told_are_given_up_whatever_their_links()
    {
        await using var script = await GraphScript.StartAsync(output);
        var page = 0;
        script.Otherwise(_ =>
            Page("""{"id":"1","fields":{}}""", $"{script.Origin}v1.0/next?nonce={Interlocked.Increment(ref page)}")
        );

        await EndsAsync(script, "rows");

        Assert.Equal(101, script.Calls.Count);
    }

    [Fact]
    public async Task Rows_without_end_are_given_up()
    {
        await using var script = await GraphScript.StartAsync(output);
        var page = 0;
        script.Otherwise(_ =>
        {
            var number = Interlocked.Increment(ref page);
            return Page($"{{\"id\":\"{number}\",\"fields\":{{}}}}", $"{script.Origin}v1.0/next?$skiptoken={number}");
        });

        var fault = await EndsAsync(script, "rows");

        Assert.Contains("more than 5000 pages", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_comes_again_counts_once_as_it_was_last_told()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                Items,
                GraphAnswer.Json(
                    200,
                    $$"""
                    {"value":[{"id":"1","fields":{"Title":"Gammal"} },{"id":"2","fields":{"Title":"Två"} },
                              {"id":"2","fields":{"Title":"Två igen"} }],
                     "@odata.nextLink":"{{script.Origin}}v1.0/next"}
                    """
                )
            )
            .On(
                "GET /v1.0/next",
                GraphAnswer.Json(
                    200,
                    """{"value":[{"id":"1","fields":{"Title":"Ny"}},{"id":"3","fields":{"Title":"Tre"}}]}"""
                )
            );
        using var graph = script.Client();

        var (rows, repeated) = await RowsAsync(graph);

        Assert.Equal(["1 Ny", "2 Två igen", "3 Tre"], rows.Select(r => $"{r.Id} {r.Fields["Title"]}"));
        Assert.Equal(2, repeated);
    }

    [Fact]
    public async Task A_permission_that_comes_twice_with_other_holders_is_told_as_both()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.Otherwise(call =>
            call.Target.EndsWith("permissions", StringComparison.Ordinal)
                ? GraphAnswer.Json(
                    200,
                    """{"value":[{"id":"1","link":{"scope":"organization"}},{"id":"1","grantedToV2":{"user":{"displayName":"Eva"}}}]}"""
                )
                : Opening(call)!
        );
        using var graph = script.Client();

        var grants = await (await LibraryAsync(graph)).GrantsAsync(default);

        Assert.Equal([true, false], grants.Select(g => g.IsEveryone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("http://")]
    [InlineData("https://[")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/v1.0/next")]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0/next")]
    [InlineData("1 MB")]
    public async Task A_link_that_leads_nowhere_is_named_in_one_line_and_the_reading_may_be_tried_again(string link)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.Otherwise(_ =>
            Page("""{"id":"1","fields":{}}""", link == "1 MB" ? script.Origin + new string('a', 1024 * 1024) : link)
        );

        foreach (var reading in new[] { "rows", "changes" })
        {
            var fault = await EndsAsync(script, reading);
            Assert.True(fault.Message.Length < 2000, fault.Message);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://elsewhere.example/delta")]
    [InlineData("")]
    public async Task A_delta_link_that_cannot_be_followed_is_not_given_to_be_kept(string link)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.Otherwise(_ => GraphAnswer.Json(200, $$"""{"value":[],"@odata.deltaLink":"{{link}}"}"""));

        await EndsAsync(script, "changes");
    }

    private async Task<GraphException> EndsAsync(GraphScript script, string reading)
    {
        using var graph = script.Client();
        var fault = await Assert.ThrowsAsync<GraphException>(() => Calls[reading].Read(graph));
        output.WriteLine(fault.Message);
        Assert.True(fault.MayPass);
        Assert.DoesNotContain('\n', fault.Message);
        return fault;
    }

    /// <summary>A library is opened before its files are read; every other request gets the answer.</summary>
    private static void Serve(GraphScript script, string reading, Func<GraphCall, GraphAnswer> answer) =>
        script.Otherwise(call =>
            (reading.StartsWith("file", StringComparison.Ordinal) || reading == "permissions" ? Opening(call) : null)
            ?? answer(call)
        );

    private static GraphAnswer? Opening(GraphCall call) =>
        call.Target.Split('/')[^1] switch
        {
            "lists" => GraphAnswer.Json(
                200,
                """{"value":[{"id":"L1","name":"WorkDocuments","webUrl":"https://x/y","list":{"template":"documentLibrary"}}]}"""
            ),
            "drive" => GraphAnswer.Json(200, """{"id":"D1"}"""),
            _ => null,
        };

    private static GraphAnswer Page(string? element, string next) =>
        GraphAnswer.Json(
            200,
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["value"] = element is null ? Array.Empty<JsonElement>() : [JsonElement.Parse(element)],
                    ["@odata.nextLink"] = next,
                }
            )
        );

    private static Task<DocumentLibrary> LibraryAsync(GraphClient graph) =>
        DocumentLibrary.OpenAsync(graph, SampleSchema.Site, "WorkDocuments", default);

    private static ListReader Reader(GraphClient graph) => new(graph, SampleSchema.Site);

    private static Task<Collected<SpLg.Core.Lists.ListRow>> RowsAsync(GraphClient graph) =>
        Reader(graph).AllRowsAsync(SampleSchema.Header, SampleSchema.Incidents, default);

    private static Task<ListChanges> Changes(GraphClient graph, string? link) =>
        new ChangeReader(graph, SampleSchema.Site).ReadAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            link,
            default
        );
}
