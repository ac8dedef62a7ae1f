using System.Text.RegularExpressions;

namespace SpLg.Drafting;

/// <summary>Findings in Swedish words, for the request that staff look at and for the console.</summary>
internal static partial class FindingsText
{
    /// <summary>A request is for acting on; the whole list stands in the document's annex.</summary>
    private const int Shown = 20;

    private const int QuoteLength = 200;

    /// <summary>For example "2 fel, 1 varning".</summary>
    public static string Counts(IReadOnlyList<Finding> findings)
    {
        var parts = new List<string>();
        Add(FindingLevel.Error, "fel", "fel");
        Add(FindingLevel.Warning, "varning", "varningar");
        Add(FindingLevel.Info, "upplysning", "upplysningar");
        return parts.Count == 0 ? "inga iakttagelser" : string.Join(", ", parts);

        void Add(FindingLevel level, string one, string many)
        {
            var count = findings.Count(f => f.Level == level);
            if (count > 0)
                parts.Add($"{count} {(count == 1 ? one : many)}");
        }
    }

    /// <summary>
    /// The counts of a run. The data are examined with the review, so a checklist is not said to be without findings.
    /// </summary>
    public static string Counts(RunSummary summary) =>
        summary.Order.Type == DocumentType.ManagementReview || summary.Findings.Count > 0
            ? Counts(summary.Findings)
            : "underlaget granskas när ledningens genomgång görs";

    /// <summary>
    /// Counts and the worst findings, a line each; after them what is to say of the template and what was overwritten.
    /// </summary>
    public static string Report(RunSummary summary)
    {
        var findings = summary.Findings;
        var text = new StringBuilder("Iakttagelser i underlaget: ").Append(Counts(summary)).Append('.');
        foreach (var finding in FindingOrder.WorstFirst(findings).Take(Shown))
            text.Append('\n').Append(Line(finding));
        if (findings.Count > Shown)
            text.Append('\n')
                .Append("… och ")
                .Append(findings.Count - Shown)
                .Append(" till. Alla står i bilagan till den fullständiga utgåvan av ledningens genomgång.");
        var ofTemplates = summary.Documents.SelectMany(d => d.File.TemplateFindings).Distinct().ToList();
        if (ofTemplates.Count > 0)
            text.Append('\n').Append(OfTemplate(ofTemplates));
        foreach (var document in summary.Documents.Where(d => d.File.Overwritten.Count > 0))
            text.Append('\n')
                .Append(summary.Documents.Count == 1 ? "" : document.Document.FileName + ": ")
                .Append(Overwritten(document.File.Overwritten, summary.Secrets));
        return text.ToString();
    }

    /// <summary>
    /// That spreadsheets were written over, and where what people wrote in them is; null when none was.
    /// </summary>
    public static string? ReplacedWorkbooks(RunSummary summary)
    {
        var names = summary.Documents.Where(d => d.WorkbookReplaced).Select(d => d.Document.WorkbookName).ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"Uppgifterna har ändrats, så kalkylbladet ”{names[0]}” har ersatts. Det som någon har skrivit i "
                + "det finns kvar i filens versionshistorik.",
            var n => $"Uppgifterna har ändrats, så {n} kalkylblad har ersatts. Det som någon har skrivit i dem finns "
                + "kvar i filernas versionshistorik.",
        };
    }

    /// <summary>
    /// That the template which was asked for played no part, and what to do; null when it did, or when none was asked
    /// for.
    /// </summary>
    public static string? TemplateNotUsed(RunSummary summary) =>
        (summary.Order.Template, summary.Documents.Count(d => d.WasThere)) switch
        {
            (null, _) or (_, 0) => null,
            ({ } template, 1) =>
                $"Dokumentet fanns redan och har fyllts i som det är, utan mallen ”{template}”. Byt namn på det "
                    + "eller ta bort det om ett nytt ska göras av mallen.",
            ({ } template, var count) =>
                $"{count} av dokumenten fanns redan och har fyllts i som de är, utan mallen ”{template}”. Byt "
                    + "namn på dem eller ta bort dem om nya ska göras av mallen.",
        };

    /// <summary>Why an open edition was not made, and every text that stopped it on a line.</summary>
    public static string Stopped(PublicationStoppedException stop) =>
        string.Join('\n', stop.Findings.Select(Line).Prepend(stop.Message));

    /// <summary>What is to mend in the template or in the document that was filled again, a line each.</summary>
    public static string OfTemplate(IReadOnlyList<TemplateFinding> findings)
    {
        var text = new StringBuilder("Iakttagelser om mallen eller dokumentet:");
        foreach (var finding in findings.OrderByDescending(f => f.Level).Take(Shown))
            text.Append('\n').Append(Choice.Text(finding.Level)).Append(" · ").Append(finding);
        if (findings.Count > Shown)
            text.Append('\n').Append("… och ").Append(findings.Count - Shown).Append(" till.");
        return text.ToString();
    }

    /// <summary>What people wrote inside generated parts, so that they can write it where it stays.</summary>
    /// <param name="secrets">Whose texts are not quoted; null where the program runs for one person alone.</param>
    public static string Overwritten(IReadOnlyList<EditedBlock> blocks, SecretTexts? secrets = null)
    {
        var text = new StringBuilder(
            "Text som ändrats för hand i genererade delar har skrivits över. Den finns kvar som kommentar i "
                + "dokumentet, utom i sidhuvud, sidfot och fotnoter, "
        ).Append("och i dokumentets versionshistorik. Skriv egna stycken mellan delarna, så står de kvar:");
        foreach (var block in blocks.Take(Shown))
        {
            text.Append('\n').Append(char.ToUpperInvariant(block.Where[0])).Append(block.Where[1..]).Append(": ");
            var written = block.Written.Count == 0 ? "Text hade tagits bort." : string.Join(" · ", block.Written);
            written = secrets?.Without(written) ?? written;
            text.Append(written.Length > QuoteLength ? written[..QuoteLength] + "…" : written);
        }
        return text.ToString();
    }

    public static string Line(Finding finding)
    {
        var text = new StringBuilder(Choice.Text(finding.Level)).Append(" · ").Append(finding.List);
        if (finding.RowId is not null)
            text.Append(", rad ").Append(finding.RowId);
        if (finding.Column is not null)
            text.Append(", ").Append(finding.Column);
        return OneLine(text.Append(": ").Append(finding.Message).ToString());
    }

    /// <summary>
    /// A finding may quote what a cell holds: line breaks, and what a terminal would take for commands.
    /// </summary>
    public static string OneLine(string text) => Controls().Replace(text, " ");

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Controls();
}
