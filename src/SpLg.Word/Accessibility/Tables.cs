namespace SpLg.Word.Accessibility;

/// <summary>
/// A screen reader says the heading of each cell only where the first row is marked, and loses its way in merged and
/// nested cells.
/// </summary>
internal static class Tables
{
    public static void Examine(XElement body, FindingList findings, WorkTime time)
    {
        foreach (var table in time.Watch(body.Descendants(W.Table)))
        {
            var rows = table
                .Elements()
                .Where(e => e.Name == W.Row || e.Name == W.Sdt)
                .SelectMany(e => time.Watch(e.DescendantsAndSelf(W.Row)))
                .Where(r => r.Ancestors(W.Table).First() == table)
                .ToList();
            if (rows.Count == 0)
                continue;
            if (table.Ancestors(W.Table).Any())
                findings.Report(
                    rows[0],
                    "Tabellen står i en cell i en annan tabell. Lägg den för sig.",
                    FindingLevel.Warning
                );
            // One row or one column is no table to read by its headings.
            else if (
                rows.Count(r => Paragraphs.TryMarker(r) is null) > 1
                && TableCompiler.Columns(table) > 1
                && !IsHeader(rows[0])
            )
                findings.Report(
                    rows[0],
                    "Tabellens första rad är inte märkt som rubrikrad. Markera den och välj Tabellayout, Upprepa rubrikrader.",
                    FindingLevel.Warning
                );
            if (rows.Find(r => Paragraphs.TryMarker(r) is null && IsMerged(r)) is { } merged)
                findings.Report(
                    merged,
                    "Celler är sammanslagna på höjden. Dela dem, så att varje rad kan läsas för sig.",
                    FindingLevel.Info
                );
        }
    }

    private static bool IsHeader(XElement row) =>
        row.Element(W.Main + "trPr")?.Element(W.Main + "tblHeader") is { } header
        && (string?)header.Attribute(W.Value) is not ("0" or "false");

    private static bool IsMerged(XElement row) =>
        row.Elements(W.Cell).Elements(W.CellProperties).Elements(W.Main + "vMerge").Any();
}
