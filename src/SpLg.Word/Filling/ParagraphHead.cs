namespace SpLg.Word.Filling;

/// <summary>The place in written markup where a paragraph's content begins, after its properties.</summary>
/// <param name="Start">Where the paragraph's start tag begins.</param>
/// <param name="At">Where content is to be put in.</param>
/// <param name="IsEmptyTag">The paragraph is an empty tag, whose end stands at <paramref name="At"/>.</param>
internal readonly record struct ParagraphHead(int Start, int At, bool IsEmptyTag)
{
    /// <summary>The first paragraph; null when there is none, or not as far as to its content.</summary>
    public static ParagraphHead? First(ReadOnlySpan<byte> markup) => Nth(markup, 0);

    /// <summary>The paragraph with this index in the order they begin; null as for <see cref="First"/>.</summary>
    public static ParagraphHead? Nth(ReadOnlySpan<byte> markup, int index)
    {
        for (var from = 0; markup[from..].IndexOf("<w:p"u8) is var found and >= 0; from += found + 4)
        {
            if (IsParagraph(markup, from + found) && index-- == 0)
                return Read(markup, from + found);
        }
        return null;
    }

    /// <summary>Where the last paragraph begins that is not in a text box; -1 when there is none.</summary>
    public static int LastStart(ReadOnlySpan<byte> markup)
    {
        var rest = markup;
        while (rest.LastIndexOf("<w:p"u8) is var found and >= 0)
        {
            rest = rest[..found];
            if (!IsParagraph(markup, found))
                continue;
            var box = rest.LastIndexOf("<w:txbxContent"u8);
            if (box < 0 || rest.LastIndexOf("</w:txbxContent>"u8) > box)
                return found;
            rest = rest[..box];
        }
        return -1;
    }

    public static ParagraphHead? Read(ReadOnlySpan<byte> markup, int start)
    {
        var tag = markup[start..].IndexOf((byte)'>');
        if (tag < 0)
            return null;
        if (markup[start + tag - 1] == (byte)'/')
            return new(start, start + tag - 1, IsEmptyTag: true);
        var at = start + tag + 1;
        if (!markup[at..].StartsWith("<w:pPr"u8))
            return at == markup.Length ? null : new(start, at, IsEmptyTag: false);
        var properties = markup[at..];
        if (properties.StartsWith("<w:pPr/>"u8))
            return new(start, at + "<w:pPr/>"u8.Length, IsEmptyTag: false);
        var end = properties.IndexOf("</w:pPr>"u8);
        // Properties changed with tracking hold those that were before.
        if (properties.IndexOf("<w:pPrChange"u8) is var change and >= 0 && change < end)
        {
            var past = properties.IndexOf("</w:pPrChange>"u8);
            end = past < 0 ? -1 : past + properties[past..].IndexOf("</w:pPr>"u8);
            if (end < past)
                return null;
        }
        return end < 0 ? null : new(start, at + end + "</w:pPr>"u8.Length, IsEmptyTag: false);
    }

    /// <summary>How many more tables begin in the markup than end.</summary>
    public static int OpenTables(ReadOnlySpan<byte> markup) =>
        markup.Count("<w:tbl>"u8) + markup.Count("<w:tbl "u8) - markup.Count("</w:tbl>"u8);

    private static bool IsParagraph(ReadOnlySpan<byte> markup, int at) =>
        at + 4 < markup.Length && markup[at + 4] is (byte)'>' or (byte)' ' or (byte)'/';
}
