namespace SpLg.Core.Changes;

/// <summary>
/// Compares rows by what their cells say, not by how they are written: formatting, the order of several values and a
/// person's new name are no change. A row is the same row when it has the same id.
/// </summary>
internal static class RowComparison
{
    /// <summary>A key for imports says nothing of the organisation.</summary>
    private const string ImportKey = "ExternalKey";

    /// <summary>New rows first, then changed, then removed, each by row id.</summary>
    public static IReadOnlyList<RowChange> Between(
        ListOf of,
        ListSchema list,
        IReadOnlyList<ListRow> before,
        IReadOnlyList<ListRow> after
    )
    {
        var (old, now) = (ById(before), ById(after));
        // Columns that no form shows are the program's own bookkeeping; changes in them do not count.
        var columns = list.Columns.Where(c => c.Name != ImportKey && c.InForms).ToList();
        var changes = new List<RowChange>();
        foreach (var (id, row) in now)
        {
            if (!old.TryGetValue(id, out var earlier))
                changes.Add(Change(RowChangeKind.New, row, row.WebUrl, OpenEdition.Tells(of, list, row), []));
            else if (Different(columns, earlier, row) is { Count: > 0 } different)
                changes.Add(
                    Change(
                        RowChangeKind.Changed,
                        row,
                        row.WebUrl,
                        OpenEdition.Tells(of, list, earlier) && OpenEdition.Tells(of, list, row),
                        different
                    )
                );
        }
        changes.AddRange(
            old.Where(r => !now.ContainsKey(r.Key))
                .Select(r => Change(RowChangeKind.Removed, r.Value, null, OpenEdition.Tells(of, list, r.Value), []))
        );
        return [.. changes.OrderBy(c => c.Kind).ThenBy(c => RowOrder.ById(c.RowId))];
    }

    private static Dictionary<string, ListRow> ById(IReadOnlyList<ListRow> rows)
    {
        var byId = new Dictionary<string, ListRow>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
            byId[row.Id] = row;
        return byId;
    }

    private static RowChange Change(
        RowChangeKind kind,
        ListRow row,
        Uri? link,
        bool isOpen,
        IReadOnlyList<string> columns
    ) =>
        new(
            kind,
            row.Id,
            row.Fields.TryGetValue("Title", out var title) ? CellText.One(title) : null,
            link,
            isOpen,
            columns
        );

    private static IReadOnlyList<string> Different(
        IReadOnlyList<ColumnSchema> columns,
        ListRow before,
        ListRow after
    ) => [.. columns.Where(c => !Same(c, before, after)).Select(c => c.DisplayName)];

    private static bool Same(ColumnSchema column, ListRow before, ListRow after)
    {
        if (column.Kind is not (ColumnKind.Person or ColumnKind.Lookup))
            return Said(column, before) == Said(column, after);
        var (old, now) = (Referred(column, before), Referred(column, after));
        return old.Id is { } id && now.Id is { } other ? id == other : old.Id == now.Id && old.Text == now.Text;
    }

    private static Reference Referred(ColumnSchema column, ListRow row)
    {
        var (id, text) = row.Fields.TryGetValue(column.Name, out var cell) ? CellText.Pair(cell) : new(null, null);
        return new(
            row.Fields.TryGetValue(column.Name + "LookupId", out var own)
                ? CellText.TryId(CellText.One(own)) ?? id
                : id,
            text
        );
    }

    /// <summary>The cell's content in one form, so that two can be compared; null when it is empty.</summary>
    private static string? Said(ColumnSchema column, ListRow row)
    {
        if (!row.Fields.TryGetValue(column.Name, out var cell))
            return null;
        if (column.Kind == ColumnKind.MultiChoice)
            return CellText.Several(cell) is { Count: > 0 } values
                ? string.Join('\n', values.Order(StringComparer.Ordinal))
                : null;
        if (CellText.One(cell) is not { } text)
            return null;
        return column.Kind switch
        {
            ColumnKind.Number => CellNumber
                .TryRead(cell, column)
                ?.ToString("0.##########", CultureInfo.InvariantCulture)
                ?? text,
            ColumnKind.YesNo => CellText.TryYesNo(text) switch
            {
                true => "Ja",
                false => "Nej",
                null => text,
            },
            ColumnKind.RichText => HtmlText.ShowsNothing(text) ? null : Words(HtmlText.Plain(text)),
            ColumnKind.Note => Words(text),
            _ => text,
        };
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
