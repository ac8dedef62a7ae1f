using SpLg.Core.Choices;
using SpLg.Core.Review;
using SpLg.Tracing;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>A document as a Word file.</summary>
/// <param name="Trace">Where its figures come from; the file carries it too.</param>
/// <param name="Overwritten">Generated parts that a person had changed by hand and that have been written anew.</param>
/// <param name="TemplateFindings">What the person who edits the template or the document should know, although it could be filled.</param>
internal sealed record DocumentFile(byte[] Content, DocumentTrace Trace, IReadOnlyList<EditedBlock> Overwritten, IReadOnlyList<TemplateFinding> TemplateFindings)
{
    /// <summary>True when the library's file is this one, whatever SharePoint has written into it.</summary>
    public bool IsSameAs(byte[] there) =>
        Content.AsSpan().SequenceEqual(there) || Fingerprint.Of(Trace.Name, Content).ChangedParts(there).Count == 0;

    /// <summary>Compiles a document of the library, to be filled again around what people have written in it.</summary>
    /// <exception cref="SiteFaultException">It cannot be filled as it is; in Swedish.</exception>
    public static Template Refillable(byte[] there, PlannedDocument document, string library)
    {
        var template = Template.Compile(there, document.FileName, document.Kind.Fields);
        return template.CanFill ? template : throw new SiteFaultException(
            $"Dokumentet ”{document.FileName}” i biblioteket {library} kan inte fyllas i som det ser ut nu. "
            + $"Återställ en tidigare version av det, eller byt namn på det så att ett nytt skapas. {Told(template.Findings)}");
    }

    /// <summary>For a column and a screen.</summary>
    private static string Told(IReadOnlyList<TemplateFinding> findings)
    {
        const int most = 10;
        return string.Join(' ', findings.OrderByDescending(f => f.Level).Take(most)) + (findings.Count > most ? $" … och {findings.Count - most} till." : "");
    }

    /// <param name="template">A template, or a document that was filled before, compiled for the document's kind.</param>
    /// <param name="trace">Goes into the file.</param>
    /// <exception cref="TemplateException">The template has errors; all are listed.</exception>
    public static DocumentFile Fill(Template template, PlannedDocument document, DocumentTrace trace)
    {
        using var content = new MemoryStream();
        var isApproved = document.Data is ManagementReview { Registration.ApprovedOn: not null };
        var properties = new DocumentProperties(
            Title: document.Title, CommentedOn: trace.Stamp.ReadOn, IsFinal: isApproved, IsNameless: trace.Edition == Edition.Open);
        var filled = template.Fill(document.Data, content, properties, trace.Xml());
        return new(content.ToArray(), trace, filled.EditedBlocks, template.Findings);
    }
}
