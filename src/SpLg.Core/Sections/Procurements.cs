namespace SpLg.Core.Sections;

/// <summary>
/// The procurements of the review's year: by their Year column, else by publication, else by when the coordinator came
/// in; one with none of these is under way and shown.
/// </summary>
/// <param name="Before">The procurements of last year; null when there are none.</param>
/// <param name="ClearedShare">The share with clearance in time, whole per cent; without a value when none that was
/// published can be judged.</param>
/// <param name="ClearedShareBefore">The same last year; null when it has no procurements.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record Procurements(
    SectionSource Source,
    IReadOnlyList<ProcurementRow> Rows,
    Trace? Before,
    YearFigure ClearedShare,
    YearFigure? ClearedShareBefore,
    SmallCounts Small
)
{
    public const string GroupName = "Upphandlingar";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Procurements>(p => p.Source)
            .Number("Antal", "Antal upphandlingar i år.", p => p.Rows.Count)
            .Number(
                "Antal förra året",
                "Antal förra året; saknas när året inte har några rader, ord när åren inte går att jämföra.",
                p => p.FigureBefore
            )
            .From(p => p.Before)
            .Number("Antal annonserade", "Antal annonserade som kräver klartecken.", p => p.Gated)
            .From(p => p.Source.Trace.Described("annonserad och kräver klartecken", p.Rows.Where(r => r.IsGated)))
            .Number("Klartecken i tid", "Antal av dem som fick klartecken före annonseringen.", p => p.Cleared)
            .From(p =>
                p.Source.Trace.Described(
                    "Klartecken den är inte efter Annonserad den",
                    p.Rows.Where(r => r.InTime == true)
                )
            )
            .Text(
                "Andel",
                "Andelen med klartecken före annonseringen av dem som går att bedöma, till exempel 75 %.",
                p => Swedish.Share(p.Cleared, p.Judged)
            )
            .From(p => p.ShareTrace)
            .Text("Trend", "Andelen mot förra året i ord.", p => p.Trend)
            .From(p => p.ShareTrace.Against(p.Before))
            .Text("Mening", "Andelen i en mening.", p => p.Sentence)
            .Text(
                "Ingen avvikelse",
                "En mening när det inte finns någon känd avvikelse; annars tomt.",
                p => p.NoDeviation
            )
            .Number("Antal avvikelser", "Antal annonserade utan klartecken i tid.", p => p.Deviations.Count)
            .From(p => p.Source.Trace.Described("annonserad utan klartecken i tid", p.Deviations))
            .Number(
                "Obesvarade obligatoriska",
                "Antal obligatoriska kontrollpunkter utan svar, sammanlagt.",
                p => p.UnansweredFigure
            )
            .From(p => p.CheckCounts[2].Trace)
            .Text(
                "Kontrollpunktsmening",
                "Hur många kontrollpunkter som är besvarade och hur många som återstår, i en mening; tomt utan kontrollpunkter.",
                p => p.ChecksSentence
            )
            .List(
                "Med kvarstående",
                "Bara upphandlingarna som har kontrollpunkter kvar att ta hand om.",
                p => p.WithRemaining,
                ProcurementRow.Fields
            )
            .List("Rader", "Årets upphandlingar med sina kontrollpunkter.", p => p.Rows, ProcurementRow.Fields)
            .List("Avvikelser", "Bara upphandlingarna med avvikelse.", p => p.Deviations, ProcurementRow.Fields)
            .List(
                "Ej bedömbara",
                "Bara upphandlingarna där det är oklart om klartecken gavs i tid.",
                p => p.NotJudged,
                ProcurementRow.Fields
            )
            .Build();

    public static Section<Procurements> Section { get; } =
        new(GroupName, "Upphandlingar.", () => Fields, s => Build(s.Lists, s.Years, s.Today))
        {
            Texts = [new("Upphandling", "upphandlingarna")],
            Covers = [new("d1", "upphandlingar", p => p.Source)],
            Summarises = new((p, _) => p.KeyFigures()),
            Follows =
            [
                new(
                    FollowedFigure.Cleared,
                    Procurement.AsList,
                    (p, _, _) => FollowedValue.Of(p.ClearedShare, p.ShareTrace, p.ClearedShareBefore, p.Before)
                ),
            ],
            Compares = new(
                "Upphandlingar.",
                p => p.Source,
                t =>
                    t("Klartecken i tid")
                        .Shared(
                            "Andelen upphandlingar med klartecken före annonseringen",
                            share =>
                                $"Av de annonserade upphandlingar som kräver klartecken fick {share} det före annonseringen."
                        ),
                new("Antal", "Antal upphandlingar i år.", p => p.Rows.Count),
                new("Annonserade", "Antal annonserade som kräver klartecken.", p => p.Gated),
                new(
                    "Klartecken i tid",
                    "Andelen av dem som fick klartecken före annonseringen.",
                    p => ComparedValue.Share(p.Cleared, p.Rows.Count(r => r.InTime is not null), p.NotJudged.Count)
                )
            ),
        };

    /// <summary>One that has no year is counted this year, and was not last year.</summary>
    private Entry<decimal> FigureBefore
    {
        get
        {
            if (Before is null && ClearedShareBefore is null)
                return new(null, Footing.NoRows);
            if (ClearedShare.Footing.Withheld + ClearedShareBefore?.Footing.Withheld > 0)
                return new(null, SmallCounts.NotComparable);
            return Rows.Any(r => YearOf(r.Procurement) is null)
                ? new(null, Footing.RowsWithoutYear)
                : new(Before!.Rows.Count, Swedish.Number(Before.Rows.Count));
        }
    }

    /// <summary>Those that the share is of.</summary>
    internal Trace ShareTrace =>
        Source.Trace.Described(
            "annonserad, kräver klartecken och går att bedöma",
            Rows.Where(r => r.InTime is not null)
        );

    public int Gated => Rows.Count(r => r.IsGated);

    public int Cleared => Rows.Count(r => r.InTime == true);

    public IReadOnlyList<ProcurementRow> NotJudged => [.. Rows.Where(r => r.NotJudged is not null)];

    /// <summary>Gated and known to be cleared in time or not.</summary>
    private int Judged => Rows.Count(r => r.InTime is not null);

    public IReadOnlyList<ProcurementRow> Deviations => [.. Rows.Where(r => r.Deviation is not null)];

    public decimal? ClearedPercent => ClearedShare.Value;

    public decimal? ClearedPercentBefore => ClearedShareBefore?.Value;

    internal int NotJudgedBefore => ClearedShareBefore?.Footing.Unknown ?? 0;

    public string Trend => Language.Trend.OfMeasure(ClearedShare, ClearedShareBefore, "%", Polarity.HigherIsBetter);

    private string? NoDeviation =>
        (Deviations.Count, NotJudged.Count) switch
        {
            (0, 0) => "Inga avvikelser från kravet på klartecken.",
            (0, _) => "Ingen känd avvikelse från kravet på klartecken.",
            _ => null,
        };

    internal string? Sentence =>
        Gated switch
        {
            0 when Rows.Count == 0 => null,
            0 when NotJudged.Count > 0 =>
                "Det går inte att bedöma om någon upphandling som kräver klartecken har annonserats.",
            0 => "Ingen upphandling som kräver klartecken har annonserats.",
            1 when Judged == 0 =>
                "Det går inte att bedöma om den enda annonserade upphandlingen fick klartecken före annonseringen.",
            1 => "Den enda annonserade upphandlingen som kräver klartecken fick det "
                + $"{(Cleared == 1 ? "" : "inte ")}före annonseringen.",
            _ when Judged == 0 =>
                $"Det går inte att bedöma om någon av de {Swedish.InWords(Gated)} annonserade upphandlingarna "
                    + "fick klartecken före annonseringen.",
            _ => $"Av {Swedish.InWords(Gated)} annonserade upphandlingar som kräver klartecken fick "
                + $"{Swedish.HowMany(Cleared)} det före annonseringen"
                + (Judged == Gated ? "." : $"; för {Swedish.InWords(Gated - Judged)} går det inte att bedöma."),
        };

    /// <summary>Without a single check point in the list nobody knows what is not answered.</summary>
    private Entry<decimal> UnansweredFigure =>
        Source.Sources[1].InList == 0 ? new(null, Footing.NoRows) : CheckCounts[2].Figure;

    private IReadOnlyList<ProcurementRow> WithRemaining =>
        [.. Rows.Where(r => r.Remaining.Any(c => !c.Origin.IsCounted))];

    /// <summary>
    /// The check points of all: with nothing left to do, with something left, and mandatory ones without an answer.
    /// </summary>
    private IReadOnlyList<RowCount> CheckCounts
    {
        get
        {
            var left = Rows.SelectMany(r => r.Remaining)
                .ToHashSet<ProcurementCheck>(ReferenceEqualityComparer.Instance);
            var unanswered = Rows.SelectMany(r => r.UnansweredChecks)
                .ToHashSet<ProcurementCheck>(ReferenceEqualityComparer.Instance);
            return Small.Hide(
                Part("Svar är Ja eller Ej tillämpligt", c => !left.Contains(c)),
                Part("Svar är varken Ja eller Ej tillämpligt", c => left.Contains(c) && !unanswered.Contains(c)),
                Part("Obligatorisk är ja och Svar är tomt", unanswered.Contains)
            );

            RowCount Part(string condition, Func<ProcurementCheck, bool> has) =>
                new(Source.Sources[1].Used.Described(condition, Rows.SelectMany(r => r.Checks).Where(has)));
        }
    }

    private string? ChecksSentence
    {
        get
        {
            var (all, remaining, unanswered) = (
                Rows.Sum(r => r.Checks.Count),
                Rows.Sum(r => r.Remaining.Count),
                Rows.Sum(r => r.Unanswered)
            );
            var unread = Rows.SelectMany(r => r.Remaining).Any(c => c.Answer.IsUnreadable)
                ? ", Nej eller ett svar som inte går att läsa"
                : " eller Nej";
            if (CheckCounts.Any(c => c.Instead is not null))
                return $"Upphandlingarna har {Swedish.Count(all, "kontrollpunkt", "kontrollpunkter")}. Hur många som "
                    + $"är besvarade {SmallCounts.NotShown}.";
            return all == 0
                ? null
                : $"Av {Swedish.Count(all, "kontrollpunkt", "kontrollpunkter")} i upphandlingarna har "
                    + $"{Swedish.Number(all - remaining)} svaret Ja eller Ej tillämpligt."
                    + remaining switch
                    {
                        0 => "",
                        1 => $" Den som återstår är obesvarad eller har svaret Delvis{unread}.",
                        var n => $" De {Swedish.InWords(n)} som återstår är obesvarade eller har svaret "
                            + $"Delvis{unread}; antal obligatoriska utan svar: {Swedish.Number(unanswered)}.",
                    };
        }
    }

    public static Procurements Build(OrganisationLists lists, ReviewYears years, DateOnly today)
    {
        var year = years.FollowUp;
        var (inside, outside) = years.Split(lists.Of(Procurement.AsList), YearOf, DayOf);
        var checks = Checks(lists);
        var byYear = inside.ToLookup(p => YearOf(p) ?? year);
        IReadOnlyList<ProcurementRow> rows = Rows(byYear[year]),
            before = Rows(years.SamePart(byYear[year - 1], DayOf));
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(
                        Procurement.AsList.Title,
                        YearFilter.OrStanding(year, "Annonserad den", "ISAM involverad"),
                        rows
                    ),
                    lists.Of(Procurement.AsList).Count,
                    $"Ingen upphandling är antecknad för {years.PartInWords(today)}."
                )
                .Over(years, today, outside, lists.Small)
                .And(
                    lists,
                    Trace.Of(
                        ProcurementCheck.AsList.Title,
                        "Upphandling är någon av dem",
                        rows.SelectMany(r => r.Checks)
                    ),
                    lists.Of(ProcurementCheck.AsList).Count
                ),
            rows,
            before.Count == 0
                ? null
                : Trace.Of(
                    Procurement.AsList.Title,
                    YearFilter.Of(year - 1, "Annonserad den", "ISAM involverad"),
                    before
                ),
            Share(year, rows),
            before.Count + lists.Withheld.Of(Procurement.AsList.Title, year - 1) == 0 ? null : Share(year - 1, before),
            lists.Small
        );

        YearFigure Share(int of, IReadOnlyList<ProcurementRow> ofYear) =>
            new(
                Percent(ofYear),
                new(
                    Unknown: ofYear.Count(r => r.NotJudged is not null),
                    Withheld: lists.Withheld.Of(Procurement.AsList.Title, of)
                        + lists.Withheld.Of(Procurement.AsList.Title, null)
                )
            );

        IReadOnlyList<ProcurementRow> Rows(IEnumerable<Procurement> procurements) =>
            [
                .. procurements
                    .OrderBy(p => RowOrder.ByDate(p.PublishedOn))
                    .ThenBy(p => RowOrder.ById(p.Origin))
                    .Select(p => ProcurementRow.Build(p, checks[p])),
            ];
    }

    /// <summary>One procurement with its check points, whatever its year.</summary>
    internal static ProcurementRow RowOf(OrganisationLists lists, Procurement procurement) =>
        ProcurementRow.Build(procurement, Checks(lists)[procurement]);

    /// <summary>Check points by the procurement they point to; null for those that point to none.</summary>
    private static ILookup<Procurement?, ProcurementCheck> Checks(OrganisationLists lists)
    {
        var targets = new RowLookup<Procurement>(lists.Of(Procurement.AsList), p => p.Origin, p => p.Title);
        return lists.Of(ProcurementCheck.AsList).ToLookup(c => targets.TryFind(c.Procurement));
    }

    private static DateOnly? DayOf(Procurement procurement) =>
        procurement.PublishedOn.Value ?? procurement.CoordinatorInvolvedOn.Value;

    internal static int? YearOf(Procurement procurement) =>
        RowOrder.YearOf(procurement.Origin, procurement.PublishedOn, procurement.CoordinatorInvolvedOn);

    private static decimal? Percent(IReadOnlyList<ProcurementRow> rows)
    {
        var judged = rows.Count(r => r.InTime is not null);
        return judged == 0
            ? null
            : Math.Round(100m * rows.Count(r => r.InTime == true) / judged, MidpointRounding.AwayFromZero);
    }

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures()
    {
        if (ClearedPercent is { } cleared)
        {
            yield return new(
                "Upphandlingar med klartecken före annonsering",
                KeyFigure.Percent(cleared) + KeyFigure.Missing(NotJudged.Count),
                ClearedPercentBefore is { } before
                    ? KeyFigure.Percent(before) + KeyFigure.Missing(NotJudgedBefore)
                    : null,
                Trend,
                ShareTrace,
                Before
            )
            {
                Meaning = "inköp där kraven på informationssäkerhet var granskade innan anbud begärdes in",
            };
        }
    }
}
