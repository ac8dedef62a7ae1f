using System.Xml.Linq;
using SpLg.Core.Fields;
using SpLg.Word.Expressions;
using SpLg.Word.Figures;
using SpLg.Word.Notes;
using SpLg.Word.Regenerating;

namespace SpLg.Word.Compiling;

/// <summary>What the parts of one template share while it is compiled.</summary>
internal sealed class CompileContext(string template, FieldSet fields, StyleSheet styles, NumberingSheet numbering, NoteSheets notes) : FindingList(template)
{
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

    /// <summary>Charts of the document, by relationship id, and what they show.</summary>
    public List<(XElement At, string RelationshipId, ChartBinding Binding)> Charts { get; } = [];

    public Scope Into(Scope scope, Filling.ValueSource list)
    {
        var inner = scope.Into(list);
        Frames = Math.Max(Frames, inner.Frame + 1);
        return inner;
    }
}
