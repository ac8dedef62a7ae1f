using System.CommandLine;

namespace SpLg.Commands;

/// <summary>The options that say which documents are asked for.</summary>
internal sealed class OrderOptions
{
    private const string Full = "full";
    private const string Open = "open";

    public Option<int?> Year { get; } = NumberOption.Year("The year the document is about. Default: this year.");

    public Option<string> Type { get; } = TypeOption();

    public Option<string?> Selection { get; } =
        new("--for")
        {
            Description =
                "Only the document of this procurement, role or managed object, by name, registry number or row id. Default: one for each.",
            HelpName = "name",
        };

    public Option<string> Edition { get; } =
        Among(
            new("--edition")
            {
                Description = "full for the restricted library, or open: without people, secrets and small counts.",
                DefaultValueFactory = _ => Full,
            },
            Full,
            Open
        );

    /// <summary>All of them, for a command's help and for what must not be given together with them.</summary>
    public IReadOnlyList<Option> All => [Year, Type, Selection, Edition];

    /// <summary>Their names, for a message.</summary>
    public string Names => $"{string.Join(", ", All.SkipLast(1).Select(o => o.Name))} and {All[^1].Name}";

    private static Option<string> TypeOption() =>
        Among(
            new("--type") { Description = "What to make.", DefaultValueFactory = _ => DocumentKind.All[0].Word },
            [.. DocumentKind.All.Select(k => k.Word)]
        );

    /// <param name="template">Name of a Word template; null for the type's usual one.</param>
    public DocumentOrder Read(ParseResult parsed, int thisYear, string? template) =>
        new(
            parsed.GetValue(Year) ?? thisYear,
            DocumentKind.Named(parsed.GetValue(Type)!).Type,
            parsed.GetValue(Selection),
            parsed.GetValue(Edition) == Open ? Core.Rows.Edition.Open : Core.Rows.Edition.Full,
            template
        );

    private static Option<string> Among(Option<string> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
