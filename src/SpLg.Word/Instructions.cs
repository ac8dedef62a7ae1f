using System.IO.Compression;
using System.Xml.Linq;
using SpLg.Word.Compiling;
using SpLg.Word.Markup;
using SpLg.Word.Packaging;
using SpLg.Word.Regenerating;

namespace SpLg.Word;

/// <summary>
/// What a template tells those who write in the document: paragraphs in a style whose name begins with Anvisning. They are found in a
/// document as long as they stand word for word, for whoever types over one may keep its style.
/// </summary>
public sealed class Instructions
{
    private const string StyleName = "Anvisning";

    private static readonly XName[] Marks = [W.BookmarkStart, W.BookmarkEnd, W.Main + "commentRangeStart", W.Main + "commentRangeEnd"];

    private readonly HashSet<string> texts;

    private Instructions(HashSet<string> texts) => this.texts = texts;

    /// <exception cref="InvalidDataException">The bytes are no Word document.</exception>
    public static Instructions Of(ReadOnlyMemory<byte> template)
    {
        var (_, root, styles) = Open(template);
        return new([.. Outside(root).Where(p => HasStyle(p, styles)).Select(TextOf).Where(t => t.Length > 0)]);
    }

    /// <summary>The headings under which they still stand, in order and each once.</summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document.</exception>
    public IReadOnlyList<string> HeadingsIn(ReadOnlyMemory<byte> document)
    {
        var (_, root, styles) = Open(document);
        Place.MarkAll(root, null, styles);
        return [.. In(root, styles).Select(p => Place.Of(p)?.Heading).OfType<string>().Distinct()];
    }

    /// <summary>The document without them.</summary>
    /// <param name="nothing">Stands where one was all there was under its heading or in its cell.</param>
    /// <exception cref="InvalidDataException">The bytes are no Word document.</exception>
    public byte[] RemoveFrom(byte[] document, string nothing)
    {
        var (mainPart, root, styles) = Open(document);
        var there = In(root, styles);
        if (there.Count == 0)
            return document;
        foreach (var paragraph in there)
        {
            // What other people discuss there is not taken away with it.
            if (IsAlone(paragraph, there, styles) || paragraph.Descendants(W.Main + "commentReference").Any() || paragraph.Descendants(W.Section).Any())
                Write(paragraph, nothing);
            else
                paragraph.ReplaceWith(paragraph.Elements().Where(e => Marks.Contains(e.Name)).ToList());
        }
        return Save(document, mainPart, root);
    }

    private List<XElement> In(XElement root, StyleSheet styles) => [.. Outside(root).Where(p => HasStyle(p, styles) && texts.Contains(TextOf(p)))];

    /// <summary>The paragraphs that are not generated.</summary>
    private static IEnumerable<XElement> Outside(XElement parent) => parent.Elements()
        .Where(e => e.Name != W.Sdt || Restorer.TryId(e) is null)
        .SelectMany(e => e.Name == W.Paragraph ? [e] : Outside(e));

    private static bool HasStyle(XElement paragraph, StyleSheet styles) =>
        paragraph.Element(W.ParagraphProperties).ValueOf(W.ParagraphStyle) is { } id && styles.NameOf(id)?.StartsWith(StyleName, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsAlone(XElement paragraph, List<XElement> instructions, StyleSheet styles)
    {
        var before = paragraph.ElementsBeforeSelf().LastOrDefault(IsSomething);
        var after = paragraph.ElementsAfterSelf().FirstOrDefault(e => IsSomething(e) && !instructions.Contains(e));
        return paragraph.Parent?.Name == W.Cell
            ? before is null && after is null
            : (before is null || IsHeading(before)) && (after is null || after.Name == W.Section || IsHeading(after));

        bool IsHeading(XElement element) => element.DescendantsAndSelf(W.Paragraph).FirstOrDefault() is { } first && styles.HeadingLevel(first) is not null;
    }

    private static bool IsSomething(XElement element) =>
        element.Name != W.CellProperties && !Marks.Contains(element.Name)
        && (element.Name != W.Paragraph || TextOf(element).Length > 0 || element.Descendants().Any(e => e.Name.LocalName is "drawing" or "pict" or "object"));

    private static void Write(XElement paragraph, string text)
    {
        var all = paragraph.Descendants(W.Text).ToList();
        all[0].Value = text;
        all.Skip(1).Remove();
    }

    private static string TextOf(XElement paragraph) => BlockText.Of(paragraph.Nodes()).Trim();

    private static (string MainPart, XElement Root, StyleSheet Styles) Open(ReadOnlyMemory<byte> docx) => DocxPackage.Read(docx, package =>
    {
        var main = package.Relationships(package.MainPart);
        var styles = main.All.Where(r => r.Kind == "styles" && !r.IsExternal).Select(r => package.Parts.GetValueOrDefault(main.Resolve(r.Target))).OfType<byte[]>();
        return (package.MainPart, XmlPart.Parse(package.Parts[package.MainPart]).Root!, new StyleSheet(styles.Select(s => XmlPart.Parse(s).Root).FirstOrDefault()));
    });

    private static byte[] Save(byte[] document, string part, XElement root)
    {
        using var changed = new MemoryStream();
        changed.Write(document);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.Entries.First(e => e.FullName.Replace('\\', '/') == part).Open();
            stream.SetLength(0);
            root.Document!.Save(stream, SaveOptions.DisableFormatting);
        }
        return changed.ToArray();
    }
}
