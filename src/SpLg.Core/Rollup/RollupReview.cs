namespace SpLg.Core.Rollup;

/// <summary>The approved reviews of several organisations for one year, side by side (samlad genomgång).</summary>
/// <param name="Organisations">By name.</param>
/// <param name="Missing">Names of organisations that should be here but have no approved review.</param>
/// <param name="Unread">Names of organisations that may have one, but it could not be read.</param>
public sealed record RollupReview(
    int Year,
    IReadOnlyList<RollupOrganisation> Organisations,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unread
)
{
    public string YearText => Year.ToString(CultureInfo.InvariantCulture);

    public string Title => $"Samlad genomgång {YearText}";

    /// <summary>The city that all have given; null when they have not given the same.</summary>
    public string? City =>
        Organisations.Select(o => o.Review.Cover.City).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [{ } city]
            ? city
            : null;

    public string Sentence =>
        $"{Swedish.Sentence(Swedish.InWords(Organisations.Count))} "
        + $"{Swedish.Form(Organisations.Count, "organisation är", "organisationer är")} med: "
        + $"{Swedish.Join([.. Organisations.Select(o => o.Name)])}.";

    /// <summary>Null when none is missing.</summary>
    public string? MissingSentence
    {
        get
        {
            string[] sentences =
            [
                .. Missing.Count == 0
                    ? Array.Empty<string>()
                    : [$"Fastställd genomgång för {YearText} saknas för {Swedish.Join(Missing)}."],
                .. Unread.Count == 0
                    ? Array.Empty<string>()
                    : [$"Underlaget för {Swedish.Join(Unread)} gick inte att läsa när dokumentet gjordes."],
            ];
            var theyAre = Swedish.Form(Missing.Count + Unread.Count, "Den är", "De är");
            return sentences.Length == 0 ? null : $"{string.Join(' ', sentences)} {theyAre} inte med i några siffror.";
        }
    }

    /// <summary>
    /// The sections in the order of <see cref="ComparedSection.All"/>; compared once, as fields are read several
    /// times.
    /// </summary>
    internal IReadOnlyList<Comparison> Sections { get; } =
    [.. ComparedSection.All.Select(s => s.Compare(Organisations))];

    /// <summary>Organisations stand by name, whatever order they come in.</summary>
    public static RollupReview Build(
        int year,
        IEnumerable<RollupOrganisation> organisations,
        IEnumerable<string> missing,
        IEnumerable<string>? unread = null
    )
    {
        var alphabetical = StringComparer.Create(Swedish.Culture, ignoreCase: true);
        return new(
            year,
            [.. organisations.OrderBy(o => o.Name, alphabetical)],
            [.. missing.Order(alphabetical)],
            [.. (unread ?? []).Order(alphabetical)]
        );
    }
}
