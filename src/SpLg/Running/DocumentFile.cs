using SpLg.Tracing;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>A document as a Word file.</summary>
/// <param name="Trace">Where its figures come from; the file carries it too.</param>
/// <param name="Overwritten">Generated parts that a person had changed by hand and that have been written anew.</param>
/// <param name="TemplateFindings">What the person who edits the template or the document should know, although it could be filled.</param>
internal sealed record DocumentFile(byte[] Content, DocumentTrace Trace, IReadOnlyList<EditedBlock> Overwritten, IReadOnlyList<TemplateFinding> TemplateFindings)
{
    /// <param name="template">A template, or a document that was filled before, compiled for the document's kind.</param>
    /// <exception cref="TemplateException">The template has errors; all are listed.</exception>
    public static DocumentFile Fill(Template template, DocumentSet set, PlannedDocument document, ReadStamp stamp)
    {
        using var content = new MemoryStream();
        var trace = TraceOf(set, document, stamp);
        var filled = template.Fill(document.Data, content, new DocumentProperties(Title: document.Title), trace.Xml());
        return new(content.ToArray(), trace, filled.EditedBlocks, template.Findings);
    }

    private static DocumentTrace TraceOf(DocumentSet set, PlannedDocument document, ReadStamp stamp) => new(
        document.Name,
        document.Kind.Type,
        set.Order.Year,
        set.Order.Edition,
        stamp,
        set.Rows.Rows.Keys.Select(n => set.Rows.Schema.List(n).Title).ToDictionary(t => t, t => set.Rows.Links.GetValueOrDefault(t), StringComparer.Ordinal),
        []);
}
