namespace SpLg.Core.Figures;

/// <summary>Which months a list can tell of: from the one it begins in to the last day that is known.</summary>
/// <param name="From">The first day that is followed up.</param>
/// <param name="Until">The last day that is known of what is followed up.</param>
/// <param name="Begun">The month the list begins in; null when that is not known.</param>
/// <param name="After">The words for a month after what is known.</param>
internal sealed record KnownMonths(DateOnly From, DateOnly Until, DateOnly? Begun, string After)
{
    /// <param name="readOn">The day the lists were read.</param>
    /// <param name="begun">The month the list begins in; null when that is not known.</param>
    public static KnownMonths Of(ReviewYears years, DateOnly readOn, DateOnly? begun) =>
        new(
            years.FollowUpFrom,
            years.KnownUntil(readOn),
            begun,
            years.FollowUpTo < readOn ? Footing.Outside : Footing.NotYet
        );

    /// <summary>What of the year that is followed up is compared with the year before.</summary>
    public ComparedPart? Compared => ComparedPart.Of(From, Until, Begun);

    /// <summary>The part of a year that is known, in Swedish; null when all of it is.</summary>
    public string? PartOf(int year) => ComparedPart.KnownOf(year, From, Until, Begun);

    /// <summary>
    /// The footing of what is counted over some months of a year, of which none or only some may be known.
    /// </summary>
    public Footing Of(Footing year, int ofYear, int firstMonth, int months)
    {
        var first = new DateOnly(ofYear, firstMonth, 1);
        var last = first.AddMonths(months).AddDays(-1);
        // Rows may have a day in the future: a month is not compared before it begins.
        if (first > Until)
            return year with { Unknowable = After, Part = After, IsPartClosed = false };
        if (ofYear == From.Year && last < From)
            return year with { Unknowable = Footing.Outside, Part = Footing.Outside, IsPartClosed = false };
        if (Begun > last)
            return year with { Unknowable = Footing.NoRows, Part = null, IsPartClosed = false };
        var isWhole = Begun is not { } begun || begun <= first;
        if (ofYear == From.Year && From > first)
            isWhole = false;
        return isWhole && last <= Until ? year with { Part = null, IsPartClosed = false } : year;
    }
}
