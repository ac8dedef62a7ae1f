namespace SpLg.Word.Regenerating;

/// <summary>
/// Two hidden bookmarks, in a generated block's first and last paragraph, by which it is found again when a program has
/// dropped its content control on saving. Seen with LibreOffice 7.4, which keeps bookmarks and drops every control's
/// tag.
/// </summary>
/// <param name="Number">Tells the block, in 29 bits; the same at every filling.</param>
internal sealed record BlockMark(uint Number, UnitLevel Level)
{
    // Names that begin with an underscore are hidden in Word's own list of bookmarks, and may be 40 characters.
    private const string Prefix = "_splg";

    private const string Levels = "rbt";

    // Far from the ids Word gives its own bookmarks, which start at 0, and from those of headings; two follow for each
    // number.
    private const int FirstId = 1 << 30;

    /// <param name="depth">How many tables within the block stand around the paragraph.</param>
    public string First(int depth) => Markup('s', FirstId + (2 * (int)Number), depth);

    /// <inheritdoc cref="First"/>
    public string Last(int depth) => Markup('e', FirstId + (2 * (int)Number) + 1, depth);

    public static uint NumberOf(string blockId)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(blockId))
            hash = (hash ^ b) * 16777619;
        return hash & 0x1fffffff;
    }

    public static bool Is(XElement bookmarkStart) =>
        ((string?)bookmarkStart.Attribute(W.Name))?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>The meaning of a bookmark; null when it is none of these.</summary>
    /// <param name="ends">The elements that end it; more than one in a damaged document.</param>
    public static FoundMark? TryRead(XElement bookmarkStart, IEnumerable<XElement> ends)
    {
        if (!Is(bookmarkStart))
            return null;
        var name = (string)bookmarkStart.Attribute(W.Name)!;
        // LibreOffice gives the bookmarks of a copy, and of a header it has copied to another section, names that end
        // so.
        var copy = name.IndexOf("_Copy_", StringComparison.Ordinal);
        if (
            name[Prefix.Length..(copy < 0 ? name.Length : copy)]
            is not [.. var number, var end and ('s' or 'e'), var level, var depth]
        )
            return null;
        return
            uint.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var read)
            && Levels.Contains(level, StringComparison.Ordinal)
            && char.IsAsciiDigit(depth)
            ? new(
                level == Levels[(int)UnitLevel.Runs] ? Place(bookmarkStart, ends) : bookmarkStart,
                read,
                copy < 0 ? "" : name[copy..],
                (UnitLevel)Levels.IndexOf(level, StringComparison.Ordinal),
                end == 's',
                depth - '0'
            )
            : null;
    }

    // Nothing stands in the bookmark. LibreOffice 7.4 lets one in a paragraph that ends a section begin a letter too
    // early, and end in its place.
    private static XElement Place(XElement bookmarkStart, IEnumerable<XElement> ends) =>
        ends.ToList() is [var only]
        && only.Ancestors(W.Paragraph).FirstOrDefault() == bookmarkStart.Ancestors(W.Paragraph).FirstOrDefault()
            ? only
            : bookmarkStart;

    private string Markup(char end, int id, int depth) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<w:bookmarkStart w:id=\"{id}\" "
                + $"w:name=\"{Prefix}{Number:x8}{end}{Levels[(int)Level]}{Math.Min(depth, 9)}\"/><w:bookmarkEnd "
                + $"w:id=\"{id}\"/>"
        );
}
