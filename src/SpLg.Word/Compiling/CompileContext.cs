using SpLg.Word.Comments;
using SpLg.Word.Figures;

namespace SpLg.Word.Compiling;

/// <summary>State that the parts of one template share while it is compiled.</summary>
internal sealed class CompileContext(
    string template,
    FieldSet fields,
    StyleSheet styles,
    NumberingSheet numbering,
    NoteSheets notes,
    CommentSheet comments,
    WorkTime time
) : FindingList(template)
{
    // Ten times a large template's. Each that is generated gets a content control with bookmarks, and what it is made
    // from is kept.
    private const int MostExpressions = 20_000;

    private int expressions;

    public WorkTime Time => time;

    public StyleSheet Styles => styles;

    public NumberingSheet Numbering => numbering;

    public NoteSheets Notes => notes;

    public CommentSheet Comments => comments;

    /// <summary>The names of the styles that generated content uses, by id.</summary>
    public SortedDictionary<string, string> KeptStyles { get; } = new(StringComparer.Ordinal);

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

    /// <summary>Counts the expressions of a part.</summary>
    /// <exception cref="DocumentTooLargeException">There are more than any template has.</exception>
    public void TakeExpressions(int count)
    {
        expressions += count;
        if (expressions > MostExpressions)
            throw new DocumentTooLargeException("", "fler än 20 000 namn och villkor inom klamrar");
    }

    /// <summary>Notes the names of the styles that generated content uses.</summary>
    public void KeepStyles(IEnumerable<XNode> nodes)
    {
        foreach (
            var id in nodes
                .OfType<XElement>()
                .DescendantsAndSelf()
                .Where(StyleSheet.IsUse)
                .Attributes(W.Value)
                .Select(a => a.Value)
        )
        {
            if (styles.NameOf(id) is { } name)
                KeptStyles[id] = name;
        }
    }

    public Scope Into(Scope scope, Filling.ValueSource list)
    {
        var inner = scope.Into(list);
        Frames = Math.Max(Frames, inner.Frame + 1);
        return inner;
    }
}
