namespace SpLg.Word.Regenerating;

/// <summary>
/// A custom XML part that a filling adds. Word and LibreOffice keep one that has properties, under a name of their own.
/// </summary>
/// <param name="name">Of the part when it is written.</param>
/// <param name="id">Names our kind of part, not one file.</param>
internal sealed class CustomXmlItem(string name, string id)
{
    /// <summary>The source that the document is filled again from.</summary>
    public static readonly CustomXmlItem Store = new("splg", "{5B1A5E0E-6C0F-4E7B-9D1B-53504C470001}");

    /// <summary>The caller's account of where the figures come from.</summary>
    public static readonly CustomXmlItem Trace = new("splgTrace", "{5B1A5E0E-6C0F-4E7B-9D1B-53504C470002}");

    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

    private string Part => $"customXml/{name}.xml";

    private string Properties => $"customXml/{name}Props.xml";

    /// <summary>
    /// Makes the package say that the item is there; its bytes may be known only after the document is written.
    /// </summary>
    public void Announce(ContentTypes types, PartRelationships main)
    {
        main.Add(OfficeRelationships + "customXml", "/" + Part);
        types.SetDefault("xml", "application/xml");
        types.Set(Properties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
    }

    public IEnumerable<(string Part, ReadOnlyMemory<byte> Bytes)> Parts(ReadOnlyMemory<byte> content)
    {
        var relationships = new PartRelationships(Part, null);
        relationships.Add(OfficeRelationships + "customXmlProps", "/" + Properties);
        yield return (Part, content);
        // Not with the SDK's class: that made the first filling of a process take 65 ms of processor time instead of
        // 35.
        yield return (
            Properties,
            Encoding.UTF8.GetBytes(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    + $"<ds:datastoreItem xmlns:ds=\"{Namespace}\" ds:itemID=\"{id}\"><ds:schemaRefs/></ds:datastoreItem>"
            )
        );
        yield return (PartRelationships.PathOf(Part), relationships.Write()!);
    }

    /// <summary>Whether a custom XML part is this one, whatever it is named.</summary>
    /// <exception cref="System.Xml.XmlException">The part's properties are damaged.</exception>
    public bool Is(DocxPackage package, string part) =>
        package.Parts.ContainsKey(part)
        && PropertiesOf(package, part)
            .Any(p =>
                package.Parts.ContainsKey(p)
                && string.Equals(
                    (string?)package.Open(p).Root!.Attribute(Namespace + "itemID"),
                    id,
                    StringComparison.OrdinalIgnoreCase
                )
            );

    /// <summary>
    /// Takes a custom XML part and its properties out of the package; the relationship to it is the caller's.
    /// </summary>
    public static void Remove(DocxPackage package, string part)
    {
        foreach (var dropped in PropertiesOf(package, part).Append(part))
        {
            package.Parts.Remove(dropped);
            package.Types.Remove(dropped);
        }
        package.Parts.Remove(PartRelationships.PathOf(part));
    }

    private static List<string> PropertiesOf(DocxPackage package, string part)
    {
        var relationships = package.Relationships(part);
        return
        [
            .. relationships
                .All.Where(r => r.Kind == "customXmlProps" && !r.IsExternal)
                .Select(r => relationships.Resolve(r.Target))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
