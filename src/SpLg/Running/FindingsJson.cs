using System.Text.Encodings.Web;
using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.Import;

namespace SpLg.Running;

/// <summary>The JSON that <c>--json</c> prints. Names are English and stay; texts are Swedish.</summary>
internal static class FindingsJson
{
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IEnumerable<Finding> findings) => JsonSerializer.Serialize(findings.Select(Plain), Readable);

    public static string Of(IReadOnlyList<ImportReport> reports, IEnumerable<Finding> findings) =>
        JsonSerializer.Serialize(new { lists = reports, findings = findings.Select(Plain) }, Readable);

    public static string Of(RunSummary summary) => JsonSerializer.Serialize(
        new
        {
            summary.Year,
            summary.FileName,
            document = summary.Document,
            summary.Unchanged,
            bytes = summary.File.Content.Length,
            summary.RowsRead,
            overwritten = summary.File.Overwritten,
            findings = summary.Findings.Select(Plain),
        },
        Readable);

    private static object Plain(Finding finding) => new
    {
        level = finding.Level.ToString(),
        finding.List,
        row = finding.RowId,
        finding.Column,
        finding.Message,
        finding.Link,
    };
}
