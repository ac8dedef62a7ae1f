namespace SpLg.Word.Markup;

/// <summary>
/// How much XML one document may bring, so that a small file cannot fill the memory or the time of whoever reads it: a
/// zip file unpacks to a thousand times its size. Far above real documents: a report of 300 pages has some 300,000
/// elements and attributes, a table of 10,000 filled rows 550,000.
/// </summary>
internal sealed class XmlBudget
{
    /// <summary>Elements and attributes together. One takes about a hundred bytes of memory.</summary>
    public const int MostNodes = 600_000;

    /// <summary>
    /// Names of elements in one part. Word's format has some two thousand; each is kept once more by whoever reads it.
    /// </summary>
    public const int MostNames = 10_000;

    /// <summary>In bytes, all parts that are read together.</summary>
    public const int MostBytes = 20_000_000;

    /// <summary>Word itself comes to some forty. The tree is walked by methods that call themselves.</summary>
    public const int Deepest = 100;

    /// <summary>Namespaces included; Word declares about forty on a document.</summary>
    public const int MostAttributes = 100;

    /// <summary>
    /// In bytes, of one text or tag; pictures that old versions of Word keep in attributes are the longest.
    /// </summary>
    public const int MostTogether = 4_000_000;

    /// <summary>The time left for reading the document and for what is made of it.</summary>
    public WorkTime Time { get; } = new();

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private long nodes;
    private long bytes;

    /// <summary>Counts a part the first time it is read.</summary>
    /// <exception cref="DocumentTooLargeException">It is more than is left.</exception>
    public void Take(string part, int size, int count)
    {
        if (!seen.Add(part))
            return;
        bytes += size;
        if (bytes > MostBytes)
            throw new DocumentTooLargeException(
                part,
                string.Create(CultureInfo.InvariantCulture, $"mer än {MostBytes / 1_000_000} MB XML")
            );
        Take(count, part);
    }

    /// <summary>Counts what is put into a part from elsewhere in the document.</summary>
    /// <exception cref="DocumentTooLargeException">It is more than is left.</exception>
    public void Take(int count, string part)
    {
        nodes += count;
        if (nodes > MostNodes)
            throw DocumentTooLargeException.Nodes(part);
    }
}
