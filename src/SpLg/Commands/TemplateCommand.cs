using System.CommandLine;
using SpLg.Templates;

namespace SpLg.Commands;

internal static class TemplateCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Verb(
            "template",
            "Help for the person who writes a Word template.",
            "splg template tags",
            "splg template check mall.docx"
        )
        {
            Tags(shell),
            Check(shell),
        };
        return command;
    }

    private static Verb Tags(Shell shell)
    {
        var type = new Option<string>("--type")
        {
            Description = "Of which type of document.",
            DefaultValueFactory = _ => TemplateKind.All[0].Word,
        };
        type.AcceptOnlyFromAmong([.. TemplateKind.All.Select(k => k.Word)]);
        var json = new Option<bool>("--json") { Description = "Print the names as JSON." };
        var command = new Verb(
            "tags",
            "Prints every name a template may use, with its kind, what it gives, an example and the formats "
                + "there are. In Swedish, as the templates are.",
            "splg template tags",
            "splg template tags --type role-checklist --json"
        );
        command.Add(type);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var kind = TemplateKind.Named(parsed.GetValue(type)!);
            if (parsed.GetValue(json))
                shell.Screen.Json(TagCatalogue.Json(kind));
            else
                shell.Screen.Output.WriteLine(TagCatalogue.Text(kind));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Verb Check(Shell shell)
    {
        var file = new Argument<string>("file")
        {
            Description =
                "A Word template, or a document that was filled before. One in the library Mallar is downloaded first.",
        };
        var type = new Option<string?>("--type")
        {
            Description = "The type of document it is for. Default: the one whose names it fits best.",
        };
        type.AcceptOnlyFromAmong([.. TemplateKind.All.Select(k => k.Word)]);
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var command = new Verb(
            "check",
            "Says what is wrong in a template, where, and what to do, in Swedish. Ends with 1 when it cannot be used.",
            "splg template check mall.docx",
            "splg template check mall.docx --type action-plan --json"
        );
        command.Add(file);
        command.Add(type);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var report = TemplateReport.Of(
                File.ReadAllBytes(path),
                Path.GetFileName(path),
                parsed.GetValue(type) is { } word ? TemplateKind.Named(word) : null
            );
            if (parsed.GetValue(json))
                shell.Screen.Json(FindingsJson.Of(report));
            else
                shell.Screen.Line(report.Text());
            return report.CanFill ? ExitCode.Ok : ExitCode.Fault;
        });
        return command;
    }
}
