namespace SpLg.Core.Findings;

/// <summary>Makes findings about a row: list, id and link come from where the row comes from.</summary>
internal static class RowFinding
{
    public static Finding Error(this RowOrigin origin, string column, string message) =>
        At(origin, FindingLevel.Error, column, message);

    public static Finding Warning(this RowOrigin origin, string column, string message) =>
        At(origin, FindingLevel.Warning, column, message);

    public static Finding Info(this RowOrigin origin, string column, string message) =>
        At(origin, FindingLevel.Info, column, message);

    /// <summary>For a list whose rows count by year: a row that can be placed in none is in no figure.</summary>
    public static Finding? WithoutYear(this RowOrigin origin, int? year)
    {
        if (year is not null || origin.Year.IsUnreadable)
            return null;
        return origin.Year.Text is { } written
            ? origin.Warning("År", $"”{written}” är inte ett helt år, så raden räknas inte med i något år. Rätta året.")
            : origin.Warning("År", "Året saknas, så raden räknas inte med i något år. Fyll i året.");
    }

    /// <summary>The Year column and the main date say different years.</summary>
    public static Finding? YearAgainst(this RowOrigin origin, string column, Entry<DateOnly> date) =>
        origin.WholeYear is { } year && date.Value is { } day && day.Year != year
            ? origin.Warning(
                "År",
                $"Året är {year} men {column} är {Swedish.Long(day)}. Raden räknas till {year}. Rätta det som är fel."
            )
            : null;

    /// <summary>A day that lies after today in a column for what has happened.</summary>
    public static Finding? InFuture(this RowOrigin origin, string column, Entry<DateOnly> date, DateOnly today) =>
        date.Value > today
            ? origin.Error(column, $"Datumet {Swedish.Long(date.Value.Value)} ligger i framtiden. Rätta datumet.")
            : null;

    /// <summary>
    /// A deadline in words that holds a date is better kept as one; one that holds none cannot be followed up.
    /// </summary>
    public static Finding? ProseDeadline(this RowOrigin origin, string? prose, Entry<DateOnly> due)
    {
        if (prose is null)
            return null;
        // Written by a person, so without time zone; UTC only says that none is added.
        var read = DayText.TryRead(prose, TimeZoneInfo.Utc);
        if (due.Value is { } date)
        {
            return read is { } other && other != date
                ? origin.Warning(
                    "Tidsangivelse i ord",
                    $"Tidsangivelsen ”{prose}” och Klart senast ({Swedish.Long(date)}) är olika dagar. Behåll den som gäller."
                )
                : null;
        }
        return read is null
            ? origin.Info(
                "Tidsangivelse i ord",
                $"Tidsangivelsen ”{prose}” kan inte läsas som ett datum. Den skrivs ut som den står, men "
                    + "påminnelser kräver ett datum i Klart senast."
            )
            : origin.Info(
                "Klart senast",
                $"Tidsangivelsen ”{prose}” är ett datum. Skriv det i Klart senast så kan det följas upp."
            );
    }

    private static Finding At(RowOrigin origin, FindingLevel level, string column, string message) =>
        new(level, origin.List, origin.Id, column, message, origin.Link);
}
