namespace SpLg.Commands;

/// <summary>The lists named on a command line.</summary>
internal static class ListChoice
{
    /// <param name="names">Swedish titles or English names; none means all lists.</param>
    /// <exception cref="SettingsException">A name is no list's.</exception>
    public static IReadOnlyList<ListSchema> Of(SiteSchema schema, IReadOnlyList<string> names)
    {
        var all = schema.Lists.Where(l => !l.IsLibrary).ToList();
        var unknown = names.Where(n => schema.TryFind(n) is not { IsLibrary: false }).ToList();
        if (unknown.Count > 0)
            throw new SettingsException([
                .. unknown.Select(n =>
                    $"--list {n}: there is no such list. There are {string.Join(", ", all.Select(l => l.Title))}."
                ),
            ]);
        return names.Count == 0 ? all : [.. all.Where(l => names.Any(n => schema.TryFind(n) == l))];
    }
}
