namespace SpLg.Tests.SharePoint;

/// <summary>Calls that are made again, and those that are not.</summary>
public sealed class RepetitionTests(ITestOutputHelper output)
{
    private const string Lists = "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists";
    private static readonly GraphAnswer NoLists = GraphAnswer.Json(200, """{"value":[]}""");

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

    private static Task<IReadOnlyList<ListHeader>> ListsAsync(GraphClient graph) =>
        new ListReader(graph, SampleSchema.Site).ListsAsync(default);
}
