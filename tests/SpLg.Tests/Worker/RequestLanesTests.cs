namespace SpLg.Tests.Worker;

public class RequestLanesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Two_that_make_different_documents_run_beside_each_other()
    {
        var lanes = new RequestLanes(most: 2, mostInAll: 2, new());
        var (first, second) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());

        Assert.Equal(0, await lanes.StartAsync(Row("1", 2025), () => first.Task).WaitAsync(Limit));
        Assert.Equal(0, await lanes.StartAsync(Row("2", 2026), () => second.Task).WaitAsync(Limit));

        Assert.Equal(["1", "2"], lanes.Ids.Order(StringComparer.Ordinal));
        second.SetResult(true);
        first.SetResult(false);
        Assert.Equal(1, await lanes.EndAllAsync().WaitAsync(Limit));
        Assert.Empty(lanes.Ids);
    }

    [Fact]
    public async Task One_waits_for_room()
    {
        var lanes = new RequestLanes(most: 1, mostInAll: 1, new());
        var first = new TaskCompletionSource<bool>();
        await lanes.StartAsync(Row("1", 2026), () => first.Task);

        var start = lanes.StartAsync(Row("2", 2025), () => Task.FromResult(false));
        Assert.False(start.IsCompleted);
        first.SetResult(true);

        Assert.Equal(1, await start.WaitAsync(Limit));
        Assert.Equal(["2"], lanes.Ids);
        Assert.Equal(0, await lanes.EndAllAsync().WaitAsync(Limit));
    }

    [Fact]
    public async Task One_of_a_document_that_is_being_made_is_left_for_the_next_look_and_nobody_waits_for_it()
    {
        var lanes = new RequestLanes(most: 2, mostInAll: 2, new());
        var (first, hasBegun) = (new TaskCompletionSource<bool>(), false);
        await lanes.StartAsync(Row("1", 2026), () => first.Task);

        Assert.Equal(0, await lanes.StartAsync(Row("2", 2026), Begin).WaitAsync(Limit));
        Assert.False(hasBegun);
        first.SetResult(true);
        Assert.Equal(1, await lanes.EndAllAsync().WaitAsync(Limit));
        await lanes.StartAsync(Row("2", 2026), Begin).WaitAsync(Limit);
        await lanes.EndAllAsync().WaitAsync(Limit);

        Assert.True(hasBegun);

        Task<bool> Begin()
        {
            hasBegun = true;
            return Task.FromResult(false);
        }
    }

    [Fact]
    public async Task A_fault_that_ends_one_is_thrown_on_when_it_is_looked_at()
    {
        var lanes = new RequestLanes(most: 2, mostInAll: 2, new());
        await lanes.StartAsync(Row("1", 2026), () => throw new InvalidOperationException("x"));

        await lanes.RestAsync().WaitAsync(Limit);

        await Assert.ThrowsAsync<InvalidOperationException>(lanes.EndedAsync);
    }

    [Fact]
    public async Task Those_that_wait_for_their_turn_make_room_until_they_have_it()
    {
        var waiting = new WaitingRequests();
        var lanes = new RequestLanes(most: 1, mostInAll: 1, waiting);
        var large = new TaskCompletionSource<bool>();
        foreach (var n in Enumerable.Range(1, 6))
        {
            waiting.Set($"{n}", true);
            await lanes.StartAsync(Row($"{n}", 2000 + n), () => large.Task).WaitAsync(Limit);
        }

        await lanes.StartAsync(Row("7", 2026), () => Task.FromResult(true)).WaitAsync(Limit);

        waiting.Set("1", false);
        var next = lanes.StartAsync(Row("8", 2027), () => Task.FromResult(true));
        await Task.Delay(50);
        Assert.False(next.IsCompleted);
        waiting.Set("1", true);
        await next.WaitAsync(Limit);
        large.SetResult(true);
        await lanes.EndAllAsync().WaitAsync(Limit);
    }

    [Fact]
    public async Task Not_any_number_waits_for_its_turn_because_each_has_read_its_lists()
    {
        var waiting = new WaitingRequests();
        var lanes = new RequestLanes(most: 1, mostInAll: 1, waiting);
        var large = new TaskCompletionSource<bool>();
        foreach (var n in Enumerable.Range(1, 30))
        {
            waiting.Set($"{n}", true);
            await lanes.StartAsync(Row($"{n}", 2000 + n), () => large.Task).WaitAsync(Limit);
        }

        var next = lanes.StartAsync(Row("31", 2031), () => Task.FromResult(true));
        await Task.Delay(50);

        Assert.False(next.IsCompleted);
        large.SetResult(true);
        await next.WaitAsync(Limit);
        await lanes.EndAllAsync().WaitAsync(Limit);
    }

    private static ListRow Row(string id, int year) =>
        new(id, null, null, new Dictionary<string, JsonElement> { ["Year"] = JsonSerializer.SerializeToElement(year) });
}
