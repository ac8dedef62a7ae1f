namespace SpLg.Core.Sections;

/// <summary>
/// The objectives of the review's year, by their Year column; one without year is standing and shown every year.
/// </summary>
public sealed record Objectives(SectionSource Source, IReadOnlyList<ObjectiveRow> Rows)
{
    public const string GroupName = "Mål";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Objectives>(o => o.Source)
            .Number("Antal", "Antal mål.", o => o.Rows.Count)
            .Count("Antal nådda", "Antal mål som har nåtts.", o => o.Reached)
            .YesNo(
                "Visa mått",
                "Ja när något mål har mått, målvärde eller utfall.",
                o =>
                    o.Rows.Any(r =>
                        r.Objective.Measure is not null || !r.Objective.Target.IsEmpty || !r.Outcome.IsEmpty
                    )
            )
            .Text("Mening", "Hur många av målen som har nåtts, i en mening.", o => o.Sentence)
            .List(
                "Rader",
                "Målen med utfall.",
                o => o.Rows,
                new FieldSetBuilder<ObjectiveRow>()
                    .Text("Mål", "Målet.", r => r.Objective.Title)
                    .Text("Mått", "Hur det mäts.", r => r.Objective.Measure)
                    .Text("Måttenhet", "Måttets enhet.", r => r.Objective.Unit)
                    .Text(
                        "Mått med enhet",
                        "Hur det mäts, med måttets enhet inom parentes när den är angiven.",
                        r =>
                            r.Objective.Unit is null
                                ? r.Objective.Measure
                                : $"{r.Objective.Measure} ({r.Objective.Unit})".TrimStart()
                    )
                    .Number("Målvärde", "Värdet som ska nås.", r => r.Objective.Target)
                    .Number(
                        "Utfall",
                        "Värdet i år: den uppgift som målet följer, annars det som är ifyllt.",
                        r => Shown(r.Outcome)
                    )
                    .From(r => r.Counted)
                    .Number(
                        "Föregående utfall",
                        "Värdet vid förra mätningen, räknat på samma sätt där det går.",
                        r => Shown(r.Previous)
                    )
                    .From(r => r.CountedBefore)
                    .Choice(
                        "Följer uppgift",
                        "Den uppgift i genomgången som är målets utfall; tomt när utfallet är ifyllt.",
                        r => r.Objective.Follows
                    )
                    .Text(
                        "Utbildning som följs",
                        "Utbildningen, när målet följer andelen som har gått en viss utbildning.",
                        r => r.Objective.FollowsCourse
                    )
                    .Text(
                        "Nått",
                        "Nått, Inte nått, Ej mätt eller Går inte att bedöma.",
                        r =>
                            r.IsReached switch
                            {
                                true => "Nått",
                                false => "Inte nått",
                                null => r.Outcome.IsEmpty ? "Ej mätt" : CountWithGaps.NotJudged,
                            }
                    )
                    .Text("Trend", "Utfallet mot det föregående i ord.", r => r.Trend)
                    .From(r => r.Counted?.Against(r.CountedBefore))
                    .Text(
                        "Riktning",
                        "Utfallet mot det föregående i ord utan talen, för en tabell som har dem i egna kolumner.",
                        r => Trend.WithoutNumbers(r.Trend)
                    )
                    .From(r => r.Counted?.Against(r.CountedBefore))
                    .Build()
            )
            .Build();

    public static Section<Objectives> Section { get; } =
        new(GroupName, "Mål.", () => Fields, Build)
        {
            Texts = [new("Mål", "målen")],
            Covers = [new("d4", "mål", o => o.Source)],
        };

    private CountWithGaps Reached =>
        CountWithGaps.Of(Source.Chosen(Rows), "Utfall når Målvärde", r => r.IsReached, SmallCounts.None);

    internal string? Sentence =>
        (Rows.Count, Reached) switch
        {
            (0, _) => null,
            (1, { Unknown: 1 }) => "Det går inte att bedöma om målet är nått.",
            (1, { Count: var count }) => count == 1 ? "Målet är nått." : "Målet är inte nått.",
            (_, { Known: 0 }) => "Inget av målen går att bedöma.",
            (_, { Count: var count, Unknown: var unknown }) =>
                $"{Swedish.Sentence(Swedish.HowMany(count, neuter: true))} av {Swedish.InWords(Rows.Count)} mål "
                    + $"är {(count < 2 ? "nått" : "nådda")}"
                    + (unknown == 0 ? "." : $"; {Swedish.InWords(unknown, neuter: true)} går inte att bedöma."),
        };

    /// <summary>A value that nobody has written is missing, and no zero.</summary>
    private static Entry<decimal> Shown(Entry<decimal> value) => value.IsEmpty ? new(null, Footing.NoRows) : value;

    private static Objectives Build(ReviewSource source)
    {
        var (lists, year) = (source.Lists, source.Years.FollowUp);
        IReadOnlyList<ObjectiveRow> rows =
        [
            .. lists
                .Of(Objective.AsList)
                .Where(o => IsOf(o, year))
                .OrderBy(o => RowOrder.ById(o.Origin))
                .Select(o => new ObjectiveRow(o, FollowedFigures.Of(o, source))),
        ];
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(Objective.AsList.Title, YearFilter.OrStanding(year), rows),
                    lists.Of(Objective.AsList).Count,
                    $"Inga mål har satts för {year}."
                )
                .Over(year),
            rows
        );
    }

    internal static bool IsOf(Objective objective, int year) =>
        RowOrder.YearOf(objective.Origin) is not { } of || of == year;
}

/// <summary>An objective with the outcome it is judged by: the figure that it follows, else what is written.</summary>
public sealed record ObjectiveRow(Objective Objective, FollowedValue? Followed) : ISourceRow
{
    public RowOrigin Origin => Objective.Origin;

    public Entry<decimal> Outcome => Followed?.Figure ?? Objective.Outcome;

    /// <summary>
    /// The outcome that somebody wrote, where the figure has none: how things were a year ago can no longer be counted.
    /// </summary>
    public Entry<decimal> Previous => Followed?.Before ?? Objective.Previous;

    /// <summary>Null when target, outcome or direction is not known.</summary>
    public bool? IsReached
    {
        get
        {
            if (
                (Objective.Target.Value, Outcome.Value, Objective.HigherIsBetter.Value) is
                ({ } target, { } outcome, { } higher)
            )
                return higher ? outcome >= target : outcome <= target;
            return null;
        }
    }

    public string Trend =>
        Language.Trend.OfMeasure(
            Followed?.Compared ?? new(Outcome.Value, default),
            Followed?.ComparedBefore ?? (Previous.IsEmpty ? null : new YearFigure(Previous.Value, default)),
            string.Equals(Objective.Unit, "antal", StringComparison.OrdinalIgnoreCase) ? "" : Objective.Unit ?? "",
            Objective.HigherIsBetter.Value switch
            {
                true => Polarity.HigherIsBetter,
                false => Polarity.LowerIsBetter,
                null => Polarity.Neutral,
            }
        );

    /// <summary>The rows the outcome is counted in; null when it is written.</summary>
    public Trace? Counted => Followed?.Trace;

    public Trace? CountedBefore => Followed?.TraceBefore;
}
