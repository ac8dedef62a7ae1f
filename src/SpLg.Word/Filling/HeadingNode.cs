namespace SpLg.Word.Filling;

/// <summary>The content of a heading, between bookmarks that the table of contents links to.</summary>
/// <param name="place">Null when the heading has no automatic number.</param>
internal sealed class HeadingNode(int level, NumberPlace? place, FillNode[] content) : FillNode
{
    /// <summary>Names that begin with an underscore are hidden in Word's own list of bookmarks.</summary>
    public const string BookmarkPrefix = "_TocSplg";

    // Far from the ids Word gives its own bookmarks, which start at 0.
    private const int FirstBookmarkId = 1_000_000;

    public override bool HasHeadings => true;

    public override void Write(FillRun run)
    {
        var number = run.Numbers.NextHeading();
        run.Markup($"<w:bookmarkStart w:id=\"{FirstBookmarkId + number}\" w:name=\"{BookmarkPrefix}{number}\"/>");
        content.Write(run);
        run.Markup($"<w:bookmarkEnd w:id=\"{FirstBookmarkId + number}\"/>");
    }

    public override void CollectHeadings(FillRun run)
    {
        var text = new StringBuilder();
        foreach (var node in content)
            node.AppendText(run, text);
        run.AddHeading(level, place is null ? null : run.Lists.Next(place), text.ToString().Trim());
    }
}
