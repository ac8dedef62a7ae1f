namespace SpLg.LocalSite.Html;

/// <summary>Where an address for people leads.</summary>
/// <param name="List">Null for the site's own addresses.</param>
/// <param name="Path">The names below the list, or below the site when there is no list.</param>
internal sealed record Place(SiteRecord Web, ListRecord? List, IReadOnlyList<string> Path)
{
    public static Place At(SiteState state, string path)
    {
        var target = path.TrimEnd('/');
        var web =
            state.Sites.FirstOrDefault(s =>
                s.Path.Length > 0
                && (
                    target.Equals(s.Path, StringComparison.OrdinalIgnoreCase)
                    || target.StartsWith(s.Path + "/", StringComparison.OrdinalIgnoreCase)
                )
            ) ?? state.Sites.First(s => s.Path.Length == 0);
        var rest = target[web.Path.Length..].TrimStart('/');
        var list = state
            .Lists(web.Id)
            .Where(l => !l.IsSystem)
            .FirstOrDefault(l =>
                rest.Equals(l.Url, StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith(l.Url + "/", StringComparison.OrdinalIgnoreCase)
            );
        return new(
            web,
            list,
            (list is null ? rest : rest[list.Url.Length..]).Split('/', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    /// <summary>True for a form of this name: Lists/X/EditForm.aspx, or in a library X/Forms/EditForm.aspx.</summary>
    public bool IsForm(string name) =>
        List is { IsLibrary: true }
            ? Path is ["Forms", var inLibrary] && inLibrary.Equals(name, StringComparison.OrdinalIgnoreCase)
            : List is not null && Path is [var inList] && inList.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The item an <c>ID=7</c> in the query names, as somebody sees it; null when it is not there for them.
    /// </summary>
    public ItemRecord? TryItem(SiteState state, string? id, Access access) =>
        int.TryParse(id, out var number) && state.Item(List!.Id, number) is { } item ? access.See(List, item) : null;
}
