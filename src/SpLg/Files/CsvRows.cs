namespace SpLg.Files;

/// <summary>
/// The rows of a list from a CSV file in the shape of SharePoint's own export. Cells stay the text that was written;
/// <see cref="RowReader"/> reads them like any other row.
/// </summary>
internal static class CsvRows
{
    /// <summary>
    /// Reads a file's text. What does not fit (unknown column, too many cells) becomes a finding about the list.
    /// </summary>
    /// <returns>Null when the file is empty or none of its headers is the list's, which is reported as an
    /// error.</returns>
    /// <param name="own">What the administration's own registers call columns and choices.</param>
    public static IReadOnlyList<ListRow>? TryRead(
        string text,
        ListSchema list,
        FileFindings findings,
        ColumnMap? own = null
    ) =>
        TryRead(
            string.IsNullOrWhiteSpace(text) ? null : CsvTable.Parse(text, new ColumnNames(list, own).Knows),
            list,
            findings,
            own
        );

    /// <inheritdoc cref="TryRead(string, ListSchema, FileFindings, ColumnMap)"/>
    /// <param name="table">Null for a file that is empty.</param>
    public static IReadOnlyList<ListRow>? TryRead(
        CsvTable? table,
        ListSchema list,
        FileFindings findings,
        ColumnMap? own = null
    )
    {
        if (table is null)
        {
            Report(FindingLevel.Error, null, "Filen är tom. Exportera listan igen.");
            return null;
        }
        var names = new ColumnNames(list, own);
        var columns = Columns(table.Header, names, list, findings);
        if (columns.All(c => c is null))
        {
            var example = string.Join(", ", list.Columns.Take(3).Select(c => c.DisplayName));
            Report(
                FindingLevel.Error,
                null,
                "Filen läses inte: på dess första rad står ingen av listans kolumner. "
                    + $"Första raden ska vara rubriker, till exempel {example}, "
                    + (
                        table.IsWorkbook
                            ? "i var sin cell. Skriv dem, eller exportera listan igen."
                            : "åtskilda med komma, semikolon eller tabb. Exportera listan igen, eller spara som CSV UTF-8."
                    )
            );
            return null;
        }
        ReportQuotes(table);
        if (table.Above > 0)
            Report(
                FindingLevel.Info,
                null,
                $"{Swedish.Count(table.Above, "rad", "rader")} i filen står ovanför rubrikerna och läses inte som uppgifter."
            );
        foreach (var note in table.Notes)
            Report(FindingLevel.Info, null, note);
        ReportAbsent(columns, list, findings);
        var idColumn = table.Header.ToList().FindIndex(h => FieldName.Fold(h) is "id" or "splg-id");
        var unnamed = new SortedDictionary<int, int>();
        var rows = new OrderedDictionary<string, (ListRow Row, int Line)>(table.Rows.Count, StringComparer.Ordinal);
        using var buffer = new CellBuffer();
        var isOurs = table.Header.Any(h => h == CsvCells.Mark);
        foreach (var (line, written) in table.Rows)
        {
            var cells = isOurs ? [.. written.Select(CsvCells.Restore)] : written;
            var id = Id(line, idColumn >= 0 && idColumn < cells.Count ? cells[idColumn].Trim() : "");
            if (cells.Skip(table.Header.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
                Report(
                    FindingLevel.Warning,
                    id,
                    $"Raden på rad {line} i filen har fler celler än rubriker. "
                        + (
                            table.IsWorkbook
                                ? "Skriv en rubrik över varje kolumn."
                                : "Kontrollera citattecken och avgränsare."
                        )
                );
            for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
            {
                if (string.IsNullOrWhiteSpace(cells[i]))
                    continue;
                if (columns[i] is { } column)
                    buffer.Add(column.Name, own?.Value(list, column, cells[i]) ?? cells[i]);
                else if (table.Header[i].Length == 0)
                    unnamed[i] = unnamed.GetValueOrDefault(i) + 1;
            }
            var row = (new ListRow(id, null, null, buffer.Take()), line);
            if (rows.TryAdd(id, row))
                continue;
            var twice =
                $"Rad {rows[id].Line} och rad {line} i filen har samma ID, {id}. De räknas som en rad, och den senare gäller. "
                + "Är de två rader behöver de var sitt ID.";
            Report(FindingLevel.Warning, id, twice);
            rows[id] = row;
        }
        foreach (var (column, count) in unnamed)
        {
            var rowCount = $"{count} {Swedish.Form(count, "rad", "rader")}";
            Report(
                FindingLevel.Warning,
                null,
                $"Filens kolumn nummer {column + 1} saknar rubrik men har värden på {rowCount}. De läses inte. "
                    + "Skriv rubriken på filens första rad."
            );
        }
        return [.. rows.Values.Select(r => r.Row)];

        void Report(FindingLevel level, string? row, string message) =>
            findings.Add(new(level, list.Title, row, null, message, null));

        string Id(int line, string written) =>
            // The line of a row without an id may be the id of another.
            CellNumber.RowId(written)
                is { Length: > 0 } own
                ? own
                : string.Create(CultureInfo.InvariantCulture, $"{(idColumn < 0 ? "" : "filens rad ")}{line}");

        void ReportQuotes(CsvTable read)
        {
            if (read.UnclosedQuote is { } quote)
                Report(
                    FindingLevel.Error,
                    null,
                    $"Ett citattecken på rad {quote} i filen stängs aldrig, så resten av filen läses som en enda "
                        + "cell. Rätta raden eller exportera listan igen."
                );
            foreach (var line in read.Swallowing)
            {
                Report(
                    FindingLevel.Error,
                    null,
                    $"En cell på rad {line} i filen innehåller vad som ser ut som flera rader. Troligen har ett "
                        + "citattecken för mycket slukat rader: "
                        + "kontrollera citattecknen där, eller exportera listan igen."
                );
            }
            foreach (var line in read.LooseQuotes.Except(read.Swallowing))
                Report(
                    FindingLevel.Warning,
                    null,
                    $"Citattecknen på rad {line} i filen går inte ihop, så texten kan ha blivit fel. Ett "
                        + "citattecken inne i en cell ska skrivas dubbelt."
                );
        }
    }

    /// <summary>The columns a file's header names; null where the cell is not read.</summary>
    private static List<ColumnSchema?> Columns(
        IReadOnlyList<string> header,
        ColumnNames names,
        ListSchema list,
        ICollection<Finding> findings
    )
    {
        var found = header.Select(names.TryFind).ToList();
        if (found.All(c => c is null))
            return found;
        // A column that the file has by its own name is not read from one of another name.
        var own = found.Where((c, i) => c is not null && !names.IsSynonym(header[i])).ToHashSet();
        var taken = new HashSet<ColumnSchema>();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { } column || (names.IsSynonym(header[i]) && own.Contains(column)))
            {
                found[i] = null;
                if (header[i].Length > 0 && !ColumnNames.IsBuiltIn(header[i]))
                    Report(
                        header[i],
                        $"Filens kolumn ”{header[i]}” finns inte i listan {list.Title} och läses inte. "
                            + "Kontrollera stavningen eller ta bort kolumnen.",
                        FindingLevel.Info
                    );
            }
            else if (taken.Add(column))
            {
                if (names.IsSynonym(header[i]))
                    Report(
                        header[i],
                        $"Filens kolumn ”{header[i]}” läses som ”{column.DisplayName}”. Byt rubrik i filen om det är fel.",
                        FindingLevel.Info
                    );
            }
            else
            {
                Report(
                    header[i],
                    $"Filen har två kolumner för ”{column.DisplayName}”. Bara den första läses.",
                    FindingLevel.Warning
                );
                found[i] = null;
            }
        }
        return found;

        void Report(string name, string message, FindingLevel level) =>
            findings.Add(new(level, list.Title, null, name, message, null));
    }

    /// <summary>
    /// One finding for all columns the file lacks: what is counted from them would otherwise look like zero.
    /// </summary>
    private static void ReportAbsent(List<ColumnSchema?> columns, ListSchema list, FileFindings findings)
    {
        // What the program notes for itself is no part of what a person brings.
        var counted = list.Columns.Where(c => c.InForms).Except(columns.OfType<ColumnSchema>()).ToLookup(IsCounted);
        foreach (var column in counted.SelectMany(c => c))
            findings.LeaveOut(list.Title, column.DisplayName);
        var absent = counted[true]
            .Concat(counted[false])
            .Where(c => !Bookkeeping.Contains(c.Name))
            .Select(c => $"”{c.DisplayName}”")
            .ToList();
        if (absent.Count == 0)
            return;
        var (columnsNamed, readAs, them) =
            absent.Count == 1
                ? ("kolumnen " + absent[0], "Den läses som tom", "den")
                : ("kolumnerna " + string.Join(", ", absent), "De läses som tomma", "dem");
        findings.Add(
            new(
                counted[true].Any(c => !Bookkeeping.Contains(c.Name)) ? FindingLevel.Warning : FindingLevel.Info,
                list.Title,
                null,
                null,
                $"Filen saknar {columnsNamed}. {readAs} på alla rader, så antal och bedömningar som bygger på "
                    + $"{them} går inte att lita på. Exportera listan med alla kolumner.",
                null
            )
        );
    }

    // Nothing is counted from these, and what an absent Publicering means is told by the data checks.
    private static readonly HashSet<string> Bookkeeping = new(
        ["Publication", "SecrecyGround", "PersonalDataReviewed", "ExternalKey"],
        StringComparer.Ordinal
    );

    private static bool IsCounted(ColumnSchema column) =>
        column.Required
        || column.Kind
            is ColumnKind.Choice
                or ColumnKind.MultiChoice
                or ColumnKind.Number
                or ColumnKind.YesNo
                or ColumnKind.Date
                or ColumnKind.DateTime;
}
