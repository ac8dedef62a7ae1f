namespace SpLg.Files;

/// <summary>
/// Which of the old tables of letters a file was saved with: Windows', MS-DOS' or the Macintosh's. The file does not
/// say, so the one is taken that makes the most plausible Swedish of it.
/// </summary>
internal static class CodePages
{
    private const string Swedish = "åäöÅÄÖ";
    private const string Names = "éÉèÈüÜáÁàóÓíÍçÇñøØæÆêëôï";
    private const string Carons = "šŠžŽ";

    /// <summary>In Windows' table they have places where another has ä or ö.</summary>
    private const string Quotes = "‘“”„";

    private const string Signs = "–—’‘“”„…•§°´¨·«»€£©®™½¼¾‰±×²³µ¿¡";

    private static readonly (int Page, string? Name)[] Known =
    [
        (1252, null),
        (850, "MS-DOS (teckentabell 850)"),
        (10000, "Macintosh (MacRoman)"),
    ];

    /// <param name="bytes">Not UTF-8 and not UTF-16.</param>
    /// <returns>The text; what the table is called, null for Windows', which is what Excel writes; and whether it looks
    /// like Swedish.</returns>
    public static (string Text, string? Table, bool IsPlausible) Read(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes).ToArray();
        // Of those that are as good the first.
        var (best, score) = Known.Select(k => (k, Score(Decoded(k.Page, sample)))).MaxBy(k => k.Item2);
        return (Decoded(best.Page, bytes), best.Name, score >= 0);
    }

    private static string Decoded(int page, ReadOnlySpan<byte> bytes) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes);

    /// <summary>As much of the beginning as has letters enough to tell by.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        const int enough = 2_000;
        var beyond = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            beyond += bytes[i] > 0x7f ? 1 : 0;
            if (beyond == enough)
                return bytes[..(i + 1)];
        }
        return bytes;
    }

    /// <summary>More for letters that Swedish has, less for signs within words and for what nobody types.</summary>
    private static int Score(string text)
    {
        var (score, carons) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= '\u007f')
                continue;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            score += Carons.Contains(text[i], StringComparison.Ordinal)
                ? OfCaron(text[i], before, ++carons)
                : Of(text[i], char.IsLetter(before), char.IsLetter(after));
        }
        return score;
    }

    /// <summary>Letters of few names, and in the place of the Macintosh's ä and ö: many of them are those.</summary>
    private static int OfCaron(char c, char before, int count)
    {
        if (char.IsUpper(c) && char.IsLower(before))
            return -3;
        return count <= 2 ? 3 : 1;
    }

    /// <summary>A sign where it belongs is as good as a letter, because it is one in another table.</summary>
    private static int Of(char c, bool isAfterLetter, bool isBeforeLetter)
    {
        if (Swedish.Contains(c, StringComparison.Ordinal))
            return 3;
        if (Names.Contains(c, StringComparison.Ordinal) || c == '\u00a0')
            return 1;
        var isWithinWord = isAfterLetter && isBeforeLetter;
        if (Quotes.Contains(c, StringComparison.Ordinal))
            return isWithinWord ? -3 : 3;
        if (c is '€' or '™' or '‰')
            return isBeforeLetter ? -3 : 3;
        if (c == '…' && !isBeforeLetter)
            return 3;
        if (Signs.Contains(c, StringComparison.Ordinal))
            return isWithinWord && c is not ('’' or '·' or '–') ? -3 : 1;
        return char.IsLetter(c) ? -1 : -3;
    }
}
