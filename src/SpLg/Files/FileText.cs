namespace SpLg.Files;

/// <summary>The text of an exported file, whatever wrote it.</summary>
/// <param name="DamagedLines">Lines of a UTF-8 file (from 1) with bytes that are no character; they show as
/// U+FFFD.</param>
internal sealed record FileText(string Text, IReadOnlyList<int> DamagedLines)
{
    /// <summary>What the letters were read by, in Swedish, where it had to be guessed and is not what Excel in Sweden
    /// writes; else null.</summary>
    public string? Guess { get; init; }

    /// <summary>False when no guess makes Swedish of the letters.</summary>
    public bool IsPlausible { get; init; } = true;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// UTF-8 or UTF-16 by byte order mark; else UTF-16 when every other byte is zero, UTF-8 when it is valid as such or
    /// when most of its letters beyond ASCII are, else what <see cref="CodePages"/> takes it for.
    /// </summary>
    public static FileText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return new(Encoding.Unicode.GetString(bytes[2..]), []);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), []);
        if (Unmarked(bytes) is { } utf16)
            return new(utf16.GetString(bytes), []) { Guess = "UTF-16" };
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
            if (marked || characters > damage.Count)
                return new(Encoding.UTF8.GetString(bytes), [.. damage.Distinct()]);
            var (text, table, isPlausible) = CodePages.Read(bytes);
            return new(text, []) { Guess = table, IsPlausible = isPlausible };
        }
    }

    /// <summary>UTF-16 without its mark: of Swedish text nearly every other byte is zero. Null for anything else.</summary>
    private static UnicodeEncoding? Unmarked(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4_000) & ~1)];
        if (sample.Length < 4 || (bytes.Length & 1) == 1)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var most = sample.Length * 2 / 5;
        if (odd > most && even == 0)
            return new(bigEndian: false, byteOrderMark: false);
        return even > most && odd == 0 ? new(bigEndian: true, byteOrderMark: false) : null;
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
