namespace SpLg.Word.Links;

/// <summary>
/// Word keeps the target of a link apart from it, under an id that it changes when it saves. A link that is written
/// anew has its target in an attribute <see cref="Address"/> instead.
/// </summary>
internal static class LinkTargets
{
    public static readonly XName Address = BlockStore.Namespace + "address";

    /// <summary>Takes in the targets that hold expressions, and removes their relationships.</summary>
    public static void TakeExpressions(XElement root, PartRelationships relationships)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (link, target) in External(root, relationships))
        {
            // Word writes braces in a target as %7B and %7D.
            var typed = target
                .Replace("%7B", "{", StringComparison.OrdinalIgnoreCase)
                .Replace("%7D", "}", StringComparison.OrdinalIgnoreCase);
            if (!typed.Contains("{{", StringComparison.Ordinal))
                continue;
            Take(link, Expressions(WithoutFolder(typed)));
            gone.Add(target);
        }
        if (gone.Count > 0)
            relationships.Remove(r => r.IsExternal && gone.Contains(r.Target));
    }

    /// <summary>
    /// Takes in the targets of what is going to be generated; one that is no web address stays the author's business.
    /// </summary>
    public static void TakeAll(XElement within, PartRelationships relationships)
    {
        foreach (
            var (link, target) in External(within, relationships).Where(l => WebAddress.TryRead(l.Target) is not null)
        )
            Take(link, target);
    }

    private static List<(XElement Link, string Target)> External(XElement within, PartRelationships relationships)
    {
        var links = within
            .DescendantsAndSelf(W.Hyperlink)
            .Where(h => h.Attribute(W.RelationshipId) is not null)
            .ToList();
        if (links.Count == 0)
            return [];
        var targets = relationships.Links;
        return
        [
            .. from link in links
            let target = targets[(string)link.Attribute(W.RelationshipId)!].FirstOrDefault()
            where target is not null
            select (link, target),
        ];
    }

    private static void Take(XElement link, string target)
    {
        link.SetAttributeValue(Address, target);
        link.Attribute(W.RelationshipId)!.Remove();
    }

    // Word takes a text that is no address for a file in the document's folder.
    private static string WithoutFolder(string typed) =>
        typed.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? typed[typed.IndexOf("{{", StringComparison.Ordinal)..]
            : typed;

    // Within the braces stands a name, where spaces and letters outside ASCII were encoded too.
    private static string Expressions(string typed) =>
        string.Concat(
            Filling
                .MixedText.Split(typed)
                .Select(p => p.IsExpression ? "{{" + Uri.UnescapeDataString(p.Text) + "}}" : p.Text)
        );
}
