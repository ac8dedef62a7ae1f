using System.Globalization;

namespace SpLg.Word.Filling;

/// <summary>How numbers and dates are written in Swedish, the same on every machine whatever culture data it has.</summary>
internal static class SwedishFormat
{
    public static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00a0",
        NegativeSign = "\u2212",
    };

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    public static string LongDate(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    public static string MonthAndYear(DateOnly date) => $"{Months[date.Month - 1]} {date.Year}";
}
