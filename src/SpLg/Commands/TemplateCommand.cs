using System.CommandLine;
using SpLg.Core.Review;
using SpLg.Running;

namespace SpLg.Commands;

internal static class TemplateCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Verb(
            "template",
            "Help for the person who writes a Word template.",
            "splg template tags",
            "splg template tags --json > tags.json")
        {
            Tags(shell),
        };
        return command;
    }

    private static Verb Tags(Shell shell)
    {
        var json = new Option<bool>("--json") { Description = "Print the names as JSON." };
        var command = new Verb(
            "tags",
            "Prints every name a template may use, with its kind, what it gives and the formats there are. In Swedish, as the templates are.",
            "splg template tags",
            "splg template tags --json > tags.json");
        command.Add(json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
                shell.Screen.Json(TagCatalogue.Json(ReviewDocument.Fields));
            else
                shell.Screen.Output.WriteLine(TagCatalogue.Text(ReviewDocument.Fields));
            return ExitCode.Ok;
        });
        return command;
    }
}
