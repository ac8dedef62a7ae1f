namespace SpLg.Core.Findings;

/// <summary>
/// A column that no row of a list has anything in is told once for all lists and not once for each row: the site was
/// made before the column was, or nobody fills it in.
/// </summary>
internal static class EmptyColumns
{
    /// <summary>Of fewer rows each is told: they may all be new.</summary>
    private const int FewestRows = 5;

    private const string All = "Alla listor";

    /// <summary>Takes the findings of each row about such a column away and adds one.</summary>
    public static void TellOnce(OrganisationLists lists, ICollection<Finding> findings)
    {
        var about = findings.Where(f => f.RowId is not null && f.Column is not null).ToLookup(f => (f.List, f.Column!));
        var empty = lists
            .AsRead.All.Where(l => l.Cells.Count >= FewestRows)
            .SelectMany(l => l.Schema.Columns.Select(c => (List: l, Column: c)))
            .Where(c =>
                about[(c.List.Schema.Title, c.Column.DisplayName)].DistinctBy(f => f.RowId).Count()
                    == c.List.Cells.Count
                && !c.List.Cells.Any(r => IsWritten(r, c.Column))
            )
            .ToList();
        if (empty.Count == 0)
            return;
        var told = empty
            .SelectMany(c => about[(c.List.Schema.Title, c.Column.DisplayName)])
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var kept = findings.Where(f => !told.Contains(f)).ToList();
        findings.Clear();
        foreach (var finding in kept)
            findings.Add(finding);
        var names = empty.Select(c => $"{c.Column.DisplayName} i {c.List.Schema.Title}").ToList();
        findings.Add(
            new(
                FindingLevel.Warning,
                All,
                null,
                null,
                $"{Swedish.Form(names.Count, "Kolumnen", "Kolumnerna")} {Swedish.Join(names)} "
                    + $"{Swedish.Form(names.Count, "är tom på varje rad", "är tomma på varje rad")}. Fyll i "
                    + $"{Swedish.Form(names.Count, "den", "dem")}. Saknas {Swedish.Form(names.Count, "den", "de")} på webbplatsen är den "
                    + "gjord med en tidigare mall: be den som driver SpLg köra splg provision.",
                null
            )
        );
    }

    private static bool IsWritten(ListRow row, ColumnSchema column) =>
        row.Fields.ContainsKey(column.Name) || row.Fields.ContainsKey($"{column.Name}LookupId");
}
