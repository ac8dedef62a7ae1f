using System.Xml;
using SpLg.Word.Markup;
using SpLg.Word.Packaging;

namespace SpLg.Word.Regenerating;

/// <summary>What a filling adds to the package besides the parts it writes, and how it is found and taken away again.</summary>
internal static class FilledMarks
{
    /// <summary>Takes away what an earlier filling added and gives its store; null when the package has not been filled.</summary>
    public static BlockStore? Remove(DocxPackage package)
    {
        var main = package.Relationships(package.MainPart);
        var items = main.All
            .Where(r => r.Kind == "customXml" && !r.IsExternal)
            .Select(r => (r.Id, Part: main.Resolve(r.Target)))
            .ToList();
        // Word gives relationships new ids when it saves, and parts new names.
        var stored = items.Find(i => IsStore(package, i.Part));
        var store = stored.Part is null ? null : BlockStore.Read(XmlPart.Parse(package.Parts[stored.Part]).Root!);
        var ours = items.FindAll(i => i.Part == stored.Part || CustomXmlItem.Trace.Is(package, i.Part));
        foreach (var (_, part) in ours)
            CustomXmlItem.Remove(package, part);
        foreach (var part in package.Parts.Keys.Where(p => !p.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            var relationships = package.Relationships(part);
            relationships.RemoveOwn();
            if (part == package.MainPart)
                relationships.Remove(r => ours.Exists(o => o.Id == r.Id));
            // Also brings the relationship parts into one form, as the part that is written will have it.
            package.Put(relationships);
        }
        foreach (var media in package.Parts.Keys.Where(p => p.StartsWith(Media.Prefix, StringComparison.Ordinal)).ToList())
            package.Parts.Remove(media);
        return store;
    }

    private static bool IsStore(DocxPackage package, string part)
    {
        if (!package.Parts.TryGetValue(part, out var bytes))
            return false;
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return reader.MoveToContent() == XmlNodeType.Element && reader.NamespaceURI == BlockStore.Namespace.NamespaceName;
    }
}
