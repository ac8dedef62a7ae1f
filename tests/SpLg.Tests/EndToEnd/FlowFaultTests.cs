namespace SpLg.Tests.EndToEnd;

/// <summary>
/// The whole life of a review on a service that has one fault again and again: what is left is what an undisturbed run
/// leaves. Where in the flow they come is by chance; with <c>SPLG_FAULT_ALL=1</c> every request meets every fault once.
/// </summary>
public class FlowFaultTests(ITestOutputHelper told)
{
    private const int MostFaults = 200;
    private const string FileWrites = @"/content\?@|/checkout|/checkin|/listItem/fields";
    private const string RequestAndFileWrites = @"/content\?@|/items/\d+/fields";

    /// <summary>
    /// What passes by itself, in turn: the client or the worker tries again, and nobody is told of a fault.
    /// </summary>
    [Fact]
    public async Task A_flow_on_a_service_that_answers_only_now_and_then_ends_as_one_without_faults()
    {
        const int Apart = 2;
        var moment = new FaultRule("", Kind: FaultKind.Answer);
        FaultRule[] faults =
        [
            moment with
            {
                Status = 429,
                RetryAfter = 0.1,
            },
            moment with
            {
                Status = 503,
            },
            moment with
            {
                Status = 500,
            },
            moment with
            {
                Status = 502,
            },
            moment with
            {
                Status = 504,
            },
            moment with
            {
                Kind = FaultKind.DropBefore,
            },
            moment with
            {
                Kind = FaultKind.DropAfter,
            },
        ];
        foreach (var n in Chosen(faults.Length * (Apart + 1)))
        {
            var rules = Enumerable
                .Range(0, MostFaults)
                .Select(i => faults[(i + n) % faults.Length] with { Skip = (n / faults.Length) + (i * Apart) });
            await AssertAsUndisturbedAsync($"faults from {n}", [.. rules]);
        }
    }

    public static TheoryData<string, HttpStatusCode, int> Held =>
        [
            .. SampleOrAll.OfEvery(
                2,
                ("", HttpStatusCode.NotFound, 120),
                (FileWrites, HttpStatusCode.Locked, 9),
                (RequestAndFileWrites, HttpStatusCode.PreconditionFailed, 3),
                (@"/content\?@", HttpStatusCode.Conflict, 2),
                (FileWrites, HttpStatusCode.Conflict, 9)
            ),
        ];

    [Theory]
    [MemberData(nameof(Held))]
    public async Task A_flow_in_which_things_are_not_seen_or_held_by_others_now_and_then_ends_as_one_without(
        string path,
        HttpStatusCode status,
        int apart
    )
    {
        foreach (var skip in Chosen(apart + 1))
        {
            var rules = Enumerable
                .Range(0, MostFaults)
                .Select(i => new FaultRule(path, Status: (int)status, Skip: skip + (i * apart)));
            await AssertAsUndisturbedAsync($"{(int)status} from request {skip}", [.. rules]);
        }
    }

    private static IEnumerable<int> Chosen(int of) =>
        Environment.GetEnvironmentVariable("SPLG_FAULT_ALL") == "1"
            ? Enumerable.Range(0, of)
            : [Random.Shared.Next(of)];

    private async Task AssertAsUndisturbedAsync(string what, IReadOnlyList<FaultRule> rules)
    {
        var expected = await ReviewFlow.Undisturbed.Value;
        Assert.Contains("Publicerad", expected, StringComparison.Ordinal);
        var failures = new List<string>();
        var actual = await RunAsync(failures, rules);
        Assert.True(actual == expected, $"{what}:\n{ReviewFlow.Difference(expected, actual)}");
        Assert.True(failures.Count == 0, $"{what}:\n{string.Join('\n', failures)}");
        told.WriteLine($"{what}: as undisturbed");
    }

    /// <param name="failures">Gets each message a request failed with, which a person then tries again.</param>
    private static Task<string> RunAsync(List<string> failures, IReadOnlyList<FaultRule> rules) =>
        ReviewFlow.RunAsync(async act =>
        {
            var faults = act.Test.Server.Faults;
            using var site = await ReviewFlow.OpenAsync(act.Test);
            faults.Add(ReviewFlow.NoPdf);
            foreach (var rule in rules)
                faults.Add(rule);
            await ReviewFlow.WorkAsync(act.Test, site);
            faults.Clear();
            faults.Add(ReviewFlow.NoPdf);
            if (
                await act.Test.ReadRequestAsync(act.Person, act.Request) is
                { Status.Value: ReviewStatus.Failed, Message: { } message }
            )
            {
                failures.Add(message);
                await act.Test.SetStatusAsPersonAsync(act.Person, act.Request, act.Who, Choice.Text(act.Status));
                await ReviewFlow.WorkAsync(act.Test, site);
            }
            faults.Clear();
        });
}
