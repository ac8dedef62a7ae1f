using System.Xml;
using SpLg.Word.Markup;
using SpLg.Word.Packaging;

namespace SpLg.Word.Regenerating;

/// <summary>What a filling adds to the package besides the parts it writes, and how it is found and taken away again.</summary>
internal static class FilledMarks
{
    private const string Item = "customXml/splg.xml";
    private const string ItemProperties = "customXml/splgProps.xml";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // LibreOffice keeps a custom XML part only when it has properties; the id names our kind of part, not one file.
    private const string Properties =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{5B1A5E0E-6C0F-4E7B-9D1B-53504C470001}\"><ds:schemaRefs/></ds:datastoreItem>";

    /// <summary>Takes away what an earlier filling added and gives its store; null when the package has not been filled.</summary>
    public static BlockStore? Remove(DocxPackage package)
    {
        var main = package.Relationships(package.MainPart);
        var found = main.All
            .Where(r => r.Kind == "customXml" && !r.IsExternal)
            .Select(r => (Relationship: r, Part: main.Resolve(r.Target)))
            .FirstOrDefault(c => IsStore(package, c.Part));
        var store = found.Part is null ? null : RemoveStore(package, found.Part);
        foreach (var part in package.Parts.Keys.Where(p => !p.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            var relationships = package.Relationships(part);
            relationships.RemoveOwn();
            if (part == package.MainPart && found.Part is not null)
                relationships.Remove(r => r.Id == found.Relationship.Id);
            Put(package, relationships);
        }
        foreach (var media in package.Parts.Keys.Where(p => p.StartsWith(Media.Prefix, StringComparison.Ordinal)).ToList())
            package.Parts.Remove(media);
        return store;
    }

    /// <summary>Makes the package say that the store is there; its bytes are known only after the document is written.</summary>
    public static void Announce(ContentTypes types, PartRelationships main)
    {
        main.Add(OfficeRelationships + "customXml", "/" + Item);
        types.SetDefault("xml", "application/xml");
        types.Set(ItemProperties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
    }

    public static IEnumerable<(string Part, byte[] Bytes)> Parts(BlockStore store)
    {
        var relationships = new PartRelationships(Item, null);
        relationships.Add(OfficeRelationships + "customXmlProps", "/" + ItemProperties);
        yield return (Item, store.Write());
        yield return (ItemProperties, System.Text.Encoding.UTF8.GetBytes(Properties));
        yield return (PartRelationships.PathOf(Item), relationships.Write()!);
    }

    private static BlockStore RemoveStore(DocxPackage package, string part)
    {
        var store = BlockStore.Read(XmlPart.Parse(package.Parts[part]).Root!);
        var relationships = new PartRelationships(part, package.Parts.GetValueOrDefault(PartRelationships.PathOf(part)));
        foreach (var properties in relationships.All.Where(r => !r.IsExternal).Select(r => relationships.Resolve(r.Target)))
            Drop(package, properties);
        Drop(package, part);
        package.Parts.Remove(PartRelationships.PathOf(part));
        return store;
    }

    private static void Drop(DocxPackage package, string part)
    {
        package.Parts.Remove(part);
        package.Types.Remove(part);
    }

    // Also brings the relationship parts into one form, as the part that is written will have it.
    private static void Put(DocxPackage package, PartRelationships relationships)
    {
        var path = PartRelationships.PathOf(relationships.Part);
        if (relationships.Write() is { } bytes)
            package.Parts[path] = bytes;
        else
            package.Parts.Remove(path);
    }

    private static bool IsStore(DocxPackage package, string part)
    {
        if (!package.Parts.TryGetValue(part, out var bytes))
            return false;
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return reader.MoveToContent() == XmlNodeType.Element && reader.NamespaceURI == BlockStore.Namespace.NamespaceName;
    }
}
