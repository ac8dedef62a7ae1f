namespace SpLg.Core.Figures;

/// <summary>
/// The part of a year and of the year before that both are known for, where one of them is not known in full: the year
/// is not over, or the list was begun during the year before. What happens all the year round is compared over this
/// part alone.
/// </summary>
/// <param name="First">Its first day, in the later year.</param>
/// <param name="Last">Its last day, in the later year.</param>
internal sealed record ComparedPart(DateOnly First, DateOnly Last)
{
    /// <summary>After "räknat", in Swedish: <c>från mars till och med den 20 november</c>.</summary>
    public string Words => WordsOf(First, Last)!;

    /// <param name="today">The day the lists were read.</param>
    /// <param name="begun">The month that the list begins in; null when that is not known.</param>
    /// <returns>Null where both years are known in full, and where no part is known of both.</returns>
    public static ComparedPart? Of(int year, DateOnly today, DateOnly? begun)
    {
        var (first, last) = (FirstOf(year - 1, begun).AddYears(1), LastOf(year, today));
        return first > last || first > today || WordsOf(first, last) is null ? null : new(first, last);
    }

    /// <summary>The part of a year that is known, as <see cref="Words"/>; null when all of it is.</summary>
    public static string? KnownOf(int year, DateOnly today, DateOnly? begun = null) =>
        WordsOf(FirstOf(year, begun), LastOf(year, today));

    /// <summary>Whether a day is in the part; null when the day is not known, or not one of the year.</summary>
    /// <param name="year">The later year or the one before.</param>
    public bool? Holds(DateOnly? day, int year) =>
        day is { } known && known.Year == year
            ? known >= First.AddYears(year - First.Year) && known <= LastIn(year)
            : null;

    public DateOnly LastIn(int year) => Last.AddYears(year - Last.Year);

    /// <summary>True when it holds some days of these months and not all.</summary>
    public bool Cuts(int firstMonth, int months)
    {
        var first = new DateOnly(First.Year, firstMonth, 1);
        var last = first.AddMonths(months).AddDays(-1);
        return first <= Last && last >= First && (first < First || last > Last);
    }

    private static DateOnly FirstOf(int year, DateOnly? begun) =>
        begun is { } month && month.Year == year ? month : new(year, 1, 1);

    private static DateOnly LastOf(int year, DateOnly today) => today.Year == year ? today : new(year, 12, 31);

    private static string? WordsOf(DateOnly first, DateOnly last)
    {
        string[] words =
        [
            .. first.Month == 1 ? Array.Empty<string>() : [$"från {Swedish.Month(first.Month)}"],
            .. last is { Month: 12, Day: 31 }
                ? Array.Empty<string>()
                : [$"till och med den {last.Day} {Swedish.Month(last.Month)}"],
        ];
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
