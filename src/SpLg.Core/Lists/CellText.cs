using System.Globalization;
using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>How each cell encoding becomes text, number, yes/no or date. Every <c>Try…</c> gives null for what it cannot read.</summary>
internal static class CellText
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "d/M yyyy", "d.M.yyyy"];
    private static readonly string[] DayTimeForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd H.mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm"];

    /// <summary>The cell as trimmed text; null when it is empty.</summary>
    public static string? One(JsonElement cell)
    {
        var text = cell.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => cell.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Array => string.Join("; ", Several(cell)),
            // A reference in its expanded form, e.g. {"LookupId":7,"LookupValue":"…"}.
            JsonValueKind.Object when cell.TryGetProperty("LookupValue", out var value) => One(value),
            _ => cell.GetRawText(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>A multi-value cell: an array, or from a file its JSON text or values parted by semicolon (";#" in old exports).</summary>
    public static IReadOnlyList<string> Several(JsonElement cell)
    {
        if (cell.ValueKind == JsonValueKind.Array)
            return [.. cell.EnumerateArray().Select(One).OfType<string>()];
        var text = One(cell);
        if (text is null)
            return [];
        if (text.StartsWith('[') && TryArray(text) is { } values)
            return values;
        return text.Split([";#", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Digits with point or comma, spaces (also non-breaking) as thousands separators.</summary>
    public static decimal? TryNumber(string text)
    {
        var plain = text.Replace(" ", "").Replace("\u00a0", "").Replace("\u202f", "").Replace('−', '-').Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static bool? TryYesNo(string text) => text.ToLowerInvariant() switch
    {
        "true" or "ja" or "yes" or "1" or "sant" or "x" => true,
        "false" or "nej" or "no" or "0" or "falskt" => false,
        _ => null,
    };

    /// <summary>
    /// UTC as Graph writes it (turned to the site's day), or a Swedish day from a file. A date-only column arrives as
    /// midnight of the site's zone in UTC, so its UTC date is often the day before.
    /// </summary>
    public static DateOnly? TryDate(string text, TimeZoneInfo siteZone)
    {
        if (DateOnly.TryParseExact(text, DayForms, Swedish, DateTimeStyles.AllowWhiteSpaces, out var day))
            return day;
        if (DateTime.TryParseExact(text, DayTimeForms, Swedish, DateTimeStyles.AllowWhiteSpaces, out var local))
            return DateOnly.FromDateTime(local);
        if (text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, siteZone).DateTime);
        return null;
    }

    private static List<string>? TryArray(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(One).OfType<string>()];
        }
        catch (JsonException)
        {
            // Text that merely begins with a bracket: the caller reads it as plain text.
            return null;
        }
    }
}
