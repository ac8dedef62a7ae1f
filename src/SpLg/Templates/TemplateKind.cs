namespace SpLg.Templates;

/// <summary>
/// Kinds of Word template: each type of document, and the roll-up, which nobody asks for in a list.
/// </summary>
/// <param name="Word">Its name on the command line.</param>
/// <param name="Name">Its name in Swedish.</param>
/// <param name="Fields">The names its templates may use.</param>
/// <param name="Samples">What its documents are filled with, of the made-up organisation.</param>
internal sealed record TemplateKind(string Word, string Name, FieldSet Fields, Func<IReadOnlyList<object>> Samples)
{
    public static IReadOnlyList<TemplateKind> All { get; } =
    [
        .. DocumentKind.All.Select(k => new TemplateKind(
            k.Word,
            Choice.Text(k.Type),
            k.Fields,
            () => TagExamples.Data(k.Type)
        )),
        new("rollup", "Samlad genomgång", RollupDocument.Fields, TagExamples.RollupData),
    ];

    /// <param name="word">One of the command line's names.</param>
    public static TemplateKind Named(string word) => All.Single(k => k.Word == word);
}
