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

    /// <summary>The description of the list.</summary>
    public static ListOf<InternalControlResult> AsList { get; } =
        new(List, "Internkontroll", Read)
        {
            Noun = new("kontrollresultat", "kontrollresultat", IsNeuter: true),
            KnownBy =
            [
                [nameof(Title), nameof(Period), "Year"],
            ],
            YearsTold = y => (y.FollowUp - 1, y.FollowUp),
            Rule = OpenRule.UnlessClosed,
            Open = [nameof(Title), nameof(Period), nameof(Result), nameof(Deviations), nameof(Comment)],
            Sections = [InternalControls.GroupName],
            Owner = "controllern",
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = InternalControlChecks.Of,
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

/// <summary>Rules for Internkontroll.</summary>
internal static class InternalControlChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<InternalControlResult> rows, DataToCheck data) =>
        [
            .. rows.SelectMany(r => new[] { DeviationsNotTold(r), r.Origin.WithoutYear(RowOrder.YearOf(r.Origin)) }),
            .. RowChecks.Told(
                rows,
                r => r.Title,
                "Kontroll",
                r => r.Result.IsEmpty && r.Deviations is null && r.Comment is null,
                "Resultat",
                "resultatet, avvikelserna eller en kommentar"
            ),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, RowChecks.Year(r.Origin), r.Period.Text),
                r => $"Kontrollen ”{r.Title}”",
                ("Resultat", r => r.Result.Text)
            ),
        ];

    private static Finding? DeviationsNotTold(InternalControlResult row) =>
        row.Result.Is(ControlResult.Deviations) && row.Deviations is null
            ? row.Origin.Warning(
                "Avvikelser",
                "Resultatet är Avvikelser men det står inte vilka. Beskriv avvikelserna."
            )
            : null;
}

public enum ControlPeriod
{
    [ChoiceText("T1", "Tertial 1")]
    FirstTertial,

    [ChoiceText("T2", "Tertial 2")]
    SecondTertial,

    [ChoiceText("Helår")]
    WholeYear,
}

public enum ControlResult
{
    [ChoiceText("Inga väsentliga avvikelser")]
    NoDeviations,

    [ChoiceText("Avvikelser")]
    Deviations,

    [ChoiceText("Ej genomförd")]
    NotPerformed,
}
