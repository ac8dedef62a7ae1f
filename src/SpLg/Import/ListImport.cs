using System.Net;

namespace SpLg.Import;

/// <summary>
/// Brings a file's rows into a list. Rows are known again by <c>ExternalKey</c>, and one that has none by what the list
/// says that its rows are known by, so the same file may be imported any number of times. The file decides the columns it
/// has any value in: an empty cell there empties the column, unless the list has a default for it. Other columns are left
/// alone. A row the site refuses is told, and the next one is taken.
/// </summary>
/// <param name="dryRun">True counts and reports but writes nothing.</param>
internal sealed class ListImport(
    OpenSite site,
    ListSchema list,
    ReferenceResolver references,
    bool dryRun,
    ICollection<Finding> findings
)
{
    private const string Key = "ExternalKey";

    private readonly SortedDictionary<string, int> defaults = new(StringComparer.Ordinal);
    private readonly List<string> coming = [];

    /// <summary>The work done so far.</summary>
    public ImportReport Report { get; private set; } = new(list.Title, 0, 0, 0, 0);

    public async Task RunAsync(IReadOnlyList<ListRow> rows, CancellationToken cancellationToken)
    {
        var columns = list.Columns.Where(c => rows.Any(r => r.Fields.ContainsKey(c.Name))).ToList();
        var values = new RowValues(list, columns, references, findings);
        var there = await ThereAsync(cancellationToken);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var byNature = 0;
        foreach (var row in rows)
        {
            var reader = new RowReader(list, row, site.Zone, findings);
            var key = KeyOf(reader);
            var natural = NaturalKey.All(list, row, site.Zone).ToList();
            byNature += key is null && natural.Count > 0 ? 1 : 0;
            var old = there.Find(key, natural);
            if (key is null && natural.Count == 0)
                Skip(
                    row,
                    list.Column(Key).DisplayName,
                    "Raden saknar extern nyckel och annat att känna igen den på, och importeras inte, eftersom den då skulle "
                        + "dubbleras nästa gång. Fyll i kolumnen."
                );
            else if (!seen.Add(key ?? natural[0].Key))
                Skip(
                    row,
                    key is null ? null : list.Column(Key).DisplayName,
                    key is null
                        ? $"Fler rader i filen har samma {natural[0].Names}, och raden har ingen extern nyckel. Bara den första "
                            + "importeras. Fyll i Extern nyckel på dem."
                        : $"Nyckeln ”{key}” finns på mer än en rad i filen. Bara den första importeras."
                );
            else if (old.Count > 1)
                Skip(
                    row,
                    null,
                    $"{Swedish.Sentence(Swedish.InWords(old.Count))} rader i listan har samma {natural[0].Names}, så det går inte att "
                        + "säga vilken av dem det är. Fyll i Extern nyckel i filen och i listan."
                );
            else if (old is [var one] && !taken.Add(one.Id))
                Skip(
                    row,
                    null,
                    $"En tidigare rad i filen är samma rad i listan, rad {one.Id}. Bara den första importeras."
                );
            else if (await values.TryReadAsync(row, reader, cancellationToken) is not { } read)
                Report = Report with { Skipped = Report.Skipped + 1 };
            else
                await TakeAsync(row, read, values.Unasked, old.FirstOrDefault(), cancellationToken);
        }
        if (byNature > 0)
            Tell(
                $"{Swedish.Sentence(Swedish.Count(byNature, "rad", "rader"))} utan extern nyckel känns igen på "
                    + $"{NaturalKey.NamesOf(list)}."
            );
        ReportDefaults();
        if (dryRun)
            references.Expect(list, coming);
        else
            references.Forget(list);
    }

    private async Task TakeAsync(
        ListRow row,
        Dictionary<string, object?> values,
        IReadOnlySet<string> unasked,
        ListRow? old,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (old is null)
                await CreateAsync(
                    values.Where(v => v.Value is not null).ToDictionary(StringComparer.Ordinal),
                    cancellationToken
                );
            else
                await UpdateAsync(old, Changed(values, unasked, old), cancellationToken);
        }
        catch (GraphException e) when (IsAboutTheRow(e.Status))
        {
            Skip(row, null, $"SharePoint tog inte emot raden, och den importeras inte. Teknisk uppgift: {e.Message}");
        }
    }

    private async Task CreateAsync(Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        if (!dryRun)
            await site.Writer.CreateAsync(site.List(list.Name), list, values, cancellationToken);
        else if (values.GetValueOrDefault("Title") is string title)
            coming.Add(title);
        Report = Report with { Created = Report.Created + 1 };
        foreach (var column in list.Columns.Where(c => c.Default is not null && !values.ContainsKey(c.Name)))
            defaults[column.Name] = defaults.GetValueOrDefault(column.Name) + 1;
    }

    private async Task UpdateAsync(
        ListRow old,
        Dictionary<string, object?> changed,
        CancellationToken cancellationToken
    )
    {
        if (changed.Count == 0)
        {
            Report = Report with { Unchanged = Report.Unchanged + 1 };
            return;
        }
        if (!dryRun)
            await site.Writer.UpdateAsync(site.List(list.Name), list, old.Id, changed, old.ETag, cancellationToken);
        Report = Report with { Updated = Report.Updated + 1 };
    }

    private async Task<KnownRows> ThereAsync(CancellationToken cancellationToken)
    {
        var there = new KnownRows();
        await foreach (var row in site.Reader.RowsAsync(site.List(list.Name), list, cancellationToken))
        {
            // Faults in rows that are already there are told by 'check', not by an import of other rows.
            there.Add(row, KeyOf(new(list, row, site.Zone, [])), NaturalKey.Of(list, row, site.Zone));
        }
        return there;
    }

    /// <summary>As it is compared: without characters that nobody sees. Null when there is none.</summary>
    private static string? KeyOf(RowReader reader) =>
        reader.Text(Key) is { } text && Letters.Seen(text) is { Length: > 0 } seen ? seen : null;

    private Dictionary<string, object?> Changed(
        Dictionary<string, object?> values,
        IReadOnlySet<string> unasked,
        ListRow old
    )
    {
        var reader = new RowReader(list, old, site.Zone, []);
        return list
            .Columns.Where(c =>
                values.ContainsKey(c.Name)
                // What the file has no column for is written where nothing stands.
                && !(unasked.Contains(c.Name) && CellValue.IsWritten(old, c))
                && !CellValue.Same(c, values[c.Name], CellValue.Read(c, old, reader))
            )
            .ToDictionary(c => c.Name, c => values[c.Name], StringComparer.Ordinal);
    }

    private void Skip(ListRow row, string? column, string message)
    {
        findings.Add(new(FindingLevel.Error, list.Title, row.Id, column, message, null));
        Report = Report with { Skipped = Report.Skipped + 1 };
    }

    /// <summary>Reports column defaults that SharePoint filled in because the file left the cell empty.</summary>
    private void ReportDefaults()
    {
        if (defaults.Count == 0)
            return;
        var told = list
            .Columns.Where(c => defaults.ContainsKey(c.Name))
            .Select(c => $"{c.DisplayName} ”{Shown(c)}” ({defaults[c.Name]})");
        Tell(
            $"Nya rader där filen inte säger något får listans standardvärde (antal rader): {string.Join(", ", told)}."
        );
    }

    private void Tell(string message) => findings.Add(new(FindingLevel.Info, list.Title, null, null, message, null));

    private static string Shown(ColumnSchema column)
    {
        if (column.Kind == ColumnKind.YesNo)
            return column.Default == "1" ? "Ja" : "Nej";
        return column.Default!;
    }

    /// <summary>Answers that another row need not get: wrong value, taken key, changed or removed meanwhile.</summary>
    private static bool IsAboutTheRow(HttpStatusCode? status) =>
        status
            is HttpStatusCode.BadRequest
                or HttpStatusCode.NotFound
                or HttpStatusCode.Conflict
                or HttpStatusCode.PreconditionFailed
                or HttpStatusCode.UnprocessableEntity;
}
