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

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_fault_of_the_moment_is_repeated_with_growing_waits(int status)
    {
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < 4; n++)
            script.On(Lists, GraphAnswer.Error(status, "generalException"));
        script.On(Lists, NoLists);
        var clock = new GraphClock();
        using var graph = script.Client(clock);

        await ListsAsync(graph);

        Assert.Equal(4, clock.Waits.Count);
        for (var n = 0; n < 4; n++)
            Assert.InRange(clock.Waits[n].TotalSeconds, 0.25 * Math.Pow(2, n), 0.5 * Math.Pow(2, n));
    }

    [Fact]
    public async Task A_fault_that_stays_is_told_after_five_attempts()
    {
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < 5; n++)
            script.On(Lists, GraphAnswer.Error(500, "generalException"));
        using var graph = script.Client();

        var told = await Assert.ThrowsAsync<GraphException>(() => ListsAsync(graph));

        Assert.Equal("generalException", told.Code);
        Assert.True(told.MayPass);
    }

    [Theory]
    [InlineData(400, "refused", false)]
    [InlineData(403, "refused", false)]
    [InlineData(404, "refused", false)]
    [InlineData(409, "nameAlreadyExists", false)]
    [InlineData(409, "refused", true)]
    [InlineData(423, "refused", false)]
    [InlineData(507, "refused", false)]
    public async Task A_refusal_is_not_repeated_and_says_whether_it_may_pass(int status, string code, bool mayPass)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Lists, GraphAnswer.Error(status, code));
        using var graph = script.Client();

        var refused = await Assert.ThrowsAnyAsync<GraphException>(() => ListsAsync(graph));

        Assert.Equal(status, (int)refused.Status!);
        Assert.Equal(mayPass, refused.MayPass);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_is_not_accepted_is_renewed_once()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Lists, GraphAnswer.Error(401, "InvalidAuthenticationToken"))
            .On(Lists, NoLists)
            .On(Lists, GraphAnswer.Error(401, "InvalidAuthenticationToken"))
            .On(Lists, GraphAnswer.Error(401, "InvalidAuthenticationToken"));
        using var graph = script.Client();

        await ListsAsync(graph);
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => ListsAsync(graph));

        Assert.False(denied.MayPass);
    }

    [Fact]
    public async Task A_service_that_goes_on_refusing_after_short_waits_is_given_longer_ones()
    {
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < 20; n++)
            script.On(Lists, GraphAnswer.Error(503, "serviceNotAvailable", ("Retry-After", "0.05")));
        var clock = new GraphClock();
        using var graph = script.Client(clock);

        Assert.True((await Assert.ThrowsAsync<ThrottledException>(() => ListsAsync(graph))).MayPass);

        Assert.InRange(clock.Waits.Sum(w => w.TotalMinutes), 3, 30);
    }

    [Fact]
    public async Task A_dropped_reading_is_repeated_but_a_dropped_creation_is_not()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Lists, GraphAnswer.Drop)
            .On(Lists, NoLists)
            .On($"POST {SampleSchema.ListPath}/items", GraphAnswer.Drop);
        using var graph = script.Client();

        await ListsAsync(graph);
        var writer = new RowWriter(graph, SampleSchema.Site, TimeZoneInfo.Utc);
        var unclear = await Assert.ThrowsAsync<GraphException>(() =>
            writer.CreateAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                new Dictionary<string, object?> { ["Title"] = "Ett" },
                default
            )
        );

        Assert.Null(unclear.Status);
        Assert.Contains("may or may not have been carried out", unclear.Message, StringComparison.Ordinal);
        Assert.NotNull(unclear.RequestId);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_creation_that_was_answered_by_a_fault_of_the_moment_is_not_repeated(int status)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On($"POST {SampleSchema.ListPath}/items", GraphAnswer.Error(status, "generalException"));
        using var graph = script.Client();

        var writer = new RowWriter(graph, SampleSchema.Site, TimeZoneInfo.Utc);
        var unclear = await Assert.ThrowsAsync<GraphException>(() =>
            writer.CreateAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                new Dictionary<string, object?> { ["Title"] = "Ett" },
                default
            )
        );

        Assert.True(unclear.AfterLostAnswer);
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
    public async Task A_server_that_is_not_there_says_to_check_the_network()
    {
        await using var script = await GraphScript.StartAsync(output);
        // Port 1 of this machine: nothing listens there.
        using var graph = new GraphClient(
            script.Options() with
            {
                Graph = new("http://127.0.0.1:1/v1.0/"),
            },
            new GraphClock()
        );

        var unreachable = await Assert.ThrowsAsync<GraphException>(() => ListsAsync(graph));

        Assert.Contains("could not be reached", unreachable.Message, StringComparison.Ordinal);
        Assert.True(unreachable.MayPass);
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
