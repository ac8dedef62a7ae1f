namespace SpLg.Core.Schema;

/// <summary>Everything the provisioning template declares: the only schema there is.</summary>
public sealed record SiteSchema(IReadOnlyList<ListSchema> Lists)
{
    /// <summary>
    /// The library of pages that every site has: only its settings and rights are declared. Null when they are not.
    /// </summary>
    public ListSchema? Pages { get; init; }

    /// <summary>Roles of the template's own: the names of SharePoint's base permissions by the role's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Principals whose rights to the site itself are taken away.</summary>
    public IReadOnlyList<RightSchema> RemovedFromSite { get; init; } = [];

    /// <summary>The template's parameters, each with the value it has when none is given.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The list with this English <see cref="ListSchema.Name"/>; another name is a programming error.
    /// </summary>
    public ListSchema List(string name) =>
        Lists.FirstOrDefault(l => l.Name == name)
        ?? throw new KeyNotFoundException($"The provisioning template has no list '{name}'.");

    /// <summary>The list whose Swedish title or English name is this, ignoring case, or null.</summary>
    public ListSchema? TryFind(string titleOrName) =>
        Lists.FirstOrDefault(l =>
            string.Equals(l.Title, titleOrName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(l.Name, titleOrName, StringComparison.OrdinalIgnoreCase)
        );
}
