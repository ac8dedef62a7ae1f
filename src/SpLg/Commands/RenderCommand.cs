using System.CommandLine;
using SpLg.Core.Choices;
using SpLg.Core.Review;
using SpLg.Files;
using SpLg.Running;
using SpLg.Terminal;

namespace SpLg.Commands;

internal static class RenderCommand
{
    public static Command Create(Shell shell)
    {
        var folder = new Argument<string>("folder") { Description = "Files with rows, CSV or JSON, one a list, named by Swedish title or English name." };
        var year = NumberOption.Year("The year the review is about. Default: this year.");
        var template = new Option<string?>("--template") { Description = "A Word template, or a document that was filled before. Default: the shipped one.", HelpName = "file" };
        var target = new Option<string>("--out") { Description = "Where the document goes: a file ending in .docx, else a folder.", DefaultValueFactory = _ => "./" };
        var json = new Option<bool>("--json") { Description = "Print document, findings and what was overwritten as JSON." };
        var command = new Verb(
            "render",
            "Makes the document from files alone: no site, no network.",
            "splg render ./export --year 2026 --out review.docx",
            "splg render ./export --template mall.docx --json");
        command.Add(folder);
        command.Add(year);
        command.Add(template);
        command.Add(target);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var settings = shell.FileSettings(parsed);
            var schema = ShippedFiles.Schema();
            var findings = new FileFindings();
            var rows = RowFolder.Read(parsed.GetValue(folder)!, schema, findings);
            var read = rows.ToDictionary(r => schema.List(r.Key).Title, r => r.Value.Count, StringComparer.Ordinal);
            var lists = OrganisationLists.Read(rows, schema, settings.Zone, findings);
            var of = parsed.GetValue(year) ?? shell.ThisYear(settings);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(shell.Clock.GetUtcNow(), settings.Zone).DateTime);
            var review = ReviewBuilder.Build(lists, lists.ReviewRequests.LastOrDefault(r => r.Origin.IsOf(of)), of, Edition.Full, today, findings);
            var file = parsed.GetValue(template);
            var document = file is null
                ? DocumentFile.Fill(ShippedFiles.Template(), ShippedFiles.DefaultTemplate + ".docx", review, of)
                : DocumentFile.Fill(File.ReadAllBytes(file), Path.GetFileName(file), review, of);
            var written = LocalCopy.Write(parsed.GetValue(target)!, DocumentFile.Name(of), document.Content);
            if (parsed.GetValue(json))
            {
                shell.Screen.Json(FindingsJson.Of(written, of, document, FindingsText.WorstFirst(findings)));
            }
            else
            {
                SummaryView.ShowRead(shell.Screen, read);
                SummaryView.ShowFindings(shell.Screen, findings);
                shell.Screen.Line($"Document: {written}, {document.Content.Length / 1024} KiB");
                SummaryView.ShowDocument(shell.Screen, document);
            }
            return ExitCode.Ok;
        });
        return command;
    }
}
