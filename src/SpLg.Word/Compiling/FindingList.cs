using System.Xml.Linq;
using SpLg.Core.Lists;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>Gathers what is wrong with a template, each with its place.</summary>
/// <param name="template">The template's name.</param>
internal class FindingList(string template)
{
    private readonly List<TemplateFinding> findings = [];

    public IReadOnlyList<TemplateFinding> Findings => findings;

    /// <summary>A finding about a place in the template.</summary>
    public void Report(XElement at, string message, FindingLevel level = FindingLevel.Error)
    {
        var place = Place.Of(at);
        var paragraph = at.AncestorsAndSelf().FirstOrDefault(e => e.Name == W.Paragraph || e.Name == W.Row);
        var text = paragraph is null ? null : Place.Excerpt(BlockText.Of(paragraph.Nodes()));
        findings.Add(new(level, template, place?.Heading, place?.Description, text, message));
    }

    /// <summary>A finding about the file as a whole.</summary>
    public void Report(string message, FindingLevel level = FindingLevel.Error) =>
        findings.Add(new(level, template, null, null, null, message));
}
