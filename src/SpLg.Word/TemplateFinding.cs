namespace SpLg.Word;

/// <summary>Something wrong with a template, told to the person who edits it in Word.</summary>
/// <param name="Level"><see cref="FindingLevel.Error"/>: the template cannot be filled until it is mended.</param>
/// <param name="Template">The template's name as given when it was compiled.</param>
/// <param name="Heading">The nearest heading before the place; null before the first, and for the file as a
/// whole.</param>
/// <param name="Place">Swedish: part, paragraph number, or table, row and cell; null for the file as a whole.</param>
/// <param name="Text">The beginning of the paragraph's text; null for the file as a whole.</param>
/// <param name="Message">Swedish: what is wrong and what to do.</param>
public sealed record TemplateFinding(
    FindingLevel Level,
    string Template,
    string? Heading,
    string? Place,
    string? Text,
    string Message
)
{
    /// <summary>One line in Swedish.</summary>
    public override string ToString()
    {
        var heading = Heading is null ? "" : $", under rubriken ”{Heading}”";
        var place = Place is null ? "" : $", {Place}";
        var text = string.IsNullOrEmpty(Text) ? "" : $" (”{Text}”)";
        return $"{Template}{heading}{place}{text}: {Message}";
    }
}
