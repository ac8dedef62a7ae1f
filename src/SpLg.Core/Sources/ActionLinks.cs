namespace SpLg.Core.Sources;

/// <summary>
/// Links each action to the row it comes from, which <i>Källa</i> and <i>Källans rad</i> say in words, and to the
/// processing activities it is about: the one chosen in <i>Informationsbehandling</i>, else that of the incident it
/// comes from, else the one whose name, system or managed object the words are.
/// </summary>
public sealed class ActionLinks
{
    private readonly Dictionary<string, SourceList> lists = new(StringComparer.Ordinal);
    private readonly NamedRows<ProcessingActivity> activities = new();
    private readonly Dictionary<string, ProcessingActivity> byId = new(StringComparer.Ordinal);
    private readonly RowLookup<ProcessingActivity> lookup;
    private readonly Dictionary<ActionItem, ActionLink> byAction = new(ReferenceEqualityComparer.Instance);

    private ActionLinks(OrganisationLists all)
    {
        lookup = new(all.ProcessingActivities, r => r.Origin, r => r.Title);
        foreach (var activity in all.ProcessingActivities)
        {
            byId.TryAdd(activity.Origin.Id, activity);
            foreach (var name in NamesOf(activity).Distinct(Names.Comparer))
                activities.Add(name, activity);
        }
        Add(all.ProcessingActivities, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        Add(all.UndesiredEvents, r => new(r.Origin, r.Title, r.Origin.WholeYear, r.WorkingMethod.Text));
        Add(
            all.Incidents,
            r =>
                new(
                    r.Origin,
                    r.Title,
                    RowOrder.YearOf(r.Origin, r.OccurredOn, r.DiscoveredOn),
                    Activity: r.ProcessingActivity
                ),
            r => r.IaId
        );
        Add(
            all.DpoFindings,
            r => new(r.Origin, r.Title, RowOrigin.YearIn(r.ReportYear) ?? r.Origin.WholeYear, r.Area.Text)
        );
        Add(all.RequirementAssessments, r => new(r.Origin, r.Title, r.Origin.WholeYear), r => r.Clause);
        Add(all.Audits, r => new(r.Origin, r.Title, RowOrder.YearOf(r.Origin, r.CompletedOn), r.Kind.Text));
        Add(all.Decisions, r => new(r.Origin, r.Title, RowOrder.YearOf(r.Origin, r.DecidedOn), r.Kind.Text));
        Add(all.AnnualWheelActivities, r => new(r.Origin, r.Title, r.Origin.WholeYear, r.Process));
        Add(all.Procurements, r => new(r.Origin, r.Title, r.Origin.WholeYear), r => r.RegistryNumber);
        Add(all.InternalControlResults, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        Add(all.ContextFactors, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        Add(all.StakeholderInputs, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        Add(all.Objectives, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        Add(all.TrainingResults, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        Add(all.GoverningDocuments, r => new(r.Origin, r.Title, r.Origin.WholeYear));
        foreach (var action in all.ActionItems)
            byAction[action] = LinkOf(action);
    }

    public static ActionLinks Of(OrganisationLists lists) => new(lists);

    /// <summary>The link of an action of the lists.</summary>
    public ActionLink this[ActionItem action] => byAction[action];

    public IEnumerable<ActionLink> All => byAction.Values;

    /// <summary>The placed actions by the id of each activity they are about.</summary>
    internal ILookup<string, ActionItem> ByActivity(IEnumerable<ActionItem> actions) =>
        actions
            .Select(a => this[a])
            .Where(l => l.IsPlaced)
            .SelectMany(l => l.Activities.Select(activity => (activity.Origin.Id, l.Action)))
            .ToLookup(l => l.Id, l => l.Action, StringComparer.Ordinal);

    /// <summary>
    /// The list that the source means, and where else its rows may be; null when the source is not said.
    /// </summary>
    internal static string? ListOf(ActionSource? source) =>
        source switch
        {
            ActionSource.Vor or ActionSource.Rsa => "Oönskade händelser",
            ActionSource.Incident => "Incidenter",
            ActionSource.DataProtectionOfficer => "Dataskyddsrekommendationer",
            ActionSource.SelfAssessment => "Självskattning",
            ActionSource.Klassa => "Informationsbehandlingar",
            ActionSource.Audit => "Revisioner",
            ActionSource.Decision => "Beslut",
            ActionSource.AnnualWheel => "Årshjul",
            _ => null,
        };

    /// <summary>The name in these lists that is nearest to what was written; null when none is near.</summary>
    internal string? Nearest(ActionItem action)
    {
        var wanted = Names.Fold(action.SourceRow!);
        string[] places = [ListOf(action.Source.Value) ?? "", "Informationsbehandlingar"];
        var (name, distance) = places
            .Distinct()
            .SelectMany(p => lists.GetValueOrDefault(p)?.Told ?? [])
            .Take(MostCompared)
            .Select(n => (Name: n, Distance: EditDistance.Of(Names.Fold(n), wanted)))
            .DefaultIfEmpty((Name: "", Distance: int.MaxValue))
            .MinBy(n => n.Distance);
        return distance <= wanted.Length / 4 ? name : null;
    }

    /// <summary>Comparing every name with every fault would take the square of the lists' length.</summary>
    private const int MostCompared = 500;

    private static IEnumerable<string> NamesOf(ProcessingActivity activity) =>
        new[] { activity.Title, activity.System, activity.ManagedObject }.OfType<string>();

    private void Add<T>(IReadOnlyList<T> rows, Func<T, SourceRow> source, Func<T, string?>? called = null)
        where T : ISourceRow
    {
        foreach (var row in rows)
        {
            if (!lists.TryGetValue(row.Origin.List, out var list))
                lists[row.Origin.List] = list = new(row.Origin.List);
            list.Add(source(row), called?.Invoke(row));
        }
    }

    private ActionLink LinkOf(ActionItem action)
    {
        var words =
            action.SourceRow is { } text && Names.Words(text).Count > 0
                ? SourceWords.Of(text, RowOrigin.YearIn(action.DecidedInYear))
                : null;
        var chosen = lookup.TryFind(action.ProcessingActivity);
        var source = words is null ? new(SourceState.NotSaid, []) : SourceOf(action, words);
        var (about, meant) =
            chosen is not null ? (SourceState.Found, [chosen])
            : action.ProcessingActivity is { } unknown
                ? (unknown.Text == OpenCells.NotShown ? SourceState.NotSaid : SourceState.Unknown, [])
            : words is null ? (SourceState.NotSaid, [])
            : AboutOf(words, source);
        IEnumerable<RowOrigin> rows = source.Rows.Select(r => r.Origin);
        var state = source.State;
        if (chosen is not null)
            rows = rows.Append(chosen.Origin);
        else if (state is SourceState.Unknown or SourceState.Ambiguous && meant.Count > 0)
        {
            // The words name no row of the source's own list but an activity, so that is where it comes from.
            rows = rows.Concat(meant.Select(a => a.Origin));
            state = about;
        }
        if (state is SourceState.NotSaid && chosen is not null)
            state = SourceState.Found;
        return new(action, state, [.. rows.Distinct()], about, meant);
    }

    /// <summary>The row in the list that Källa means; a name that is another list's whole is found there too.</summary>
    private SourceList.Match SourceOf(ActionItem action, SourceWords words)
    {
        var own = lists.GetValueOrDefault(ListOf(action.Source.Value) ?? "");
        if (own?.Find(words) is { Rows.Count: > 0 } found)
            return found;
        return lists
                .Values.Where(l => l != own)
                .Select(l => l.Whole(words, isOwn: false))
                .FirstOrDefault(m => m.Rows.Count > 0)
            ?? SourceList.Match.None;
    }

    private (SourceState State, IReadOnlyList<ProcessingActivity> Activities) AboutOf(
        SourceWords words,
        SourceList.Match source
    )
    {
        if (activities.Whole(words.Folded) is { } whole)
            return (IsTitleOfSeveral(whole.Rows, words) ? SourceState.Ambiguous : SourceState.Found, whole.Rows);
        IReadOnlyList<ProcessingActivity> pointed = source.State is SourceState.Found or SourceState.Ambiguous
            ?
            [
                .. source
                    .Rows.Select(r => lookup.TryFind(r.Activity) ?? Itself(r))
                    .OfType<ProcessingActivity>()
                    .Distinct(),
            ]
            : [];
        if (pointed.Count > 0 && source.State == SourceState.Found)
            return (pointed.Count == 1 || IsOneObject(pointed) ? SourceState.Found : SourceState.Ambiguous, pointed);
        // A whole name of another list's row is about no activity because a word of it is in the name of one.
        if (source is { State: SourceState.Found or SourceState.Kind, IsPart: false })
            return (SourceState.NotSaid, []);
        var named = activities.Parts(words.Words);
        IReadOnlyList<ProcessingActivity> meant =
            named.Count > 0 ? [.. named.SelectMany(n => n.Rows).Distinct()] : pointed;
        return meant switch
        {
            [] => (source.State == SourceState.Unknown ? SourceState.Unknown : SourceState.NotSaid, []),
            _ when named.Count == 1 || IsOneObject(meant) => (SourceState.Found, meant),
            _ => (SourceState.Ambiguous, meant),
        };
    }

    /// <summary>
    /// True where activities of several objects have the title; a system or an object is one thing however many
    /// activities it has.
    /// </summary>
    private static bool IsTitleOfSeveral(IReadOnlyList<ProcessingActivity> named, SourceWords words) =>
        named.Count > 1
        && !IsOneObject(named)
        && !named.Any(a =>
            new[] { a.System, a.ManagedObject }.OfType<string>().Any(name => Names.Fold(name) == words.Folded)
        );

    private static bool IsOneObject(IReadOnlyList<ProcessingActivity> activities) =>
        activities[0].ManagedObject is { } first && activities.All(a => Names.Comparer.Equals(a.ManagedObject, first));

    private ProcessingActivity? Itself(SourceRow row) =>
        row.Origin.List == "Informationsbehandlingar" ? byId.GetValueOrDefault(row.Origin.Id) : null;
}
