using System.Text.RegularExpressions;

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
    public static object? Read(ColumnSchema column, ListRow row, RowReader reader) =>
        column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Note => reader.Text(column.Name),
            ColumnKind.RichText => reader.Html(column.Name) is { } html ? HtmlText.OfPlain(html) : null,
            ColumnKind.Choice => Raw(row, column.Name) is { } text ? Spelled(column, text) : null,
            ColumnKind.MultiChoice => reader.Texts(column.Name) is { Count: > 0 } texts
                ? texts.Select(t => Spelled(column, t)).ToList()
                : null,
            ColumnKind.Number => reader.Number(column.Name).Value,
            ColumnKind.YesNo => reader.YesNo(column.Name).Value,
            ColumnKind.Date => reader.Date(column.Name).Value,
            ColumnKind.DateTime => reader.Moment(column.Name).Value?.ToUniversalTime(),
            ColumnKind.Person or ColumnKind.Lookup => reader.Chosen(column.Name),
            _ => throw new InvalidOperationException($"Column kind {column.Kind} is not handled."),
        };

    /// <summary>True when writing <paramref name="wanted"/> over <paramref name="there"/> would change nothing a person sees.</summary>
    public static bool Same(ColumnSchema column, object? wanted, object? there) =>
        (wanted, there) switch
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
    public static IReadOnlyList<string> UnknownChoices(ColumnSchema column, object? value) =>
        (column.Kind, value) switch
        {
            (ColumnKind.Choice, string text) => column.Choices.Contains(text) ? [] : [text],
            (ColumnKind.MultiChoice, IReadOnlyList<string> texts) => [.. texts.Where(t => !column.Choices.Contains(t))],
            _ => [],
        };

    /// <summary>The value without those of its choices that are none of the column's; null when none is left.</summary>
    public static object? WithoutUnknown(ColumnSchema column, object? value) =>
        value switch
        {
            IReadOnlyList<string> texts => texts.Where(column.Choices.Contains).ToList() is { Count: > 0 } known
                ? known
                : null,
            _ => null,
        };

    /// <summary>True when the cell holds anything at all, readable or not.</summary>
    public static bool IsWritten(ListRow row, ColumnSchema column) =>
        row.Fields.TryGetValue(column.Name, out var cell)
        && cell.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        && !string.IsNullOrWhiteSpace(cell.ToString());

    /// <summary>
    /// A choice in the column's own spelling. The same differences are passed over as when a row is read for a review
    /// (<see cref="Choice.TryValue"/>): a site takes only its own spelling and may put the default in place of another.
    /// </summary>
    private static string Spelled(ColumnSchema column, string text)
    {
        var plain = Letters.Composed(text.Trim().Replace('\u00a0', ' '));
        return column.Choices.FirstOrDefault(c =>
                string.Equals(c.Normalize(), plain, StringComparison.OrdinalIgnoreCase)
            ) ?? text;
    }

    /// <summary>SharePoint wraps formatted notes in a div of its own class when it stores them.</summary>
    private static string Html(string html)
    {
        var bare = html.ReplaceLineEndings("\n").Trim();
        var wrapped = Wrapper().Match(bare);
        return wrapped.Success ? wrapped.Groups["inner"].Value.Trim() : bare;
    }

    private static string? Raw(ListRow row, string name) =>
        row.Fields.TryGetValue(name, out var cell)
        && cell.ValueKind == JsonValueKind.String
        && cell.GetString()!.Trim() is { Length: > 0 } text
            ? text
            : null;

    [GeneratedRegex(
        @"\A<div class=""ExternalClass[0-9A-F]*"">(?<inner>.*)</div>\z",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Wrapper();
}
