namespace SpLg.Word.Packaging;

/// <summary>What other programs put into a zip file beside the parts of a document, when people pack one anew.</summary>
internal static class ForeignEntries
{
    private const string Relationships = ".rels";

    /// <summary>A file that a Mac writes beside each other one. It may have the name of a part and is none.</summary>
    public static bool IsOfMac(string entry) =>
        entry.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase)
        || entry[(entry.LastIndexOf('/') + 1)..].StartsWith("._", StringComparison.Ordinal);

    /// <summary>Takes out what has no content type and what nothing leads to, which is no part. Relationships stay, with
    /// or without a type, because they say where the others are.</summary>
    public static void Remove(DocxPackage package)
    {
        var time = package.Budget.Time;
        var parts = time.Watch(package.Types.Parts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var extensions = time.Watch(package.Types.Extensions).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var foreign = package
            .Parts.Keys.Where(p =>
                !parts.Contains(p)
                && !extensions.Contains(ExtensionOf(p))
                && !p.EndsWith(Relationships, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        if (foreign.Count == 0)
            return;
        var named = package
            .Parts.Keys.Where(p => p.EndsWith(Relationships, StringComparison.Ordinal))
            .Select(p => package.Relationships(OwnerOf(p)))
            .Append(package.Root)
            .SelectMany(r => time.Watch(r.All).Where(t => !t.IsExternal).Select(t => r.Resolve(t.Target)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var part in foreign.Where(p => !named.Contains(p)))
            package.Parts.Remove(part);
    }

    private static string OwnerOf(string relationships) =>
        relationships.Replace("_rels/", "", StringComparison.Ordinal)[..^Relationships.Length];

    /// <returns>Empty for a name without one.</returns>
    private static string ExtensionOf(string part) => Path.GetExtension(part).TrimStart('.');
}
