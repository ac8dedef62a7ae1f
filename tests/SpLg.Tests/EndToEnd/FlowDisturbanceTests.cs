namespace SpLg.Tests.EndToEnd;

/// <summary>
/// The whole life of a review where something else than the service is not as it should be: what is left is the same.
/// </summary>
public class FlowDisturbanceTests
{
    [Fact]
    public async Task A_worker_whose_clock_is_ten_minutes_off_now_one_way_now_the_other_leaves_the_same()
    {
        var ahead = TimeSpan.FromMinutes(10);

        var left = await RunAsync(
            (act, site) => ReviewFlow.WorkAsync(act.Test, site, new ClockAhead { Ahead = ahead = -ahead })
        );

        AssertUndisturbed(WithoutDay(await ReviewFlow.Undisturbed.Value), WithoutDay(left));

        // For ten minutes before and after midnight such a clock shows another day.
        static string WithoutDay(string text) =>
            Enumerable
                .Range(-1, 3)
                .Select(n =>
                    Swedish.Long(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(n))
                )
                .Aggregate(text, (t, day) => t.Replace(day, "dagen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_whose_state_is_lost_or_damaged_between_any_two_runs_leaves_the_same()
    {
        var damages = new Queue<string?>([null, "", "{ \"ListId\": 1, \"DeltaLink\": \"x\""]);
        var left = await RunAsync(
            async (act, site) =>
            {
                await ReviewFlow.WorkAsync(act.Test, site);
                var folder = act.Test.Worker("worker").StateFolder;
                var damage = damages.Dequeue();
                damages.Enqueue(damage);
                if (damage is null)
                    Directory.Delete(folder, recursive: true);
                else
                    Array.ForEach(Directory.GetFiles(folder), f => File.WriteAllText(f, damage));
            }
        );

        AssertUndisturbed(await ReviewFlow.Undisturbed.Value, left);
    }

    [Fact]
    public async Task Somebody_who_writes_in_other_columns_of_the_request_all_the_time_stops_nothing()
    {
        var left = await RunAsync(
            async (act, site) =>
            {
                using var stop = new CancellationTokenSource();
                var writes = WriteAsync(act, stop.Token);
                await ReviewFlow.WorkAsync(act.Test, site);
                await stop.CancelAsync();
                Assert.True(await writes > 0);
            }
        );

        AssertUndisturbed(await ReviewFlow.Undisturbed.Value, left);

        static async Task<int> WriteAsync(ReviewFlow.Act act, CancellationToken cancellationToken)
        {
            var count = 0;
            for (; !cancellationToken.IsCancellationRequested; count++)
            {
                await act.Test.SetAsPersonAsync(
                    act.Person,
                    act.Request,
                    ReviewFlow.Coordinator,
                    new { Title = "Genomgång" + new string(' ', count % 2) }
                );
                await Task.Delay(20, CancellationToken.None);
            }
            await act.Test.SetAsPersonAsync(
                act.Person,
                act.Request,
                ReviewFlow.Coordinator,
                new { Title = "Genomgång" }
            );
            return count;
        }
    }

    private static Task<string> RunAsync(Func<ReviewFlow.Act, OpenSite, Task> work) =>
        ReviewFlow.RunAsync(async act =>
        {
            using var site = await ReviewFlow.OpenAsync(act.Test);
            act.Test.Server.Faults.Add(ReviewFlow.NoPdf);
            await work(act, site);
            act.Test.Server.Faults.Clear();
        });

    private static void AssertUndisturbed(string expected, string actual) =>
        Assert.True(actual == expected, ReviewFlow.Difference(expected, actual));
}
