using SpLg.Core.Lists;
using SpLg.Core.Review;

namespace SpLg.Core.Rows;

/// <summary>An objective with its measure, target and outcome. A row of the list Mål.</summary>
public sealed record Objective(
    RowOrigin Origin,
    string? Title,
    string? Measure,
    string? Unit,
    Entry<decimal> Target,
    Entry<decimal> Outcome,
    Entry<decimal> Previous,
    Entry<bool> HigherIsBetter) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Objectives";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<Objective> AsList { get; } = new(List, Read)
    {
        Rule = OpenRule.UnlessClosed,
        Open =
        [
            nameof(Title), nameof(Measure), nameof(Unit), nameof(Target), nameof(Outcome), nameof(Previous), nameof(HigherIsBetter),
        ],
        Sections = [Objectives.GroupName],
    };

    public static Objective Read(RowReader row) => new(
        row.Origin(),
        row.Text("Title"),
        row.Text("Measure"),
        row.Text("Unit"),
        row.Number("Target"),
        row.Number("Outcome"),
        row.Number("Previous"),
        row.YesNo("HigherIsBetter"));
}
