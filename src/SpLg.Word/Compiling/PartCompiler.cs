using SpLg.Word.Comments;
using SpLg.Word.Links;

namespace SpLg.Word.Compiling;

/// <summary>Compiles the tree of one part into constant bytes and slots.</summary>
internal sealed class PartCompiler
{
    // Takes no room and is not shown; Word wants a paragraph where a block came to nothing. It keeps with the next, or
    // a heading before it would stand alone at the foot of a page; in a cell that would tie the table's rows together.
    private const string HiddenParagraph = "<w:p><w:pPr><w:keepNext/>" + HiddenLook;

    private const string HiddenInCell = "<w:p><w:pPr>" + HiddenLook;

    private const string HiddenLook =
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>";

    // What Word itself puts around a table of contents; LibreOffice shows the field's code without it.
    private const string ContentsGallery =
        "<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj>";

    private static readonly XName Gallery = W.Main + "docPartGallery";

    private readonly PartRelationships relationships;
    private bool contentsOpen;

    private PartCompiler(CompileContext context, PartRelationships relationships, bool isMain)
    {
        Context = context;
        this.relationships = relationships;
        Writer = new(constant => LeftInBraces.Tell(constant, context));
        IsMain = isMain;
        Links = new(this);
        Notes = new(this);
        Inlines = new(this);
        Figures = new(this);
        Tables = new(this);
        Blocks = new(this);
    }

    public CompileContext Context { get; }

    /// <summary>True in generated content, which has a content control around it already.</summary>
    public bool IsInside { get; private set; }

    public SegmentWriter Writer { get; }

    /// <summary>Headings count only in the document itself.</summary>
    public bool IsMain { get; private set; }

    public LinkCompiler Links { get; }

    public NoteCompiler Notes { get; }

    public InlineCompiler Inlines { get; }

    public FigureCompiler Figures { get; }

    public TableCompiler Tables { get; }

    public BlockCompiler Blocks { get; }

    public static FillNode[] Compile(
        CompileContext context,
        XElement root,
        PartRelationships relationships,
        bool isMain
    )
    {
        var part = new PartCompiler(context, relationships, isMain);
        part.Writer.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        part.Writer.Push();
        part.Inlines.Node(root, context.Root);
        var nodes = part.Writer.Pop();
        return [.. part.Writer.Pop(), .. nodes];
    }

    /// <summary>
    /// Compiles something generated. Outermost it becomes a block with a content control around it; inside another
    /// block it is just content.
    /// </summary>
    /// <param name="label">The expression, shown as the content control's title.</param>
    /// <param name="nodes">The template's nodes it is made from.</param>
    public void Unit(
        string label,
        UnitLevel level,
        IReadOnlyList<XNode> nodes,
        Action compile,
        PrototypeKind kind = PrototypeKind.Block
    )
    {
        if (IsInside)
        {
            compile();
            return;
        }
        KeepTogether(nodes);
        var anchors = Anchors.Take(nodes);
        Wrap(
            new(
                Context.Ids.New(label),
                Label(label),
                kind,
                Prototype.Write([.. nodes.Where(n => !Anchors.IsTaken(n))])
            ),
            level,
            nodes,
            new(anchors, null, "", null),
            compile
        );
    }

    /// <summary>A block of a document that has been filled before: it keeps its id.</summary>
    public void Restored(XElement block, UnitLevel level, Action compile)
    {
        if (IsInside)
        {
            compile();
            return;
        }
        var id = (string)block.Attribute("id")!;
        var label = (string)block.Attribute("label")!;
        if (!Context.Ids.TryKeep(id))
            id = Context.Ids.New(label);
        var nodes = block.Nodes().ToList();
        KeepTogether(nodes);
        Wrap(
            new(id, label, Enum.Parse<PrototypeKind>((string)block.Attribute("kind")!), Prototype.Write(nodes)),
            level,
            nodes,
            block.Annotation<FoundBlock>()!,
            compile
        );
    }

    public void Repeat(ValueSource list, Scope scope, Action<Scope> compile)
    {
        var inner = Context.Into(scope, list);
        Writer.Push();
        Writer.BeginRepeat();
        compile(inner);
        Writer.EndRepeat();
        Writer.Slot(new RepeatNode(list, inner.Frame, Writer.Pop()));
    }

    /// <summary>Compiles an element, its content by a way of its own.</summary>
    public void Within(XElement element, Action content)
    {
        Writer.Start(element);
        content();
        Writer.End(element);
    }

    /// <summary>
    /// A table of contents, which belongs in a control of its own kind also inside other generated content.
    /// </summary>
    public void Contents(XElement paragraph, int levels)
    {
        var wrap = IsInside && !IsInGallery(paragraph) && !contentsOpen;
        if (wrap)
            Writer.Raw($"<w:sdt><w:sdtPr>{ContentsGallery}</w:sdtPr><w:sdtContent>");
        Writer.Slot(new ContentsNode(Context.Styles.ContentsStyles, levels));
        if (wrap)
            Writer.Raw("</w:sdtContent></w:sdt>");
    }

    /// <summary>Compiles what is written in the part of the notes.</summary>
    public void InNote(Action compile)
    {
        var was = IsMain;
        IsMain = false;
        compile();
        IsMain = was;
    }

    // What the nodes refer to outside themselves is kept with them.
    private void KeepTogether(IReadOnlyList<XNode> nodes)
    {
        foreach (var element in nodes.OfType<XElement>())
        {
            Context.Notes.Inline(element);
            LinkTargets.TakeAll(element, relationships);
        }
    }

    // The author may have put the whole list, heading and all, in such a control already.
    private static bool IsInGallery(XNode node) =>
        node.Ancestors(W.Sdt).Any(s => s.Element(W.SdtProperties)?.Descendants(Gallery).Any() == true);

    private void Wrap(
        Prototype prototype,
        UnitLevel level,
        IReadOnlyList<XNode> nodes,
        FoundBlock found,
        Action compile
    )
    {
        var isContents = prototype.Kind == PrototypeKind.TableOfContents;
        IsInside = true;
        Context.FillsAnything = true;
        contentsOpen = isContents;
        Writer.Push();
        compile();
        var content = Writer.Pop();
        IsInside = false;
        var isListed = isContents && !(nodes.Count > 0 && IsInGallery(nodes[0]));
        var ownKind = level == UnitLevel.Blocks ? BlockControls.Kind : "";
        var kind = isListed ? ContentsGallery : ownKind;
        var start =
            $"<w:sdt><w:sdtPr><w:alias w:val=\"{Attribute(prototype.Label)}\"/><w:tag "
            + $"w:val=\"{Restorer.TagPrefix}{Attribute(prototype.Id)}\"/>"
            + $"<w:id w:val=\"{Context.Ids.Control(prototype.Id)}\"/>{kind}</w:sdtPr><w:sdtContent>";
        var whenEmpty = level switch
        {
            UnitLevel.Blocks => nodes.Any(n => n.Ancestors(W.Cell).Any()) ? HiddenInCell : HiddenParagraph,
            UnitLevel.Rows => TableCompiler.HiddenRow(TableCompiler.Columns(nodes)),
            _ => "",
        };
        Context.KeepStyles(nodes);
        // Word has comments in the document itself only.
        var canComment = IsMain && !(nodes.Count > 0 && nodes[0].Ancestors(W.TextBoxContent).Any());
        var edit = found.Edited is { } edited
            ? new HandEdit(edited, found.Hash, canComment ? Context.Comments.NextId() : null, found.EditedAt)
            : null;
        Writer.Slot(
            new BlockNode(
                prototype,
                level,
                start: Encoding.UTF8.GetBytes(start),
                whenEmpty: Encoding.UTF8.GetBytes(whenEmpty),
                mark: Context.Ids.Mark(prototype.Id, level),
                anchors: found.Anchors,
                edit: edit,
                content: content
            )
        );
    }

    // A title or tag of a content control may be 64 characters.
    private static string Label(string expression) => expression.Length <= 60 ? expression : expression[..59] + "…";

    private static string Attribute(string text) =>
        System.Security.SecurityElement.Escape(XmlText.Legal(text))!.Replace('\n', ' ').Replace('\t', ' ');
}
