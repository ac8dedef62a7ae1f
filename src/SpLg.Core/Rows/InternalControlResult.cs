namespace SpLg.Core.Rows;

/// <summary>The result of a control in the internal control plan. A row of the list Internkontroll.</summary>
public sealed record InternalControlResult(
    RowOrigin Origin,
    string? Title,
    Entry<ControlPeriod> Period,
    Entry<ControlResult> Result,
    string? Deviations,
    string? Comment
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "InternalControlResults";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<InternalControlResult> AsList { get; } =
        new(List, Read)
        {
            Noun = new("kontrollresultat", "kontrollresultat", IsNeuter: true),
            Rule = OpenRule.UnlessClosed,
            Open = [nameof(Title), nameof(Period), nameof(Result), nameof(Deviations), nameof(Comment)],
            Sections = [InternalControls.GroupName],
        };

    public static InternalControlResult Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Choice<ControlPeriod>("Period"),
            row.Choice<ControlResult>("Result"),
            row.Text("Deviations"),
            row.Text("Comment")
        );
}
