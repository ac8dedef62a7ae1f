using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>
/// How a cell becomes a number. A JSON number has one meaning (https://www.rfc-editor.org/rfc/rfc8259#section-6),
/// however many zeros it is written with; what a person or another program has written as text may have two.
/// </summary>
public static partial class CellNumber
{
    /// <summary>As many decimals as a number keeps.</summary>
    private const string Plain = "0.############################";

    /// <summary>The number of a cell; null when it holds none, or one that could be another.</summary>
    public static decimal? TryRead(JsonElement cell, ColumnSchema column)
    {
        if (cell.ValueKind == JsonValueKind.Number)
            return TryJson(cell);
        return CellText.One(cell) is { } text && Readings(text, column) is [{ } only] ? only : null;
    }

    /// <summary>
    /// True for text that is one number in Swedish and another in English: "1,000" and "1.000". In a column without
    /// decimals "2,026" can only be what an English site exports for 2026, but "612.000" is 612 from a database and 612
    /// 000 from a person. Where only one of the two is within the column's limits, it is that one.
    /// </summary>
    public static bool IsAmbiguous(JsonElement cell, ColumnSchema column) =>
        cell.ValueKind != JsonValueKind.Number && CellText.One(cell) is { } text && Readings(text, column).Count > 1;

    /// <summary>A JSON number; null when it is too large to count with.</summary>
    public static decimal? TryJson(JsonElement number) => TryDecimal(number.GetRawText());

    /// <summary>A JSON number written one way: 612 for 612.000 and for 6.12e2.</summary>
    public static string Text(JsonElement number) =>
        TryJson(number)?.ToString(Plain, CultureInfo.InvariantCulture) ?? number.GetRawText();

    /// <summary>A row number as text; of "12.0", which programs that know no whole numbers write, 12.</summary>
    public static string RowId(string text) =>
        Letters.Seen(text) is var seen && WithDecimals().Match(seen) is { Success: true } match
            ? match.Groups["whole"].Value
            : seen;

    /// <summary>The numbers that the text can mean; none when it is no number.</summary>
    private static IReadOnlyList<decimal> Readings(string text, ColumnSchema column)
    {
        var seen = Letters.Seen(text);
        var plain = (
            seen.Any(char.IsWhiteSpace) ? string.Concat(seen.Where(c => !char.IsWhiteSpace(c))) : seen
        ).Replace('−', '-');
        plain = plain.EndsWith('%') ? plain[..^1] : plain;
        var asDecimals = TryDecimal(plain.Replace(',', '.'));
        if (!Groups().IsMatch(plain))
            return asDecimals is { } number ? [number] : [];
        var asThousands = TryDecimal(
            plain.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
        );
        var isWhole = asDecimals is { } value && decimal.IsInteger(value);
        decimal?[] both = column.Decimals == 0 && !isWhole ? [asThousands] : [asDecimals, asThousands];
        var readings = both.OfType<decimal>().ToList();
        var within = readings.Where(r => !(r < column.Minimum) && !(r > column.Maximum)).ToList();
        return column.Decimals == 0 && within.Count == 1 ? within : readings;
    }

    private static decimal? TryDecimal(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number == 0 ? 0 : number;
        return null;
    }

    [GeneratedRegex(
        @"^-?[1-9][0-9]{0,2}([.,][0-9]{3})+$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Groups();

    // Three zeros could be a group of thousands.
    [GeneratedRegex(@"^(?<whole>[1-9][0-9]*)[.,]0{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithDecimals();
}
