namespace SpLg.Tests.Story;

/// <summary>
/// What people do in the whole life of a review, one after the other; the worker comes to rest after each. The lists
/// change before each new reading, so that every file is written over once as a draft, once as an approved one and, in
/// the second round, as a published one. In the end the same is published once more.
/// </summary>
internal static class ReviewFlow
{
    /// <summary>What the machine has installed makes no difference, and no run waits for it.</summary>
    public static readonly FaultRule NoPdf = new("format=pdf", Status: 406, Count: int.MaxValue);

    public const string Coordinator = "Eva Nyström";
    public const string Head = "Karin Ekdahl";

    public static readonly string[] Approvers = ["karin.ekdahl@exempel.se", "karin.ekdahl@lindo.example"];

    private static readonly (string Person, ReviewStatus Status)[] Acts =
    [
        (Coordinator, ReviewStatus.Requested),
        (Coordinator, ReviewStatus.UpdateRequested),
        (Coordinator, ReviewStatus.ForApproval),
        (Head, ReviewStatus.Approved),
        (Coordinator, ReviewStatus.UpdateRequested),
        (Coordinator, ReviewStatus.ForApproval),
        (Head, ReviewStatus.Approved),
        (Coordinator, ReviewStatus.Approved),
    ];

    /// <summary>How many acts there are.</summary>
    public static int Length => Acts.Length;

    /// <summary>What is left when nothing disturbs.</summary>
    public static readonly Lazy<Task<string>> Undisturbed = new(() =>
        RunAsync(async act =>
        {
            using var site = await OpenAsync(act.Test);
            act.Test.Server.Faults.Add(NoPdf);
            await WorkAsync(act.Test, site);
            act.Test.Server.Faults.Clear();
        })
    );

    /// <param name="work">Lets the worker, or several, do what the act asks for.</param>
    /// <param name="pdf">True makes the PDF too, where LibreOffice is installed.</param>
    /// <returns>What is left in the end, as <see cref="SiteSnapshot"/> tells it.</returns>
    public static async Task<string> RunAsync(Func<Act, Task> work, bool pdf = false)
    {
        await using var test = await TestSite.WithFewRowsAsync(pdf);
        using var person = await test.OpenAsync();
        string? id = null;
        var incidents = 0;
        foreach (var (who, status) in Acts)
        {
            if (status is ReviewStatus.Requested or ReviewStatus.UpdateRequested)
                await test.AddIncidentAsync(person, "Förlorad nyckel", $"i-{++incidents + 1}");
            if (id is null)
                id = await test.RequestAsync(person, status: status);
            else
                await test.SetStatusAsPersonAsync(person, id, who, Choice.Text(status));
            await work(new(test, person, id, who, status));
        }
        return await LeftAsync(test, person, id!);
    }

    /// <summary>What is left, without what only tells that it took a while.</summary>
    public static async Task<string> LeftAsync(TestSite test, OpenSite person, string request) =>
        (await SiteSnapshot.TakeAsync(test, person, request))
            .Replace(" " + RequestMessages.Waited, "", StringComparison.Ordinal)
            .Replace(" " + RequestMessages.WaitedToPublish, "", StringComparison.Ordinal)
            .Replace(" " + RequestMessages.WaitedForPage, "", StringComparison.Ordinal);

    /// <summary>The site as workers see it, without the waits between repeated calls.</summary>
    public static Task<OpenSite> OpenAsync(TestSite test) => test.OpenAsync(new GraphClock(), Approvers);

    /// <summary>A worker comes to rest; waits before another try are passed over, as those of the client are.</summary>
    /// <param name="clock">The worker's.</param>
    public static async Task WorkAsync(TestSite test, OpenSite site, ClockAhead? clock = null, Lines? log = null)
    {
        clock ??= new ClockAhead();
        var lines = new Lines
        {
            Also = log,
            OnEvent = name =>
            {
                if (name is nameof(WorkerLog.WillBeTriedAgain) or nameof(WorkerLog.WillBeAnsweredLater))
                    clock.Ahead += TimeSpan.FromMinutes(5);
            },
        };
        var deadline = TestSite.Deadline();
        var worker = new RequestWorker(site, test.Worker("worker"), clock, lines);
        for (var idle = false; !idle; )
        {
            try
            {
                idle = await worker.RunAsync(untilIdle: true, deadline);
            }
            catch (GraphException)
            {
                // A look at the list that failed; the next one follows, as for a worker that stays up.
            }
        }
    }

    public static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join(
            '\n',
            before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l))
        );
    }

    /// <summary>Somebody has set a status.</summary>
    /// <param name="Person">Whoever looks at the site without faults.</param>
    /// <param name="Request">The row's id.</param>
    internal sealed record Act(TestSite Test, OpenSite Person, string Request, string Who, ReviewStatus Status);
}
