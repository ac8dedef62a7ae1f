using System.Text.Encodings.Web;
using SpLg.Import;
using SpLg.Templates;

namespace SpLg.Drafting;

/// <summary>The JSON that <c>--json</c> prints. Names are English and stay; texts are Swedish.</summary>
internal static class FindingsJson
{
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<Finding> findings) =>
        JsonSerializer.Serialize(findings.Select(Plain), Readable);

    /// <param name="complete">False when a fault ended the import; the counts tell what had been written by
    /// then.</param>
    public static string Of(IReadOnlyList<ImportReport> reports, IEnumerable<Finding> findings, bool complete) =>
        JsonSerializer.Serialize(
            new
            {
                complete,
                lists = reports,
                findings = findings.Select(Plain),
            },
            Readable
        );

    /// <param name="documents">With the path each was written to.</param>
    public static string Of(DocumentSet set, IEnumerable<(string Path, DocumentFile File)> documents) =>
        JsonSerializer.Serialize(
            new
            {
                set.Order.Year,
                type = DocumentKind.Of(set.Order.Type).Word,
                edition = set.Order.Edition.ToString(),
                documents = documents.Select(d => new
                {
                    document = d.Path,
                    templateFindings = d.File.TemplateFindings.Select(Plain),
                    d.File.Overwritten,
                }),
                findings = FindingOrder.WorstFirst(set.Findings).Select(Plain),
            },
            Readable
        );

    public static string Of(TemplateReport report) =>
        JsonSerializer.Serialize(
            new
            {
                type = report.Kind.Word,
                report.CanFill,
                report.NamesUsed,
                fitsBetter = report.FitsBetter?.Word,
                templateFindings = report.Findings.Select(Plain),
            },
            Readable
        );

    /// <summary>A run that could not be done, for a script that reads the output and nothing else.</summary>
    /// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
    public static string OfFault(Exception fault, int exitCode) =>
        JsonSerializer.Serialize(
            new
            {
                fault = fault.Message,
                exitCode,
                findings = fault is PublicationStoppedException stop ? stop.Findings.Select(Plain) : [],
                templateFindings = fault is TemplateException template ? template.Findings.Select(Plain) : [],
            },
            Readable
        );

    public static string Of(RunSummary summary) =>
        JsonSerializer.Serialize(
            new
            {
                summary.Order.Year,
                type = DocumentKind.Of(summary.Order.Type).Word,
                edition = summary.Order.Edition.ToString(),
                documents = summary.Documents.Select(d => new
                {
                    d.Document.FileName,
                    document = d.Address,
                    d.Unchanged,
                    bytes = d.File.Content.Length,
                    workbook = d.Workbook is null ? null : d.Document.WorkbookName,
                    d.WorkbookReplaced,
                    templateFindings = d.File.TemplateFindings.Select(Plain),
                    d.File.Overwritten,
                }),
                summary.RowsRead,
                findings = summary.Findings.Select(Plain),
            },
            Readable
        );

    private static object Plain(Finding finding) =>
        new
        {
            level = finding.Level.ToString(),
            finding.List,
            row = finding.RowId,
            finding.Column,
            finding.Message,
            finding.Link,
        };

    private static object Plain(TemplateFinding finding) =>
        new
        {
            level = finding.Level.ToString(),
            finding.Template,
            finding.Heading,
            finding.Place,
            finding.Text,
            finding.Message,
        };
}
