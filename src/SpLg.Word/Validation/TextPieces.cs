using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Word.Validation;

/// <summary>
/// The text of a document in pieces of some thousand elements, each in a small document of its own, so that a text too
/// large for the validator can be given to it: paragraphs as they stand, and the rows of a table a few at a time.
/// </summary>
internal static class TextPieces
{
    // 5,000 take 2 MB; a piece that is one row or paragraph may be larger.
    private const int Size = 5_000;

    private static readonly HashSet<string> Frames = ["document", "body", "sdt", "sdtContent", "tbl"];

    /// <summary>A piece, and how many paragraphs and rows of the text stand before it.</summary>
    internal readonly record struct Piece(Document Document, int Before);

    /// <summary>
    /// How many elements there are in the largest paragraph or row, which can only be given as a whole.
    /// </summary>
    /// <exception cref="DocumentTooLargeException">The part holds more than is read of a document.</exception>
    public static int Largest(byte[] part, string name)
    {
        XmlPart.Check(part, budget: null, name);
        var (largest, count, whole) = (0, 0, int.MaxValue);
        using var reader = XmlReader.Create(new MemoryStream(part, writable: false), XmlPart.Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth <= whole)
            {
                count = 0;
                whole = Frames.Contains(reader.LocalName) ? int.MaxValue : reader.Depth;
            }
            largest = Math.Max(largest, ++count);
        }
        return largest;
    }

    public static IEnumerable<Piece> Of(byte[] part)
    {
        using var reader = TypedPart.Reader(part);
        var root = new Frame([], []);
        var (held, size, before, passed) = (new List<OpenXmlElement>(), 0, 0, 0);
        // Of the table that is gone through, and at what depth it stands.
        Stack<(int Depth, TableProperties? Look, TableGrid? Grid)> tables = [];
        while (reader.Read())
        {
            while (tables.TryPeek(out var left) && reader.Depth <= left.Depth)
            {
                if (held.Count > 0)
                    yield return new(Held(root, held, tables), before);
                (size, before) = (0, passed);
                tables.Pop();
            }
            if (!reader.IsStartElement)
                continue;
            var type = reader.ElementType;
            if (type == typeof(Document))
                root = new([.. reader.NamespaceDeclarations], [.. reader.Attributes]);
            if (type == typeof(Document) || type == typeof(Body) || IsControl(type))
                continue;
            if (type == typeof(Table))
            {
                if (held.Count > 0)
                    yield return new(Held(root, held, tables), before);
                (size, before) = (0, passed);
                tables.Push((reader.Depth, null, null));
                continue;
            }
            var element = reader.LoadCurrentElement()!;
            switch (element)
            {
                case TableProperties look when tables.TryPop(out var table):
                    tables.Push(table with { Look = look });
                    break;
                case TableGrid grid when tables.TryPop(out var table):
                    tables.Push(table with { Grid = grid });
                    break;
                case SdtProperties or SdtEndCharProperties:
                    yield return new(Held(root, [new SdtBlock(element)], new()), passed);
                    break;
                default:
                    held.Add(element);
                    passed++;
                    size += 1 + element.Descendants().Count();
                    break;
            }
            if (size < Size)
                continue;
            yield return new(Held(root, held, tables), before);
            (size, before) = (0, passed);
        }
        if (held.Count > 0)
            yield return new(Held(root, held, tables), before);
    }

    private static bool IsControl(Type type) =>
        type == typeof(SdtBlock)
        || type == typeof(SdtContentBlock)
        || type == typeof(SdtRow)
        || type == typeof(SdtContentRow);

    private static Document Held(
        Frame root,
        List<OpenXmlElement> held,
        Stack<(int Depth, TableProperties? Look, TableGrid? Grid)> tables
    )
    {
        IEnumerable<OpenXmlElement> content = held;
        if (tables.TryPop(out var table))
        {
            content = [new Table([table.Look ?? new TableProperties(), table.Grid ?? new TableGrid(), .. held])];
            // What is wrong with them is told of the first rows only.
            tables.Push((table.Depth, null, null));
        }
        var document = new Document(new Body(content));
        foreach (var (prefix, uri) in root.Namespaces)
            document.AddNamespaceDeclaration(prefix, uri);
        if (root.Ignorable is { } ignorable)
            document.MCAttributes = new() { Ignorable = ignorable };
        held.Clear();
        return document;
    }

    /// <summary>The attributes of the whole text's element, which hold for all in it.</summary>
    private readonly record struct Frame(
        IReadOnlyList<KeyValuePair<string, string>> Namespaces,
        IReadOnlyList<OpenXmlAttribute> Attributes
    )
    {
        private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

        public string? Ignorable =>
            Attributes
                .Where(a => a.LocalName == "Ignorable" && a.NamespaceUri == Compatibility)
                .Select(a => a.Value)
                .FirstOrDefault();
    }
}
