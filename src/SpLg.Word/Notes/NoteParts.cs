using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Word.Notes;

/// <summary>The parts of a package that hold notes.</summary>
internal static class NoteParts
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>
    /// Makes the part for notes of a kind that kept content has, where the document has none: the program that saved it
    /// last saw no note and left the part out.
    /// </summary>
    public static void Restore(DocxPackage package, BlockStore store)
    {
        foreach (var kind in Enum.GetValues<NoteKind>())
        {
            var name = kind.Note().LocalName;
            var main = package.Relationships(package.MainPart);
            if (
                !store.Blocks.Any(b => b.Prototype.Xml.Contains($"<w:{name}Reference ", StringComparison.Ordinal))
                || main.All.Any(r => r.Kind == name + "s")
            )
                continue;
            var part = $"word/{name}s.xml";
            package.Parts[part] = TypedPart.Write(Empty(kind));
            package.Types.Set(part, $"{ContentType}{name}s+xml");
            main.Keep($"rIdSplg{name}s", $"{Relationships}{name}s", "/" + part);
            package.Put(main);
        }
    }

    // Word needs the separator lines that it draws before notes.
    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.footnotes
    private static OpenXmlPartRootElement Empty(NoteKind kind) =>
        kind == NoteKind.Footnote
            ? new Footnotes(
                new Footnote(Line(new SeparatorMark())) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Footnote(Line(new ContinuationSeparatorMark()))
                {
                    Type = FootnoteEndnoteValues.ContinuationSeparator,
                    Id = 0,
                }
            )
            : new Endnotes(
                new Endnote(Line(new SeparatorMark())) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Endnote(Line(new ContinuationSeparatorMark()))
                {
                    Type = FootnoteEndnoteValues.ContinuationSeparator,
                    Id = 0,
                }
            );

    private static Paragraph Line(OpenXmlElement mark) => new(new Run(mark));
}
