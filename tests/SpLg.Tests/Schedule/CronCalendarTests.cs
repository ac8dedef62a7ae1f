using SpLg.Schedule;

namespace SpLg.Tests.Schedule;

public sealed class CronCalendarTests : IDisposable
{
    private const string EveryJanuary = "0 0 6 15 1 ?";

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private readonly string folder = Directory.CreateTempSubdirectory("splg-calendar-").FullName;
    private readonly DayClock clock = new("2026-11-21T04:00:00Z");

    [Fact]
    public async Task A_new_expression_does_not_invent_a_past_and_what_comes_is_run_once_in_the_sites_time()
    {
        Assert.Empty(await RunAsync(EveryJanuary));
        clock.Now = DayClock.At("2027-01-15T04:59:59Z");
        Assert.Empty(await RunAsync(EveryJanuary));
        clock.Now = DayClock.At("2027-01-15T05:00:00Z");
        Assert.Equal([DayClock.At("2027-01-15T06:00:00+01:00")], await RunAsync(EveryJanuary));
        Assert.Empty(await RunAsync(EveryJanuary));
    }

    [Fact]
    public async Task What_fell_due_several_times_while_no_worker_was_up_is_run_once_as_of_the_last_time()
    {
        await RunAsync("0 30 7 * * ?");
        clock.Now = DayClock.At("2029-07-03T12:00:00Z");

        Assert.Equal([DayClock.At("2029-07-03T07:30:00+02:00")], await RunAsync("0 30 7 * * ?"));
        Assert.Empty(await RunAsync("0 30 7 * * ?"));
    }

    [Fact]
    public async Task An_expression_of_every_second_is_caught_up_after_years_without_counting_them()
    {
        await RunAsync("* * * * * ?");
        clock.Now = DayClock.At("2036-11-21T04:00:00.700Z");

        Assert.Equal([DayClock.At("2036-11-21T04:00:00Z")], await RunAsync("* * * * * ?"));
    }

    [Fact]
    public async Task A_changed_expression_begins_anew()
    {
        await RunAsync(EveryJanuary);
        clock.Now = DayClock.At("2027-02-01T00:00:00Z");

        Assert.Empty(await RunAsync("0 0 7 15 1 ?"));
    }

    [Fact]
    public async Task What_could_not_be_run_is_due_still()
    {
        await RunAsync(EveryJanuary);
        clock.Now = DayClock.At("2027-01-20T00:00:00Z");

        await Assert.ThrowsAsync<IOException>(() =>
            Calendar().RunDueAsync("x", EveryJanuary, _ => throw new IOException("site away"))
        );

        Assert.Single(await RunAsync(EveryJanuary));
    }

    [Fact]
    public async Task The_night_when_the_clock_goes_back_has_one_run()
    {
        clock.Now = DayClock.At("2026-10-24T12:00:00Z");
        await RunAsync("0 30 2 * * ?");
        var runs = 0;
        for (
            clock.Now = DayClock.At("2026-10-24T22:00:00Z");
            clock.Now < DayClock.At("2026-10-25T10:00:00Z");
            clock.Now = clock.Now.AddMinutes(10)
        )
            runs += (await RunAsync("0 30 2 * * ?")).Count;

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task State_that_is_damaged_is_no_fault()
    {
        await RunAsync(EveryJanuary);
        File.WriteAllText(Path.Combine(folder, "state.json"), "{ \"x\": ");

        Assert.Empty(await RunAsync(EveryJanuary));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A process of its own, as far as state goes.</summary>
    private CronCalendar Calendar() => new(Path.Combine(folder, "state.json"), Stockholm, clock);

    private async Task<IReadOnlyList<DateTimeOffset>> RunAsync(string cron)
    {
        var runs = new List<DateTimeOffset>();
        await Calendar()
            .RunDueAsync(
                "x",
                cron,
                due =>
                {
                    runs.Add(due);
                    return Task.CompletedTask;
                }
            );
        return runs;
    }
}
