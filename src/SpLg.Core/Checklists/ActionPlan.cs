namespace SpLg.Core.Checklists;

/// <summary>
/// Handlingsplan: what is wanting in the processing activities of one managed object, and what is done about it.
/// </summary>
/// <param name="Points">The ten control points over the object's activities.</param>
/// <param name="Open">Open actions that are about the object, one of its systems or one of its activities.</param>
/// <param name="Closed">Such actions that are done or closed.</param>
/// <param name="Unplaced">Actions that are not in the plan and may belong there: what they point at cannot be made
/// out.</param>
/// <param name="OfNoObject">Open actions of the list that are about no managed object.</param>
/// <param name="Sources">The lists it is made of, the activities first.</param>
public sealed record ActionPlan(
    ChecklistCover Cover,
    string Name,
    IReadOnlyList<ActivityGaps> Activities,
    IReadOnlyList<ControlPoint> Points,
    IReadOnlyList<ListedAction> Open,
    IReadOnlyList<ListedAction> Closed,
    IReadOnlyList<ListedAction> Unplaced,
    IReadOnlyList<ListedAction> OfNoObject,
    IReadOnlyList<ListSource> Sources
)
{
    /// <summary>How many actions a sentence names; the list has them all.</summary>
    private const int MostNamed = 5;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ActionPlan>()
            .Group(ChecklistCover.GroupName, "Uppgifter om dokumentet.", p => p.Cover, ChecklistCover.Fields)
            .Text("Förvaltningsobjekt", "Förvaltningsobjektets namn.", p => p.Name)
            .Text(
                "Objektägare",
                "Namnet på objektägaren, eller på alla när de är flera.",
                p => p.Named(a => a.ObjectOwner?.Text)
            )
            .Text(
                "Objektledare",
                "Namnet på objektledaren, eller på alla när de är flera.",
                p => p.Named(a => a.ObjectManager?.Text)
            )
            .Text("System", "Systemen som ingår.", p => p.Named(a => a.System))
            .Text("Mening", "Läget i en mening.", p => p.Sentence)
            .From(p => p.OfActivities)
            .Text("Åtgärdsmening", "Åtgärderna i en mening.", p => p.ActionSentence)
            .From(p => p.Sources[1].Used)
            .Number("Antal", "Antal informationsbehandlingar.", p => p.Activities.Count)
            .From(p => p.OfActivities)
            .Number(
                "Antal brister",
                "Antal brister i de tio kontrollpunkterna, sammanlagt.",
                p => p.Activities.Sum(a => a.Gaps.Count)
            )
            .From(p => p.OfActivities)
            .Number("Gula", "Summan av öppna punkter som uppfylls delvis.", p => p.Points[8].Sum)
            .From(p => p.OfActivities)
            .Number("Röda", "Summan av öppna punkter som inte uppfylls.", p => p.Points[9].Sum)
            .From(p => p.OfActivities)
            .Number("Antal öppna åtgärder", "Antal öppna åtgärder.", p => p.Shown(p.Open))
            .From(p => p.OfActions("åtgärden är öppen", p.Open))
            .Number(
                "Antal försenade åtgärder",
                "Antal öppna åtgärder vars slutdatum har passerat.",
                p => p.Shown([.. p.Open.Where(a => a.IsLate)])
            )
            .From(p => p.OfActions("åtgärden är öppen och Klart senast har passerat", p.Open.Where(a => a.IsLate)))
            .Number("Antal klara åtgärder", "Antal åtgärder som är klara.", p => p.Shown([.. p.Closed.Where(IsDone)]))
            .From(p => p.OfActions("Status är Klar", p.Closed.Where(IsDone)))
            .List(
                "Behandlingar",
                "Informationsbehandlingarna med sina brister.",
                p => p.Activities,
                ActivityGaps.Fields
            )
            .List("Kontrollpunkter", "De tio kontrollpunkterna med summor.", p => p.Points, ControlPoint.Fields)
            .List("Öppna åtgärder", "De öppna åtgärderna, de viktigaste först.", p => p.Open, ListedAction.Fields)
            .List(
                "Avslutade åtgärder",
                "Åtgärder som är klara eller avslutade utan åtgärd.",
                p => p.Closed,
                ListedAction.Fields
            )
            .Number(
                "Antal ej placerade åtgärder",
                "Antal åtgärder som kan höra hit men vars förvaltningsobjekt inte går att utläsa.",
                p => p.ToldUnplaced.Count
            )
            .From(p => p.Elsewhere("åtgärdens förvaltningsobjekt går inte att utläsa", p.Unplaced))
            .Number(
                "Antal åtgärder utan förvaltningsobjekt",
                "Antal öppna åtgärder i listan som inte gäller något förvaltningsobjekt.",
                p => p.ToldOfNoObject.Count
            )
            .From(p => p.Elsewhere("åtgärden är öppen och gäller inget förvaltningsobjekt", p.OfNoObject))
            .List(
                "Ej placerade åtgärder",
                "Åtgärder som kan höra hit men vars förvaltningsobjekt inte går att utläsa.",
                p => p.Unplaced,
                ListedAction.Fields
            )
            .List(
                "Utan åtgärd",
                "Informationsbehandlingar med öppna röda punkter men ingen öppen åtgärd.",
                p => p.WithoutAction,
                ActivityGaps.Fields
            )
            .RichText(
                SectionSource.SourceName,
                "Listorna som planen kommer ur, med länk, antal rader och dagen då de lästes, i ett eget stycke.",
                p => ListSource.Line(p.Sources, p.Cover.ReadOn)
            )
            .AllFrom(p => p.OfActivities)
            .Build();

    public static ChecklistKind Kind { get; } =
        new(DocumentType.ActionPlan, "action-plan", "handlingsplan", Fields, Documents);

    private Trace OfActivities => Sources[0].Used;

    /// <summary>Actions of the list that are not in the plan.</summary>
    private Trace Elsewhere(string condition, IReadOnlyList<ListedAction> actions) =>
        Trace.Of(Sources[1].Used.List, condition, actions);

    private Trace OfActions(string condition, IEnumerable<ListedAction> actions) =>
        Sources[1].Used.Described(condition, actions);

    private IReadOnlyList<ActivityGaps> WithoutAction => [.. Activities.Where(a => a.IsRedWithoutAction)];

    /// <summary>True when the object has activities besides, of which nothing is told alone.</summary>
    private bool HasMore { get; init; }

    private string Sentence =>
        HasMore ? $"Planen tar bara upp de behandlingar som redovisas öppet. {OfThose}" : OfThose;

    private string OfThose =>
        (Activities.Count, Activities.Count(a => a.Gaps.Count > 0)) switch
        {
            (1, 0) => $"Den enda informationsbehandlingen har ingen känd brist{NotKnown}",
            (1, _) => $"Den enda informationsbehandlingen har brister{NotKnown}",
            (var all, 0) => $"Ingen av {Swedish.InWords(all)} informationsbehandlingar har någon känd brist{NotKnown}",
            var (all, gaps) when all == gaps =>
                $"{(all == 2 ? "Båda" : $"Alla {Swedish.InWords(all)}")} informationsbehandlingarna har minst en brist{NotKnown}",
            var (all, gaps) => $"Av {Swedish.Count(all, "informationsbehandling", "informationsbehandlingar")} har "
                + $"{Swedish.InWords(gaps)} minst en brist{NotKnown}",
        };

    private string NotKnown =>
        Activities.Count(a => a.Row.Points.Contains(null)) switch
        {
            0 => ".",
            1 => "; för en saknas uppgift om någon kontrollpunkt.",
            var n => $"; för {Swedish.InWords(n)} saknas uppgift om någon kontrollpunkt.",
        };

    private string ActionSentence =>
        string.Join(' ', new[] { OwnActions, UnplacedActions, OtherActions }.OfType<string>());

    /// <summary>Those that are told by name.</summary>
    private IReadOnlyList<ListedAction> ToldUnplaced => ToldLines.Of(Unplaced);

    private string? UnplacedActions =>
        ToldUnplaced.Count == 0
            ? null
            : $"Därutöver kan {Swedish.InWords(ToldUnplaced.Count)} "
                + $"{Swedish.Form(ToldUnplaced.Count, "åtgärd", "åtgärder")} höra hit, men det går inte att utläsa vad "
                + $"{Swedish.Form(ToldUnplaced.Count, "den", "de")} gäller: {UnplacedNames}.";

    private string UnplacedNames =>
        Swedish.JoinMost([.. ToldUnplaced.Select(a => $"”{a.Action.Title ?? $"rad {a.Origin.Id}"}”")], MostNamed);

    /// <summary>In an open edition nothing is told of what the others are about.</summary>
    private IReadOnlyList<ListedAction> ToldOfNoObject => ToldLines.Of(OfNoObject);

    private string? OtherActions =>
        ToldOfNoObject.Count == 0
            ? null
            : $"Listan Åtgärder har också {Swedish.InWords(ToldOfNoObject.Count)} "
                + $"{Swedish.Form(ToldOfNoObject.Count, "öppen åtgärd", "öppna åtgärder")} som inte gäller något visst "
                + "förvaltningsobjekt.";

    private string OwnActions
    {
        get
        {
            if (Open.Concat(Closed).Any(a => a.Origin.IsCounted))
                return "Det finns åtgärder som hör hit och som inte redovisas var för sig i den öppna utgåvan.";
            if (Open.Count + Closed.Count == 0)
                return "Ingen åtgärd i listan Åtgärder gäller förvaltningsobjektet, något av dess system eller någon av dess behandlingar.";
            var (done, dropped, late) = (
                Closed.Count(IsDone),
                Closed.Count(a => !IsDone(a)),
                Open.Count(a => a.IsLate)
            );
            string[] parts =
            [
                $"{Swedish.HowMany(Open.Count)} "
                    + $"{(Open.Count <= 1 ? "öppen" : "öppna")}"
                    + $"{(late > 0 ? $" ({Swedish.InWords(late)} {Swedish.Form(late, "försenad", "försenade")})" : "")}",
                .. Swedish.Some(done, "klar", "klara"),
                .. Swedish.Some(dropped, "avslutad utan åtgärd", "avslutade utan åtgärd"),
            ];
            return (Open.Count, Closed.Count) switch
            {
                (1, 0) => $"Den enda åtgärden är öppen{(late == 1 ? " och försenad" : "")}.",
                (0, 1) => $"Den enda åtgärden är {(done == 1 ? "klar" : "avslutad utan åtgärd")}.",
                (var open, 0) => $"{Swedish.Sentence(Swedish.InWords(open))} åtgärder är "
                    + $"öppna{(late > 0 ? $", varav {Swedish.InWords(late)} {Swedish.Form(late, "försenad", "försenade")}" : "")}.",
                var (open, closed) =>
                    $"Av {Swedish.Count(open + closed, "åtgärd", "åtgärder")} är {Swedish.Join(parts)}.",
            };
        }
    }

    /// <summary>A plan for each managed object, those of activities without one last.</summary>
    public static IReadOnlyList<ActionPlan> Build(OrganisationLists lists, ChecklistContext context)
    {
        var limits = StalenessLimits.Of(
            lists.Of(Setting.AsList).OrderBy(s => RowOrder.ById(s.Origin)).FirstOrDefault()
        );
        var links = ActionLinks.Of(lists);
        var actions = links.ByActivity(lists.Of(ActionItem.AsList));
        return
        [
            .. ControlPoints
                .Build(lists, limits, context.Today)
                .ByObject.Select(o => Build(o, links, actions, lists, context)),
        ];
    }

    private static ActionPlan Build(
        ControlPointGroup group,
        ActionLinks links,
        ILookup<string, ActionItem> actions,
        OrganisationLists lists,
        ChecklistContext context
    )
    {
        var all = Listed(group.Rows.SelectMany(r => actions[r.Origin.Id]).Distinct());
        var own = group.Rows.Select(r => r.Origin.Id).ToHashSet(StringComparer.Ordinal);
        var name = group.Name == CountPerValue.NotStated ? "Utan förvaltningsobjekt" : group.Name;
        return new(
            Cover: ChecklistCover.Build(
                $"Handlingsplan {context.Year}: {name}",
                lists,
                context,
                ProcessingActivity.AsList.Title,
                ActionItem.AsList.Title
            ),
            Name: name,
            Activities: [.. group.Rows.Select(r => ActivityGaps.Build(r, actions))],
            Points: ControlPoint.Build(
                new(ProcessingActivity.AsList.Title, $"Förvaltningsobjekt är {group.Name}", group.Rows),
                lists.Small
            ),
            Open: [.. all.Where(a => EarlierActions.IsOpen(a.Action))],
            Closed: [.. all.Where(a => !EarlierActions.IsOpen(a.Action))],
            Unplaced: Listed(
                links
                    .All.Where(l =>
                        l.IsUnplaced && (l.Activities.Count == 0 || l.Activities.Any(a => own.Contains(a.Origin.Id)))
                    )
                    .Select(l => l.Action)
            ),
            OfNoObject: Listed(
                links
                    .All.Where(l => l.About == SourceState.NotSaid && EarlierActions.IsOpen(l.Action))
                    .Select(l => l.Action)
            ),
            Sources:
            [
                ListSource.Of(
                    lists,
                    Trace.Of(ProcessingActivity.AsList.Title, $"Förvaltningsobjekt är {group.Name}", group.Rows),
                    lists.Of(ProcessingActivity.AsList).Count
                ),
                ListSource.Of(
                    lists,
                    Trace.Of(
                        ActionItem.AsList.Title,
                        $"Informationsbehandling eller Källans rad är {name}, något av dess system eller någon av dess behandlingar",
                        all
                    ),
                    lists.Of(ActionItem.AsList).Count
                ),
            ]
        )
        {
            HasMore = group.HasMore,
        };

        IReadOnlyList<ListedAction> Listed(IEnumerable<ActionItem> rows) =>
            [.. ActionFields.InOrder(rows).Select(a => new ListedAction(a, context.Year) { Link = links[a] })];
    }

    private string? Named(Func<ProcessingActivity, string?> name) =>
        Swedish.Join([
            .. Activities.Select(a => name(a.Row.Activity)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
        ])
            is { Length: > 0 } names
            ? names
            : null;

    /// <summary>
    /// The number of actions for one object says too much where there are some of which nothing is told alone.
    /// </summary>
    private Entry<decimal> Shown(IReadOnlyList<ListedAction> actions) =>
        SmallCounts.Shown(actions.Count, Open.Concat(Closed).Any(a => a.Origin.IsCounted));

    private static bool IsDone(ListedAction action) => action.Action.Status.Is(ActionStatus.Done);

    private static IReadOnlyList<ChecklistDocument> Documents(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        var plans = Build(lists, context);
        var names = FileNames.Unique(plans, p => p.Cover.Title, p => p.Activities[0].Row.Activity.Origin.Id);
        IReadOnlyList<ActionPlan> wanted = selection is null
            ? plans
            : [ChecklistSelection.One(plans, p => [p.Name], selection, "inget förvaltningsobjekt")];
        return [.. wanted.Select(p => Kind.Document(p.Cover.Title, names[p], p, SheetsOf(p)))];
    }

    private static IReadOnlyList<Sheet> SheetsOf(ActionPlan plan) =>
        [
            new(
                "Brister",
                plan.Cover.Title,
                [
                    .. ChecklistSheets.About(plan.Cover),
                    .. SheetFact.Of(Fields, plan, "Objektägare", "Objektledare", "Mening", "Åtgärdsmening"),
                ],
                ChecklistSheets.Columns(
                    ActivityGaps.Fields,
                    ("Informationsbehandling", 28),
                    ("System", 18),
                    ("Brister i ord", 46),
                    ("Antal brister", 9),
                    ("Gula", 8),
                    ("Röda", 8),
                    ("Senaste KLASSA", 13),
                    ("Senaste RSA", 13),
                    ("Senaste behörighetskontroll", 16),
                    ("Öppna åtgärder", 34)
                ),
                plan.Activities
            ),
            .. ChecklistSheets.OnlyWithRows(ChecklistSheets.Actions("Öppna åtgärder", "Öppna åtgärder", plan.Open)),
            .. ChecklistSheets.OnlyWithRows(
                ChecklistSheets.Actions("Avslutade åtgärder", "Avslutade åtgärder", plan.Closed)
            ),
            .. ChecklistSheets.OnlyWithRows(
                ChecklistSheets.Actions("Ej placerade", "Åtgärder som kan höra hit", plan.Unplaced)
            ),
        ];
}
