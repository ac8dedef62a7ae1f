namespace SpLg.Word.Packaging;

/// <summary>[Content_Types].xml: what kind of part each name is.</summary>
internal sealed class ContentTypes(XElement root)
{
    public const string PartName = "[Content_Types].xml";
    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static ContentTypes Empty() =>
        new(new XElement(Namespace + "Types", new XAttribute("xmlns", Namespace.NamespaceName)));

    public int Count => root.Elements().Count();

    public string? TypeOf(string part) =>
        (string?)Override(part)?.Attribute("ContentType")
        ?? (string?)
            root.Elements(Namespace + "Default")
                .FirstOrDefault(d =>
                    part.EndsWith("." + (string?)d.Attribute("Extension"), StringComparison.OrdinalIgnoreCase)
                )
                ?.Attribute("ContentType");

    /// <summary>The parts that have a type of their own.</summary>
    public IEnumerable<string> Parts =>
        root.Elements(Namespace + "Override")
            .Where(o => o.Attribute("ContentType") is not null)
            .Select(o => ((string?)o.Attribute("PartName") ?? "").TrimStart('/'));

    /// <summary>The extensions that say a part's type.</summary>
    public IEnumerable<string> Extensions =>
        root.Elements(Namespace + "Default")
            .Where(d => d.Attribute("ContentType") is not null)
            .Select(d => (string?)d.Attribute("Extension") ?? "");

    public void Set(string part, string type)
    {
        Remove(part);
        root.Add(
            new XElement(
                Namespace + "Override",
                new XAttribute("PartName", "/" + part),
                new XAttribute("ContentType", type)
            )
        );
    }

    public void SetDefault(string extension, string type)
    {
        if (
            !root.Elements(Namespace + "Default")
                .Any(d =>
                    string.Equals((string?)d.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase)
                )
        )
            root.AddFirst(
                new XElement(
                    Namespace + "Default",
                    new XAttribute("Extension", extension),
                    new XAttribute("ContentType", type)
                )
            );
    }

    public void Remove(string part) => Override(part)?.Remove();

    public ContentTypes Copy() => new(new XElement(root));

    public byte[] Write() => XmlOutput.Document(new(new XElement(root)));

    private XElement? Override(string part) =>
        root.Elements(Namespace + "Override")
            .FirstOrDefault(o =>
                string.Equals((string?)o.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase)
            );
}
