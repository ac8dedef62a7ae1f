using Humanizer;
using Spectre.Console;

namespace SpLg.Terminal;

/// <summary>Summary for a person when a run is done.</summary>
internal static class SummaryView
{
    /// <summary>Nobody reads more on a screen; lists of many thousand rows may have that many findings.</summary>
    private const int MostFindings = 500;

    public static void Show(Screen screen, RunSummary summary)
    {
        ShowRead(screen, summary.RowsRead);
        screen.Line($"Found in the data: {FindingsText.Counts(summary)}");
        foreach (var document in summary.Documents)
        {
            var size = $"{Size(document.File.Content)}{(document.Unchanged ? ", unchanged since last time" : "")}";
            screen.Line(
                $"Document: {document.Document.FileName}{(document.Workbook is null ? "" : " and .xlsx")}, {size}"
            );
            screen.Line($"  {document.Address.AbsoluteUri}");
            ShowDocument(screen, document.File);
        }
        if (FindingsText.ReplacedWorkbooks(summary) is { } replaced)
            screen.Line(replaced);
    }

    /// <summary>The notes on the document beside its data.</summary>
    public static void ShowDocument(Screen screen, DocumentFile document)
    {
        if (document.TemplateFindings.Count > 0)
            screen.Line(FindingsText.OfTemplate(document.TemplateFindings));
        if (document.Overwritten.Count > 0)
            screen.Line(FindingsText.Overwritten(document.Overwritten));
    }

    /// <summary>How large a file is, such as <c>96 KB</c>.</summary>
    public static string Size(byte[] content) => content.Length.Bytes().Humanize("0", CultureInfo.InvariantCulture);

    public static void ShowRead(Screen screen, IReadOnlyDictionary<string, int> rows)
    {
        screen.Line($"Read: {rows.Values.Sum()} rows from {rows.Count} lists");
        screen.Line(
            "  " + string.Join(", ", rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}"))
        );
    }

    /// <summary>The worst findings as a table on a terminal, as lines elsewhere.</summary>
    public static void ShowFindings(Screen screen, IReadOnlyList<Finding> findings)
    {
        IReadOnlyList<Finding> worstFirst = [.. FindingOrder.WorstFirst(findings).Take(MostFindings)];
        if (!screen.Interactive)
        {
            foreach (var finding in worstFirst)
                screen.Line(FindingsText.Line(finding));
        }
        else if (worstFirst.Count > 0)
        {
            var table = new Table()
                .Border(TableBorder.Rounded)
                .AddColumns("Nivå", "Lista", "Rad", "Kolumn", "Iakttagelse");
            foreach (var finding in worstFirst)
            {
                string[] cells =
                [
                    Choice.Text(finding.Level),
                    finding.List,
                    finding.RowId ?? "",
                    finding.Column ?? "",
                    finding.Message,
                ];
                table.AddRow(cells.Select(FindingsText.OneLine).Select(Markup.Escape).ToArray());
            }
            screen.Result.Write(table);
        }
        if (findings.Count > MostFindings)
            screen.Line($"… and {findings.Count - MostFindings} more; --json has them all");
        screen.Line($"Found in the data: {FindingsText.Counts(findings)}");
    }
}
