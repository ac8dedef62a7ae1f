namespace SpLg.Word;

/// <summary>Text of a filled document: the generated parts, and what people have written around them.</summary>
/// <param name="Generated">In the order they stand; body text first, then headers, footers and notes.</param>
/// <param name="Around">The text of everything else, a line for each paragraph: the same whatever program has saved
/// the document, as long as no word is changed. Where a generated part stands, there is one sign for it.
/// </param>
/// <param name="Comments">How many comments the document carries.</param>
/// <param name="HasTrackedChanges">Whether insertions, deletions or moves are marked as such.</param>
public sealed record DocumentContent(
    IReadOnlyList<GeneratedPart> Generated,
    string Around,
    int Comments,
    bool HasTrackedChanges
)
{
    private const char Generation = '\uFFFC';

    /// <summary>The kinds of parts with text besides the body, and what they are called.</summary>
    private static readonly (string Kind, string Title)[] Stories =
    [
        ("header", "sidhuvudet"),
        ("footer", "sidfoten"),
        ("footnotes", "fotnoterna"),
        ("endnotes", "slutnoterna"),
    ];

    private static readonly XName[] Tracked = [W.Main + "ins", W.Deleted, W.MovedFrom, W.Main + "moveTo"];

    /// <exception cref="InvalidDataException">The bytes are no Word document, or it is damaged.</exception>
    /// <exception cref="DocumentTooLargeException">It holds more than is read.</exception>
    public static DocumentContent Read(ReadOnlyMemory<byte> docx) => DocxPackage.Read(docx, Read);

    /// <summary>
    /// Sees that a document that has just been filled can be filled again: what it is made from is read then, too.
    /// </summary>
    /// <exception cref="DocumentTooLargeException">It holds more than is read.</exception>
    public static void CheckRefillable(ReadOnlyMemory<byte> docx) =>
        DocxPackage.Read(
            docx,
            package =>
            {
                foreach (var block in FilledMarks.Remove(package)?.Blocks ?? [])
                    block.Prototype.Nodes(package.Budget);
                return Read(package);
            }
        );

    private static DocumentContent Read(DocxPackage package)
    {
        var main = package.Relationships(package.MainPart);
        var styles = new StyleSheet(Roots("styles").FirstOrDefault());
        var stories = Stories
            .SelectMany(s => Roots(s.Kind).Select(r => ((string?)s.Title, r)))
            .Prepend((null, package.Open(package.MainPart).Root!));
        var generated = new List<GeneratedPart>();
        var around = new StringBuilder();
        var hasTrackedChanges = false;
        foreach (var (title, root) in stories)
        {
            Place.MarkAll(root, title, styles);
            hasTrackedChanges |= root.Descendants().Any(e => Tracked.Contains(e.Name));
            Take(root, generated, package.Budget.Time);
            around.Append(BlockText.Of([root])).Append('\f');
        }
        return new(
            generated,
            around.ToString(),
            Roots("comments").Sum(r => r.Elements(W.Main + "comment").Count()),
            hasTrackedChanges
        );

        IEnumerable<XElement> Roots(string kind) =>
            main
                .All.Where(r => r.Kind == kind && !r.IsExternal)
                .Select(r => main.Resolve(r.Target))
                .Where(package.Parts.ContainsKey)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(p => package.Open(p).Root!);
    }

    /// <summary>Lists the generated parts, and leaves a sign in the place of each.</summary>
    private static void Take(XElement parent, List<GeneratedPart> generated, WorkTime time)
    {
        var signs = new Dictionary<XNode, XNode[]>();
        foreach (var child in time.Watch(parent.Elements()))
        {
            if (child.Name != W.Sdt || Restorer.TryId(child) is not { } id)
            {
                Take(child, generated, time);
                continue;
            }
            var place = Place.Within(child) ?? Place.Of(child);
            generated.Add(
                new(
                    id,
                    child.Element(W.SdtProperties).ValueOf(W.Alias) ?? id,
                    place?.Heading,
                    place?.Description ?? "",
                    BlockText.Of(child.Element(W.SdtContent)?.Nodes() ?? []).Replace('\v', '\n').TrimEnd('\n')
                )
            );
            signs.Add(child, [new XElement(W.Text, Generation)]);
        }
        if (signs.Count > 0)
            Siblings.Replace(parent, n => signs.GetValueOrDefault(n));
    }
}
