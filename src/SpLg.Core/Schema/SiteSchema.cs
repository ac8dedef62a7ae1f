namespace SpLg.Core.Schema;

/// <summary>Everything the provisioning template declares: the only schema there is.</summary>
public sealed record SiteSchema(IReadOnlyList<ListSchema> Lists)
{
    /// <summary>The list with this English <see cref="ListSchema.Name"/>; another name is a programming error.</summary>
    public ListSchema List(string name) =>
        Lists.FirstOrDefault(l => l.Name == name) ?? throw new KeyNotFoundException($"The provisioning template has no list '{name}'.");

    /// <summary>The list whose Swedish title or English name is this, ignoring case, or null.</summary>
    public ListSchema? TryFind(string titleOrName) =>
        Lists.FirstOrDefault(l => string.Equals(l.Title, titleOrName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(l.Name, titleOrName, StringComparison.OrdinalIgnoreCase));
}
