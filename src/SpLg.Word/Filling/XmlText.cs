using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>
/// Values as XML 1.0 text: markup is escaped, line breaks and tabs become Word's, and characters that XML cannot hold
/// (control characters, lone surrogates) are left out. https://www.w3.org/TR/xml/#charsets
/// </summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());

    [MethodImpl(Hot.Path)]
    public static void Write(FillRun run, ReadOnlySpan<char> text, bool attribute)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            if (plain < 0)
                plain = text.Length;
            foreach (var part in text[..plain].Chunked(Utf8Output.LongestPlain))
            {
                var written = run.Output.WritePlain(part);
                if (!attribute)
                    run.Hash(written);
            }
            if (plain == text.Length)
                return;
            text = text[(plain + WriteSpecial(run, text[plain..], attribute))..];
        }
    }

    /// <summary>Runs of text that need no care, cut so that none is longer than <paramref name="longest"/> or splits a character.</summary>
    public static ChunkEnumerator Chunked(this ReadOnlySpan<char> text, int longest) => new(text, longest);

    /// <summary>The value without what XML cannot hold; breaks and tabs kept.</summary>
    public static string Legal(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                legal.Append(text, i++, 2);
            else if (
                !char.IsSurrogate(text[i])
                && (text[i] is '\t' or '\n' or '\r' || text[i] >= ' ')
                && text[i] is not ('\ufffe' or '\uffff')
            )
                legal.Append(text[i]);
        }
        return legal.ToString();
    }

    // Returns the number of characters taken.
    private static int WriteSpecial(FillRun run, ReadOnlySpan<char> text, bool attribute)
    {
        switch (text[0])
        {
            case '&':
                Put(run, "&amp;"u8, "&"u8, attribute);
                return 1;
            case '<':
                Put(run, "&lt;"u8, "<"u8, attribute);
                return 1;
            case '>':
                Put(run, "&gt;"u8, ">"u8, attribute);
                return 1;
            case '"':
                Put(run, attribute ? "&quot;"u8 : "\""u8, "\""u8, attribute);
                return 1;
            case '\t':
                Put(run, attribute ? " "u8 : "</w:t><w:tab/><w:t xml:space=\"preserve\">"u8, "\t"u8, attribute);
                return 1;
            // A browser and Word paste other line breaks than Enter gives.
            case '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                Put(run, attribute ? " "u8 : "</w:t><w:br/><w:t xml:space=\"preserve\">"u8, "\v"u8, attribute);
                return text.StartsWith("\r\n") ? 2 : 1;
            case var high when char.IsHighSurrogate(high) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                var character = run.Output.WritePlain(text[..2]);
                if (!attribute)
                    run.Hash(character);
                return 2;
            default:
                return 1;
        }
    }

    private static void Put(FillRun run, ReadOnlySpan<byte> markup, ReadOnlySpan<byte> seen, bool attribute)
    {
        run.Output.Write(markup);
        if (!attribute)
            run.Hash(seen);
    }

    private static string SpecialCharacters()
    {
        var characters = new StringBuilder("&<>\"\u0085\u2028\u2029\ufffe\uffff");
        for (var c = '\0'; c < ' '; c++)
            characters.Append(c);
        for (var c = '\ud800'; c <= '\udfff'; c++)
            characters.Append(c);
        return characters.ToString();
    }
}
