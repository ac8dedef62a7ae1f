namespace SpLg.Word.Markup;

/// <summary>
/// Looks at the bytes of a part before they are read as XML. A reader gathers all attributes of an element and all of a
/// text before it gives them out, and compares each attribute with the others.
/// </summary>
internal static class MarkupScan
{
    // In UTF-16 the marks are not found; Word writes UTF-8.
    private const int MostOtherwiseEncoded = 1_000_000;

    /// <exception cref="DocumentTooLargeException">A text or tag is longer than is read, or an element has more
    /// attributes.</exception>
    public static void Check(ReadOnlySpan<byte> xml, string part)
    {
        if (xml.Length > MostOtherwiseEncoded && xml[..Math.Min(xml.Length, 64)].IndexOf((byte)0) >= 0)
            throw new DocumentTooLargeException(part, "mer än 1 MB XML som inte är i UTF-8");
        while (!xml.IsEmpty)
        {
            var open = xml.IndexOf((byte)'<');
            if ((open < 0 ? xml.Length : open) > XmlBudget.MostTogether)
                throw TooLong(part);
            if (open < 0)
                return;
            xml = xml[open..];
            xml = AfterMarkup(xml, part);
        }
    }

    private static ReadOnlySpan<byte> AfterMarkup(ReadOnlySpan<byte> xml, string part)
    {
        if (xml.StartsWith("<!--"u8))
            return After(xml, "-->"u8);
        if (xml.StartsWith("<?"u8))
            return After(xml, "?>"u8);
        return xml.StartsWith("<![CDATA["u8) ? AfterText(xml, part) : AfterTag(xml, part);
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> end) =>
        xml.IndexOf(end) is >= 0 and var at ? xml[(at + end.Length)..] : [];

    private static ReadOnlySpan<byte> AfterText(ReadOnlySpan<byte> xml, string part)
    {
        var rest = After(xml, "]]>"u8);
        return xml.Length - rest.Length > XmlBudget.MostTogether ? throw TooLong(part) : rest;
    }

    private static ReadOnlySpan<byte> AfterTag(ReadOnlySpan<byte> xml, string part)
    {
        var attributes = 0;
        var at = 1;
        while (at < xml.Length)
        {
            var next = xml[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (next < 0)
                return [];
            at += next;
            if (xml[at] == '>')
                return at > XmlBudget.MostTogether ? throw TooLong(part) : xml[(at + 1)..];
            if (++attributes > XmlBudget.MostAttributes)
                throw new DocumentTooLargeException(
                    part,
                    $"ett element med fler än {XmlBudget.MostAttributes} attribut"
                );
            var end = xml[(at + 1)..].IndexOf(xml[at]);
            if (end < 0)
                return [];
            at += end + 2;
        }
        return [];
    }

    private static DocumentTooLargeException TooLong(string part) =>
        new(part, $"en text eller tagg på mer än {XmlBudget.MostTogether / 1_000_000} MB");
}
