namespace SpLg.Core.Sections;

/// <summary>The undesired events of the review's year, grouped by working method and set in a 5×5 matrix.</summary>
/// <param name="Levels">What risk values are called.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
/// <param name="MissingMethods">Those of the five mandatory working methods that have no event.</param>
public sealed record Risks(
    SectionSource Source,
    IReadOnlyList<EventRow> Events,
    IReadOnlyList<RiskGroup> ByMethod,
    IReadOnlyList<string> MissingMethods,
    IReadOnlyList<RiskMatrixRow> Matrix,
    RiskLevels Levels,
    SmallCounts Small
)
{
    public const string GroupName = "Risker";

    /// <summary>The working methods every administration must assess each year.</summary>
    internal static readonly WorkingMethod[] Mandatory =
    [
        WorkingMethod.AccessManagement,
        WorkingMethod.LocalInstruction,
        WorkingMethod.IncidentManagement,
        WorkingMethod.Classification,
        WorkingMethod.SecurityInProcurement,
    ];

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Risks>(r => r.Source)
            .Number("Antal", "Antal oönskade händelser i årets analys.", r => r.Events.Count)
            .Number("Högsta riskvärde", "Det högsta riskvärdet.", r => r.Highest)
            .From(r => r.Source.Trace.Described("riskvärdet är det högsta", r.Having(r.Highest)))
            .Count("Antal i internkontrollplanen", "Antal som är med i internkontrollplanen.", r => r.InPlan)
            .Number(
                "Antal saknade arbetssätt",
                "Antal av de fem obligatoriska arbetssätten som saknar händelse.",
                r => SmallCounts.Shown(r.MissingMethods.Count, r.AreMethodsHidden)
            )
            .Text(
                "Saknade arbetssätt",
                "De obligatoriska arbetssätt som saknar händelse, uppräknade.",
                r => r.AreMethodsHidden ? SmallCounts.Hidden : Swedish.Join(r.MissingMethods)
            )
            .Text("Mening", "En mening om de fem obligatoriska arbetssätten.", r => r.Sentence)
            .Text(
                "Antalsmening",
                "Antalet händelser, hur många som är med i internkontrollplanen och det högsta riskvärdet.",
                r => r.CountSentence
            )
            .Text(
                "Risknivåer",
                "Vilka riskvärden som är låg, medel, hög och mycket hög risk, efter inställningarna.",
                r => r.Levels.InWords
            )
            .List("Händelser", "Årets händelser, ordnade efter arbetssätt.", r => r.Events, EventRow.Fields)
            .List(
                "Per arbetssätt",
                "Händelserna grupperade efter arbetssätt.",
                r => r.ByMethod,
                new FieldSetBuilder<RiskGroup>()
                    .Text("Arbetssätt", "Arbetssättets namn.", g => g.Method)
                    .Number(
                        "Antal",
                        "Antal händelser för arbetssättet.",
                        g => SmallCounts.Shown(g.Events.Count, g.HasMore)
                    )
                    .List("Händelser", "Händelserna, den högsta risken först.", g => g.Events, EventRow.Fields)
                    .Build()
            )
            .List(
                "Matris",
                "Riskmatris: en rad per sannolikhet från 5 till 1, händelsernas nummer i rutorna.",
                r => r.Matrix,
                RiskMatrixRow.Fields
            )
            .Build();

    public static Section<Risks> Section { get; } =
        new(GroupName, "Oönskade händelser i årets analys.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Risker", "oönskade händelser det kommande året")],
            Covers = [new("f", "oönskade händelser i årets analys", r => r.Source)],
            Compares = new(
                "Oönskade händelser i årets analys.",
                r => r.Source,
                t => $"Årets analyser tar upp {t("Antal").Counted("oönskad händelse", "oönskade händelser")}.",
                [new("Antal", "Antal oönskade händelser i årets analys.", r => r.Events.Count)]
            ),
        };

    /// <summary>Of those that are told: a highest value is that of one event.</summary>
    private decimal? Highest => Events.Where(e => !e.Origin.IsCounted).Max(e => e.RiskValue);

    private CountWithGaps InPlan =>
        CountWithGaps.Of(
            Source.Chosen(Events),
            "I internkontrollplanen är ja",
            e => e.Event.InInternalControlPlan.Value,
            Small
        );

    private IEnumerable<EventRow> Having(decimal? value) =>
        Events.Where(e => !e.Origin.IsCounted && e.RiskValue is { } own && own == value);

    private string? CountSentence
    {
        get
        {
            if (Events.Count == 0)
                return null;
            var count = Swedish.Count(Events.Count, "oönskad händelse", "oönskade händelser");
            return $"Analysen omfattar {count}. {PlanSentence} {HighestSentence}".TrimEnd();
        }
    }

    private string HighestSentence
    {
        get
        {
            if (Events.Any(e => e.Origin.IsCounted))
                return Highest is { } told
                    ? $"Det högsta riskvärdet bland dem som redovisas är {Swedish.Number(told)} av 25."
                    : "";
            var unvalued = Events.Count(e => e.RiskValue is null);
            if (unvalued == Events.Count)
                return "Riskvärdet går inte att räkna, eftersom sannolikhet eller konsekvens saknas.";
            var highest = $"Det högsta riskvärdet är {Swedish.Number(Highest!.Value)} av 25";
            return unvalued == 0
                ? $"{highest}."
                : $"{highest}; för {Swedish.InWords(unvalued)} {Swedish.Form(unvalued, "händelse", "händelser")} "
                    + "går det inte att räkna.";
        }
    }

    private string PlanSentence =>
        InPlan switch
        {
            { Unknown: > 0 } or { IsHidden: true } => $"Antal som är med i internkontrollplanen: {InPlan}.",
            { Rows: 1, Count: var count } => Swedish.Form(
                count,
                "Den är med i internkontrollplanen.",
                "Den är inte med i internkontrollplanen."
            ),
            { Count: var count } => $"{Swedish.Sentence(Swedish.HowMany(count))} av dem är med i internkontrollplanen.",
        };

    /// <summary>Which methods have an event would tell the method of an event of which nothing is told.</summary>
    private bool AreMethodsHidden =>
        Mandatory
            .Select(m => Events.Where(e => e.Event.WorkingMethod.Is(m)).ToList())
            .Any(of => of.All(e => e.Origin.IsCounted) && Small.IsFew(of));

    private string? Sentence
    {
        get
        {
            if (Events.Count == 0)
                return null;
            return AreMethodsHidden
                ? $"Vilka av de fem obligatoriska arbetssätten som har en oönskad händelse {SmallCounts.NotShown}."
                : Methods
                    + (
                        Events.Count(e => e.Event.WorkingMethod.Value is null) switch
                        {
                            _ when MissingMethods.Count == 0 => "",
                            0 => "",
                            1 => " En händelse har inget arbetssätt som går att läsa.",
                            var n =>
                                $" {Swedish.Sentence(Swedish.InWords(n))} händelser har inget arbetssätt som går att läsa.",
                        }
                    );
        }
    }

    private string Methods =>
        MissingMethods.Count switch
        {
            0 => "Alla fem obligatoriska arbetssätt har minst en oönskad händelse.",
            1 => $"Ett av de fem obligatoriska arbetssätten saknar oönskad händelse: {MissingMethods[0]}.",
            5 => "Inget av de fem obligatoriska arbetssätten har någon oönskad händelse.",
            var n => $"{Swedish.Sentence(Swedish.InWords(n))} av de fem obligatoriska arbetssätten saknar oönskad "
                + $"händelse: {Swedish.Join(MissingMethods)}.",
        };

    public static Risks Build(OrganisationLists lists, ReviewYears years)
    {
        var year = years.Title;
        var events = EventRow.Of(lists, year);
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(UndesiredEvent.AsList.Title, YearFilter.Of(year), events),
                    lists.Of(UndesiredEvent.AsList).Count,
                    $"Inga oönskade händelser har tagits upp för {year.ToString(CultureInfo.InvariantCulture)}.",
                    lists.Of(UndesiredEvent.AsList).Count(e => RowOrder.YearOf(e.Origin) is null)
                )
                .Over(year),
            events,
            [
                .. events
                    .GroupBy(e => e.Event.WorkingMethod.Text ?? CountPerValue.NotStated, StringComparer.Ordinal)
                    .Where(g => g.Any(e => !e.Origin.IsCounted))
                    .Select(g => new RiskGroup(
                        g.Key,
                        [.. ToldLines.Of([.. g]).OrderByDescending(e => e.RiskValue ?? 0).ThenBy(e => e.Number)],
                        g.Any(e => e.Origin.IsCounted)
                    )),
            ],
            [.. Mandatory.Where(m => !events.Any(e => e.Event.WorkingMethod.Is(m))).Select(Choice.Text)],
            // The events of a square are named in it.
            RiskMatrixRow.Build(ToldLines.Of(events), RiskLevels.Of(lists.Setting)),
            RiskLevels.Of(lists.Setting),
            lists.Small
        );
    }
}
