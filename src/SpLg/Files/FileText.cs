namespace SpLg.Files;

/// <summary>The text of an exported file, whatever wrote it.</summary>
/// <param name="DamagedLines">Lines of a UTF-8 file (from 1) with bytes that are no character; they show as
/// U+FFFD.</param>
internal sealed record FileText(string Text, IReadOnlyList<int> DamagedLines)
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// UTF-8 or UTF-16 by byte order mark; else UTF-8 when it is valid as such or when most of its letters beyond ASCII
    /// are, else Windows-1252, which Excel in Sweden writes.
    /// </summary>
    public static FileText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return new(Encoding.Unicode.GetString(bytes[2..]), []);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), []);
        var marked = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (marked)
            bytes = bytes[3..];
        try
        {
            return new(StrictUtf8.GetString(bytes), []);
        }
        catch (DecoderFallbackException)
        {
            var (characters, damage) = Examine(bytes);
            // One bad byte must not turn every other letter of the file into two wrong ones.
            return marked || characters > damage.Count
                ? new(Encoding.UTF8.GetString(bytes), [.. damage.Distinct()])
                : new(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), []);
        }
    }

    /// <summary>How many characters beyond ASCII are valid UTF-8, and the line of each place that is not.</summary>
    private static (int Characters, List<int> Damage) Examine(ReadOnlySpan<byte> bytes)
    {
        var characters = 0;
        var damage = new List<int>();
        var line = 1;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                damage.Add(line);
            else if (rune.Value == '\n')
                line++;
            else if (!rune.IsAscii)
                characters++;
            bytes = bytes[length..];
        }
        return (characters, damage);
    }
}
