using System.Xml;

namespace SpLg.Word.Regenerating;

/// <summary>
/// Marks that a filling adds to the package besides the parts it writes; the next filling finds and removes them.
/// </summary>
internal static class FilledMarks
{
    /// <summary>
    /// Takes away what an earlier filling added and gives its store; null when the package has not been filled.
    /// </summary>
    public static BlockStore? Remove(DocxPackage package)
    {
        var main = package.Relationships(package.MainPart);
        var items = main
            .All.Where(r => r.Kind == "customXml" && !r.IsExternal)
            .Select(r => (r.Id, Part: main.Resolve(r.Target)))
            .DistinctBy(r => r.Part)
            .ToList();
        // Word gives relationships new ids when it saves, and parts new names.
        var stored = items.Find(i => IsStore(package, i.Part));
        var store = stored.Part is null ? null : BlockStore.Read(package.Open(stored.Part).Root!, stored.Id);
        var ours = items.FindAll(i => i.Part == stored.Part || CustomXmlItem.Trace.Is(package, i.Part));
        foreach (var (_, part) in ours)
            CustomXmlItem.Remove(package, part);
        foreach (var part in package.Parts.Keys.Where(p => !p.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            var relationships = package.Relationships(part);
            if (part == package.MainPart)
                relationships.Remove(r =>
                    r.Kind == "customXml"
                    && !r.IsExternal
                    && ours.Exists(o => o.Part == relationships.Resolve(r.Target))
                );
            // Also brings the relationship parts into one form, as the part that is written will have it.
            package.Put(relationships);
        }
        return store;
    }

    /// <summary>
    /// Takes away the links and pictures that an earlier filling added to a part. Those that stand in content which is
    /// not made anew stay, under ids and names that no filling gives out.
    /// </summary>
    /// <param name="root">The restored part.</param>
    public static void RemoveLinks(DocxPackage package, XElement root, PartRelationships relationships)
    {
        var uses = root.Descendants()
            .Attributes()
            .Where(a =>
                a.Name.Namespace == W.Relationships
                && PartRelationships.IsOwn(a.Value)
                && !a.Parent!.Ancestors(Restorer.Block).Any()
            )
            .GroupBy(a => a.Value)
            .ToList();
        var own = relationships
            .All.Where(r => PartRelationships.IsOwn(r.Id))
            .ToLookup(r => r.Id, StringComparer.Ordinal);
        foreach (var use in uses)
        {
            if (own[use.Key].FirstOrDefault() is not { } relationship)
                continue;
            var id = relationships.Keep(relationship with { Target = TargetOf(package, relationships, relationship) });
            foreach (var attribute in use)
                attribute.Value = id;
        }
        relationships.RemoveOwn();
    }

    /// <summary>Takes away the pictures that no content is left of.</summary>
    public static void RemoveMedia(DocxPackage package)
    {
        foreach (
            var media in package.Parts.Keys.Where(p => p.StartsWith(Media.Prefix, StringComparison.Ordinal)).ToList()
        )
            package.Parts.Remove(media);
    }

    private static string TargetOf(DocxPackage package, PartRelationships relationships, Relationship relationship)
    {
        if (
            relationship.IsExternal
            || relationships.Resolve(relationship.Target) is not { } part
            || !part.StartsWith(Media.Prefix, StringComparison.Ordinal)
        )
            return relationship.Target;
        var number = 1;
        while (package.Parts.ContainsKey($"word/media/kept{number}.png"))
            number++;
        package.Parts[$"word/media/kept{number}.png"] = package.Parts[part];
        return $"/word/media/kept{number}.png";
    }

    private static bool IsStore(DocxPackage package, string part)
    {
        if (!package.Parts.ContainsKey(part))
            return false;
        return package.Parts.Read(
            part,
            stream =>
            {
                using var reader = XmlReader.Create(
                    stream,
                    new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
                );
                return reader.MoveToContent() == XmlNodeType.Element
                    && reader.NamespaceURI == BlockStore.Namespace.NamespaceName;
            }
        );
    }
}
