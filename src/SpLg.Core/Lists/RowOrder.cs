namespace SpLg.Core.Lists;

/// <summary>Which year a row belongs to and the order rows stand in, the same every time.</summary>
internal static class RowOrder
{
    /// <summary>Item ids are numbers written as text; an id that is not a number comes last, by its text.</summary>
    public static (long Number, string Text) ById(RowOrigin origin) => ById(origin.Id);

    /// <inheritdoc cref="ById(RowOrigin)"/>
    public static (long Number, string Text) ById(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, "")
            : (long.MaxValue, id ?? "");

    /// <summary>A date to sort by; an empty or unreadable one comes last.</summary>
    public static DateOnly ByDate(Entry<DateOnly> date) => date.Value ?? DateOnly.MaxValue;

    /// <summary>A choice to sort by, in the order the choices are declared; empty and unreadable come last.</summary>
    public static int ByChoice<T>(Entry<T> choice)
        where T : struct, Enum =>
        choice.Value is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : int.MaxValue;

    /// <summary>
    /// The row's Year column; where that is empty, the year of its first main date that is known; else null.
    /// </summary>
    public static int? YearOf(RowOrigin origin, params ReadOnlySpan<Entry<DateOnly>> mainDates)
    {
        if (origin.WholeYear is { } year)
            return year;
        foreach (var date in mainDates)
        {
            if (date.Value is { } day)
                return day.Year;
        }
        return null;
    }
}
