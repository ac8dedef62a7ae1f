namespace SpLg.Core.Rows;

/// <summary>A recurring activity of the annual wheel. A row of the list Årshjul.</summary>
public sealed record AnnualWheelActivity(
    RowOrigin Origin,
    string? Title,
    Entry<decimal> Month,
    IReadOnlyList<Entry<ActionRole>> Role,
    string? Description,
    Entry<Recurrence> Recurs,
    string? Process
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "AnnualWheelActivities";

    /// <summary>The description of the list.</summary>
    public static ListOf<AnnualWheelActivity> AsList { get; } =
        new(List, "Årshjul", Read)
        {
            Noun = new("aktivitet i årshjulet", "aktiviteter i årshjulet"),
            Rule = OpenRule.UnlessClosed,
            Open = [nameof(Title), nameof(Month), nameof(Role), nameof(Description), nameof(Recurs), nameof(Process)],
            Sections = [AnnualWheel.GroupName],
            MeantBy = [ActionSource.AnnualWheel],
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear, r.Process),
            Checks = (rows, _) => RowChecks.Named(rows, r => r.Title, "Aktivitet"),
        };

    public static AnnualWheelActivity Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Month: row.Number("Month"),
            Role: row.Choices<ActionRole>("Role"),
            Description: row.Text("Description"),
            Recurs: row.Choice<Recurrence>("Recurs"),
            Process: row.Text("Process")
        );
}

public enum Recurrence
{
    [ChoiceText("Årligen")]
    Yearly,

    [ChoiceText("Tertial")]
    EveryTertial,

    [ChoiceText("Månad")]
    Monthly,
}
