using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>
/// How each cell encoding becomes text, number, yes/no or reference. Every <c>Try…</c> gives null for what it cannot
/// read.
/// </summary>
internal static partial class CellText
{
    /// <summary>The cell as trimmed text; null when it is empty.</summary>
    public static string? One(JsonElement cell)
    {
        var text = cell.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => cell.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => CellNumber.Text(cell),
            JsonValueKind.Array => string.Join("; ", Several(cell)),
            // A reference in its expanded form, e.g. {"LookupId":7,"LookupValue":"…"}.
            JsonValueKind.Object when cell.TryGetProperty("LookupValue", out var value) => One(value),
            _ => cell.GetRawText(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>
    /// A multi-value cell: an array, or from a file its JSON text or values parted by semicolon (";#" in old exports).
    /// </summary>
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

    /// <summary>True for what is written where there is nobody to name: a dash, "Saknas", "vakant", "N/A".</summary>
    public static bool IsNobody(string text) => Nobody().IsMatch(text);

    /// <summary>
    /// The values with those parted by comma, "och" or, for years, a dash split where every part is known: "Chefer,
    /// ISAM" is two roles and "2026–2028" three years, but a choice that itself holds a comma is one.
    /// </summary>
    public static IReadOnlyList<string> SplitKnown(IReadOnlyList<string> texts, Func<string, bool> isKnown)
    {
        if (texts.All(isKnown))
            return texts;
        return
        [
            .. texts.SelectMany(text =>
                !isKnown(text) && Parts(text) is { Count: > 1 } parts && parts.All(isKnown) ? parts : [text]
            ),
        ];

        static IReadOnlyList<string> Parts(string text) =>
            [
                .. text.Split(
                        [",", ";", " och ", " samt "],
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                    .SelectMany(Years),
            ];
    }

    /// <summary>The years from the first to the last of "2026–2028"; other text as it is.</summary>
    private static IEnumerable<string> Years(string text)
    {
        if (YearSpan().Match(text) is not { Success: true } span)
            return [text];
        var (first, last) = (Year("first"), Year("last"));
        return first < last
            ? Enumerable.Range(first, last - first + 1).Select(y => y.ToString(CultureInfo.InvariantCulture))
            : [text];

        int Year(string group) => int.Parse(span.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    public static bool? TryYesNo(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "ja" or "yes" or "1" or "sant" or "x" => true,
            "false" or "nej" or "no" or "0" or "falskt" => false,
            _ => null,
        };

    /// <summary>
    /// A person or lookup cell as id and display text: an object or a list of one as Graph and REST expand them, or the
    /// old export form with id and text parted by ";#", whichever comes first.
    /// </summary>
    public static Reference Pair(JsonElement cell)
    {
        if (cell.ValueKind == JsonValueKind.Array && cell.GetArrayLength() == 1)
            return Pair(cell[0]);
        if (cell.ValueKind == JsonValueKind.Object && cell.TryGetProperty("LookupId", out var id))
            return new(TryId(One(id)), One(cell));
        var text = One(cell);
        if (text?.Split(";#", StringSplitOptions.TrimEntries) is not [{ Length: > 0 } first, { Length: > 0 } second])
            return new(null, text);
        if (TryId(first) is { } before)
            return new(before, second);
        return TryId(second) is { } after ? new(after, first) : new(null, text);
    }

    /// <summary>A row id: digits only, from 1.</summary>
    public static int? TryId(string? text) =>
        text is not null
        && int.TryParse(CellNumber.RowId(text), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id > 0
            ? id
            : null;

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

    [GeneratedRegex(
        @"^([-–—?.]+|saknas|vakant|vakans|ingen|okänd|n/a|n\.a\.|"
            + @"ej (angiven|angivet|utsedd|tillsatt|namnsatt)|inte (angiven|utsedd|tillsatt))$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Nobody();

    [GeneratedRegex(
        @"^(?<first>[12][0-9]{3})\s?[-–—]\s?(?<last>[12][0-9]{3})$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearSpan();
}
