using System.Xml.Linq;
using SpLg.Word.Markup;

namespace SpLg.Word.Regenerating;

/// <summary>
/// The custom XML part that a filled document carries: for each generated block its prototype and the hash of what was
/// written, and the expressions of the title. Word keeps the part and the tags of the content controls that point into it;
/// LibreOffice keeps the part but drops tags, so that a document it has saved has to be made anew from its template.
/// https://learn.microsoft.com/dotnet/api/documentformat.openxml.packaging.customxmlpart
/// </summary>
internal sealed class BlockStore
{
    public static readonly XNamespace Namespace = "urn:splg:filled-document:1";

    private readonly List<(Prototype Prototype, string Hash)> blocks = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The title as the template has it, when it holds expressions, and what it was filled with.</summary>
    public (string Template, string Filled)? Title { get; set; }

    public IReadOnlyList<(Prototype Prototype, string Hash)> Blocks => blocks;

    public void Add(Prototype prototype, string hash)
    {
        if (ids.Add(prototype.Id))
            blocks.Add((prototype, hash));
    }

    public byte[] Write()
    {
        var root = new XElement(Namespace + "document", new XAttribute("xmlns", Namespace.NamespaceName));
        if (Title is { } title)
            root.Add(new XElement(Namespace + "title", new XAttribute("filled", title.Filled), title.Template));
        foreach (var (prototype, hash) in blocks)
        {
            root.Add(new XElement(
                Namespace + "block",
                new XAttribute("id", prototype.Id),
                new XAttribute("label", prototype.Label),
                new XAttribute("kind", prototype.Kind.ToString()),
                new XAttribute("hash", hash),
                prototype.Xml));
        }
        return XmlOutput.Document(new(root));
    }

    public static BlockStore Read(XElement root)
    {
        var store = new BlockStore();
        if (root.Element(Namespace + "title") is { } title)
            store.Title = (title.Value, (string?)title.Attribute("filled") ?? "");
        foreach (var block in root.Elements(Namespace + "block"))
        {
            if ((string?)block.Attribute("id") is { } id && Enum.TryParse<PrototypeKind>((string?)block.Attribute("kind"), out var kind))
                store.Add(new(id, (string?)block.Attribute("label") ?? "", kind, block.Value), (string?)block.Attribute("hash") ?? "");
        }
        return store;
    }
}
