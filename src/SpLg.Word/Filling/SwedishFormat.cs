namespace SpLg.Word.Filling;

/// <summary>
/// How numbers and dates are written in Swedish, the same on every machine whatever culture data it has.
/// </summary>
internal static class SwedishFormat
{
    public static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00a0",
        NegativeSign = "\u2212",
    };

    public static string MonthAndYear(DateOnly date) => $"{Swedish.Month(date.Month)} {date.Year}";
}
