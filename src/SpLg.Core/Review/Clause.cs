namespace SpLg.Core.Review;

/// <summary>
/// Clause numbers of the standard: their order, their chapters in our words, and how editions correspond.
/// </summary>
internal static class Clause
{
    /// <summary>The chapters that hold requirements, with headings in our own words.</summary>
    public static readonly IReadOnlyList<(int Number, string Heading)> Chapters =
    [
        (4, "Förutsättningar"),
        (5, "Ledarskap"),
        (6, "Planering"),
        (7, "Stöd"),
        (8, "Genomförande"),
        (9, "Uppföljning"),
        (10, "Förbättring"),
    ];

    /// <summary>Sorts 4.2 before 4.10 and 6.1 before 6.1.2; what is no clause number comes last.</summary>
    public static string Order(string? clause)
    {
        var parts = (clause ?? "").Split('.');
        return string.Join(
            '.',
            parts.Select(p =>
                int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    ? n.ToString("0000", CultureInfo.InvariantCulture)
                    : "~" + p
            )
        );
    }

    /// <summary>The chapter a clause belongs to, 4–10, or null.</summary>
    public static int? Chapter(string? clause) =>
        int.TryParse((clause ?? "").Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var chapter)
        && chapter is >= 4 and <= 10
            ? chapter
            : null;

    /// <summary>
    /// The same requirement's number in the other edition: 10.1 and 10.2 changed places between 2013 and 2022. A clause
    /// that is new (6.3 in 2022) finds nothing there by itself.
    /// </summary>
    public static string In(ClauseEdition other, ClauseEdition own, string clause) =>
        (other == own, clause) switch
        {
            (false, "10.1") => "10.2",
            (false, "10.2") => "10.1",
            _ => clause,
        };
}
