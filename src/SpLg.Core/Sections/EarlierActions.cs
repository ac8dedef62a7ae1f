namespace SpLg.Core.Sections;

/// <summary>
/// Decisions of earlier reviews and how they stand now: actions decided before the review's year or planned for an
/// earlier year, computed every time. Those completed before last year have been reported already and are left out.
/// </summary>
/// <param name="FirstPlanned">The plan's first year.</param>
/// <param name="Decisions">Decisions of last year.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record EarlierActions(
    SectionSource Source,
    int Year,
    int FirstPlanned,
    IReadOnlyList<ActionItem> Actions,
    IReadOnlyList<CountPerValue> ByStatus,
    IReadOnlyList<Decision> Decisions,
    SmallCounts Small
)
{
    public const string GroupName = "Tidigare åtgärder";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<EarlierActions>(e => e.Source)
            .Number("Antal", "Antal åtgärder från tidigare år.", e => e.Actions.Count)
            .Number("Antal klara", "Antal av dem som är klara.", e => e.Shown(e.Done))
            .From(e => e.Source.Trace.Described("Status är Klar", e.Actions.Where(a => a.Status.Is(ActionStatus.Done))))
            .Number("Antal öppna", "Antal som varken är klara eller avslutade utan åtgärd.", e => e.Shown(e.Open))
            .From(e =>
                e.Source.Trace.Described("Status är varken Klar eller Avslutad utan åtgärd", e.Actions.Where(IsOpen))
            )
            .Number("Antal planerade", "Antal öppna som planen har.", e => e.Shown(e.Number(FollowUp.Planned)))
            .From(e =>
                e.TraceOf(FollowUp.Planned, $"Status är öppen och Planerade år är {e.FirstPlanned} eller senare")
            )
            .Number("Antal oplanerade", "Antal öppna som planen inte har.", e => e.Shown(e.Number(FollowUp.NotPlanned)))
            .From(e =>
                e.TraceOf(FollowUp.NotPlanned, $"Status är öppen och Planerade år har inget år från {e.FirstPlanned}")
            )
            .Number(
                "Antal försenade",
                "Antal öppna vars slutdatum hade passerat när listan lästes.",
                e => e.Shown(e.Late)
            )
            .From(e =>
                e.Source.Trace.Described(
                    "Status är öppen och Klart senast har passerat",
                    e.Actions.Where(Lateness.IsLate)
                )
            )
            .Text(
                "Mening",
                "Läget i ord: hur många som är klara, planerade, oplanerade, avslutade och försenade.",
                e => e.Sentence
            )
            .Text(
                "Planeringsmening",
                "Att de som varken är klara eller planerade ska planeras eller avslutas; tomt när det inte finns några.",
                e => e.PlanningSentence
            )
            .List("Åtgärder", "Åtgärderna från tidigare år, de viktigaste först.", e => e.Actions, ActionFields.Fields)
            .List(
                "Per status",
                "Antal åtgärder per status.",
                e => e.ByStatus,
                new FieldSetBuilder<CountPerValue>()
                    .Text("Status", "Åtgärdens status.", t => t.Name)
                    .Count("Antal", "Antal åtgärder med denna status.", t => t.Counted)
                    .Build()
            )
            .List("Beslut", "Förra årets beslut.", e => e.Decisions, DecisionFields.Fields)
            .Build();

    public static Section<EarlierActions> Section { get; } =
        new(GroupName, "Status för tidigare beslut och åtgärder.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Tidigare åtgärder", "status för tidigare beslut")],
            Covers = [new("a", "uppföljning av tidigare beslut", e => e.Source)],
            Follows = [new(FollowedFigure.ActionsDone, ActionItem.AsList, (e, source, _) => e.DoneOf(source.Lists))],
            Summarises = new((e, source) => e.KeyFigures(source.Lists)) { After = Incidents.GroupName },
            Compares = new(
                "Tidigare beslut och åtgärder.",
                e => e.Source,
                t =>
                    t("Klara")
                        .Shared(
                            "Andelen klara åtgärder från tidigare år",
                            share => $"Av åtgärderna från tidigare år är {share} klara."
                        ),
                new("Antal", "Antal åtgärder från tidigare år.", e => e.Actions.Count),
                new(
                    "Klara",
                    "Andelen av dem som är klara.",
                    e => e.IsHidden ? ComparedValue.Hidden : ComparedValue.Share(e.Done, e.Actions.Count)
                ),
                new(
                    "Öppna",
                    "Antal som varken är klara eller avslutade utan åtgärd.",
                    e => e.IsHidden ? ComparedValue.Hidden : ComparedValue.Of(e.Open)
                )
            ),
        };

    public int Done => Actions.Count(a => a.Status.Is(ActionStatus.Done));

    public int Open => Actions.Count(IsOpen);

    private int Late => Actions.Count(Lateness.IsLate);

    /// <summary>
    /// True when some number of them may not be shown: then none is, since one could be found of the others.
    /// </summary>
    internal bool IsHidden =>
        ByStatus.Any(t => t.Counted.Instead is not null)
        || Small.IsFew(Actions.Where(Lateness.IsLate))
        || Actions.GroupBy(Of).Any(g => Small.IsFew(g));

    private Entry<decimal> Shown(int number) => SmallCounts.Shown(number, IsHidden);

    private string UnknownPart =>
        Number(FollowUp.Unknown) is > 0 and var unknown
            ? $"; för {Swedish.InWords(unknown)} går status inte att bedöma"
            : "";

    internal string? Sentence =>
        Actions.Count switch
        {
            0 => null,
            _ when IsHidden =>
                $"Åtgärder från tidigare år som följs upp: {Swedish.Number(Actions.Count)}. Hur många som är klara {SmallCounts.NotShown}.",
            1 => $"En åtgärd från tidigare år följs upp; den är {OnlyOne}.{(Late == 1 ? " Den är försenad." : "")}",
            _ => $"Av {Swedish.Count(Actions.Count, "åtgärd", "åtgärder")} från tidigare år är {Swedish.Join(Parts)}"
                + $"{UnknownPart}."
                + Late switch
                {
                    0 => "",
                    1 => " En av dem är försenad.",
                    _ => $" {Swedish.Sentence(Swedish.InWords(Late))} av dem är försenade.",
                },
        };

    private FollowedValue DoneOf(OrganisationLists lists) =>
        FollowedValue.Of(
            new(
                FollowedValue.Percent(Done, Actions.Count),
                new(
                    Unknown: Actions.Count(a => a.Status.Value is null),
                    Withheld: lists.Withheld.OfAll(ActionItem.AsList.Title)
                )
            ),
            Source.Trace,
            null,
            null
        );

    private string? PlanningSentence =>
        Number(FollowUp.NotPlanned) switch
        {
            _ when IsHidden => null,
            0 => null,
            _ when Actions.Count == 1 => "Den ska planeras på nytt eller avslutas med skäl.",
            1 => "Den som varken är klar eller planerad på nytt ska planeras eller avslutas med skäl.",
            var n =>
                $"De {Swedish.InWords(n)} som varken är klara eller planerade på nytt ska planeras eller avslutas med skäl.",
        };

    private string OnlyOne =>
        Of(Actions[0]) switch
        {
            FollowUp.Done => "klar",
            FollowUp.Planned => $"inte klar men planerad för {FirstPlanned} eller senare",
            FollowUp.NotPlanned => "varken klar eller planerad på nytt",
            FollowUp.ClosedWithoutAction => "avslutad utan åtgärd",
            _ => "antecknad utan en status som går att läsa",
        };

    private IReadOnlyList<string> Parts
    {
        get
        {
            var (done, planned, not, closed) = (
                Number(FollowUp.Done),
                Number(FollowUp.Planned),
                Number(FollowUp.NotPlanned),
                Number(FollowUp.ClosedWithoutAction)
            );
            List<string> parts = [$"{Swedish.HowMany(done)} {(done <= 1 ? "klar" : "klara")}"];
            if (planned > 0)
                parts.Add(
                    $"{Swedish.InWords(planned)} {Swedish.Form(planned, "planerad", "planerade")} för {FirstPlanned} eller senare"
                );
            if (not > 0)
                parts.Add(
                    $"{Swedish.InWords(not)} varken {Swedish.Form(not, "klar eller planerad", "klara eller planerade")} på nytt"
                );
            if (closed > 0)
                parts.Add($"{Swedish.InWords(closed)} {Swedish.Form(closed, "avslutad", "avslutade")} utan åtgärd");
            return parts;
        }
    }

    /// <summary>The outcome of one of the actions.</summary>
    internal FollowUp Of(ActionItem action) =>
        action.Status.Value switch
        {
            null => FollowUp.Unknown,
            ActionStatus.Done => FollowUp.Done,
            ActionStatus.ClosedWithoutAction => FollowUp.ClosedWithoutAction,
            _ => ActionFields.PlannedYears(action).Any(y => y >= FirstPlanned) ? FollowUp.Planned : FollowUp.NotPlanned,
        };

    private Trace TraceOf(FollowUp what, string condition) =>
        Source.Trace.Described(condition, Actions.Where(a => Of(a) == what));

    private int Number(FollowUp what) => Actions.Count(a => Of(a) == what);

    public static EarlierActions Build(OrganisationLists lists, ReviewYears years)
    {
        var year = years.Title;
        var actions = ActionFields.InOrder(lists.Of(ActionItem.AsList).Where(a => IsCarriedOver(a, year)));
        var decisions = DecisionFields.Of(lists, years, year - 1);
        var basis = SectionSource
            .Of(
                lists,
                Trace.Of(
                    ActionItem.AsList.Title,
                    $"Beslutad år är före {year} eller Planerade år har ett år före {year}; inte sådana som blev klara före {year - 1}",
                    actions
                ),
                lists.Of(ActionItem.AsList).Count,
                "Det finns inga åtgärder från tidigare år att följa upp."
            )
            .And(
                lists,
                Trace.Of(Decision.AsList.Title, DecisionFields.Filter(years, year - 1), decisions),
                lists.Of(Decision.AsList).Count
            );
        return new(
            Source: basis,
            Year: year,
            FirstPlanned: years.PlanFrom,
            Actions: actions,
            ByStatus:
            [
                .. CountPerValue
                    .ByChoice(basis.Chosen(actions), null, "Status", a => a.Status, lists.Small)
                    .Where(t => t.Now > 0),
            ],
            Decisions: decisions,
            Small: lists.Small
        );
    }

    /// <summary>Neither done nor closed; a status that cannot be read counts as open.</summary>
    internal static bool IsOpen(ActionItem action) =>
        !action.Status.Is(ActionStatus.Done) && !action.Status.Is(ActionStatus.ClosedWithoutAction);

    /// <summary>Decided before the review's year, or planned for a year before it.</summary>
    internal static bool IsEarlier(ActionItem action, int year) =>
        RowOrigin.YearIn(action.DecidedInYear) < year || ActionFields.PlannedYears(action).Any(y => y < year);

    private static bool IsCarriedOver(ActionItem action, int year)
    {
        var reportedBefore = !IsOpen(action) && action.CompletedOn.Value?.Year < year - 1;
        return IsEarlier(action, year) && !reportedBefore;
    }

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures(OrganisationLists lists)
    {
        if (Actions.Count > 0)
        {
            yield return new(
                "Tidigare åtgärder som är klara",
                IsHidden ? SmallCounts.Hidden : $"{Swedish.Number(Done)} av {Swedish.Number(Actions.Count)}",
                null,
                KeyFigure.NotByYear,
                Source.Trace
            )
            {
                Meaning = "hur många av förbättringarna som beslutades tidigare år som är genomförda",
            };
        }
        if (lists.Of(ActionItem.AsList).Where(IsOpen).ToList() is { Count: > 0 } open)
        {
            var all = new ChosenRows<ActionItem>(
                ActionItem.AsList.Title,
                "Status är varken Klar eller Avslutad utan åtgärd",
                open
            );
            var late = CountWithGaps.Of(all, "Klart senast har passerat", a => Lateness.IsLate(a), lists.Small);
            var now = late.IsHidden
                ? SmallCounts.Hidden
                : $"{Swedish.Number(late.Count)} av {Swedish.Number(open.Count)}";
            yield return new("Öppna åtgärder som är försenade", now, null, KeyFigure.NotByYear, late.Trace)
            {
                Meaning =
                    "förbättringar som inte var klara fast deras slutdatum hade passerat den dag uppgifterna lästes",
            };
        }
    }
}
