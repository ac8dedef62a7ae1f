namespace SpLg.Core.Sections;

/// <summary>
/// The three-year plan: actions by year and role. It begins with the review's year, or with the year after when actions
/// are planned beyond its third year (a review written late in the year); it is longer than three years only when
/// actions are planned further ahead, so that nothing planned is lost. An action planned for several years or roles
/// stands in each of them. Actions that are done or closed are left out.
/// </summary>
/// <param name="OfYear">The year that is followed up.</param>
/// <param name="Actions">Every action of the plan, once.</param>
/// <param name="Remaining">Open actions planned for the review's year and none of the plan's.</param>
/// <param name="Unplanned">Open actions without any planned year.</param>
/// <param name="Ended">Actions of the review's year that are done or closed already.</param>
public sealed record Plan(
    SectionSource Source,
    int OfYear,
    IReadOnlyList<PlanYear> Years,
    IReadOnlyList<ActionItem> Actions,
    IReadOnlyList<ActionItem> Remaining,
    IReadOnlyList<ActionItem> Unplanned,
    IReadOnlyList<ActionItem> Ended
)
{
    public const string GroupName = "Plan";

    /// <summary>The heading of actions without a role.</summary>
    internal const string NoRole = "Roll saknas";

    /// <summary>The band of the actions that no role shares.</summary>
    internal const string OtherPriorities = "Övriga prioriteringar";

    private static readonly FieldSet RoleFields = new FieldSetBuilder<PlanRole>()
        .Text("Roll", "Rollen, till exempel Chefer.", r => r.Role)
        .Number("Antal", "Antal åtgärder på rollen det året.", r => SmallCounts.Shown(r.Actions.Count, r.HasMore))
        .List("Åtgärder", "Åtgärderna på rollen det året.", r => r.Actions, ActionFields.Fields)
        .Build();

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Plan>(p => p.Source)
            .Number("Antal", "Antal åtgärder i planen.", p => p.Actions.Count)
            .Number("Antal utan år", "Antal öppna åtgärder som inte har något planerat år.", p => p.Unplanned.Count)
            .From(p => Trace.Of(p.Source.Trace.List, "Status är öppen och Planerade år är tomt", p.Unplanned))
            .Text("Mening", "Antalet åtgärder i planen i en mening.", p => p.Sentence)
            .List(
                "Per år",
                "Planens år, minst tre.",
                p => p.Years,
                new FieldSetBuilder<PlanYear>()
                    .Text("År", "Året.", y => y.Year.ToString(CultureInfo.InvariantCulture))
                    .AllFrom(y =>
                        Trace.Of(ActionItem.AsList.Title, $"Status är öppen och Planerade år har {y.Year}", y.Actions)
                    )
                    .Number("Antal", "Antal åtgärder det året.", y => y.Count)
                    .Text(
                        "Utan åtgärder",
                        "Att inga åtgärder är planerade för året, eller att de inte redovisas var för sig; tomt när åtgärderna räknas upp.",
                        y => y.WithoutActions
                    )
                    .List(
                        "Per roll",
                        "Årets åtgärder per roll; roller utan åtgärder är inte med.",
                        y => y.Roles,
                        RoleFields
                    )
                    .List(
                        "Per rollgrupp",
                        "Årets åtgärder efter de roller som delar dem; varje åtgärd står en gång, de utan roll sist.",
                        y => y.Shared,
                        new FieldSetBuilder<PlanRoles>()
                            .Text(
                                "Roller",
                                "Rollerna, till exempel Objektledare och DSO; Övriga prioriteringar för åtgärder utan roll.",
                                r => r.Roles
                            )
                            .List("Åtgärder", "Rollernas åtgärder det året.", r => r.Items, PlanItem.Fields)
                            .Build()
                    )
                    .List("Åtgärder", "Årets åtgärder, de viktigaste först.", y => y.Actions, ActionFields.Fields)
                    .List(
                        "Nya",
                        "Årets åtgärder som inget tidigare år i planen har.",
                        y => y.Beginning,
                        ActionFields.Fields
                    )
                    .List(
                        "Fortsätter",
                        "Årets åtgärder som ett tidigare år i planen också har.",
                        y => y.Continuing,
                        ActionFields.Fields
                    )
                    .Build()
            )
            .List("Åtgärder", "Alla åtgärder i planen, var och en en gång.", p => p.Actions, ActionFields.Fields)
            .List(
                "Kvar från i år",
                "Öppna åtgärder som är planerade för året som följs upp och för inget av planens år.",
                p => p.Remaining,
                ActionFields.Fields
            )
            .List("Utan år", "Öppna åtgärder som inte har något planerat år.", p => p.Unplanned, ActionFields.Fields)
            .List(
                "Avslutade",
                "Åtgärder från genomgångens år som redan är klara eller avslutade utan åtgärd.",
                p => p.Ended,
                ActionFields.Fields
            )
            .Build();

    public static Section<Plan> Section { get; } =
        new(GroupName, "Treårsplanen.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Prioriteringar", "de generella prioriteringarna för planen"), new("Plan", "treårsplanen")],
            Covers = [new("g", "treårsplanen", p => p.Source)],
            Compares = new(
                "Åtgärder i planen.",
                p => p.Source,
                t => $"Planerna innehåller {t("Antal").Counted("åtgärd", "åtgärder")}, varav {t("Nästa år")} nästa år.",
                new("Antal", "Antal åtgärder i planen.", p => p.Actions.Count),
                new(
                    "Nästa år",
                    "Antal åtgärder som är planerade för året efter det som följs upp.",
                    p =>
                        p.Years.Where(y => y.Year == p.OfYear + 1)
                            .Select(y => y.Count.Value is { } count ? ComparedValue.Of(count) : ComparedValue.Hidden)
                            .FirstOrDefault(ComparedValue.Of(0))
                ),
                new("Utan år", "Antal öppna åtgärder som inte har något planerat år.", p => p.Unplanned.Count)
            ),
        };

    private string? Sentence =>
        Actions.Count == 0 ? null : $"Planen innehåller {Swedish.Count(Actions.Count, "åtgärd", "åtgärder")}.";

    public static Plan Build(OrganisationLists lists, ReviewYears years)
    {
        var (first, year) = (years.PlanFrom, years.Title);
        var open = ActionFields.InOrder(lists.Of(ActionItem.AsList).Where(EarlierActions.IsOpen));
        var planned = open.SelectMany(a => ActionFields.PlannedYears(a).Distinct().Select(y => (Year: y, Action: a)))
            .ToLookup(p => p.Year, p => p.Action);
        // A year far ahead is left out when it only has actions that are not told alone, because the year itself would
        // tell of them.
        var later = planned.Where(g => g.Key >= first && g.Any(a => !a.Origin.IsCounted)).Select(g => g.Key);
        IReadOnlyList<PlanYear> planYears =
        [
            .. later
                .Union(Enumerable.Range(first, years.PlanTo - first + 1))
                .Order()
                .Select(y => new PlanYear(
                    y,
                    first,
                    [.. planned[y]],
                    Roles([.. planned[y]]),
                    Shared(ToldLines.Of([.. planned[y]]), y, first),
                    lists.Small
                )),
        ];
        IReadOnlyList<ActionItem> actions = [.. open.Where(a => ActionFields.PlannedYears(a).Any(y => y >= first))];
        IReadOnlyList<ActionItem> unplanned = [.. open.Where(a => !ActionFields.PlannedYears(a).Any())];
        var basis = SectionSource.Of(
            lists,
            Trace.Of(
                ActionItem.AsList.Title,
                $"Status är varken Klar eller Avslutad utan åtgärd och Planerade år är {first} eller senare",
                actions
            ),
            lists.Of(ActionItem.AsList).Count,
            $"Inga öppna åtgärder är planerade för {first} eller senare."
        );
        if (actions.Count == 0 && unplanned.Count > 0)
        {
            basis = basis with
            {
                Coverage = Coverage.NoData,
                Sentence =
                    $"Underlag saknas: ingen öppen åtgärd har ett läsbart planerat år från {first} eller senare. "
                    + $"{SectionSource.Responsible(basis.Owner)}",
            };
        }
        return new(
            Source: basis,
            OfYear: years.FollowUp,
            Years: [.. planYears.Select(y => y with { Unknowable = basis.Unknowable })],
            Actions: actions,
            Remaining: years.FollowUp < first
                ?
                [
                    .. open.Where(a =>
                        ActionFields.PlannedYears(a).Any(y => y >= years.FollowUp)
                        && !ActionFields.PlannedYears(a).Any(y => y >= first)
                    ),
                ]
                : [],
            Unplanned: unplanned,
            Ended: ActionFields.InOrder(lists.Of(ActionItem.AsList).Where(a => IsEnded(a, year)))
        );
    }

    /// <summary>Those of earlier years are followed up in a section of their own.</summary>
    private static bool IsEnded(ActionItem action, int year) =>
        !EarlierActions.IsOpen(action)
        && !EarlierActions.IsEarlier(action, year)
        && (RowOrigin.YearIn(action.DecidedInYear) ?? year) <= year;

    private static IReadOnlyList<PlanRole> Roles(IReadOnlyList<ActionItem> actions)
    {
        var known = Choice.Texts<ActionRole>();
        var byRole = actions
            .SelectMany(a => RolesOf(a).Select(r => (Role: r, Action: a)))
            .ToLookup(p => p.Role, p => p.Action, StringComparer.OrdinalIgnoreCase);
        var others = byRole
            .Select(g => g.Key)
            .Except(known, StringComparer.OrdinalIgnoreCase)
            .OrderBy(r => r == NoRole)
            .ThenBy(r => r, StringComparer.Ordinal);
        return
        [
            .. known
                .Concat(others)
                .Where(r => byRole[r].Any(a => !a.Origin.IsCounted))
                .Select(r => new PlanRole(r, ToldLines.Of([.. byRole[r]]), byRole[r].Any(a => a.Origin.IsCounted))),
        ];
    }

    private static IReadOnlyList<PlanRoles> Shared(IReadOnlyList<ActionItem> actions, int year, int first)
    {
        var known = Choice.Texts<ActionRole>().ToList();
        return
        [
            .. actions
                .GroupBy(a => string.Join('\n', RolesOf(a).OrderBy(Order)), StringComparer.OrdinalIgnoreCase)
                .Select(g => (Roles: g.Key.Split('\n'), Actions: g))
                .OrderBy(g => Order(g.Roles[0]))
                .ThenBy(g => g.Roles.Length)
                .ThenBy(g => Swedish.Join(g.Roles), StringComparer.Ordinal)
                .Select(g => new PlanRoles(
                    g.Roles is [NoRole] ? OtherPriorities : ActionFields.RolesInWords(g.Roles),
                    [
                        .. g.Actions.Select(a => new PlanItem(
                            a,
                            ActionFields.PlannedYears(a).Where(y => y >= first).Min() == year
                        )),
                    ]
                )),
        ];

        int Order(string role)
        {
            if (role == NoRole)
                return int.MaxValue;
            return known.IndexOf(role) is >= 0 and var at ? at : known.Count;
        }
    }

    private static IEnumerable<string> RolesOf(ActionItem action) =>
        action
            .Role.Select(r => r.Text)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .DefaultIfEmpty(NoRole);
}

/// <summary>
/// One year of the plan: its actions once each, the same by role, and the same by the roles that share them.
/// </summary>
/// <param name="First">The first year of the plan.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record PlanYear(
    int Year,
    int First,
    IReadOnlyList<ActionItem> Actions,
    IReadOnlyList<PlanRole> Roles,
    IReadOnlyList<PlanRoles> Shared,
    SmallCounts Small
)
{
    /// <summary>
    /// The words for no actions where nobody knows whether there are any; null where the number is 0.
    /// </summary>
    public string? Unknowable { get; init; }

    /// <summary>Hidden where few of those are in it of which nothing is told alone.</summary>
    internal Entry<decimal> Count =>
        Actions.Count == 0 && Unknowable is not null
            ? new(null, Unknowable)
            : SmallCounts.Shown(Actions.Count, Small.IsFew(Actions));

    internal string? WithoutActions
    {
        get
        {
            if (Actions.Count == 0)
                return $"Inga öppna åtgärder är planerade för {Year}.";
            return Actions.All(a => a.Origin.IsCounted)
                ? $"Åtgärderna för {Year} redovisas inte var för sig i den öppna utgåvan."
                : null;
        }
    }

    /// <summary>Those that no earlier year of the plan holds: here they are told in full.</summary>
    public IReadOnlyList<ActionItem> Beginning => [.. Actions.Where(IsFirst)];

    /// <summary>Those that an earlier year of the plan already holds.</summary>
    public IReadOnlyList<ActionItem> Continuing => [.. Actions.Where(a => !IsFirst(a))];

    private bool IsFirst(ActionItem action) => ActionFields.PlannedYears(action).Where(y => y >= First).Min() == Year;
}

/// <summary>An action in one year of the plan.</summary>
/// <param name="IsFirst">The plan's first year that holds it, where it is described.</param>
public sealed record PlanItem(ActionItem Action, bool IsFirst) : ISourceRow
{
    public RowOrigin Origin => Action.Origin;

    public static FieldSet Fields { get; } =
        new([
            .. ActionFields.Fields.Fields.Select(f => f with { Read = row => f.Read(((PlanItem)row).Action) }),
            new(
                "Beskrivning en gång",
                FieldKind.Text,
                "Beskrivningen med punkt efter, bara i planens första år med åtgärden.",
                row => row is PlanItem { IsFirst: true, Action.Description: { } text } ? Swedish.WithStop(text) : null,
                null
            ),
        ]);
}

/// <summary>One role's actions in one year of the plan.</summary>
/// <param name="HasMore">True when it has actions besides, of which nothing is told alone.</param>
public sealed record PlanRole(string Role, IReadOnlyList<ActionItem> Actions, bool HasMore);

/// <summary>Actions that the same roles share in one year of the plan; each action stands once.</summary>
/// <param name="Roles">The roles as they are listed: <c>Objektägare och DSO</c>.</param>
public sealed record PlanRoles(string Roles, IReadOnlyList<PlanItem> Items);
