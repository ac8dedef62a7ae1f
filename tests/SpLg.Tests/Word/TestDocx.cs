using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.Word;

/// <summary>Builds templates in code, and reads and judges what the engine made of them.</summary>
internal static class TestDocx
{
    private const string DocumentPart = "word/document.xml";

    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" mc:Ignorable=\"w14 w15\"";

    public static string P(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t "
        + $"xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Bullet(string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(Cell))}</w:tr>";

    public static string HeaderRow(params string[] cells) =>
        $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{string.Concat(cells.Select(Cell))}</w:tr>";

    public static string Cell(string text) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{(text.StartsWith('<') ? text : P(text))}</w:tc>";

    public static string Table(int columns, params string[] rows) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" "
        + "w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        + $"{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"2000\"/>", columns))}</w:tblGrid>"
        + $"{string.Concat(rows)}</w:tbl>";

    /// <summary>A document with heading, contents and list styles, and this body.</summary>
    public static byte[] Create(
        string body,
        string? header = null,
        string? title = null,
        Action<WordprocessingDocument>? more = null
    )
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = Styles();
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbers").Numbering = Numbering();
            var section = "<w:sectPr/>";
            if (header is not null)
            {
                var part = main.AddNewPart<HeaderPart>("rIdHeader");
                using var writer = new StreamWriter(part.GetStream(FileMode.Create));
                writer.Write($"<w:hdr {Names}>{header}</w:hdr>");
                section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/></w:sectPr>";
            }
            using (var writer = new StreamWriter(main.GetStream(FileMode.Create)))
                writer.Write($"<w:document {Names}><w:body>{body}{section}</w:body></w:document>");
            if (title is not null)
                document.PackageProperties.Title = title;
            more?.Invoke(document);
        }
        return stream.ToArray();
    }

    /// <summary>The root of the document part, or of another.</summary>
    public static XElement Document(byte[] docx, string part = DocumentPart)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry(part)!.Open();
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    /// <summary>A copy of the file as somebody has changed its document part, or another.</summary>
    public static byte[] Edit(byte[] docx, Action<XElement> edit, string part = DocumentPart)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var root = Document(docx, part);
            edit(root);
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            root.Save(entry, SaveOptions.DisableFormatting);
        }
        return stream.ToArray();
    }

    public static string BodyXml(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.OuterXml;
    }

    /// <summary>What a reader sees of the body, a line for each paragraph; empty paragraphs left out.</summary>
    public static string[] Lines(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. Lines(document.MainDocumentPart!.Document.Body!)];
    }

    public static IEnumerable<string> Lines(OpenXmlElement root) =>
        root.Descendants<Paragraph>()
            .Select(p =>
                string.Concat(
                    p.Descendants()
                        .Where(e => e.Ancestors<Paragraph>().First() == p)
                        .Select(e =>
                            e switch
                            {
                                Text text => text.Text,
                                Break => "\n",
                                TabChar when e.Parent is Run => "\t",
                                _ => "",
                            }
                        )
                )
            )
            .Where(l => l.Length > 0);

    public static string[][] Rows(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return
        [
            .. document
                .MainDocumentPart!.Document.Descendants<TableRow>()
                .Where(r => r.TableRowProperties?.GetFirstChild<Hidden>() is null)
                .Select(r => r.Elements<TableCell>().Select(c => string.Join('|', Lines(c))).ToArray()),
        ];
    }

    public static void AssertValid(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365)
            .Validate(document)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"))
            .ToList();
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors.Take(5)));
    }

    /// <summary>Byte for byte equal; says which part differs, and how, when not.</summary>
    public static void AssertSame(byte[] expected, byte[] actual)
    {
        if (expected.AsSpan().SequenceEqual(actual))
            return;
        Assert.Equal(Parts(expected), Parts(actual));
        Assert.Fail("The parts are equal but the packages differ.");
    }

    /// <summary>The text of every part, by name, in the order of the package.</summary>
    public static IReadOnlyList<string> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return
        [
            .. zip.Entries.Select(e =>
            {
                using var reader = new StreamReader(e.Open());
                return $"{e.FullName}: {reader.ReadToEnd()}";
            }),
        ];
    }

    private static Styles Styles()
    {
        var styles = new Styles();
        foreach (
            var (id, name) in new[]
            {
                ("Heading1", "heading 1"),
                ("Heading2", "heading 2"),
                ("Heading3", "heading 3"),
                ("TOC1", "toc 1"),
                ("TOC2", "toc 2"),
                ("TOC3", "toc 3"),
                ("ListBullet", "List Bullet"),
            }
        )
            styles.AppendChild(new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id });
        styles
            .Elements<Style>()
            .Last()
            .AppendChild(new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 })));
        return styles;
    }

    private static Numbering Numbering() =>
        new(
            new AbstractNum(
                new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" })
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 1,
            },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }
        );
}
