using System.CommandLine;

namespace SpLg.Commands;

internal static class RollupCommand
{
    private const string Shipped = "samlad-genomgang";

    public static Command Create(Shell shell)
    {
        var files = new Argument<string[]>("evidence")
        {
            Description =
                "Files of approved reviews, one an organisation: '… fastställd underlag.json' in each site's library Arbetsdokument. "
                + "Without any they are fetched from the sites of the settings.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var year = NumberOption.Year(
            "The reviews' year; needed without files. Default: that of the first file; files of another year are refused."
        );
        var expected = new Option<string[]>("--expect")
        {
            Description =
                "Name of an organisation that should be there; may be repeated. Those without a file are named in the document.",
            HelpName = "name",
        };
        var template = new Option<string?>("--template")
        {
            Description = "A Word template, or a roll-up that was made before, whose own text is then kept.",
            HelpName = "file",
        };
        var target = new Option<string>("--out", "-o")
        {
            Description = "Where the document goes: a folder, or a file ending in .docx.",
            DefaultValueFactory = _ => "./",
        };
        var json = new Option<bool>("--json") { Description = "Print what was made as JSON." };
        var command = new Verb(
            "rollup",
            "Makes one document of several organisations' approved reviews, side by side: from the sites of the "
                + "settings, or from files alone.",
            "splg rollup --year 2026 --out samlad.docx",
            "splg rollup kultur.json miljo.json bolaget.json --out samlad.docx",
            "splg rollup kultur.json miljo.json --year 2026 --expect Kulturnämnden --expect Miljönämnden --json"
        );
        command.Add(files);
        command.Add(year);
        command.Add(expected);
        command.Add(template);
        command.Add(target);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(files) is not { Length: > 0 } && result.GetValue(year) is null)
                result.AddError("Without files, --year says which year's reviews are to be fetched from the sites.");
        });
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var names = parsed.GetValue(expected) ?? [];
                var review = parsed.GetValue(files) is { Length: > 0 } given
                    ? RollupFiles.Read(given, parsed.GetValue(year), names)
                    : await RollupSites.ReadAsync(
                        shell.AllSiteSettings(parsed),
                        parsed.GetValue(year)!.Value,
                        names,
                        shell.Clock,
                        new((_, words) => shell.Screen.Note(words)),
                        cancellationToken
                    );
                var (filled, findings) = Fill(review, parsed.GetValue(template), out var content);
                var path = LocalCopy.Write(parsed.GetValue(target)!, review.Title + ".docx", content);
                if (parsed.GetValue(json))
                {
                    shell.Screen.Json(Json(review, path, filled, findings));
                    return Outcome(review);
                }
                foreach (var organisation in review.Organisations)
                {
                    var day = organisation.ApprovedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    shell.Screen.Line(
                        $"{organisation.Name}: approved {day} by {organisation.ApprovedBy}, {organisation.Source}"
                    );
                }
                if (review.MissingSentence is { } missing)
                    shell.Screen.Line(missing);
                shell.Screen.Line($"Document: {path}, {SummaryView.Size(content)}");
                if (findings.Count > 0)
                    shell.Screen.Line(FindingsText.OfTemplate(findings));
                if (filled.EditedBlocks.Count > 0)
                    shell.Screen.Line(FindingsText.Overwritten(filled.EditedBlocks));
                return Outcome(review);
            }
        );
        return command;
    }

    /// <summary>A document that lacks what could not be read is made, but is not what was asked for.</summary>
    private static int Outcome(RollupReview review) => review.Unread.Count == 0 ? ExitCode.Ok : ExitCode.Fault;

    /// <param name="wanted">A file; null for the shipped template.</param>
    private static (FillResult Filled, IReadOnlyList<TemplateFinding> Findings) Fill(
        RollupReview review,
        string? wanted,
        out byte[] content
    )
    {
        var source = wanted is null ? ShippedFiles.Template(Shipped) : File.ReadAllBytes(wanted);
        var template = Template.Compile(source, Path.GetFileName(wanted ?? Shipped + ".docx"), RollupDocument.Fields);
        using var output = new MemoryStream();
        var filled = template.Fill(
            review,
            output,
            new DocumentProperties(Title: review.Title),
            RollupTrace.Of(review).Xml()
        );
        content = output.ToArray();
        return (filled, [.. template.Findings, .. DocumentFile.Examine($"{review.Title}.docx", content, source)]);
    }

    private static string Json(
        RollupReview review,
        string path,
        FillResult filled,
        IReadOnlyList<TemplateFinding> findings
    ) =>
        JsonSerializer.Serialize(
            new
            {
                review.Year,
                document = path,
                organisations = review.Organisations.Select(o => new
                {
                    o.Name,
                    o.Source,
                    o.Sha256,
                    o.ApprovedBy,
                    approvedOn = o.ApprovedOn,
                }),
                review.Missing,
                review.Unread,
                templateFindings = findings.Select(f => f.ToString()),
                overwritten = filled.EditedBlocks,
            },
            FindingsJson.Readable
        );
}
