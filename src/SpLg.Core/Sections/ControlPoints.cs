namespace SpLg.Core.Sections;

/// <summary>
/// The information-security position: ten control points for every processing activity, whatever its year.
/// </summary>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record ControlPoints(
    SectionSource Source,
    StalenessLimits Limits,
    Trace LimitTrace,
    IReadOnlyList<ControlPointRow> Rows,
    IReadOnlyList<ControlPointGroup> ByObject,
    IReadOnlyList<ControlPoint> Points,
    SmallCounts Small
)
{
    public const string GroupName = "Informationssäkerhetsläge";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<ControlPoints>(p => p.Source)
            .Number("Antal", "Antal informationsbehandlingar.", p => p.Rows.Count)
            .Number("Antal förvaltningsobjekt", "Antal förvaltningsobjekt som är angivna.", p => p.Objects)
            .From(p =>
                p.Source.Trace.Described(
                    "Förvaltningsobjekt är ifyllt",
                    p.Rows.Where(r => r.Activity.ManagedObject is not null)
                )
            )
            .Count(
                "Antal utan brist",
                "Antal behandlingar där alla tio kontrollpunkter är i ordning.",
                p => p.WithoutGap
            )
            .Text("Mening", "Läget i en mening.", p => p.Sentence)
            .Text(
                "Objektmening",
                "Hur behandlingarna fördelar sig på förvaltningsobjekt, i en mening.",
                p => p.ObjectSentence
            )
            .Text("Gränsmening", "Hur gamla kontrollerna får vara, i en mening.", p => p.LimitSentence)
            .From(p => p.LimitTrace)
            .Text("Punktmening", "Antalet öppna röda och gula punkter i två meningar.", p => p.PointSentence)
            .Text(
                "Åldersmening",
                "De äldsta datumen för klassning, RSA och behörighetskontroll, i en mening.",
                p => ControlPointSentences.Age(p.Rows)
            )
            .Text(
                "Kategorimening",
                "Andelen aktuella klassningar för egna, stadsgemensamma och övriga system, i en mening.",
                p => ControlPointSentences.Classification(p.Source.Chosen(p.Rows), p.Small)
            )
            .Text(
                "Kontinuitetsmening",
                "Hur många samhällsviktiga behandlingar som har en kontinuitetsplan och har övat den, i en mening.",
                p => ControlPointSentences.Continuity(p.Source.Chosen(p.Rows), p.Small)
            )
            .Number("Gula", "Summan av öppna punkter som uppfylls delvis.", p => p.Points[8].Sum)
            .From(p => p.Points[8].Summed)
            .Number("Röda", "Summan av öppna punkter som inte uppfylls.", p => p.Points[9].Sum)
            .From(p => p.Points[9].Summed)
            .Count("Antal i fel zon", "Antal behandlingar vars nätverkszon inte är den krävda.", p => p.WrongZone)
            .Text(
                "Zonmening",
                "Att ingen behandling står i fel zon, att antalet inte redovisas var för sig, eller för hur "
                    + "många det inte är angivet; tomt när alla som har uppgiften räknas upp.",
                p => p.ZoneSentence
            )
            .Number("Gräns KLASSA", "Hur gammal en klassning får vara, i månader.", p => p.Limits.Classification)
            .From(p => p.LimitTrace)
            .Number("Gräns RSA", "Hur gammal en RSA får vara, i månader.", p => p.Limits.RiskAnalysis)
            .From(p => p.LimitTrace)
            .Number(
                "Gräns behörighetskontroll",
                "Hur gammal en behörighetskontroll får vara, i månader.",
                p => p.Limits.AccessReview
            )
            .From(p => p.LimitTrace)
            .List("Kontrollpunkter", "De tio kontrollpunkterna med summor.", p => p.Points, ControlPoint.Fields)
            .List(
                "Per objekt",
                "Behandlingarna grupperade efter förvaltningsobjekt.",
                p => p.ByObject,
                ControlPointGroup.ObjectFields
            )
            .List(
                "I fel zon",
                "Behandlingarna vars nätverkszon inte är den krävda.",
                p => p.InWrongZone,
                ControlPointRow.Fields
            )
            .List(
                "Kontinuitet",
                "Behandlingarna som är samhällsviktiga eller har en kontinuitetsplan, den som återställs först överst.",
                p => ControlPointSentences.WithContinuity(p.Rows),
                ControlPointRow.Fields
            )
            .List(
                "Med brist",
                "Bara behandlingarna med en brist eller en uppgift som saknas i någon av de tio kontrollpunkterna.",
                p => p.NotInOrder,
                ControlPointRow.Fields
            )
            .List(
                "Behandlingar",
                "Alla behandlingar, ordnade efter förvaltningsobjekt, system och namn.",
                p => p.Rows,
                ControlPointRow.Fields
            )
            .Build();

    public static Section<ControlPoints> Section { get; } =
        new(
            GroupName,
            "Informationssäkerhetsläget: tio kontrollpunkter per informationsbehandling.",
            () => Fields,
            s => Build(s.Lists, s.Limits, s.Today)
        )
        {
            Texts = [new("Läge", "informationssäkerhetsläget")],
            Covers = [new("d2", "informationssäkerhetsläget", p => p.Source)],
            Summarises = new((p, _) => p.KeyFigures()),
            Follows =
            [
                new(FollowedFigure.Classified, ProcessingActivity.AsList, (p, source, _) => Share(p.Points[0], source)),
                new(
                    FollowedFigure.RiskAnalysed,
                    ProcessingActivity.AsList,
                    (p, source, _) => Share(p.Points[1], source)
                ),
                new(
                    FollowedFigure.AccessReviewed,
                    ProcessingActivity.AsList,
                    (p, source, _) => Share(p.Points[2], source)
                ),
                new(
                    FollowedFigure.YellowPoints,
                    ProcessingActivity.AsList,
                    (p, source, _) => p.OpenOf(p.Points[8], source)
                ),
                new(
                    FollowedFigure.RedPoints,
                    ProcessingActivity.AsList,
                    (p, source, _) => p.OpenOf(p.Points[9], source)
                ),
            ],
            Compares = new(
                "Informationssäkerhetsläget: tio kontrollpunkter per informationsbehandling.",
                p => p.Source,
                t =>
                    t("Uppfyllda kontrollpunkter")
                        .Shared(
                            "Andelen uppfyllda kontrollpunkter",
                            share => $"Av de tio kontrollpunkterna för varje behandling är {share} uppfyllda."
                        ),
                new("Antal", "Antal informationsbehandlingar.", p => p.Rows.Count),
                new(
                    "Uppfyllda kontrollpunkter",
                    "Andelen kontrollpunkter i ordning över alla behandlingar, av dem som har uppgift.",
                    p =>
                        p.Points.Any(c => c.IsHidden)
                            ? ComparedValue.Hidden
                            : ComparedValue.Share(
                                p.Points.Sum(c => c.InOrder),
                                p.Points.Sum(c => c.InOrder + c.Gaps),
                                p.Points.Sum(c => c.Unknown)
                            )
                ),
                new(
                    "Utan brist",
                    "Antal behandlingar där alla tio kontrollpunkter är i ordning.",
                    p => ComparedValue.Of(p.WithoutGap)
                ),
                new(
                    "Gula",
                    "Summan av öppna punkter som uppfylls delvis.",
                    p => p.SumOf(8, r => r.Activity.OpenPartly.Value)
                ),
                new(
                    "Röda",
                    "Summan av öppna punkter som inte uppfylls.",
                    p => p.SumOf(9, r => r.Activity.OpenNot.Value)
                )
            ),
        };

    /// <summary>In order on all ten points; not known when a point is not known and none is a gap.</summary>
    public CountWithGaps WithoutGap =>
        CountWithGaps.Of(Source.Chosen(Rows), "alla tio kontrollpunkter är i ordning", IsWithoutGap, Small);

    private CountWithGaps WrongZone =>
        CountWithGaps.Of(Source.Chosen(Rows), "Nätverkszon är inte Krävd zon", IsInWrongZone, Small);

    private IReadOnlyList<ControlPointRow> InWrongZone => [.. Rows.Where(r => IsInWrongZone(r) == true)];

    private int Objects => Rows.Select(r => r.Activity.ManagedObject).OfType<string>().Distinct(Names.Comparer).Count();

    private string? Sentence =>
        (Rows.Count, WithoutGap) switch
        {
            (0, _) => null,
            (1, { IsHidden: true }) =>
                "Om den enda informationsbehandlingen uppfyller alla tio kontrollpunkter visas inte i den öppna utgåvan.",
            (1, { Unknown: 1 }) =>
                "Det går inte att bedöma om den enda informationsbehandlingen uppfyller alla tio kontrollpunkter.",
            (1, { Count: 1 }) => "Den enda informationsbehandlingen uppfyller alla tio kontrollpunkter.",
            (1, _) => "Den enda informationsbehandlingen uppfyller inte alla tio kontrollpunkter.",
            (var all, { IsHidden: true }) =>
                $"Läget omfattar {Swedish.Count(all, "informationsbehandling", "informationsbehandlingar")}. "
                    + $"Hur många som uppfyller alla tio kontrollpunkter {SmallCounts.NotShown}.",
            var (all, fine) =>
                $"Av {Swedish.Count(all, "informationsbehandling", "informationsbehandlingar")} uppfyller "
                    + $"{Swedish.HowMany(fine.Count)} alla tio kontrollpunkter{NotJudged(fine.Unknown)}.",
        };

    private IReadOnlyList<ControlPointRow> NotInOrder => [.. Rows.Where(r => r.Points.Any(p => p != true))];

    private string? ObjectSentence
    {
        get
        {
            if (Rows.Count == 0)
                return null;
            var without = Rows.Count(r => r.Activity.ManagedObject is null);
            if (without == Rows.Count)
                return "Inget förvaltningsobjekt är angivet.";
            return $"{Swedish.Form(Rows.Count, "Behandlingen", "Behandlingarna")} ingår i "
                + $"{Swedish.InWords(Objects, neuter: true)} förvaltningsobjekt"
                + (
                    without == 0 || Small.IsFew(Rows.Where(r => r.Activity.ManagedObject is null))
                        ? "."
                        : $"; för {Swedish.InWords(without)} av dem är inget förvaltningsobjekt angivet."
                );
        }
    }

    private string LimitSentence =>
        $"En klassning räknas som aktuell i {Months(Limits.Classification)}, en risk- och sårbarhetsanalys i "
        + $"{Months(Limits.RiskAnalysis)} och en behörighetskontroll i {Months(Limits.AccessReview)}.";

    private string? PointSentence =>
        Rows.Count == 0
            ? null
            : $"Öppna punkter som inte uppfylls (röda): {Points[9].Sum}. Öppna punkter som uppfylls delvis (gula): {Points[8].Sum}.";

    private static string NotJudged(int count) =>
        count == 0 ? "" : $"; för {Swedish.InWords(count)} går det inte att bedöma";

    private static string Months(int count) => Swedish.Count(count, "månad", "månader");

    public static ControlPoints Build(OrganisationLists lists, StalenessLimits limits, DateOnly today)
    {
        var alphabetical = StringComparer.Create(Swedish.Culture, ignoreCase: true);
        var filled = FilledColumns.Of(lists.Of(ProcessingActivity.AsList));
        IReadOnlyList<ControlPointRow> rows =
        [
            .. lists
                .Of(ProcessingActivity.AsList)
                .Select(a => ControlPointRow.Build(a, filled, limits, today))
                .OrderBy(r => r.Activity.ManagedObject is null)
                .ThenBy(r => r.Activity.ManagedObject, alphabetical)
                .ThenBy(r => r.Activity.System is null)
                .ThenBy(r => r.Activity.System, alphabetical)
                .ThenBy(r => r.Activity.Title, alphabetical)
                .ThenBy(r => RowOrder.ById(r.Activity.Origin)),
        ];
        var basis = SectionSource.Of(
            lists,
            Trace.Of(ProcessingActivity.AsList.Title, Trace.AllRows, rows),
            lists.Of(ProcessingActivity.AsList).Count,
            ""
        );
        return new(
            Source: basis,
            Limits: limits,
            LimitTrace: Trace.Of(Setting.AsList.Title, Trace.AllRows, lists.Of(Setting.AsList)),
            Rows: rows,
            ByObject: ControlPointGroup.Build(rows),
            Points: ControlPoint.Build(basis.Chosen(rows), lists.Small),
            Small: lists.Small
        );
    }

    private string? ZoneSentence =>
        (InWrongZone.Any(r => !r.Origin.IsCounted), WrongZone) switch
        {
            (true, { IsHidden: false, Unknown: > 0 and var unknown }) =>
                $"För {Swedish.InWords(unknown)} {Swedish.Form(unknown, "behandling", "behandlingar")} är det inte angivet.",
            (true, _) or (_, { Rows: 0 }) => null,
            (_, { IsHidden: true }) => $"Hur många behandlingar som står i fel nätverkszon {SmallCounts.NotShown}.",
            (_, { Known: 0 }) =>
                "Det är inte angivet för någon behandling om den står i den nätverkszon som klassningen kräver.",
            (_, { Count: 0, Unknown: 0 }) =>
                "Ingen behandling står i en annan nätverkszon än den som klassningen kräver.",
            (_, { Count: 0, Unknown: var unknown }) =>
                "Ingen behandling står, så vitt det är angivet, i en annan nätverkszon än den som klassningen "
                    + $"kräver; för {Swedish.InWords(unknown)} saknas uppgiften.",
            var (_, wrong) =>
                $"Antal behandlingar som står i fel nätverkszon: {wrong}. De redovisas inte var för sig i den öppna utgåvan.",
        };

    /// <summary>Null when a zone is not said: that row may stand wrong too.</summary>
    private static bool? IsInWrongZone(ControlPointRow row) =>
        row.Activity is { NetworkZone: { } zone, RequiredZone: { } required }
            ? !Names.Comparer.Equals(zone, required)
            : null;

    private static FollowedValue Share(ControlPoint point, ReviewSource source) =>
        FollowedValue.Of(
            new(FollowedValue.Percent(point.InOrder, point.InOrder + point.Gaps), FootingOf(point, source)),
            point.Judged.InOrder.Trace.Against(point.Judged.Gaps.Trace),
            null,
            null
        );

    private FollowedValue OpenOf(ControlPoint point, ReviewSource source)
    {
        var sum = Rows.Count == 0 ? new(null, Footing.NoRows) : point.Sum;
        return new(sum, new(sum.Value, FootingOf(point, source)), point.Summed);
    }

    private static Footing FootingOf(ControlPoint point, ReviewSource source) =>
        new(Unknown: point.Unknown, Withheld: source.Lists.Withheld.OfAll(ProcessingActivity.AsList.Title));

    private static bool? IsWithoutGap(ControlPointRow row)
    {
        if (row.Points.Contains(false))
            return false;
        return row.Points.Contains(null) ? null : true;
    }

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures()
    {
        if (Rows.Count > 0)
        {
            var known = Rows.Count - Points[0].Unknown;
            yield return new(
                "Behandlingar med aktuell informationsklassning",
                known switch
                {
                    _ when Points[0].IsHidden => SmallCounts.Hidden,
                    0 => CountWithGaps.NoData,
                    _ =>
                        $"{Swedish.Number(Points[0].InOrder)} av {Swedish.Number(known)}{KeyFigure.Missing(Points[0].Unknown)}",
                },
                null,
                KeyFigure.NotByYear,
                Points[0].Judged.InOrder.Trace
            )
            {
                Meaning =
                    "sammanhang där information hanteras och där det är bedömt hur känslig och viktig den är och vilket skydd den behöver",
            };
        }
    }

    private ComparedValue SumOf(int point, Func<ControlPointRow, decimal?> number) =>
        Points[point].Sum.Text == SmallCounts.Hidden ? ComparedValue.Hidden : ComparedValue.Sum(Rows, number);
}
