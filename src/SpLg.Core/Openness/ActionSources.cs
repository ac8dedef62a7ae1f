namespace SpLg.Core.Openness;

/// <summary>
/// The rows that an action comes from and the processing activities it is about: it is never more open than any of
/// them.
/// </summary>
internal static class ActionSources
{
    public static Func<ActionItem, SourceRows> In(OrganisationLists lists)
    {
        var links = ActionLinks.Of(lists);
        IReadOnlyList<ListOf> hidden = [.. lists.Known.Where(l => l.NeverPublished.Contains("Title"))];
        var byOrigin = lists.AsRead.All.SelectMany(l => l.Rows).ToLookup(r => (r.Origin.List, r.Origin.Id));
        return action => Of(action, links[action], byOrigin, hidden);
    }

    private static SourceRows Of(
        ActionItem action,
        ActionLink link,
        ILookup<(string List, string Id), ISourceRow> byOrigin,
        IReadOnlyList<ListOf> hidden
    )
    {
        // A source that cannot be read may be a weakness, and so may words that point at a row which cannot be made
        // out, whatever Källa says.
        // Of an action that says nothing of where it comes from, a person has to have said that it is open.
        var mayBeWeakness =
            action.SourceRow is not null
            || (
                action.Source.Value is { } source
                    ? IsWeakness(source)
                    : action.Source.IsUnreadable || !ListOf.IsChosen(action.Origin)
            );
        // Where no row is named, the activity that is chosen is the source only for what comes from activities.
        var isNamed =
            (action.SourceRow is { } words && Names.Words(words).Count > 0)
            || ActionLinks.ListOf(action.Source.Value) == ProcessingActivity.AsList.Title;
        var isPlaced =
            isNamed
            && !link.HasMore
            && link.State is SourceState.Found or SourceState.Kind or SourceState.Ambiguous
            && link.Rows.Count > 0;
        if ((mayBeWeakness && !isPlaced) || link.About == SourceState.Unknown)
            return SourceRows.Missing;
        IReadOnlyList<ISourceRow> rows =
        [
            .. link.Rows.Concat(link.Activities.Select(a => a.Origin)).SelectMany(o => byOrigin[(o.List, o.Id)]),
        ];
        // The words may be a title or number that no document may hold.
        return new(rows)
        {
            Withheld = hidden.Any(l =>
                (action.Source.Value is { } meant && l.MeantBy.Contains(meant))
                || rows.Any(r => r.Origin.List == l.Title)
            )
                ? [nameof(ActionItem.SourceRow)]
                : [],
        };
    }

    private static bool IsWeakness(ActionSource source) =>
        source is not (ActionSource.Decision or ActionSource.AnnualWheel);
}
