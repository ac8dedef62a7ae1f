namespace SpLg.Files;

/// <summary>A cell of a workbook.</summary>
/// <param name="Text">As it is kept: words, or the digits of a number.</param>
/// <param name="Look">How a number is shown; null for words.</param>
internal sealed record WorkbookCell(string Text, NumberLook? Look)
{
    private const double FirstDay = 1;

    /// <summary>Plain numbers outside these (1927–2173) are a year or something else that is counted.</summary>
    private const double FirstPlainDay = 10_000;

    private const double LastPlainDay = 99_999;

    /// <summary>The text that a file of text would have for it.</summary>
    /// <param name="kind">Of the column; null when it is none of the list's.</param>
    /// <param name="daysFrom">What a day's number counts from.</param>
    public string As(ColumnKind? kind, DateTime daysFrom)
    {
        if (
            Look is not { } look
            || !double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
            return Text;
        var isDay =
            look == NumberLook.Day
            || (
                kind is ColumnKind.Date or ColumnKind.DateTime
                && look == NumberLook.Plain
                && number is >= FirstPlainDay and <= LastPlainDay
            );
        if (isDay && number >= FirstDay && number <= (DateTime.MaxValue.Date - daysFrom).TotalDays)
            return Day(daysFrom.AddSeconds(Math.Round(number * 86_400)));
        var shown = look == NumberLook.Percent ? number * 100 : number;
        var digits = shown.ToString("0.##############", CultureInfo.InvariantCulture);
        if (digits.Length > 15)
            digits = double.Parse(shown.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                .ToString("0.##############", CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        // Three decimals could be thousands; with a fourth they are none.
        if (kind == ColumnKind.Number && point >= 0 && digits.Length - point == 4)
            digits += "0";
        return digits.Replace('.', ',') + (look == NumberLook.Percent ? "%" : "");
    }

    private static string Day(DateTime day) =>
        day.ToString(
            day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture
        );
}

internal enum NumberLook
{
    Plain,
    Percent,
    Day,
}
