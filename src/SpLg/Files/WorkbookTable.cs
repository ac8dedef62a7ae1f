namespace SpLg.Files;

/// <summary>
/// A sheet of a workbook as header and cells, read as a person sees it: a formula by what it last gave, a date as a date,
/// and a value that was merged over several rows in each of them. Hidden rows are rows.
/// </summary>
internal static class WorkbookTable
{
    /// <summary>Null when no visible sheet has anything.</summary>
    /// <exception cref="InvalidDataException">It is no workbook, or larger than is read; in Swedish.</exception>
    public static CsvTable? Read(byte[] file, ListSchema list, ColumnNames names)
    {
        using var package = new WorkbookPackage(file);
        // The sheet that is named after the list, else the first that names its columns, else the first.
        var named = package.Sheets.Where(s => s.IsVisible && IsNamed(s.Name, list)).Select(s => s.Part).ToList();
        CsvTable? first = null;
        foreach (var part in named.Concat(package.Sheets.Where(s => s.IsVisible).Select(s => s.Part)).Distinct())
        {
            if (Table(package.Read(part), package, names) is not { } table)
                continue;
            if (named.Contains(part) || table.Header.Any(names.Knows))
                return table;
            first ??= table;
        }
        return first;
    }

    private static bool IsNamed(string sheet, ListSchema list) =>
        FieldName.Fold(sheet) == FieldName.Fold(list.Title) || FieldName.Fold(sheet) == FieldName.Fold(list.Name);

    private static CsvTable? Table(WorkbookSheet sheet, WorkbookPackage package, ColumnNames names)
    {
        Func<string, bool> isKnown = names.Knows;
        var merged = sheet.FillMerged();
        var rows = sheet.Rows.Where(r => r.Cells.Any(c => c is { Text.Length: > 0 })).ToList();
        if (rows.Count == 0)
            return null;
        var first = rows.Take(HeaderRow.Most)
            .Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c?.Text ?? "")]);
        List<IReadOnlyList<string>> above = [.. first];
        var place = HeaderRow.Find(above, isKnown);
        var header = HeaderRow.Names(above, place, isKnown);
        var kinds = header.Select(h => names.TryFind(h)?.Kind).ToList();
        var below = rows.Skip(place + 1).ToList();
        var hasSecond = below.Count > 0 && HeaderRow.IsSecond([.. below[0].Cells.Select(c => c?.Text ?? "")], isKnown);
        if (hasSecond)
            below.RemoveAt(0);
        var hidden = below.Count(r => r.IsHidden);
        string?[] notes =
        [
            hasSecond ? HeaderRow.Second : null,
            merged > 0
                ? "Kalkylbladet har sammanfogade celler. Värdet i en sådan gäller alla rader som den går över."
                : null,
            hidden > 0
                ? $"{Swedish.Count(hidden, "rad", "rader")} i kalkylbladet är {Swedish.Form(hidden, "dold", "dolda")} och läses ändå. "
                    + Swedish.Form(hidden, "Ta bort den om den inte gäller.", "Ta bort dem om de inte gäller.")
                : null,
            sheet.Unanswered > 0
                ? $"{Swedish.Count(sheet.Unanswered, "cell", "celler")} i kalkylbladet har en formel som inte har räknats ut, "
                    + $"och läses som {Swedish.Form(sheet.Unanswered, "tom", "tomma")}. Öppna och spara filen i Excel."
                : null,
        ];
        return new(
            header,
            [
                .. below.Select(r =>
                    (
                        r.Number,
                        (IReadOnlyList<string>)
                            [
                                .. r.Cells.Select(
                                    (c, i) => c?.As(i < kinds.Count ? kinds[i] : null, package.DaysFrom) ?? ""
                                ),
                            ]
                    )
                ),
            ],
            UnclosedQuote: null,
            LooseQuotes: [],
            Swallowing: []
        )
        {
            IsWorkbook = true,
            Above = place,
            Notes = [.. notes.OfType<string>()],
        };
    }
}
