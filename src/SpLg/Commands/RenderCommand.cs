using System.CommandLine;
using SpLg.Templates;

namespace SpLg.Commands;

internal static class RenderCommand
{
    public static Command Create(Shell shell)
    {
        var source = new Argument<string>("source")
        {
            Description =
                "Files with rows, CSV, JSON or .xlsx, one a list, named by Swedish title or English name; or the "
                + "evidence file of a document, to make that again.",
        };
        var order = new OrderOptions();
        var template = new Option<string?>("--template")
        {
            Description =
                "A Word template, or a document that was filled before: a file, or the name of a shipped one.",
            HelpName = "file",
        };
        var target = new Option<string>("--out")
        {
            Description = "Where documents go: a folder, or for one document a file ending in .docx.",
            DefaultValueFactory = _ => "./",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print documents, findings and what was overwritten as JSON.",
        };
        var command = new Verb(
            "render",
            "Makes documents from files alone: no site, no network.",
            "splg render ./export --year 2026 --out review.docx",
            "splg render ./export --year 2026 --edition open",
            "splg render ./export --template mall.docx --json",
            "splg render evidence.json --template review.docx --out again.docx"
        );
        command.Add(source);
        foreach (var option in order.All)
            command.Add(option);
        command.Add(template);
        command.Add(target);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (File.Exists(result.GetValue(source)) && order.All.Any(o => result.GetResult(o) is { Implicit: false }))
                result.AddError($"An evidence file says itself which document it is of: leave out {order.Names}.");
        });
        command.SetAction(async parsed =>
        {
            var settings = shell.FileSettings(parsed);
            var findings = new FileFindings();
            var (set, written) = await shell.Screen.ProgressAsync(
                "Making documents from files",
                steps => Task.FromResult(Make(parsed, settings, findings, steps))
            );
            if (parsed.GetValue(json))
            {
                shell.Screen.Json(FindingsJson.Of(set, written));
                return Code(findings);
            }
            SummaryView.ShowRead(shell.Screen, set.Rows.Counts);
            // The data are examined with the review: "none found" would be untrue of a checklist.
            if (set.Order.Type == DocumentType.ManagementReview || set.Findings.Count > 0)
                SummaryView.ShowFindings(shell.Screen, set.Findings);
            foreach (var (path, file) in written)
            {
                shell.Screen.Line($"Document: {path}, {SummaryView.Size(file.Content)}");
                SummaryView.ShowDocument(shell.Screen, file);
            }
            return Code(findings);
        });
        return command;

        // A script must not take a document without one of its lists for a whole one.
        static int Code(FileFindings findings) => findings.LackAList ? ExitCode.Findings : ExitCode.Ok;

        (DocumentSet Set, IReadOnlyList<(string Path, DocumentFile File)> Written) Make(
            ParseResult parsed,
            AppSettings settings,
            FileFindings findings,
            RunProgress steps
        )
        {
            var evidence = File.Exists(parsed.GetValue(source))
                ? Evidence.Read(
                    File.ReadAllBytes(parsed.GetValue(source)!),
                    parsed.GetValue(source)!,
                    ShippedFiles.Schema(),
                    findings
                )
                : null;
            var set = evidence is null
                ? DocumentSet.Build(
                    order.Read(parsed, shell.ThisYear(settings), parsed.GetValue(template)),
                    shell.RowsOfFolder(parsed.GetValue(source)!, settings, findings, steps),
                    request: null,
                    findings
                )
                : evidence.Documents(parsed.GetValue(template), findings);
            var written = new List<(string Path, DocumentFile File)>();
            foreach (var document in set.Documents)
            {
                steps.Say($"filling {document.FileName}");
                var (content, name) = TemplateOf(set.Order.Template ?? document.Template);
                var file = DocumentFile
                    .Fill(
                        Template.Compile(content, name, document.Kind.Fields),
                        document,
                        DocumentTrace.Of(set, document, evidence?.Stamp ?? new(set.Rows.ReadOn, Run: null))
                    )
                    .Checked(document.FileName, content);
                if (evidence?.Document.IsOf(file.Content) == false)
                    file = file with { TemplateFindings = [.. file.TemplateFindings, NotTheSame(document.FileName)] };
                written.Add(
                    (
                        LocalCopy.Write(
                            parsed.GetValue(target)!,
                            document.FileName,
                            file.Content,
                            document.Workbook(),
                            isOnly: set.Documents.Count == 1
                        ),
                        file
                    )
                );
            }
            return (set, written);
        }
    }

    private static TemplateFinding NotTheSame(string document) =>
        new(
            FindingLevel.Warning,
            document,
            Heading: null,
            Place: null,
            Text: null,
            "Dokumentet är inte detsamma som underlaget hör till: kontrollsumman är en annan. Mallen eller "
                + "programmet är inte det som användes då, eller så har underlaget ändrats. "
                + "Ange dokumentet självt som mall om det har fyllts i mer än en gång."
        );

    /// <param name="wanted">A file, or else the name of a shipped template.</param>
    private static (byte[] Content, string Name) TemplateOf(string wanted) =>
        !File.Exists(wanted) && TemplateSource.Shipped(wanted) is { } shipped
            ? (ShippedFiles.Template(shipped), shipped + ".docx")
            : (File.ReadAllBytes(wanted), Path.GetFileName(wanted));
}
