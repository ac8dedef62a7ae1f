using SpLg.Core.Review;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>The review as a Word file.</summary>
/// <param name="Overwritten">Generated parts that a person had changed by hand and that have been written anew.</param>
/// <param name="TemplateFindings">What the person who edits the template or the document should know, although it could be filled.</param>
internal sealed record DocumentFile(byte[] Content, IReadOnlyList<EditedBlock> Overwritten, IReadOnlyList<TemplateFinding> TemplateFindings)
{
    /// <summary>One name a year, so that a repeated run finds its own document.</summary>
    public static string Name(int year) => $"Ledningens genomgång {year}.docx";

    /// <param name="template">A template, or a document that was filled before.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <exception cref="TemplateException">The template has errors; all are listed.</exception>
    public static DocumentFile Fill(byte[] template, string name, ManagementReview review, int year)
    {
        using var content = new MemoryStream();
        var compiled = Template.Compile(template, name, ReviewDocument.Fields);
        var filled = compiled.Fill(review, content, new DocumentProperties(Title: Path.GetFileNameWithoutExtension(Name(year))));
        return new(content.ToArray(), filled.EditedBlocks, compiled.Findings);
    }
}
