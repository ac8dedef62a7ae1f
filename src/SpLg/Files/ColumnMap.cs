namespace SpLg.Files;

/// <summary>
/// What an administration's own registers call the columns and choices of our lists, from a file with a line for each:
/// a CSV with <c>Lista</c>, <c>Deras namn</c> and <c>Vår kolumn</c>, and where a value is called something else too
/// <c>Deras värde</c> and <c>Vårt värde</c>.
/// </summary>
internal sealed class ColumnMap
{
    private const string ListName = "Lista";
    private const string Theirs = "Deras namn";
    private const string Ours = "Vår kolumn";
    private const string TheirValue = "Deras värde";
    private const string OurValue = "Vårt värde";

    public static readonly ColumnMap None = new([], []);

    private readonly IReadOnlyList<(string List, string Name, string Column)> names;
    private readonly Dictionary<(string List, string Column, string Value), string> values;

    private ColumnMap(
        IReadOnlyList<(string, string, string)> names,
        Dictionary<(string, string, string), string> values
    ) => (this.names, this.values) = (names, values);

    /// <exception cref="SettingsException">A line names a list or column that there is none of; says which line.</exception>
    public static ColumnMap Read(string path, SiteSchema schema)
    {
        if (!File.Exists(path))
            throw new SettingsException([$"{path}: there is no such file."]);
        var table = CsvTable.Parse(
            FileText.Decode(File.ReadAllBytes(path)).Text,
            h => h is ListName or Theirs or Ours or TheirValue or OurValue
        );
        if (Place(ListName) < 0 || Place(Ours) < 0)
            throw new SettingsException([
                $"{path}: the first line must name {ListName}, {Theirs} and {Ours}, and for values {TheirValue} and {OurValue}.",
            ]);
        var (names, values, faults) = (
            new List<(string, string, string)>(),
            new Dictionary<(string, string, string), string>(),
            new List<string>()
        );
        foreach (var (line, cells) in table.Rows)
        {
            var list = schema.TryFind(Cell(ListName));
            var column = list?.Columns.FirstOrDefault(c => c.DisplayName == Cell(Ours) || c.Name == Cell(Ours));
            if (list is null || column is null)
            {
                faults.Add(
                    list is null
                        ? $"{path}, line {line}: there is no list '{Cell(ListName)}'."
                        : $"{path}, line {line}: the list {list.Title} has no column '{Cell(Ours)}'."
                );
                continue;
            }
            if (Cell(Theirs).Length > 0)
                names.Add((list.Name, Cell(Theirs), column.Name));
            if (Cell(TheirValue).Length > 0)
                values[(list.Name, column.Name, FieldName.Fold(Cell(TheirValue)))] = Cell(OurValue);

            string Cell(string header) => Place(header) is var at and >= 0 && at < cells.Count ? cells[at].Trim() : "";
        }
        return faults.Count == 0 ? new(names, values) : throw new SettingsException(faults);

        int Place(string header) => table.Header.ToList().IndexOf(header);
    }

    /// <summary>The names that the administration's registers have for a list's columns.</summary>
    public IEnumerable<(string Name, ColumnSchema Column)> Of(ListSchema list) =>
        names.Where(n => n.List == list.Name).Select(n => (FieldName.Fold(n.Name), list.Column(n.Column)));

    /// <summary>A cell in our words, where the map knows a word for it.</summary>
    public string Value(ListSchema list, ColumnSchema column, string cell) =>
        values.Count > 0 && values.TryGetValue((list.Name, column.Name, FieldName.Fold(cell)), out var ours)
            ? ours
            : cell;
}
