namespace SpLg.Files;

/// <summary>
/// Which of the old tables of letters a file was saved with: Windows', MS-DOS' or the Macintosh's. The file does not
/// say, so the one is taken that makes the most plausible Swedish of it.
/// </summary>
internal static class CodePages
{
    private const string Swedish = "åäöÅÄÖ";
    private const string Names = "éÉèÈüÜáÁàóÓíÍçÇñøØæÆêëôïšŠžŽ";
    private const string Signs = "–—’‘“”„…•§°´¨·«»€£©®™½¼¾±×²³µ¿¡\u00a0";

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
        var score = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= '\u007f')
                continue;
            var isWithinWord = i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
            score += Of(text[i], isWithinWord);
        }
        return score;
    }

    private static int Of(char c, bool isWithinWord)
    {
        if (Swedish.Contains(c, StringComparison.Ordinal))
            return 3;
        if (Names.Contains(c, StringComparison.Ordinal))
            return 1;
        if (Signs.Contains(c, StringComparison.Ordinal))
            return isWithinWord && c is not ('’' or '·' or '–') ? -3 : 1;
        return char.IsLetter(c) ? -1 : -3;
    }
}
