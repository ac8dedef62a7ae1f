namespace SpLg.Word.Regenerating;

/// <summary>
/// The custom XML part that a filled document carries: for each generated block its prototype and the hash of what was
/// written, and the expressions of the title. Word keeps the part and the tags of the content controls that point into
/// it;
/// LibreOffice keeps the part but drops tags: there <see cref="MarkedBlocks"/> finds the blocks.
/// https://learn.microsoft.com/dotnet/api/documentformat.openxml.packaging.customxmlpart
/// </summary>
internal sealed class BlockStore
{
    public static readonly XNamespace Namespace = "urn:splg:filled-document:1";

    private readonly List<StoredBlock> blocks = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The title as the template has it, when it holds expressions, and what it was filled with.</summary>
    public (string Template, string Filled)? Title { get; set; }

    public IReadOnlyList<StoredBlock> Blocks => blocks;

    /// <summary>The parts of charts that the filling did not show, by relationship id.</summary>
    public SortedDictionary<string, string> Charts { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The names of the styles that the prototypes use, by id: LibreOffice gives styles new ids when it saves, and
    /// keeps their names.
    /// </summary>
    public IReadOnlyDictionary<string, string> Styles { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Nobody else has saved the document since it was filled: other programs give relationships new ids.
    /// </summary>
    public bool IdsStand { get; init; }

    /// <summary>
    /// The texts in charts that hold expressions, as the template has them, and what they were filled with.
    /// </summary>
    public List<(string Template, string Filled)> ChartTexts { get; } = [];

    public void Add(StoredBlock block)
    {
        if (ids.Add(block.Prototype.Id))
            blocks.Add(block);
    }

    public byte[] Write()
    {
        var root = new XElement(Namespace + "document", new XAttribute("xmlns", Namespace.NamespaceName));
        if (Title is { } title)
            root.Add(new XElement(Namespace + "title", new XAttribute("filled", title.Filled), title.Template));
        foreach (var (id, xml) in Charts)
            root.Add(new XElement(Namespace + "chart", new XAttribute("id", id), xml));
        foreach (var (template, filled) in ChartTexts)
            root.Add(new XElement(Namespace + "chartText", new XAttribute("filled", filled), template));
        foreach (var (id, name) in Styles)
            root.Add(new XElement(Namespace + "style", new XAttribute("id", id), name));
        foreach (var (prototype, hash, lines) in blocks)
        {
            root.Add(
                new XElement(
                    Namespace + "block",
                    new XAttribute("id", prototype.Id),
                    new XAttribute("label", prototype.Label),
                    new XAttribute("kind", prototype.Kind.ToString()),
                    new XAttribute("hash", hash),
                    new XAttribute("lines", lines),
                    prototype.Xml
                )
            );
        }
        return XmlOutput.Document(new(root));
    }

    /// <param name="relationship">The id of the relationship to the part.</param>
    public static BlockStore Read(XElement root, string relationship)
    {
        var store = new BlockStore
        {
            IdsStand = PartRelationships.IsOwn(relationship),
            Styles = root.Elements(Namespace + "style")
                .DistinctBy(s => (string?)s.Attribute("id") ?? "")
                .ToDictionary(s => (string?)s.Attribute("id") ?? "", s => s.Value, StringComparer.Ordinal),
        };
        if (root.Element(Namespace + "title") is { } title)
            store.Title = (title.Value, (string?)title.Attribute("filled") ?? "");
        foreach (var chart in root.Elements(Namespace + "chart"))
            store.Charts[(string?)chart.Attribute("id") ?? ""] = chart.Value;
        foreach (var text in root.Elements(Namespace + "chartText"))
            store.ChartTexts.Add((text.Value, (string?)text.Attribute("filled") ?? ""));
        foreach (var block in root.Elements(Namespace + "block"))
        {
            if (
                (string?)block.Attribute("id") is { } id
                && Enum.TryParse<PrototypeKind>((string?)block.Attribute("kind"), out var kind)
            )
                store.Add(
                    new(
                        new(id, (string?)block.Attribute("label") ?? "", kind, block.Value),
                        (string?)block.Attribute("hash") ?? "",
                        (string?)block.Attribute("lines") ?? ""
                    )
                );
        }
        return store;
    }
}
