namespace SpLg.Core.Sources;

/// <summary>Rules for where actions say that they come from.</summary>
internal static class ActionLinkChecks
{
    private const int MostNamed = 4;

    /// <summary>How many faults are told with the name that was perhaps meant: looking for it takes time.</summary>
    private const int MostWithNearest = 100;

    public static IEnumerable<Finding> Of(OrganisationLists lists, ActionLinks links) =>
        lists
            .Of(ActionItem.AsList)
            .Where(a => a.SourceRow is not null)
            .Select(a => links[a])
            .Where(l =>
                !l.IsPlaced
                && (l.State is SourceState.Unknown or SourceState.Ambiguous || IsOfSeveral(l))
                && IsRead(lists, l.Action)
            )
            .Select(
                (l, i) =>
                    l.State == SourceState.Ambiguous || IsOfSeveral(l)
                        ? Ambiguous(l, lists)
                        : Unknown(l, i < MostWithNearest ? links.Nearest(l.Action) : null)
            );

    /// <summary>True where rows of one name are about several activities.</summary>
    private static bool IsOfSeveral(ActionLink link) => link is { About: SourceState.Ambiguous, Rows.Count: > 1 };

    /// <summary>A list that was not read is told about by itself.</summary>
    private static bool IsRead(OrganisationLists lists, ActionItem action) =>
        !lists.NotRead.Contains(ActionLinks.ListOf(action.Source.Value) ?? "")
        && !lists.NotRead.Contains(ProcessingActivity.AsList.Title);

    private static Finding Unknown(ActionLink link, string? nearest)
    {
        var list = ActionLinks.ListOf(link.Action.Source.Value);
        var where =
            list is null || list == ProcessingActivity.AsList.Title
                ? "listan Informationsbehandlingar"
                : $"listorna {list} och Informationsbehandlingar";
        return link.Action.Origin.Warning(
            "Källans rad",
            $"”{link.Action.SourceRow}” går inte att hitta i {where}, så det framgår inte vad åtgärden kommer ur "
                + "och den står inte i någon handlingsplan."
                + $"{(nearest is null ? "" : $" Menas ”{nearest}”?")} {Remedy("radens namn, nummer eller nyckel")}"
        );
    }

    private static Finding Ambiguous(ActionLink link, OrganisationLists lists)
    {
        var titles = lists
            .Of(ProcessingActivity.AsList)
            .Where(a => !a.Origin.IsSecret)
            .ToLookup(a => a.Origin.Id, a => a.Title, StringComparer.Ordinal);
        var rows = link.Rows.Select(r => $"rad {r.Id} i {r.List}{TitleOf(r.List, r.Id)}").ToList();
        return link.Action.Origin.Warning(
            "Källans rad",
            $"”{link.Action.SourceRow}” kan betyda flera rader: {Swedish.JoinMost(rows, MostNamed, "eller")}. "
                + $"{Remedy("hela namnet, numret eller nyckeln")}"
        );

        string TitleOf(string list, string id) =>
            list == ProcessingActivity.AsList.Title && titles[id].FirstOrDefault() is { } title ? $" ({title})" : "";
    }

    private static string Remedy(string what) =>
        $"Skriv {what} som i listan, eller välj behandlingen som åtgärden gäller i kolumnen Informationsbehandling.";
}
