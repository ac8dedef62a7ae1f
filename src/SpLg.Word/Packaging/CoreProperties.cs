namespace SpLg.Word.Packaging;

/// <summary>
/// docProps/core.xml: title, author, dates. The SDK has no class for this part, only properties of a package that it
/// has opened itself.
/// </summary>
internal sealed class CoreProperties(byte[]? bytes)
{
    public const string PartName = "docProps/core.xml";
    public const string ContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    public const string RelationshipType =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private const string Program = "SpLg";

    private static readonly XNamespace Package =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly XElement root = bytes is null
        ? new(
            Package + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Package.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance.NamespaceName)
        )
        : XmlPart.Parse(bytes).Root!;

    /// <summary>Gives the part its customary name, under which it is written; libraries name it at random.</summary>
    public static void Rename(DocxPackage package)
    {
        var others = package
            .Root.All.Where(r => r.Kind == "core-properties" && package.Root.Resolve(r.Target) != PartName)
            .ToList();
        foreach (var old in others.Select(r => package.Root.Resolve(r.Target)).Distinct(StringComparer.Ordinal))
        {
            package.Parts.Rename(old, PartName);
            package.Types.Remove(old);
        }
        var ids = others.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        package.Root.Remove(r => ids.Contains(r.Id));
    }

    public string Title
    {
        get => root.Element(Dublin + "title")?.Value ?? "";
        set => Set(Dublin + "title", value);
    }

    /// <summary>The language of the contents, e.g. <c>sv-SE</c>.</summary>
    public string Language
    {
        set => Set(Dublin + "language", value);
    }

    public CoreProperties Copy() => new(Write());

    public void Set(DocumentProperties properties)
    {
        if (properties.Title is { } title)
            Title = title;
        if (properties.Author is { } author)
            Set(Dublin + "creator", author);
        if (properties.IsNameless)
        {
            root.Element(Package + "lastModifiedBy")?.Remove();
            root.Element(Dublin + "creator")?.SetValue(Program);
        }
        if (properties.Subject is { } subject)
            Set(Dublin + "subject", subject);
        if (properties.Created is { } created)
            SetTime("created", created);
        if (properties.Modified is { } modified)
            SetTime("modified", modified);
    }

    public byte[] Write() => XmlOutput.Document(new(new XElement(root)));

    private void SetTime(string name, DateTimeOffset time)
    {
        Set(Terms + name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        root.Element(Terms + name)!.SetAttributeValue(Instance + "type", "dcterms:W3CDTF");
    }

    private void Set(XName name, string value)
    {
        if (root.Element(name) is { } element)
            element.Value = Filling.XmlText.Legal(value);
        else
            root.Add(new XElement(name, Filling.XmlText.Legal(value)));
    }
}
