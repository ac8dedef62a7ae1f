using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Running;
using SpLg.Tests.Infra;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// What people do in the whole life of a review, one after the other; the worker comes to rest after each. The lists change before each new
/// reading, so that every file is written over once as a draft, once as an approved one and, in the second round, as a published one.
/// </summary>
internal static class ReviewFlow
{
    public const string Coordinator = "Eva Nyström";
    public const string Head = "Karin Ekdahl";

    private static readonly string[] Approvers = ["karin.ekdahl@exempel.se", "karin.ekdahl@lindo.example"];

    private static readonly (string Person, ReviewStatus Status)[] Acts =
    [
        (Coordinator, ReviewStatus.Requested), (Coordinator, ReviewStatus.UpdateRequested), (Coordinator, ReviewStatus.ForApproval), (Head, ReviewStatus.Approved),
        (Coordinator, ReviewStatus.UpdateRequested), (Coordinator, ReviewStatus.ForApproval), (Head, ReviewStatus.Approved),
    ];

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
        return await SiteSnapshot.TakeAsync(test, person, id!);
    }

    /// <summary>The site as workers see it, without the waits between repeated calls.</summary>
    public static Task<OpenSite> OpenAsync(TestSite test) => test.OpenAsync(new GraphClock(), Approvers);

    public static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join('\n', before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l)));
    }

    /// <summary>Somebody has set a status.</summary>
    /// <param name="Person">Whoever looks at the site without faults.</param>
    /// <param name="Request">The row's id.</param>
    internal sealed record Act(TestSite Test, OpenSite Person, string Request, string Who, ReviewStatus Status);
}
