namespace SpLg.Import;

/// <summary>Makes the values to write of a file's rows, and tells what cannot be written and why.</summary>
/// <param name="columns">The columns the file has any value in.</param>
internal sealed class RowValues(
    ListSchema list,
    IReadOnlyList<ColumnSchema> columns,
    ReferenceResolver references,
    ICollection<Finding> findings
)
{
    /// <summary>
    /// The most that a column of one line of text holds in SharePoint; a longer text is refused with the whole row.
    /// </summary>
    private const int LongestText = 255;

    private const string Publication = "Publication";

    /// <summary>
    /// The columns that a person decides on the site; a file that leaves them out changes nothing in them.
    /// </summary>
    private static readonly string[] Decided = [Publication, "SecrecyGround"];

    private readonly HashSet<string> unasked = new(StringComparer.Ordinal);

    /// <summary>Columns of the last row that were written without the file having them.</summary>
    public IReadOnlySet<string> Unasked => unasked;

    /// <summary>
    /// Values by internal column name; null when the row must not be imported, which is reported as an error.
    /// </summary>
    public async Task<Dictionary<string, object?>?> TryReadAsync(
        ListRow row,
        RowReader reader,
        CancellationToken cancellationToken
    )
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var usable = true;
        unasked.Clear();
        foreach (var column in columns)
        {
            var value = await ValueAsync(column, row, reader, values, cancellationToken);
            if (values.ContainsKey(column.Name))
                continue;
            if (column.Kind == ColumnKind.Text && value is string { Length: > LongestText } text)
            {
                if (column.Name == "Title" && TryMove(text, row, reader, values))
                    continue;
                Report(
                    column,
                    FindingLevel.Error,
                    $"Texten är {text.Length} tecken, och kolumnen rymmer {LongestText}. Raden importeras inte. Korta texten."
                );
                usable = false;
            }
            if (value is not null || !CellValue.IsWritten(row, column))
            {
                // An empty cell must not undo the default that the list itself put in when the row was created, nor
                // what a person has decided.
                if (value is not null || (column.Default is null && !Decided.Contains(column.Name)))
                    values[column.Name] = value;
            }
            else if (column.Name == Publication)
            {
                // Without it nobody would have decided who may read the row, and the file says that somebody has.
                Report(
                    column,
                    FindingLevel.Error,
                    $"Raden importeras inte, eftersom ”{column.DisplayName}” i filen inte går att läsa och raden "
                        + "då kunde visas för fler än det var tänkt. Rätta värdet."
                );
                usable = false;
            }
            else if (column.Default is not null)
            {
                // Something is written and cannot be: the list would put its default there, which says something else.
                Report(
                    column,
                    FindingLevel.Error,
                    $"Raden importeras inte, eftersom ”{column.DisplayName}” då skulle få listans standardvärde i "
                        + "stället för det som står i filen. Rätta värdet."
                );
                usable = false;
            }
        }
        return usable ? values : null;

        void Report(ColumnSchema column, FindingLevel level, string message) =>
            findings.Add(new(level, list.Title, row.Id, column.DisplayName, message, null));
    }

    /// <summary>
    /// The value, or null when the cell is empty or holds nothing that can be written (which is reported).
    /// </summary>
    private async Task<object?> ValueAsync(
        ColumnSchema column,
        ListRow row,
        RowReader reader,
        Dictionary<string, object?> values,
        CancellationToken cancellationToken
    )
    {
        var value = CellValue.Read(column, row, reader);
        if (value is Reference reference)
        {
            var words =
                reference.Text?.Length <= LongestText
                && list.WordsBeside(column) is { } beside
                && !CellValue.IsWritten(row, beside)
                    ? beside
                    : null;
            var found = await references.TryResolveAsync(
                column,
                reference,
                fault =>
                    Tell(
                        words is null ? FindingLevel.Warning : FindingLevel.Info,
                        words is null ? fault : $"{fault} Tills vidare står texten i ”{words.DisplayName}”."
                    ),
                cancellationToken
            );
            if (found is null && words is not null)
            {
                values[words.Name] = reference.Text;
                unasked.Add(words.Name);
            }
            return found;
        }
        if (CellValue.UnknownChoices(column, value) is not { Count: > 0 } unknown)
            return value;
        Tell(
            FindingLevel.Warning,
            $"”{string.Join("”, ”", unknown)}” finns inte bland kolumnens val och skrivs inte. Välj bland: "
                + $"{string.Join(", ", column.Choices)}."
        );
        return CellValue.WithoutUnknown(column, value);

        void Tell(FindingLevel level, string message) =>
            findings.Add(new(level, list.Title, row.Id, column.DisplayName, message, null));
    }

    /// <summary>
    /// A title that is too long for its column goes whole into the note that takes it, before what that holds, and what
    /// fits of it stays the title. False where the list has no such note.
    /// </summary>
    private bool TryMove(string title, ListRow row, RowReader reader, Dictionary<string, object?> values)
    {
        if (KnownLists.All.FirstOrDefault(l => l.Name == list.Name)?.LongTitle is not { } name)
            return false;
        var column = list.Column(name);
        var fitting = title[..(LongestText - 1)];
        var end = fitting.LastIndexOf(' ');
        // Its beginning tells the row from others.
        values["Title"] = (end >= NaturalKey.Compared ? fitting[..end] : fitting).TrimEnd() + "…";
        if (!CellValue.IsWritten(row, column))
            unasked.Add(name);
        var isHtml = column.Kind == ColumnKind.RichText;
        var whole = isHtml ? HtmlText.OfPlain(title) : title;
        var gap = isHtml ? "" : "\n\n";
        values[name] = CellValue.Read(column, row, reader) is string { Length: > 0 } there
            ? $"{whole}{gap}{there}"
            : whole;
        findings.Add(
            new(
                FindingLevel.Info,
                list.Title,
                row.Id,
                list.Column("Title").DisplayName,
                $"Texten är {title.Length} tecken, och kolumnen rymmer {LongestText}. Hela texten skrivs i ”{column.DisplayName}”, och "
                    + "början av den blir rubrik.",
                null
            )
        );
        return true;
    }
}
