using System.Xml.Linq;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Word.Expressions;
using SpLg.Word.Markup;
using SpLg.Word.Notes;
using SpLg.Word.Regenerating;

namespace SpLg.Word.Compiling;

/// <summary>What the parts of one template share while it is compiled.</summary>
internal sealed class CompileContext(string template, FieldSet fields, StyleSheet styles, NumberingSheet numbering, NoteSheets notes)
{
    private readonly List<TemplateFinding> findings = [];

    public IReadOnlyList<TemplateFinding> Findings => findings;

    public StyleSheet Styles => styles;

    public NumberingSheet Numbering => numbering;

    public NoteSheets Notes => notes;

    public BlockIds Ids { get; } = new();

    public Scope Root { get; } = new(fields, 0);

    /// <summary>How many rows can be open at once, the data itself included.</summary>
    public int Frames { get; private set; } = 1;

    /// <summary>The template asks for a table of contents, so headings get bookmarks.</summary>
    public bool WantsContents { get; set; }

    /// <summary>Something in the document is filled from data.</summary>
    public bool FillsAnything { get; set; }

    /// <summary>Charts of the document and the lists they show, by relationship id.</summary>
    public List<(XElement At, string RelationshipId, Filling.ValueSource List)> Charts { get; } = [];

    public void AddChart(XElement at, string relationshipId, Filling.ValueSource list) => Charts.Add((at, relationshipId, list));

    public Scope Into(Scope scope, Filling.ValueSource list)
    {
        var inner = scope.Into(list);
        Frames = Math.Max(Frames, inner.Frame + 1);
        return inner;
    }

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
