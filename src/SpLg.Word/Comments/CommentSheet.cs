using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Word.Comments;

/// <summary>
/// The comments of a document. Those of people are left as they are; text that a filling writes over is added.
/// </summary>
internal sealed class CommentSheet
{
    private const string RelationshipType =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private readonly DocxPackage package;
    private int lastId;

    public CommentSheet(DocxPackage package)
    {
        this.package = package;
        var main = package.Relationships(package.MainPart);
        Part = main
            .All.Where(r => r.Kind == "comments" && !r.IsExternal)
            .Select(r => main.Resolve(r.Target))
            .FirstOrDefault(package.Parts.ContainsKey);
        lastId = Part is null ? -1 : Ids(Checked(Part)).Append(-1).Max();
    }

    /// <summary>The part's name; null when the document has no comments and gets none.</summary>
    public string? Part { get; private set; }

    private byte[] Checked(string part)
    {
        var bytes = package.Parts[part];
        XmlPart.Check(bytes, package.Budget, part);
        return bytes;
    }

    /// <summary>An id for a comment that a filling may add.</summary>
    public int NextId()
    {
        if (Part is null)
        {
            var main = package.Relationships(package.MainPart);
            Part = "word/comments.xml";
            package.Parts[Part] = TypedPart.Write(new DocumentFormat.OpenXml.Wordprocessing.Comments());
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
        var bytes = package.Parts[Part!];
        var isChanged = overwritten.Count > 0;
        using var output = new MemoryStream();
        using (var reader = TypedPart.Reader(bytes))
        using (var writer = OpenXmlWriter.Create(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            reader.Read();
            writer.WriteStartDocument(standalone: true);
            writer.WriteStartElement(reader);
            for (var more = reader.ReadFirstChild(); more; more = reader.ReadNextSibling())
            {
                var element = reader.LoadCurrentElement()!;
                isChanged |= element is Comment comment && Mend(comment, exposed);
                writer.WriteElement(element);
            }
            foreach (var edit in overwritten)
            {
                var comment = OfEdit(edit, on);
                Mend(comment, exposed);
                writer.WriteElement(comment);
            }
            writer.WriteEndElement();
        }
        return isChanged ? output.ToArray() : bytes;
    }

    private static IEnumerable<int> Ids(byte[] comments)
    {
        using var reader = TypedPart.Reader(comments);
        if (!reader.Read())
            yield break;
        for (var more = reader.ReadFirstChild(); more; more = reader.ReadNextSibling())
            yield return IdOf(reader.Attributes.FirstOrDefault(a => a.LocalName == "id").Value);
    }

    /// <summary>Mends what LibreOffice 7.4 has done to a comment, or would do.</summary>
    /// <returns>Whether there was anything.</returns>
    private static bool Mend(Comment comment, IReadOnlySet<int> exposed)
    {
        // LibreOffice gives a comment without a date one that is no date.
        var isMended =
            comment.Date is { InnerText: var date }
            && !DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out _);
        if (isMended)
            comment.Date = null;
        // LibreOffice loses the words in the first paragraph of a comment that stands in the first paragraph of a
        // content control.
        if (
            !exposed.Contains(IdOf(comment.Id?.InnerText))
            || comment.GetFirstChild<Paragraph>() is not { InnerText.Length: > 0 } first
        )
            return isMended;
        var properties = (ParagraphProperties?)first.ParagraphProperties?.CloneNode(deep: true);
        first.InsertBeforeSelf(new Paragraph { ParagraphProperties = properties });
        return true;
    }

    private static int IdOf(string? id) => int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static Comment OfEdit(HandEdit edit, DateTimeOffset? on)
    {
        var said =
            edit.Block.Written.Count == 0
                ? "Text i den här delen hade tagits bort för hand. Delen har skrivits på nytt."
                : "Den här delen hade ändrats för hand och har skrivits på nytt. Detta hade skrivits:";
        IEnumerable<Paragraph> paragraphs =
        [
            new(new Run(new AnnotationReferenceMark()), Line(said)),
            .. edit.Block.Written.SelectMany(l => l.Split('\n')).Select(l => new Paragraph(Line(l))),
        ];
        var id = edit.CommentId!.Value.ToString(CultureInfo.InvariantCulture);
        var comment = new Comment(paragraphs)
        {
            Id = id,
            Author = "SpLg",
            Initials = "SpLg",
        };
        if (on is { } time)
            comment.Date = new()
            {
                InnerText = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            };
        return comment;
    }

    private static Run Line(string line)
    {
        var run = new Run();
        foreach (var (index, text) in line.Split('\t').Index())
        {
            if (index > 0)
                run.Append(new TabChar());
            run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}
