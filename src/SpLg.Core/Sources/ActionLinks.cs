namespace SpLg.Core.Sources;

/// <summary>
/// Links each action to the row it comes from, which <i>Källa</i> and <i>Källans rad</i> say in words, and to the
/// processing activities it is about: the one chosen in <i>Informationsbehandling</i>, else that of the incident it
/// comes from, else the one whose name, system or managed object the words are.
/// </summary>
public sealed partial class ActionLinks
{
    private readonly Dictionary<string, SourceList> lists = new(StringComparer.Ordinal);
    private readonly NamedRows<ProcessingActivity> activities = new();
    private readonly Dictionary<string, ProcessingActivity> byId = new(StringComparer.Ordinal);
    private readonly RowLookup<ProcessingActivity> lookup;
    private readonly Dictionary<ActionItem, ActionLink> byAction = new(ReferenceEqualityComparer.Instance);

    private ActionLinks(OrganisationLists all)
    {
        lookup = new(all.Of(ProcessingActivity.AsList), r => r.Origin, r => r.Title);
        foreach (var activity in all.Of(ProcessingActivity.AsList))
        {
            byId.TryAdd(activity.Origin.Id, activity);
            foreach (var name in NamesOf(activity).Distinct(Names.Comparer))
                activities.Add(name, activity);
        }
        // A name that stands in several lists means an activity first, then a row of a list that Källa can mean.
        foreach (
            var read in all
                .AsRead.All.OrderBy(l => l.List != ProcessingActivity.AsList)
                .ThenBy(l => l.List.MeantBy.Select(s => (int?)s).Min() ?? int.MaxValue)
        )
        {
            var sources = new SourceList(read.Schema.Title);
            foreach (var source in read.Rows.Select(read.List.Source).OfType<SourceRow>())
                sources.Add(source);
            lists.Add(read.Schema.Title, sources);
        }
        foreach (var action in all.Of(ActionItem.AsList))
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

    /// <summary>The actions by the id of each row of the list that they come from.</summary>
    internal ILookup<string, ActionItem> BySource(ListOf list) =>
        byAction
            .Values.Where(l => l.State == SourceState.Found)
            .SelectMany(l => l.Rows.Where(r => r.List == list.Title).Select(r => (r.Id, l.Action)))
            .ToLookup(l => l.Id, l => l.Action, StringComparer.Ordinal);

    /// <summary>
    /// The title of the list that the source means, and where else its rows may be; null when the source is not said.
    /// </summary>
    internal static string? ListOf(ActionSource? source) =>
        source is { } said ? KnownLists.All.FirstOrDefault(l => l.MeantBy.Contains(said))?.Title : null;

    /// <summary>The name in these lists that is nearest to what was written; null when none is near.</summary>
    internal string? Nearest(ActionItem action)
    {
        var wanted = Names.Fold(action.SourceRow!);
        string[] places = [ListOf(action.Source.Value) ?? "", ProcessingActivity.AsList.Title];
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

    private ActionLink LinkOf(ActionItem action)
    {
        var words =
            action.SourceRow is { } text && Names.Words(text).Count > 0
                ? SourceWords.Of(text, RowOrigin.YearIn(action.DecidedInYear))
                : null;
        var chosen = lookup.TryFind(action.ProcessingActivity);
        var source = words is null ? new(SourceState.NotSaid, []) : SourceOf(action, words);
        var (about, meant) = action.ProcessingActivity switch
        {
            _ when chosen is not null => (SourceState.Found, [chosen]),
            { Text: OpenCells.NotShown } => (SourceState.NotSaid, []),
            not null => (SourceState.Unknown, []),
            null => words is null ? (SourceState.NotSaid, []) : AboutOf(words, source),
        };
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
        return new(action, state, [.. rows.Distinct()], about, meant) { HasMore = source.HasMore };
    }

    /// <summary>The row in the list that Källa means; a name that is another list's whole is found there too.</summary>
    private SourceList.Match SourceOf(ActionItem action, SourceWords words)
    {
        var own = lists.GetValueOrDefault(ListOf(action.Source.Value) ?? "");
        var found = own?.Find(words);
        if (found is { Rows.Count: > 0, HasMore: false })
            return found;
        var whole = OtherLists(own, words);
        if (whole.Rows.Count > 0)
            return whole;
        return Several(own, words) ?? (found is { Rows.Count: > 0 } ? found : whole);
    }

    /// <summary>The rows that the words name one after another; null when one of the names is nobody's.</summary>
    private SourceList.Match? Several(SourceList? own, SourceWords words)
    {
        var names = Separator().Split(words.Text).Where(n => Names.Words(n).Count > 0).ToList();
        if (names.Count < 2)
            return null;
        var rows = new List<SourceRow>();
        foreach (var name in names.Select(n => SourceWords.Of(n, words.Year)))
        {
            var one = own?.Find(name) is { Rows.Count: > 0, HasMore: false } found ? found : OtherLists(own, name);
            if (one.State != SourceState.Found || one.Rows.Count == 0)
                return null;
            rows.AddRange(one.Rows);
        }
        return SourceList.Match.Of([.. rows.Distinct()]);
    }

    private SourceList.Match OtherLists(SourceList? own, SourceWords words)
    {
        return lists
                .Values.Where(l => l != own)
                .Select(l => l.Whole(words, isOwn: false))
                .FirstOrDefault(m => m.Rows.Count > 0)
            ?? SourceList.Match.None;
    }

    /// <summary>What people write between the names of several rows.</summary>
    [GeneratedRegex(
        @"[;,/&+|\n()]|\s(och|samt|respektive)\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Separator();

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
        // The whole name of another list's row does not mean an activity just because one of its words stands in an
        // activity's name.
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
        row.Origin.List == ProcessingActivity.AsList.Title ? byId.GetValueOrDefault(row.Origin.Id) : null;
}
