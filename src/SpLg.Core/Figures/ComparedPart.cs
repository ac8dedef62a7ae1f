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

    /// <summary>As <see cref="Words"/>; null when it is a whole year.</summary>
    public string? WordsOrNull => WordsOf(First, Last);

    /// <param name="from">The first day that is followed up, in the later year.</param>
    /// <param name="until">The last day that is known of what is followed up.</param>
    /// <param name="begun">The month that the list begins in; null when that is not known.</param>
    /// <returns>Null where both years are known in full, and where no part is known of both.</returns>
    public static ComparedPart? Of(DateOnly from, DateOnly until, DateOnly? begun)
    {
        var begins = FirstOf(from.Year - 1, begun).AddYears(1);
        var (first, last) = (begins > from ? begins : from, LastOf(from.Year, until));
        return first > last || first > until || WordsOf(first, last) is null ? null : new(first, last);
    }

    /// <summary>The part of a year that is known, as <see cref="Words"/>; null when all of it is.</summary>
    /// <param name="from">The first day that is followed up of a year.</param>
    /// <param name="until">The last day that is known of what is followed up.</param>
    /// <param name="begun">The month that the list begins in; null when that is not known.</param>
    public static string? KnownOf(int year, DateOnly from, DateOnly until, DateOnly? begun = null)
    {
        var begins = FirstOf(year, begun);
        return WordsOf(from.Year == year && from > begins ? from : begins, LastOf(year, until));
    }

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

    private static DateOnly LastOf(int year, DateOnly until) => until.Year == year ? until : new(year, 12, 31);

    private static string? WordsOf(DateOnly first, DateOnly last)
    {
        string[] words =
        [
            .. FromWords(first),
            .. last is { Month: 12, Day: 31 }
                ? Array.Empty<string>()
                : [$"till och med den {last.Day} {Swedish.Month(last.Month)}"],
        ];
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private static string[] FromWords(DateOnly first)
    {
        if (first is { Month: 1, Day: 1 })
            return [];
        return
        [
            first.Day == 1
                ? $"från {Swedish.Month(first.Month)}"
                : $"från den {first.Day} {Swedish.Month(first.Month)}",
        ];
    }
}
