using SpLg.Core.Review;
using SpLg.Word;

namespace SpLg.Run;

/// <summary>The review as a Word file.</summary>
internal static class DocumentFile
{
    /// <summary>One name a year, so that a repeated run finds its own document.</summary>
    public static string Name(int year) => $"Ledningens genomgång {year}.docx";

    /// <param name="template">A template, or a document that was filled before.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <exception cref="TemplateException">The template has errors; all are listed.</exception>
    public static byte[] Fill(byte[] template, string name, ManagementReview review, int year) =>
        Template.Compile(template, name, ReviewDocument.Fields).Fill(review);
}
