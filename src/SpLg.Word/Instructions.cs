using System.IO.Compression;

namespace SpLg.Word;

/// <summary>
/// Instructions of a template to those who write in the document: paragraphs in a style whose name begins with
/// Anvisning. They are found in a document as long as they stand word for word, for whoever types over one may keep its
/// style.
/// </summary>
public sealed class Instructions
{
    private const string StyleName = "Anvisning";

    private static readonly XName[] Marks =
    [
        W.BookmarkStart,
        W.BookmarkEnd,
        W.Main + "commentRangeStart",
        W.Main + "commentRangeEnd",
    ];

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
        var there = In(root, styles).ToHashSet();
        if (there.Count == 0)
            return document;
        foreach (var parent in there.Select(p => p.Parent!).Distinct().ToList())
            RemoveFrom(parent, there, styles, nothing);
        return Save(document, mainPart, root);
    }

    private static void RemoveFrom(XElement parent, HashSet<XElement> instructions, StyleSheet styles, string nothing)
    {
        var elements = parent.Elements().ToList();
        var after = new XElement?[elements.Count];
        for (var i = elements.Count - 2; i >= 0; i--)
            after[i] =
                IsSomething(elements[i + 1]) && !instructions.Contains(elements[i + 1])
                    ? elements[i + 1]
                    : after[i + 1];
        var gone = new Dictionary<XNode, List<XElement>>();
        XElement? before = null;
        for (var i = 0; i < elements.Count; i++)
        {
            var paragraph = elements[i];
            if (!instructions.Contains(paragraph))
            {
                before = IsSomething(paragraph) ? paragraph : before;
                continue;
            }
            // Comments of other people on the paragraph are kept.
            if (
                IsAlone(parent, before, after[i], styles)
                || paragraph.Descendants(W.Main + "commentReference").Any()
                || paragraph.Descendants(W.Section).Any()
            )
            {
                Write(paragraph, nothing);
                before = paragraph;
            }
            else
            {
                gone.Add(paragraph, [.. paragraph.Elements().Where(e => Marks.Contains(e.Name))]);
            }
        }
        Siblings.Replace(parent, n => gone.GetValueOrDefault(n));
    }

    private List<XElement> In(XElement root, StyleSheet styles) =>
        [.. Outside(root).Where(p => HasStyle(p, styles) && texts.Contains(TextOf(p)))];

    /// <summary>The paragraphs that are not generated.</summary>
    private static IEnumerable<XElement> Outside(XElement parent) =>
        parent
            .Elements()
            .Where(e => e.Name != W.Sdt || Restorer.TryId(e) is null)
            .SelectMany(e => e.Name == W.Paragraph ? [e] : Outside(e));

    private static bool HasStyle(XElement paragraph, StyleSheet styles) =>
        paragraph.Element(W.ParagraphProperties).ValueOf(W.ParagraphStyle) is { } id
        && styles.NameOf(id)?.StartsWith(StyleName, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsAlone(XElement parent, XElement? before, XElement? after, StyleSheet styles)
    {
        return parent.Name == W.Cell
            ? before is null && after is null
            : (before is null || IsHeading(before)) && (after is null || after.Name == W.Section || IsHeading(after));

        bool IsHeading(XElement element) =>
            element.DescendantsAndSelf(W.Paragraph).FirstOrDefault() is { } first
            && styles.HeadingLevel(first) is not null;
    }

    private static bool IsSomething(XElement element) =>
        element.Name != W.CellProperties
        && !Marks.Contains(element.Name)
        && (
            element.Name != W.Paragraph
            || TextOf(element).Length > 0
            || element.Descendants().Any(e => e.Name.LocalName is "drawing" or "pict" or "object")
        );

    private static void Write(XElement paragraph, string text)
    {
        var all = paragraph.Descendants(W.Text).ToList();
        all[0].Value = text;
        all.Skip(1).Remove();
    }

    private static string TextOf(XElement paragraph) => BlockText.Of(paragraph.Nodes()).Trim();

    private static (string MainPart, XElement Root, StyleSheet Styles) Open(ReadOnlyMemory<byte> docx) =>
        DocxPackage.Read(
            docx,
            package =>
            {
                var main = package.Relationships(package.MainPart);
                var styles = main
                    .All.Where(r => r.Kind == "styles" && !r.IsExternal)
                    .Select(r => main.Resolve(r.Target))
                    .Where(package.Parts.ContainsKey);
                return (
                    package.MainPart,
                    package.Open(package.MainPart).Root!,
                    new StyleSheet(styles.Select(s => package.Open(s).Root).FirstOrDefault())
                );
            }
        );

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
