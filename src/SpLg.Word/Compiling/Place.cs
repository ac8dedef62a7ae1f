namespace SpLg.Word.Compiling;

/// <summary>Where a paragraph stands, in words a person can follow in Word.</summary>
internal sealed record Place(string? Heading, string Description)
{
    /// <summary>Marks every paragraph and row of a part with its place.</summary>
    /// <param name="part">Swedish name of a part other than the body text, such as ”sidhuvudet”; null for the body
    /// text.</param>
    public static void MarkAll(XElement root, string? part, StyleSheet styles)
    {
        var heading = (string?)null;
        var paragraph = 0;
        var table = 0;
        Visit(root, "");

        void Visit(XElement parent, string within)
        {
            var row = 0;
            var cell = 0;
            foreach (var child in parent.Elements())
            {
                var inside = within;
                if (child.Name == W.Table)
                    inside = $"tabell {++table}";
                else if (child.Name == W.Row)
                    inside = $"{within}, rad {++row}";
                else if (child.Name == W.Cell)
                    inside = $"{within}, cell {++cell}";
                else if (child.Name == W.TextBoxContent)
                    inside = "textruta";
                // A note has the place of its reference.
                if (child.Name == NoteSheet.Inlined)
                    continue;
                if (child.Name == W.Paragraph)
                {
                    paragraph++;
                    var where = inside.Length > 0 ? inside : $"stycke {paragraph}";
                    child.AddAnnotation(new Place(heading, part is null ? where : $"{part}, {where}"));
                    if (styles.HeadingLevel(child) is not null && TextOf(child) is { Length: > 0 } text)
                        heading = Excerpt(text);
                }
                else if (child.Name == W.Row)
                {
                    child.AddAnnotation(new Place(heading, part is null ? inside : $"{part}, {inside}"));
                }
                Visit(child, inside);
            }
        }
    }

    /// <summary>
    /// Keeps what the headings of a filled part say, before what is generated in them is turned back into names.
    /// </summary>
    public static void KeepHeadings(XElement root, StyleSheet styles)
    {
        foreach (var heading in root.Descendants(W.Paragraph).Where(p => styles.HeadingLevel(p) is not null))
            heading.AddAnnotation(new HeadingText(BlockText.Of(heading.Nodes())));
    }

    /// <summary>A heading's text as people read it.</summary>
    public static string TextOf(XElement heading) =>
        heading.Annotation<HeadingText>()?.Text ?? BlockText.Of(heading.Nodes());

    public static Place? Of(XElement element) =>
        element.AncestorsAndSelf().Select(e => e.Annotation<Place>()).FirstOrDefault(p => p is not null);

    /// <summary>The place of the first paragraph or row in an element.</summary>
    public static Place? Within(XElement element) =>
        element.Descendants().Select(e => e.Annotation<Place>()).FirstOrDefault(p => p is not null);

    /// <summary>The beginning of a text, on one line.</summary>
    public static string Excerpt(string text)
    {
        const int longest = 60;
        var line = text.ReplaceLineEndings(" ").Replace('\v', ' ').Replace('\t', ' ').Trim();
        return line.Length <= longest ? line : line[..longest].TrimEnd() + "…";
    }

    private sealed record HeadingText(string Text);
}
