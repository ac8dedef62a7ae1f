namespace SpLg.Import;

/// <summary>What a row without an external key is known again by: IA-nummer, diarienummer, title and date.</summary>
/// <param name="Key">Compared without regard to case.</param>
/// <param name="Names">The columns that it is made of, in Swedish.</param>
internal sealed record NaturalKey(string Key, string Names)
{
    /// <summary>A title may have been shortened to fit its column; its beginning is the same.</summary>
    public const int Compared = 200;

    /// <summary>By the first set of columns that the row has, which is the one that tells it from others.</summary>
    public static NaturalKey? Of(ListSchema list, ListRow row, TimeZoneInfo zone) =>
        All(list, row, zone).FirstOrDefault();

    /// <summary>By every set of columns that the row has, the most telling first.</summary>
    public static IEnumerable<NaturalKey> All(ListSchema list, ListRow row, TimeZoneInfo zone) =>
        Sets(list).Select(s => TryOf(list, s, row, zone)).OfType<NaturalKey>();

    /// <summary>All that rows of the list are known by, in Swedish.</summary>
    public static string NamesOf(ListSchema list) =>
        string.Join(", annars ", Sets(list).Select(s => Swedish.Join([.. s.Select(n => list.Column(n).DisplayName)])));

    private static IReadOnlyList<IReadOnlyList<string>> Sets(ListSchema list) =>
        KnownLists.All.FirstOrDefault(l => l.Name == list.Name) is { } known
            ? known.KnownBy
                ??
                [
                    ["Title", known.YearColumns[0]],
                ]
            : [];

    private static NaturalKey? TryOf(ListSchema list, IReadOnlyList<string> names, ListRow row, TimeZoneInfo zone)
    {
        var reader = new RowReader(list, row, zone, []);
        var columns = names.Select(list.Column).ToList();
        var parts = columns.Select(c => (Column: c, Text: Text(c, CellValue.Read(c, row, reader)))).ToList();
        // A row may lack its year; what names it, it must have.
        return parts.Any(p => p.Text.Length == 0 && p.Column.Kind == ColumnKind.Text)
            ? null
            : new(
                // No external key begins so.
                $"\u0001{string.Join('\u0001', parts.Select(p => $"{p.Column.Name}={p.Text}"))}",
                Swedish.Join([.. columns.Select(c => c.DisplayName)])
            );
    }

    /// <summary>As the site keeps it: an empty cell gets the column's default, and a choice that is none is not kept.</summary>
    private static string Text(ColumnSchema column, object? value)
    {
        if (CellValue.UnknownChoices(column, value).Count > 0)
            value = CellValue.WithoutUnknown(column, value);
        var text = value switch
        {
            null => column.Default ?? "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.###", CultureInfo.InvariantCulture),
            _ => Letters.Seen($"{value}"),
        };
        return text.Length <= Compared ? text : text[..Compared];
    }
}
