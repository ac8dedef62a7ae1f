using SpLg.SharePoint.Throttling;

namespace SpLg.Tests.SharePoint;

public sealed class ThrottlingTests(ITestOutputHelper output)
{
    private const string Lists = "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists";
    private static readonly GraphAnswer NoLists = GraphAnswer.Json(200, """{"value":[]}""");

    [Theory]
    [InlineData(429, "7", null, 7)]
    [InlineData(503, "2.128", null, 2.128)]
    [InlineData(429, "Mon, 02 Mar 2026 08:00:45 GMT", null, 45)]
    [InlineData(429, "soon", "4", 4)]
    [InlineData(429, "3", "20", 20)]
    [InlineData(429, "30", "20", 30)]
    [InlineData(429, null, "12", 12)]
    [InlineData(429, "5, 9", null, 9)]
    [InlineData(429, "-7", "3", 3)]
    [InlineData(429, "NaN", "3", 3)]
    [InlineData(429, "2", "-3", 2)]
    [InlineData(429, "Mon, 02 Mar 2020 08:00:45 GMT", "1", 1)]
    public async Task The_service_decides_how_long_we_wait(
        int status,
        string? retryAfter,
        string? reset,
        double seconds
    )
    {
        var headers = new List<(string, string)>();
        if (retryAfter is not null)
            headers.Add(("Retry-After", retryAfter));
        if (reset is not null)
            headers.Add(("RateLimit-Reset", reset));
        await using var script = await GraphScript.StartAsync(output);
        script.On(Lists, GraphAnswer.Error(status, "activityLimitReached", [.. headers])).On(Lists, NoLists);
        var clock = new GraphClock();
        var pauses = new Pauses();
        using var graph = script.Client(clock, pauses);

        await ListsAsync(graph);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(clock.Waits));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(pauses.Told).Length);
    }

    [Fact]
    public async Task When_one_call_is_throttled_all_calls_wait()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Lists, GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", "10")));
        var clock = new GraphClock(skips: false);
        using var graph = script.Client(clock);

        var first = ListsAsync(graph);
        await clock.StandingAsync(1);
        var second = ListsAsync(graph);
        var third = ListsAsync(graph);
        await clock.StandingAsync(3);
        clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Single(script.Calls);
        Assert.False(first.IsCompleted || second.IsCompleted || third.IsCompleted);

        script.On(Lists, NoLists).On(Lists, NoLists).On(Lists, NoLists);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(first, second, third);

        Assert.Equal(4, script.Calls.Count);
    }

    [Fact]
    public async Task A_quota_nearly_used_up_makes_the_next_call_wait_until_it_is_renewed()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                Lists,
                GraphAnswer.Json(
                    200,
                    """{"value":[]}""",
                    ("RateLimit-Limit", "1250"),
                    ("RateLimit-Remaining", "4"),
                    ("RateLimit-Reset", "31")
                )
            )
            .On(
                Lists,
                GraphAnswer.Json(
                    200,
                    """{"value":[]}""",
                    ("RateLimit-Limit", "1250"),
                    ("RateLimit-Remaining", "200"),
                    ("RateLimit-Reset", "50")
                )
            )
            .On(Lists, NoLists);
        var clock = new GraphClock();
        using var graph = script.Client(clock);

        await ListsAsync(graph);
        Assert.Empty(clock.Waits);
        await ListsAsync(graph);
        await ListsAsync(graph);

        Assert.Equal([TimeSpan.FromSeconds(31)], clock.Waits);
    }

    [Theory]
    [InlineData("Retry-After", "999999999")]
    [InlineData("Retry-After", "1e400")]
    [InlineData("Retry-After", "Infinity")]
    [InlineData("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("RateLimit-Reset", "999999999")]
    [InlineData("RateLimit-Reset", "99999999999999999999999999")]
    public async Task No_wait_is_longer_than_an_hour_whatever_a_header_says_and_the_next_call_keeps_it(
        string header,
        string value
    )
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Lists, GraphAnswer.Error(429, "activityLimitReached", (header, value))).On(Lists, NoLists);
        var clock = new GraphClock();
        var pauses = new Pauses();
        using var graph = script.Client(clock, pauses);

        var gaveUp = await Assert.ThrowsAsync<ThrottledException>(() => ListsAsync(graph));
        Assert.Equal(TimeSpan.FromHours(1), gaveUp.Wait);
        Assert.Equal(TimeSpan.FromHours(1), graph.Rest);
        await ListsAsync(graph);

        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(clock.Waits));
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single(pauses.Told).Length);
        Assert.Equal(TimeSpan.Zero, graph.Rest);
    }

    [Theory]
    [InlineData("0", "999999999", 300)]
    [InlineData("0", "1e400", 300)]
    [InlineData("0", "60", 60)]
    [InlineData("0", "-60", 0)]
    [InlineData("0", "soon", 0)]
    [InlineData("-1", "60", 0)]
    [InlineData("NaN", "60", 0)]
    public async Task An_answer_that_refuses_nothing_silences_nobody_for_longer_than_a_quota_lasts(
        string left,
        string reset,
        int seconds
    )
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(
            Lists,
            GraphAnswer.Json(200, """{"value":[]}""", ("RateLimit-Remaining", left), ("RateLimit-Reset", reset))
        );
        var clock = new GraphClock();
        var quota = new AppQuota(clock);
        using var odd = new GraphClient(script.Options(), clock, quota: quota);
        using var other = new GraphClient(script.Options(), clock, quota: quota);

        await ListsAsync(odd);

        Assert.Equal(TimeSpan.FromSeconds(seconds), other.Rest);
    }

    [Fact]
    public async Task A_site_that_never_stops_saying_that_the_quota_is_used_up_makes_the_others_rest_once()
    {
        var usedUp = GraphAnswer.Json(
            200,
            """{"value":[]}""",
            ("RateLimit-Remaining", "0"),
            ("RateLimit-Reset", "3600")
        );
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < 4; n++)
            script.On(Lists, usedUp);
        var clock = new GraphClock();
        var quota = new AppQuota(clock);
        using var odd = new GraphClient(script.Options(), clock, quota: quota);
        using var other = new GraphClient(script.Options(), clock, quota: quota);

        for (var n = 0; n < 4; n++)
            await ListsAsync(odd);
        Assert.Equal([TimeSpan.FromMinutes(5)], clock.Waits);
        Assert.Equal(TimeSpan.Zero, other.Rest);

        script.On(Lists, NoLists).On(Lists, usedUp);
        await ListsAsync(odd);
        await ListsAsync(odd);
        Assert.Equal(TimeSpan.FromMinutes(5), other.Rest);
    }

    [Fact]
    public async Task What_tells_people_of_the_rest_goes_at_once_and_once()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Lists, GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", "3600")))
            .On($"PATCH {SampleSchema.ListPath}/items/7/fields", GraphAnswer.Empty(204))
            .On(
                $"PATCH {SampleSchema.ListPath}/items/7/fields",
                GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", "5"))
            );
        using var graph = script.Client(new GraphClock(skips: false));
        await Assert.ThrowsAsync<ThrottledException>(() => ListsAsync(graph));
        var writer = new RowWriter(graph, SampleSchema.Site, TimeZoneInfo.Utc);
        Task WriteAsync() =>
            writer.UpdateWhileRestingAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                "7",
                new Dictionary<string, object?> { ["Title"] = "x" },
                "\"1\"",
                default
            );

        await WriteAsync();
        await Assert.ThrowsAsync<ThrottledException>(WriteAsync);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("9999999999999")]
    public async Task A_wait_longer_than_half_an_hour_is_given_up_at_once(string seconds)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Lists, GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", seconds)));
        using var graph = script.Client();

        var gaveUp = await Assert.ThrowsAsync<ThrottledException>(() => ListsAsync(graph));

        Assert.Equal("11111111-2222-3333-4444-555555555555", gaveUp.RequestId);
    }

    [Fact]
    public async Task A_service_that_never_stops_throttling_is_given_up()
    {
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < 20; n++)
            script.On(Lists, GraphAnswer.Error(503, "serviceNotAvailable", ("Retry-After", "0")));
        using var graph = script.Client();

        await Assert.ThrowsAsync<ThrottledException>(() => ListsAsync(graph));
    }

    [Fact]
    public async Task A_throttled_creation_was_not_carried_out_and_is_repeated()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                $"POST {SampleSchema.ListPath}/items",
                GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", "1"))
            )
            .On($"POST {SampleSchema.ListPath}/items", GraphAnswer.Json(201, """{"id":"5","fields":{}}"""))
            .On(
                $"GET {SampleSchema.ListPath}/items/5?{SampleSchema.Expand}",
                GraphAnswer.Json(200, """{"id":"5","fields":{"Title":"Ett"}}""")
            );
        using var graph = script.Client();

        var writer = new RowWriter(graph, SampleSchema.Site, TimeZoneInfo.Utc);
        var row = await writer.CreateAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            new Dictionary<string, object?> { ["Title"] = "Ett" },
            default
        );

        Assert.Equal("5", row.Id);
    }

    [Fact]
    public async Task Waiting_ends_at_once_when_the_run_is_stopped()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Lists, GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", "600")));
        var clock = new GraphClock(skips: false);
        using var graph = script.Client(clock);
        using var stop = new CancellationTokenSource();

        var call = new ListReader(graph, SampleSchema.Site).ListsAsync(stop.Token);
        await clock.StandingAsync(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static Task<IReadOnlyList<ListHeader>> ListsAsync(GraphClient graph) =>
        new ListReader(graph, SampleSchema.Site).ListsAsync(default);

    private sealed class Pauses : IProgress<GraphPause>
    {
        public List<GraphPause> Told { get; } = [];

        public void Report(GraphPause value) => Told.Add(value);
    }
}
