namespace SpLg.Core.Review;

/// <summary>
/// Which rows belong to a year, as <see cref="RowOrder"/> decides it, in the words of the list's columns.
/// </summary>
internal static class YearFilter
{
    /// <param name="dates">The date columns that decide where the year is empty, in order.</param>
    public static string Of(int year, params string[] dates) =>
        dates.Length == 0
            ? $"År är {Text(year)}"
            : $"År är {Text(year)} (där År är tomt: {Either(dates)} under {Text(year)})";

    /// <summary>For lists where a row without year holds every year.</summary>
    public static string OrStanding(int year, params string[] dates) => OrStanding([year], dates);

    /// <inheritdoc cref="OrStanding(int, string[])"/>
    public static string OrStanding(IReadOnlyList<int> years, params string[] dates) =>
        dates.Length == 0
            ? $"År är {Text(years)} eller tomt"
            : $"År är {Text(years)} (där År är tomt: {Either(dates)} under {Text(years)} eller inte heller ifylld)";

    public static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The years in Swedish: <c>2026 eller 2027</c>.</summary>
    public static string Text(IReadOnlyList<int> years) => Swedish.Join([.. years.Select(Text)], "eller");

    private static string Either(string[] dates) => string.Join(", annars ", dates);
}
