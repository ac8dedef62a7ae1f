using SpLg.Word.Validation;

namespace SpLg.Templates;

/// <summary>
/// Faults against Word's format: in a template, and in a document made of it with the made-up organisation's rows.
/// </summary>
internal static class FormatFindings
{
    private const string OwnAdvice =
        "Öppna filen i Word, gör om det som står på platsen och spara. En del rättar Word själv när filen sparas.";

    private const string AddedAdvice =
        "Felet finns inte i mallen utan uppstår när den fylls i, och då sparas inte dokumentet. Ändra mallen på den platsen.";

    // Kinds of faults, each in any number of places.
    private const int Most = 20;

    public static IEnumerable<TemplateFinding> Of(byte[] content, string name, Template template, TemplateKind kind)
    {
        var own = SchemaCheck.Of(content);
        foreach (var finding in Told(own.Faults, name, FindingLevel.Warning, OwnAdvice))
            yield return finding;
        if (own.Unchecked is not null)
        {
            // A file that cannot be read at all has its fault told already.
            if (template.CanFill && own.Faults.Count == 0)
                yield return OfFile(name, FindingLevel.Info, own.Unchecked);
            yield break;
        }
        if (!template.CanFill)
            yield break;
        foreach (
            var finding in kind.Samples().SelectMany(s => Added(content, name, template, s)).DistinctBy(f => f.Message)
        )
            yield return finding;
    }

    private static IEnumerable<TemplateFinding> Added(byte[] content, string name, Template template, object sample)
    {
        try
        {
            var filled = SchemaCheck.Of(template.Fill(sample));
            return Told(filled.AddedTo(content), name, FindingLevel.Error, AddedAdvice);
        }
        catch (DocumentTooLargeException e)
        {
            return [OfFile(name, FindingLevel.Error, e.Message)];
        }
    }

    private static IEnumerable<TemplateFinding> Told(
        IReadOnlyList<SchemaFault> faults,
        string name,
        FindingLevel level,
        string advice
    )
    {
        foreach (var fault in faults.Take(Most))
        {
            var places = fault.Count == 1 ? "" : $" Samma fel finns på {fault.Count} platser.";
            yield return new(level, name, fault.Heading, fault.Place, fault.Text, $"{fault.Message}{places} {advice}");
        }
        if (faults.Count > Most)
            yield return OfFile(
                name,
                level,
                $"Det finns {faults.Count - Most} andra slags fel mot Words format till. Rätta de som står här först."
            );
    }

    private static TemplateFinding OfFile(string name, FindingLevel level, string message) =>
        new(level, name, null, null, null, message);
}
