namespace SpLg.Core.Figures;

/// <summary>Which months a list can tell of: from the one it begins in to the day it was read.</summary>
/// <param name="Begun">The month it begins in; null when that is not known.</param>
internal sealed record KnownMonths(DateOnly Today, DateOnly? Begun)
{
    /// <summary>
    /// The footing of what is counted over some months of a year, of which none or only some may be known.
    /// </summary>
    public Footing Of(Footing year, int ofYear, int firstMonth, int months)
    {
        var first = new DateOnly(ofYear, firstMonth, 1);
        var last = first.AddMonths(months).AddDays(-1);
        // Rows may have a day in the future: a month is not compared before it begins.
        if (first > Today)
            return year with { Unknowable = Footing.NotYet, Part = Footing.NotYet, IsPartClosed = false };
        if (Begun > last)
            return year with { Unknowable = Footing.NoRows, Part = null, IsPartClosed = false };
        return Begun > first || Today < last ? year : year with { Part = null, IsPartClosed = false };
    }
}
