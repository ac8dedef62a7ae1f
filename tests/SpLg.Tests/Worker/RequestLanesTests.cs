namespace SpLg.Tests.Worker;

public class RequestLanesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Two_that_make_different_documents_run_beside_each_other()
    {
        var lanes = new RequestLanes(most: 2);
        var (first, second) = (new TaskCompletionSource<bool>(), new TaskCompletionSource<bool>());

        Assert.Equal(0, await lanes.StartAsync(Row("1", 2025), () => first.Task).WaitAsync(Limit));
        Assert.Equal(0, await lanes.StartAsync(Row("2", 2026), () => second.Task).WaitAsync(Limit));

        Assert.Equal(["1", "2"], lanes.Ids.Order(StringComparer.Ordinal));
        second.SetResult(true);
        first.SetResult(false);
        Assert.Equal(1, await lanes.EndAllAsync().WaitAsync(Limit));
        Assert.Empty(lanes.Ids);
    }

    [Theory]
    [InlineData(2, 2026)]
    [InlineData(1, 2025)]
    public async Task One_waits_for_another_of_the_same_document_and_for_room(int most, int year)
    {
        var lanes = new RequestLanes(most);
        var first = new TaskCompletionSource<bool>();
        await lanes.StartAsync(Row("1", 2026), () => first.Task);
        var hasBegun = false;

        var start = lanes.StartAsync(
            Row("2", year),
            () =>
            {
                hasBegun = true;
                return Task.FromResult(false);
            }
        );
        Assert.False(start.IsCompleted);
        Assert.False(hasBegun);
        first.SetResult(true);

        Assert.Equal(1, await start.WaitAsync(Limit));
        Assert.Equal(0, await lanes.EndAllAsync().WaitAsync(Limit));
        Assert.True(hasBegun);
    }

    [Fact]
    public async Task A_fault_that_ends_one_is_thrown_on_when_it_is_looked_at()
    {
        var lanes = new RequestLanes(most: 2);
        await lanes.StartAsync(Row("1", 2026), () => throw new InvalidOperationException("x"));

        await lanes.RestAsync().WaitAsync(Limit);

        await Assert.ThrowsAsync<InvalidOperationException>(lanes.EndedAsync);
    }

    private static ListRow Row(string id, int year) =>
        new(id, null, null, new Dictionary<string, JsonElement> { ["Year"] = JsonSerializer.SerializeToElement(year) });
}
