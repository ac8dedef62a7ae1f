namespace SpLg.Word.Comments;

/// <summary>
/// Finds what is anchored in content that is going to be made anew, so that it can be anchored in the new.
/// </summary>
internal static class Anchors
{
    private static readonly XName RangeStart = W.Main + "commentRangeStart";
    private static readonly XName RangeEnd = W.Main + "commentRangeEnd";
    private static readonly XName Reference = W.Main + "commentReference";

    // Programs make these bookmarks anew when they update a table of contents.
    private static readonly string[] OfPrograms = [HeadingNode.BookmarkPrefix, "_Toc", "__RefHeading"];

    /// <summary>Comments and people's bookmarks in the content of a filled block, by id.</summary>
    /// <param name="prototype">What the content is made anew from; a bookmark there comes by itself.</param>
    /// <param name="bookmarks">The ids of the bookmarks that begin anywhere in the part.</param>
    public static IReadOnlyList<Anchor> Of(
        XElement content,
        IReadOnlyList<XNode> prototype,
        IReadOnlySet<int> bookmarks
    )
    {
        var own = prototype
            .OfType<XElement>()
            .DescendantsAndSelf(W.BookmarkStart)
            .Select(NameOf)
            .ToHashSet(StringComparer.Ordinal);
        var starts = content.Descendants(W.BookmarkStart).DistinctBy(IdOf).ToDictionary(IdOf, NameOf);
        var ends = content.Descendants(W.BookmarkEnd).Select(IdOf).Where(bookmarks.Contains).ToHashSet();
        var places = PlacesIn(content);
        var first = content
            .Descendants()
            .Where(e => e.Name == W.BookmarkStart || e.Name == W.BookmarkEnd)
            .DistinctBy(IdOf)
            .ToDictionary(IdOf);
        var found = starts
            .Keys.Union(ends)
            .Where(id =>
                !starts.TryGetValue(id, out var name)
                || !(own.Contains(name) || OfPrograms.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
            )
            .Select(id => new Anchor(
                id,
                starts.GetValueOrDefault(id, ""),
                starts.ContainsKey(id),
                ends.Contains(id),
                IsReferred: false,
                places(first[id])
            ));
        return [.. Comments(content.Descendants(), places), .. found.OrderBy(b => b.Id)];
    }

    /// <summary>Takes the comments out of a template's content that is about to become a block.</summary>
    public static IReadOnlyList<Anchor> Take(IReadOnlyList<XNode> nodes)
    {
        var elements = nodes.OfType<XElement>().DescendantsAndSelf().Where(IsOfComment).ToList();
        var own = elements.Count > 0 ? nodes.ToHashSet() : [];
        var gone = new List<XNode>();
        foreach (var element in elements)
        {
            var taken =
                element.Name == Reference
                && element.Parent is { } run
                && run.Name == W.Run
                && run.Elements().All(e => e == element || e.Name == W.RunProperties)
                    ? run
                    : element;
            // The compiler goes through the nodes as they were.
            if (own.Contains(taken))
                taken.AddAnnotation(new Taken());
            else
                gone.Add(taken);
        }
        Siblings.RemoveAll(gone);
        return Comments(elements, _ => null);
    }

    /// <summary>Whether a node of a block has been taken out of it.</summary>
    public static bool IsTaken(XNode node) => node.Annotation<Taken>() is not null;

    private static List<Anchor> Comments(IEnumerable<XElement> elements, Func<XElement, ParagraphPlace?> places) =>
        [
            .. elements
                .Where(IsOfComment)
                .ToLookup(IdOf)
                .OrderBy(c => c.Key)
                .Select(c => new Anchor(
                    c.Key,
                    null,
                    c.Any(e => e.Name == RangeStart),
                    c.Any(e => e.Name == RangeEnd),
                    c.Any(e => e.Name == Reference),
                    places(c.First())
                )),
        ];

    /// <summary>Where in the content of a filled block an element stands; null when that is no paragraph.</summary>
    public static Func<XElement, ParagraphPlace?> PlacesIn(XElement content)
    {
        var paragraphs = content.Descendants(W.Paragraph).Index().ToDictionary(p => p.Item, p => p.Index);
        var places = new Lazy<IReadOnlyList<ParagraphPlace>>(() =>
            PlaceReader.Read(content.ToString(SaveOptions.DisableFormatting))
        );
        return element =>
            paragraphs.TryGetValue(element.AncestorsAndSelf(W.Paragraph).FirstOrDefault() ?? element, out var index)
                ? places.Value.ElementAtOrDefault(index)
                : null;
    }

    private static bool IsOfComment(XElement element) =>
        element.Name == RangeStart || element.Name == RangeEnd || element.Name == Reference;

    private static string NameOf(XElement bookmark) => (string?)bookmark.Attribute(W.Name) ?? "";

    /// <summary>The id of a comment or bookmark; -1 when it has none.</summary>
    public static int IdOf(XElement element) =>
        int.TryParse((string?)element.Attribute(W.Id), CultureInfo.InvariantCulture, out var id) ? id : -1;

    private sealed class Taken;
}
