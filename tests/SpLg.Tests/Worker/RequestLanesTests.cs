namespace SpLg.Tests.Worker;

public class RequestLanesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Two_that_make_different_documents_run_beside_each_other()
    {
        var lanes = new RequestLanes(most: 2, mostInAll: 2);
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
        var lanes = new RequestLanes(most: 1, mostInAll: 1);
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
        var lanes = new RequestLanes(most: 2, mostInAll: 2);
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
        var lanes = new RequestLanes(most: 2, mostInAll: 2);
        await lanes.StartAsync(Row("1", 2026), () => throw new InvalidOperationException("x"));

        await lanes.RestAsync().WaitAsync(Limit);

        await Assert.ThrowsAsync<InvalidOperationException>(lanes.EndedAsync);
    }

    private static ListRow Row(string id, int year) =>
        new(id, null, null, new Dictionary<string, JsonElement> { ["Year"] = JsonSerializer.SerializeToElement(year) });
}
