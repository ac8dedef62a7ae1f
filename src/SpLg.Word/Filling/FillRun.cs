using SpLg.Word.Comments;
using SpLg.Word.Figures;

namespace SpLg.Word.Filling;

/// <summary>The state of one filling of one part.</summary>
internal sealed class FillRun(
    Utf8Output output,
    int frames,
    object data,
    BlockStore store,
    PartRelationships relationships,
    FillNumbers numbers,
    Media media,
    IReadOnlyList<NoteOutput> notes,
    WorkTime time
)
{
    // Twenty tables of 100,000 rows each; lists repeated in one another multiply.
    private const int MostRows = 2_000_000;

    // All are kept for the table of contents. A report of 300 pages has some hundreds.
    private const int MostHeadings = 100_000;

    private readonly LineHashes lines = new();
    private int rows;
    private TextHash hash;
    private bool hashing;
    private int headings;

    public Utf8Output Output { get; private set; } = output;

    public object?[] Frames { get; } = [data, .. new object?[frames - 1]];

    public BlockStore Store => store;

    public PartRelationships Relationships { get; private set; } = relationships;

    /// <summary>Where the notes go that the document itself refers to.</summary>
    public IReadOnlyList<NoteOutput> Notes => notes;

    public Media Media => media;

    /// <summary>Relationship ids of the charts that have been written.</summary>
    public HashSet<string> ShownCharts { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts of people in generated blocks that have been written over.</summary>
    public List<HandEdit> Overwritten { get; } = [];

    /// <summary>Ids of the comments that stand in the first paragraph of a generated part.</summary>
    public HashSet<int> ExposedComments { get; } = [];

    /// <summary>Set while a chart is written.</summary>
    public ChartData? Chart { get; set; }

    /// <summary>Relationship id of the link that is written.</summary>
    public string? Link { get; set; }

    /// <summary>Set while a picture is written.</summary>
    public OpenPicture? Picture { get; set; }

    public FillNumbers Numbers => numbers;

    /// <summary>The headings of the document, when the template asks for a table of contents.</summary>
    public List<HeadingEntry> Headings { get; } = [];

    /// <summary>Numbers the headings while they are collected.</summary>
    public ListCounters Lists { get; } = new();

    public Closed LastClosed { get; private set; }

    /// <summary>Grows with every paragraph, row and table; unchanged means that nothing was written.</summary>
    public int Closings { get; private set; }

    /// <summary>A heading in its turn; one without words gets no entry.</summary>
    public void AddHeading(int level, string? number, string text)
    {
        if (++headings > MostHeadings)
            throw new DocumentTooLargeException(
                "",
                $"listor i listor som tillsammans ger fler än {MostHeadings} rubriker"
            );
        if (text.Length > 0)
            Headings.Add(new(level, headings, number, text));
    }

    /// <summary>Counts a row that is written or looked at.</summary>
    /// <exception cref="DocumentTooLargeException">There have been more than any document has.</exception>
    public void CountRow()
    {
        time.Check();
        if (++rows > MostRows)
            throw new DocumentTooLargeException("", "listor i listor som tillsammans ger fler än 2 miljoner rader");
    }

    public void Close(Closed what)
    {
        LastClosed = what;
        Closings++;
    }

    /// <summary>Where what stands before does not count: a cell, a content control.</summary>
    public void Enter() => LastClosed = Closed.Nothing;

    /// <summary>Writes a note to its own part; its words count as part of what is around the reference.</summary>
    public void Divert(NoteOutput note, Action write)
    {
        var (output, relationships) = (Output, Relationships);
        (Output, Relationships) = (note.Output, note.Relationships);
        write();
        (Output, Relationships) = (output, relationships);
    }

    public void StartHash()
    {
        hash = new();
        hashing = true;
    }

    public (string Hash, string Lines) EndHash()
    {
        hashing = false;
        return (hash.ToString(), lines.Take());
    }

    public void Hash(ReadOnlySpan<byte> utf8)
    {
        if (!hashing)
            return;
        hash.Add(utf8);
        lines.Add(utf8);
    }

    public void Markup(string markup)
    {
        foreach (var part in markup.AsSpan().Chunked(Utf8Output.LongestPlain))
            Output.WritePlain(part);
    }

    /// <summary>Text between tags: escaped, hashed, and without characters XML cannot hold.</summary>
    public void Text(string text) => XmlText.Write(this, text, attribute: false);

    public void AttributeText(string text) => XmlText.Write(this, text, attribute: true);
}
