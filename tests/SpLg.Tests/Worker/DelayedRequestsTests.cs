namespace SpLg.Tests.Worker;

public class DelayedRequestsTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    private readonly ClockAhead clock = new();
    private readonly DelayedRequests delayed;

    public DelayedRequestsTests() => delayed = new(First, clock);

    [Fact]
    public void Each_wait_is_twice_the_one_before_and_at_most_five_minutes()
    {
        var waits = Enumerable
            .Range(0, 8)
            .Select(_ => (delayed.Add(Request("Begärd"), waited: null) - clock.GetUtcNow()).TotalSeconds)
            .Select(s => Math.Round(s));

        Assert.Equal([10, 20, 40, 80, 160, 300, 300, 300], waits);
        Assert.Equal(8, delayed.TriesOf("1"));
    }

    [Fact]
    public void A_request_waits_until_its_wait_is_over()
    {
        delayed.Add(Request("Begärd"), waited: null);
        Assert.True(delayed.IsWaiting(Request("Begärd")));

        clock.Ahead += First + TimeSpan.FromSeconds(1);

        Assert.False(delayed.IsWaiting(Request("Begärd")));
        Assert.Equal(1, delayed.TriesOf("1"));
    }

    [Fact]
    public void A_wait_that_SharePoint_asks_for_is_kept_where_it_is_longer()
    {
        var next = delayed.Add(Request("Begärd"), waited: null, atLeast: TimeSpan.FromMinutes(20));

        Assert.Equal(20, Math.Round((next - clock.GetUtcNow()).TotalMinutes));
    }

    [Fact]
    public void Another_status_is_answered_at_once_and_has_not_been_tried()
    {
        delayed.Add(Request("Begärd"), waited: null);

        Assert.False(delayed.IsWaiting(Request("Avbruten")));

        Assert.Equal(0, delayed.TriesOf("1"));
        Assert.True(delayed.IsEmpty);
    }

    [Fact]
    public void What_a_person_had_open_is_told_until_it_has_gone_through_whatever_comes_between()
    {
        delayed.Add(Request("Begärd"), waited: "Dokumentet var öppet.");
        delayed.Add(Request("Begärd"), waited: null);
        Assert.Equal("Dokumentet var öppet.", delayed.WaitedOf("1"));

        delayed.Remove("1");

        Assert.Null(delayed.WaitedOf("1"));
    }

    [Fact]
    public void A_request_that_is_gone_is_forgotten()
    {
        delayed.Add(Request("Begärd"), waited: null);

        delayed.Keep(["2"]);

        Assert.True(delayed.IsEmpty);
    }

    private static ReviewRequest Request(string status) => RequestRow.Of(("Status", status));
}
