using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SpLg.Word.Markup;
using SpLg.Word.Packaging;

namespace SpLg.Word.Comments;

/// <summary>The comments of a document. Those of people are left as they are; text that a filling writes over is added.</summary>
internal sealed class CommentSheet
{
    private const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static readonly XName Comment = W.Main + "comment";
    private static readonly XName Date = W.Main + "date";

    private readonly DocxPackage package;
    private int lastId;

    public CommentSheet(DocxPackage package)
    {
        this.package = package;
        var main = package.Relationships(package.MainPart);
        Part = main.All.Where(r => r.Kind == "comments" && !r.IsExternal).Select(r => main.Resolve(r.Target)).FirstOrDefault(package.Parts.ContainsKey);
        lastId = Part is null ? -1 : Root.Elements(Comment).Select(Anchors.IdOf).Append(-1).Max();
    }

    /// <summary>The part's name; null when the document has no comments and gets none.</summary>
    public string? Part { get; private set; }

    private XElement Root => package.Open(Part!).Root!;

    /// <summary>An id for a comment that a filling may add.</summary>
    public int NextId()
    {
        if (Part is null)
        {
            var main = package.Relationships(package.MainPart);
            Part = "word/comments.xml";
            package.Parts[Part] = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{W.Main}\"/>");
            package.Types.Set(Part, ContentType);
            main.Keep("rIdSplgComments", RelationshipType, "/" + Part);
            package.Put(main);
        }
        return ++lastId;
    }

    /// <summary>The part with the texts that were written over.</summary>
    /// <param name="on">When they were; null gives them no date.</param>
    /// <param name="exposed">The ids of comments that stand in the first paragraph of a generated part.</param>
    public byte[] Write(IReadOnlyList<HandEdit> overwritten, DateTimeOffset? on, IReadOnlySet<int> exposed)
    {
        var root = Root;
        var before = new XElement(root);
        foreach (var edit in overwritten)
            root.Add(OfEdit(edit, on));
        foreach (var comment in root.Elements(Comment))
        {
            // LibreOffice 7.4 writes one of its own that is no date for a comment without.
            if (comment.Attribute(Date) is { } date && !DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, out _))
                date.Remove();
            if (exposed.Contains(Anchors.IdOf(comment)))
                Shield(comment);
        }
        return XNode.DeepEquals(before, root) ? package.Parts[Part!] : XmlOutput.Document(root.Document!);
    }

    // LibreOffice 7.4 loses the words in the first paragraph of a comment that stands in the first paragraph of a content control.
    private static void Shield(XElement comment)
    {
        if (comment.Elements(W.Paragraph).FirstOrDefault() is { } first && BlockText.Of(first.Nodes()).Length > 0)
            first.AddBeforeSelf(new XElement(W.Paragraph, first.Element(W.ParagraphProperties)));
    }

    private static XElement OfEdit(HandEdit edit, DateTimeOffset? on)
    {
        var said = edit.Block.Written.Count == 0
            ? "Text i den här delen hade tagits bort för hand. Delen har skrivits på nytt."
            : "Den här delen hade ändrats för hand och har skrivits på nytt. Detta hade skrivits:";
        var mark = new XElement(W.Run, new XElement(W.Main + "annotationRef"));
        return new(
            Comment,
            new XAttribute(W.Id, edit.CommentId!.Value),
            new XAttribute(W.Main + "author", "SpLg"),
            on is { } time ? new XAttribute(Date, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null,
            new XAttribute(W.Main + "initials", "SpLg"),
            new XElement(W.Paragraph, mark, Run(said)),
            edit.Block.Written.SelectMany(l => l.Split('\n')).Select(l => new XElement(W.Paragraph, Run(l))));
    }

    private static XElement Run(string line)
    {
        var run = new XElement(W.Run);
        foreach (var (index, text) in line.Split('\t').Index())
        {
            if (index > 0)
                run.Add(new XElement(W.Tab));
            run.Add(new XElement(W.Text, new XAttribute(XNamespace.Xml + "space", "preserve"), text));
        }
        return run;
    }
}
