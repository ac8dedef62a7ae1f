using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SpLg.Core.Rollup;
using SpLg.Running;
using SpLg.Word;

namespace SpLg.Commands;

internal static class RollupCommand
{
    private const string Shipped = "samlad-genomgang";

    public static Command Create(Shell shell)
    {
        var files = new Argument<string[]>("evidence")
        {
            Description = "Files of approved reviews, one an organisation: '… fastställd underlag.json' in each site's library Arbetsdokument.",
            Arity = ArgumentArity.OneOrMore,
        };
        var year = NumberOption.Year("The reviews' year. Default: that of the first file; files of another year are refused.");
        var expected = new Option<string[]>("--expect")
        {
            Description = "Name of an organisation that should be there; may be repeated. Those without a file are named in the document.",
            HelpName = "name",
        };
        var template = new Option<string?>("--template") { Description = "A Word template, or a roll-up that was made before, whose own text is then kept.", HelpName = "file" };
        var target = new Option<string>("--out") { Description = "Where the document goes: a folder, or a file ending in .docx.", DefaultValueFactory = _ => "./" };
        var json = new Option<bool>("--json") { Description = "Print what was made as JSON." };
        var command = new Verb(
            "rollup",
            "Makes one document of several organisations' approved reviews, side by side, from files alone: no site, no network.",
            "splg rollup kultur.json miljo.json bolaget.json --out samlad.docx",
            "splg rollup kultur.json miljo.json --year 2026 --expect Kulturnämnden --expect Miljönämnden --json");
        command.Add(files);
        command.Add(year);
        command.Add(expected);
        command.Add(template);
        command.Add(target);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var review = RollupFiles.Read(parsed.GetValue(files)!, parsed.GetValue(year), parsed.GetValue(expected) ?? []);
            var (filled, findings) = Fill(review, parsed.GetValue(template), out var content);
            var path = LocalCopy.Write(parsed.GetValue(target)!, review.Title + ".docx", content);
            if (parsed.GetValue(json))
            {
                shell.Screen.Json(Json(review, path, filled, findings));
                return ExitCode.Ok;
            }
            foreach (var organisation in review.Organisations)
            {
                var day = organisation.ApprovedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                shell.Screen.Line($"{organisation.Name}: approved {day} by {organisation.ApprovedBy}, {organisation.Source}");
            }
            if (review.MissingSentence is { } missing)
                shell.Screen.Line(missing);
            shell.Screen.Line($"Document: {path}, {content.Length / 1024} KiB");
            if (findings.Count > 0)
                shell.Screen.Line(FindingsText.OfTemplate(findings));
            if (filled.EditedBlocks.Count > 0)
                shell.Screen.Line(FindingsText.Overwritten(filled.EditedBlocks));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <param name="wanted">A file; null for the shipped template.</param>
    private static (FillResult Filled, IReadOnlyList<TemplateFinding> Findings) Fill(RollupReview review, string? wanted, out byte[] content)
    {
        var template = Template.Compile(wanted is null ? ShippedFiles.Template(Shipped) : File.ReadAllBytes(wanted), Path.GetFileName(wanted ?? Shipped + ".docx"), RollupDocument.Fields);
        using var output = new MemoryStream();
        var filled = template.Fill(review, output, new DocumentProperties(Title: review.Title));
        content = output.ToArray();
        return (filled, template.Findings);
    }

    private static string Json(RollupReview review, string path, FillResult filled, IReadOnlyList<TemplateFinding> findings) => JsonSerializer.Serialize(
        new
        {
            review.Year,
            document = path,
            organisations = review.Organisations.Select(o => new { o.Name, o.Source, o.ApprovedBy, approvedOn = o.ApprovedOn }),
            review.Missing,
            templateFindings = findings.Select(f => f.ToString()),
            overwritten = filled.EditedBlocks,
        },
        FindingsJson.Readable);
}
