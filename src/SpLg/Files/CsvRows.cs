using System.Globalization;
using System.Text.Json;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Core.Schema;

namespace SpLg.Files;

/// <summary>
/// The rows of a list from a CSV file in the shape of SharePoint's own export. Cells stay the text that was written;
/// <see cref="RowReader"/> reads them like any other row.
/// </summary>
internal static class CsvRows
{
    /// <summary>Columns every list has without our template naming them, as the export heads them. Nothing is lost by leaving them.</summary>
    private static readonly HashSet<string> BuiltIn = new(
        new[]
        {
            "ID", "Modified", "Ändrad", "Created", "Skapad", "Created By", "Skapat av", "Skapad av", "Modified By", "Ändrat av", "Ändrad av",
            "Item Type", "Objekttyp", "Path", "Sökväg", "Version", "Attachments", "Bifogade filer", "Content Type", "Innehållstyp",
            "Compliance Asset Id", "Folder Child Count", "Item Child Count", "App Created By", "App Modified By", "_OldID",
        }.Select(FieldName.Fold),
        StringComparer.Ordinal);

    /// <summary>Reads a file's text. What does not fit (unknown column, too many cells) becomes a finding about the list.</summary>
    public static IReadOnlyList<ListRow> Read(string text, ListSchema list, ICollection<Finding> findings)
    {
        var table = CsvTable.Parse(text);
        if (table.UnclosedQuote is { } quote)
            findings.Add(new(FindingLevel.Error, list.Title, null, null, $"Ett citattecken på rad {quote} i filen stängs aldrig, så resten av filen läses som en enda cell. Rätta raden eller exportera listan igen.", null));
        var columns = Columns(table.Header, list, findings);
        var idColumn = table.Header.ToList().FindIndex(h => FieldName.Fold(h) is "id" or "splg-id");
        var rows = new List<ListRow>(table.Rows.Count);
        foreach (var (line, cells) in table.Rows)
        {
            var id = idColumn >= 0 && idColumn < cells.Count ? cells[idColumn].Trim() : "";
            if (id.Length == 0)
                id = line.ToString(CultureInfo.InvariantCulture);
            if (cells.Skip(table.Header.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
                findings.Add(new(FindingLevel.Warning, list.Title, id, null, $"Raden på rad {line} i filen har fler celler än rubriker. Kontrollera citattecken och avgränsare.", null));
            var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
            {
                if (columns[i] is { } column && !string.IsNullOrWhiteSpace(cells[i]))
                    fields[column.Name] = JsonSerializer.SerializeToElement(cells[i]);
            }
            rows.Add(new(id, null, null, fields));
        }
        return rows;
    }

    /// <summary>The columns a file's header names; null where the cell is not read.</summary>
    private static List<ColumnSchema?> Columns(IReadOnlyList<string> header, ListSchema list, ICollection<Finding> findings)
    {
        var byName = new Dictionary<string, ColumnSchema>(StringComparer.Ordinal);
        foreach (var column in list.Columns)
            byName[FieldName.Fold(column.Name)] = column;
        // Staff see display names, so these win where one equals another column's internal name.
        foreach (var column in list.Columns)
            byName[FieldName.Fold(column.DisplayName)] = column;
        // A list whose title column was never renamed is exported with SharePoint's own Swedish name for it.
        if (list.TryColumn("Title") is { } title)
            byName.TryAdd(FieldName.Fold("Rubrik"), title);

        var taken = new HashSet<ColumnSchema>();
        var columns = new List<ColumnSchema?>(header.Count);
        foreach (var name in header)
        {
            var column = byName.GetValueOrDefault(FieldName.Fold(name));
            if (column is null && name.Length > 0 && !BuiltIn.Contains(FieldName.Fold(name)))
                Report($"Filens kolumn ”{name}” finns inte i listan {list.Title} och läses inte. Kontrollera stavningen eller ta bort kolumnen.", FindingLevel.Info);
            if (column is not null && !taken.Add(column))
            {
                Report($"Filen har två kolumner för ”{column.DisplayName}”. Bara den första läses.", FindingLevel.Warning);
                column = null;
            }
            columns.Add(column);

            void Report(string message, FindingLevel level) => findings.Add(new(level, list.Title, null, name, message, null));
        }
        foreach (var missing in list.Columns.Where(c => c.Required && !taken.Contains(c)))
            findings.Add(new(FindingLevel.Warning, list.Title, null, missing.DisplayName, $"Filen saknar kolumnen ”{missing.DisplayName}” som måste finnas.", null));
        return columns;
    }
}
