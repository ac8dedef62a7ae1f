namespace SpLg.Core.Openness;

/// <summary>How many rows an open edition leaves out, and why. The ground may be told, the content not.</summary>
/// <param name="Unreadable">Rows whose Publication cannot be read, so that nobody knows whether they may be
/// shown.</param>
/// <param name="Grounds">The paragraphs of the secrecy act, each once: <c>18 kap. 8 §</c>.</param>
public sealed partial record LeftOutRows(int Internal, int Secret, int Unreadable, IReadOnlyList<string> Grounds)
{
    public static readonly LeftOutRows None = new(0, 0, 0, []);

    public int Count => Internal + Secret + Unreadable;

    /// <summary>Rows that are in the totals but are not told one by one.</summary>
    public int Counted { get; init; }

    /// <summary>
    /// In Swedish what is left out or only counted, and what it means for the figures; null when every row is told.
    /// </summary>
    public string? Sentence =>
        string.Join(' ', new[] { LeftOut, OnlyCounted }.OfType<string>()) is { Length: > 0 } words ? words : null;

    private string? OnlyCounted => Counted == 0 ? null : "Alla rader redovisas inte var för sig i den öppna utgåvan.";

    private string? LeftOut =>
        Count switch
        {
            0 => null,
            1 => $"I den öppna utgåvan är en rad i underlaget utelämnad, eftersom den {WhyOne}. Den är inte medräknad.",
            _ => $"I den öppna utgåvan är {Swedish.Count(Count, "rad", "rader")} i underlaget utelämnade: "
                + $"{Swedish.Join(Parts)}. De är inte medräknade.",
        };

    private string WhyOne
    {
        get
        {
            if (Internal == 1)
                return "är intern";
            return Secret == 1 ? $"omfattas av sekretess{Act}" : "saknar en uppgift om publicering som går att läsa";
        }
    }

    private IReadOnlyList<string> Parts
    {
        get
        {
            List<string> parts = [];
            if (Internal > 0)
                parts.Add($"{Swedish.Number(Internal)} {Swedish.Form(Internal, "intern", "interna")}");
            if (Secret > 0)
                parts.Add($"{Swedish.Number(Secret)} med sekretess{Act}");
            if (Unreadable > 0)
                parts.Add($"{Swedish.Number(Unreadable)} utan en uppgift om publicering som går att läsa");
            return parts;
        }
    }

    private string Act => Grounds.Count == 0 ? "" : $" ({Swedish.Join(Grounds)} offentlighets- och sekretesslagen)";

    /// <summary>One more row, left out because of what its origin says.</summary>
    public LeftOutRows With(RowOrigin origin) =>
        origin.Publication.Value switch
        {
            Publication.Internal => this with { Internal = Internal + 1 },
            Publication.Secret => this with
            {
                Secret = Secret + 1,
                Grounds = [.. Grounds.Union(Paragraphs(origin.SecrecyGround), StringComparer.Ordinal)],
            },
            _ => this with { Unreadable = Unreadable + 1 },
        };

    /// <summary>One more row that is only counted.</summary>
    public LeftOutRows WithCounted() => this with { Counted = Counted + 1 };

    public static LeftOutRows operator +(LeftOutRows one, LeftOutRows other) =>
        new(
            one.Internal + other.Internal,
            one.Secret + other.Secret,
            one.Unreadable + other.Unreadable,
            [.. one.Grounds.Union(other.Grounds, StringComparer.Ordinal)]
        )
        {
            Counted = one.Counted + other.Counted,
        };

    internal static bool HasParagraph(string ground) => Paragraph().IsMatch(ground);

    /// <summary>
    /// Only paragraph numbers are taken from the ground, because a person may have written the secret itself beside
    /// them.
    /// </summary>
    private static IEnumerable<string> Paragraphs(string? ground) =>
        ground is null
            ? []
            : Paragraph()
                .Matches(ground)
                .Select(m =>
                    $"{m.Groups["chapter"].Value} kap. "
                    + $"{m.Groups["section"].Value}{(m.Groups["letter"].Success ? " " + m.Groups["letter"].Value : "")} "
                    + "§"
                );

    [GeneratedRegex(
        @"\b(?<chapter>[0-9]{1,2})\s?(kap\.?\s?|:)(?<section>[0-9]{1,3})(\s?(?<letter>[a-z])(?=\s?§))?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Paragraph();
}
