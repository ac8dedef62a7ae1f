using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpLg.Core.Lists;
using SpLg.Core.Schema;

namespace SpLg.Import;

/// <summary>
/// One cell as the value that is written to the site, and when two such values are the same. The same reading is used
/// for the file's row and for the row that is there, so that an unchanged row is seen as unchanged.
/// </summary>
internal static partial class CellValue
{
    /// <summary>
    /// The value by the column's kind, null when the cell is empty or cannot be read (which <paramref name="reader"/>
    /// reports). References are not resolved here: they come as <see cref="Reference"/>.
    /// </summary>
    public static object? Read(ColumnSchema column, ListRow row, RowReader reader, TimeZoneInfo zone) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Note => reader.Text(column.Name),
        ColumnKind.RichText => reader.Html(column.Name),
        ColumnKind.Choice => Raw(row, column.Name),
        ColumnKind.MultiChoice => reader.Texts(column.Name) is { Count: > 0 } texts ? texts : null,
        ColumnKind.Number => reader.Number(column.Name).Value,
        ColumnKind.YesNo => reader.YesNo(column.Name).Value,
        ColumnKind.Date => reader.Date(column.Name).Value,
        ColumnKind.DateTime => Moment(Raw(row, column.Name), zone),
        ColumnKind.Person or ColumnKind.Lookup => reader.Reference(column.Name),
        _ => throw new InvalidOperationException($"Column kind {column.Kind} is not handled."),
    };

    /// <summary>True when writing <paramref name="wanted"/> over <paramref name="there"/> would change nothing a person sees.</summary>
    public static bool Same(ColumnSchema column, object? wanted, object? there) => (wanted, there) switch
    {
        (null, null) => true,
        (IReadOnlyList<string> a, IReadOnlyList<string> b) => a.SequenceEqual(b),
        (Reference a, Reference b) => a.Id == b.Id,
        (string a, string b) when column.Kind == ColumnKind.RichText => Html(a) == Html(b),
        (string a, string b) => a.ReplaceLineEndings("\n") == b.ReplaceLineEndings("\n"),
        // An unset yes/no column and "no" look the same in the list.
        (false, null) or (null, false) => column.Kind == ColumnKind.YesNo,
        _ => Equals(wanted, there),
    };

    /// <summary>The texts of a cell with choices that are none of the column's.</summary>
    public static IReadOnlyList<string> UnknownChoices(ColumnSchema column, object? value) => (column.Kind, value) switch
    {
        (ColumnKind.Choice, string text) => column.Choices.Contains(text) ? [] : [text],
        (ColumnKind.MultiChoice, IReadOnlyList<string> texts) => [.. texts.Where(t => !column.Choices.Contains(t))],
        _ => [],
    };

    /// <summary>SharePoint wraps formatted notes in a div of its own class when it stores them.</summary>
    private static string Html(string html)
    {
        var bare = html.ReplaceLineEndings("\n").Trim();
        var wrapped = Wrapper().Match(bare);
        return wrapped.Success ? wrapped.Groups["inner"].Value.Trim() : bare;
    }

    private static string? Raw(ListRow row, string name) =>
        row.Fields.TryGetValue(name, out var cell) && cell.ValueKind == JsonValueKind.String && cell.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>UTC as Graph writes it, or the site's wall clock as an export writes it.</summary>
    private static DateTimeOffset? Moment(string? text, TimeZoneInfo zone)
    {
        if (text is null || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
            return null;
        return moment.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(moment)
            : new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified), zone.GetUtcOffset(moment)).ToUniversalTime();
    }

    [GeneratedRegex(@"\A<div class=""ExternalClass[0-9A-F]*"">(?<inner>.*)</div>\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wrapper();
}
