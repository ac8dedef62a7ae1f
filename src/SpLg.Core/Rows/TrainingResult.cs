namespace SpLg.Core.Rows;

/// <summary>How many of those expected have completed a training. A row of the list Utbildningar.</summary>
public sealed record TrainingResult(
    RowOrigin Origin,
    string? Title,
    string? Audience,
    Entry<decimal> Expected,
    Entry<decimal> Completed,
    string? Unit,
    Entry<DateOnly> CompletedOn,
    string? Result
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "TrainingResults";

    /// <summary>The description of the list.</summary>
    public static ListOf<TrainingResult> AsList { get; } =
        new(List, "Utbildningar", Read)
        {
            Noun = new("utbildningsresultat", "utbildningsresultat", IsNeuter: true),
            KnownBy =
            [
                ["Title", nameof(Audience), nameof(Unit), "Year"],
                ["Title", nameof(Unit), "Year"],
                ["Title", "Year"],
            ],
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Audience),
                nameof(Expected),
                nameof(Completed),
                nameof(Unit),
                nameof(CompletedOn),
                nameof(Result),
            ],
            Sections = [Trainings.GroupName],
            Owner = "HR",
            YearColumns = ["Year", nameof(CompletedOn)],
            YearsTold = y => (y.FollowUp - 1, y.FollowUp),
            IsCutByDay = true,
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = TrainingChecks.Of,
        };

    public static TrainingResult Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Audience: row.Text("Audience"),
            Expected: row.Number("Expected"),
            Completed: row.Number("Completed"),
            Unit: row.Text("Unit"),
            CompletedOn: row.Date("CompletedOn"),
            Result: row.Text("Result")
        );
}

/// <summary>Rules for Utbildningar.</summary>
internal static class TrainingChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<TrainingResult> rows, DataToCheck data) =>
        [
            .. rows.SelectMany(r =>
                new[]
                {
                    MoreThanExpected(r),
                    WithoutNumber(r, "Antal som ska gå", r.Expected),
                    WithoutNumber(r, "Antal som gått", r.Completed),
                    r.Origin.WithoutYear(RowOrder.YearOf(r.Origin, r.CompletedOn)),
                    r.Origin.YearAgainst("Mätt den", r.CompletedOn),
                }
            ),
            .. RowChecks.Named(rows, r => r.Title, "Utbildning"),
            .. RowChecks.Different(
                rows,
                KeyOf,
                r => $"Utbildningen ”{r.Title}”",
                ("Antal som ska gå", r => r.Expected.Text),
                ("Antal som gått", r => r.Completed.Text)
            ),
            .. RowChecks.Twice(
                rows,
                KeyOf,
                "Utbildning",
                "Rad {0} gäller samma utbildning, enhet, målgrupp och år, och båda räknas. Behåll den som gäller."
            ),
        ];

    private static string? KeyOf(TrainingResult row) =>
        RowChecks.Key(row.Title, row.Unit, row.Audience, RowChecks.Year(row.Origin, row.CompletedOn));

    private static Finding? MoreThanExpected(TrainingResult row) =>
        row.Completed.Value > row.Expected.Value
            ? row.Origin.Error(
                "Antal som gått",
                $"Fler har gått utbildningen ({row.Completed.Text}) än som skulle gå ({row.Expected.Text}). Rätta det tal som är fel."
            )
            : null;

    /// <summary>A workshop is told by its result in words and needs no numbers.</summary>
    private static Finding? WithoutNumber(TrainingResult row, string column, Entry<decimal> number) =>
        number.IsEmpty && !(row.Expected.IsEmpty && row.Completed.IsEmpty && row.Result is not null)
            ? row.Origin.Warning(column, "Antalet saknas, så raden räknas inte med i andelen. Fyll i antalet.")
            : null;
}
