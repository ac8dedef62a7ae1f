namespace SpLg.Word.Filling;

/// <summary>A short hash of each line of a text, to tell later which of them have been changed.</summary>
internal sealed class LineHashes
{
    /// <summary>In characters, of one line.</summary>
    public const int Length = 8;

    // A table with more cells than a person would go through by hand is not kept line by line, because the hashes would
    // take too much room.
    private const int Most = 20_000;

    private readonly StringBuilder lines = new();
    private TextHash line = new();
    private bool isBegun;

    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (lines.Length > Most * Length)
            return;
        while (utf8.IndexOf((byte)'\n') is var end and >= 0)
        {
            line.Add(utf8[..end]);
            End();
            utf8 = utf8[(end + 1)..];
        }
        line.Add(utf8);
        isBegun |= utf8.Length > 0;
    }

    /// <summary>The hashes one after the other; empty when there are too many lines.</summary>
    public string Take()
    {
        if (isBegun)
            End();
        var taken = lines.Length > Most * Length ? "" : lines.ToString();
        lines.Clear();
        return taken;
    }

    public static string OfNothing { get; } = Of("");

    public static IEnumerable<string> Split(string lines) => lines.Chunk(Length).Select(l => new string(l));

    public static string Of(string line)
    {
        var hash = new TextHash();
        hash.Add(Encoding.UTF8.GetBytes(line));
        return hash.ToString()[^Length..];
    }

    private void End()
    {
        lines.Append(CultureInfo.InvariantCulture, $"{line.ToString().AsSpan(16 - Length)}");
        line = new();
        isBegun = false;
    }
}
