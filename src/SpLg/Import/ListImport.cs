using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.Running;

namespace SpLg.Import;

/// <summary>
/// Brings a file's rows into a list. Rows are known again by <c>ExternalKey</c>, so the same file may be imported any
/// number of times. The file decides the columns it has any value in: an empty cell there empties the column, unless the
/// list has a default for it. Other columns are left alone.
/// </summary>
/// <param name="dryRun">True counts and reports but writes nothing.</param>
internal sealed class ListImport(OpenSite site, ReferenceResolver references, bool dryRun)
{
    private const string Key = "ExternalKey";

    public async Task<ImportReport> RunAsync(ListSchema list, IReadOnlyList<ListRow> rows, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        var header = site.List(list.Name);
        var columns = list.Columns.Where(c => rows.Any(r => r.Fields.ContainsKey(c.Name))).ToList();
        var there = await ThereAsync(list, cancellationToken);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int created = 0, updated = 0, unchanged = 0, skipped = 0;
        foreach (var row in rows)
        {
            var reader = new RowReader(list, row, site.Zone, findings);
            var key = reader.Text(Key);
            if (key is null || !seen.Add(key))
            {
                findings.Add(new(FindingLevel.Error, list.Title, row.Id, list.Column(Key).DisplayName, key is null
                    ? "Raden saknar extern nyckel och importeras inte, eftersom den då skulle dubbleras nästa gång. Fyll i kolumnen."
                    : $"Nyckeln ”{key}” finns på mer än en rad i filen. Bara den första importeras.", null));
                skipped++;
                continue;
            }
            var values = await ValuesAsync(list, columns, row, reader, findings, cancellationToken);
            if (!there.TryGetValue(key, out var old))
            {
                created++;
                if (!dryRun)
                    await site.Writer.CreateAsync(header, list, Filled(values), cancellationToken);
                continue;
            }
            var changed = Changed(list, columns, values, old);
            if (changed.Count == 0)
            {
                unchanged++;
                continue;
            }
            updated++;
            if (!dryRun)
                await site.Writer.UpdateAsync(header, list, old.Id, changed, old.ETag, cancellationToken);
        }
        if (!dryRun)
            references.Forget(list);
        return new(list.Title, created, updated, unchanged, skipped);
    }

    private async Task<Dictionary<string, ListRow>> ThereAsync(ListSchema list, CancellationToken cancellationToken)
    {
        var there = new Dictionary<string, ListRow>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in site.Reader.RowsAsync(site.List(list.Name), list, cancellationToken))
        {
            // Faults in rows that are already there are told by 'check', not by an import of other rows.
            if (new RowReader(list, row, site.Zone, []).Text(Key) is { } key)
                there.TryAdd(key, row);
        }
        return there;
    }

    private async Task<Dictionary<string, object?>> ValuesAsync(
        ListSchema list, List<ColumnSchema> columns, ListRow row, RowReader reader, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var value = CellValue.Read(column, row, reader, site.Zone);
            if (value is Reference reference)
                value = await references.TryResolveAsync(column, reference, fault => Report(column, FindingLevel.Warning, fault), cancellationToken);
            if (CellValue.UnknownChoices(column, value) is { Count: > 0 } unknown)
            {
                Report(column, FindingLevel.Warning, $"”{string.Join("”, ”", unknown)}” finns inte bland kolumnens val och skrivs inte. Välj bland: {string.Join(", ", column.Choices)}.");
                continue;
            }
            // What is written but could not be read has been reported; it must not empty what is there. Nor must an empty
            // cell undo the default that the list itself put in when the row was created.
            if (value is null && (row.Fields.ContainsKey(column.Name) || column.Default is not null))
                continue;
            values[column.Name] = value;
        }
        return values;

        void Report(ColumnSchema column, FindingLevel level, string message) =>
            findings.Add(new(level, list.Title, row.Id, column.DisplayName, message, null));
    }

    private static Dictionary<string, object?> Filled(Dictionary<string, object?> values) =>
        values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    private Dictionary<string, object?> Changed(ListSchema list, List<ColumnSchema> columns, Dictionary<string, object?> values, ListRow old)
    {
        var reader = new RowReader(list, old, site.Zone, []);
        return columns
            .Where(c => values.ContainsKey(c.Name) && !CellValue.Same(c, values[c.Name], CellValue.Read(c, old, reader, site.Zone)))
            .ToDictionary(c => c.Name, c => values[c.Name], StringComparer.Ordinal);
    }
}
