using SpLg.Word.Links;
using SpLg.Word.RichText;

namespace SpLg.Word.Compiling;

/// <summary>Compiles what stands in a paragraph.</summary>
internal sealed class InlineCompiler(PartCompiler part)
{
    public void Paragraph(XElement paragraph, Scope scope)
    {
        var counts = part.IsMain && part.Context.WantsContents && !paragraph.Ancestors(W.TextBoxContent).Any();
        var level = counts ? part.Context.Styles.HeadingLevel(paragraph) : null;
        var place = counts ? part.Context.Numbering.TryPlace(paragraph) : null;
        part.Within(
            paragraph,
            () =>
            {
                if (paragraph.Element(W.ParagraphProperties) is { } properties)
                    part.Writer.Copy(properties);
                var content = new ArraySegment<XNode>([
                    .. paragraph.Nodes().Where(n => n is not XElement e || e.Name != W.ParagraphProperties),
                ]);
                if (level is null or > 3 || !paragraph.Descendants(W.Text).Any(t => t.Value.Length > 0))
                {
                    Nodes(content, scope);
                    if (place is not null && part.Context.Numbering.IsOfHeadings(place))
                        part.Writer.Slot(new NumberedNode(place));
                    return;
                }
                part.Writer.Push();
                Nodes(content, scope);
                part.Writer.Slot(new HeadingNode(level.Value, place, part.Writer.Pop()));
            }
        );
    }

    public void Node(XNode node, Scope scope)
    {
        part.Context.Time.Check();
        if (node is not XElement element)
            part.Writer.Copy(node);
        else if (Paragraphs.TryExpression(element) is { } expression)
            Value(element, expression, scope);
        else if (element.Name == Restorer.Block)
            part.Restored(element, UnitLevel.Runs, () => Nodes(BlockCompiler.In(element), scope));
        else if (FigureCompiler.IsFigure(element))
            part.Figures.Compile(element, scope);
        else if ((string?)element.Attribute(LinkTargets.Address) is { } address)
            part.Links.Compile(element, address, scope);
        else if (element.Element(NoteSheet.Inlined) is { } note)
            part.Notes.Compile(element, note, scope);
        else if (element.Name == NoteSheet.Made)
            part.Writer.Slot(new MadeNotesNode(Enum.Parse<NoteKind>((string)element.Attribute("kind")!)));
        else if (Holds(element))
            part.Within(element, () => Content(element, scope));
        else
            part.Writer.Copy(element);
    }

    /// <summary>The list that has to be repeated around these expressions; reports when they want two.</summary>
    public ValueSource? NeededList(XElement at, IEnumerable<XElement> runs, Scope scope)
    {
        var lists = NeededLists(runs, scope);
        if (lists.Count > 1)
            part.Context.Report(
                at,
                $"Här blandas fält från listorna ”{lists[0].Field.Name}” och ”{lists[1].Field.Name}”. En rad "
                    + "eller ett stycke kan bara upprepas för en lista: dela upp det."
            );
        return lists.Count > 0 ? lists[0] : null;
    }

    /// <summary>As <see cref="NeededList"/>, without reporting.</summary>
    public ValueSource? TryNeededList(IEnumerable<XElement> runs, Scope scope) =>
        NeededLists(runs, scope) is [var only] ? only : null;

    private static List<ValueSource> NeededLists(IEnumerable<XElement> runs, Scope scope)
    {
        var lists = new List<ValueSource>();
        foreach (var run in runs)
        {
            var expression = Paragraphs.Parse(run);
            if (
                expression.Kind is ExpressionKind.Value or ExpressionKind.Each
                && NameReader.Read(scope, expression.Body).Meaning
                    is Resolution.NeedsList { Fault: null, List: var list }
                && !lists.Contains(list)
            )
            {
                lists.Add(list);
            }
        }
        return lists;
    }

    public void Nodes(ArraySegment<XNode> nodes, Scope scope)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (Paragraphs.TryMarker(nodes[i]) is { Kind: not ExpressionKind.Each } marker)
                i = part.Blocks.Marked(nodes, i, marker, scope, UnitLevel.Runs, Nodes);
            else
                Node(nodes[i], scope);
        }
    }

    private void Content(XElement element, Scope scope)
    {
        if (IsBlockContainer(element))
            part.Blocks.Compile(BlockCompiler.In(element), scope);
        else
            Nodes(BlockCompiler.In(element), scope);
    }

    private static bool IsBlockContainer(XElement element) =>
        element.Name == W.Body || element.Name == W.TextBoxContent || element.Elements().Any(IsBlock);

    // What was generated, or stands in a control, may be all there is in a header or a note.
    private static bool IsBlock(XElement element) =>
        element.Name == W.Paragraph
        || element.Name == W.Table
        || (
            (element.Name == Restorer.Block || element.Name == W.Sdt || element.Name == W.SdtContent)
            && element.Elements().Any(IsBlock)
        );

    // Whether there is anything to fill below; what has nothing is copied in one go.
    private static bool Holds(XElement element) =>
        element.Name == W.Body
        || element
            .Descendants()
            .Any(e =>
                e.Name == W.Paragraph
                || Paragraphs.TryExpression(e) is not null
                || FigureCompiler.IsFigure(e)
                || e.Name.Namespace == BlockStore.Namespace
                || e.Attribute(LinkTargets.Address) is not null
            );

    private void Value(XElement run, string typed, Scope scope)
    {
        var expression = Expression.Parse(typed);
        if (expression.Kind != ExpressionKind.Value)
        {
            part.Context.Report(
                run,
                $"{{{{{typed.Trim()}}}}} måste stå ensamt i ett eget stycke (eller en egen tabellrad)."
            );
            return;
        }
        if (TryValue(run, expression.Body, scope) is not var (source, format))
        {
            part.Writer.Copy(run);
            return;
        }
        if (source.Field.Kind == FieldKind.RichText)
        {
            var canLink = !run.Ancestors().Any(a => a.Name == W.Hyperlink || a.Name == W.Main + "fldSimple");
            part.Unit(
                expression.Body,
                UnitLevel.Runs,
                [run],
                () =>
                    part.Writer.Slot(
                        new InlineRichTextNode(
                            source,
                            new(new(W.Paragraph), run.Element(W.RunProperties), part.Writer, part.Context.Styles),
                            canLink
                        )
                    )
            );
            return;
        }
        part.Unit(
            expression.Body,
            UnitLevel.Runs,
            [run],
            () =>
                part.Within(
                    run,
                    () =>
                    {
                        if (run.Element(W.RunProperties) is { } properties)
                            part.Writer.Copy(properties);
                        part.Writer.Slot(new ValueNode(source, format));
                    }
                )
        );
    }

    /// <summary>The value that an expression reads, with its format; null after a finding.</summary>
    public (ValueSource Source, ValueFormat Format)? TryValue(XElement at, string body, Scope scope)
    {
        var (meaning, typedFormat) = NameReader.Read(scope, body);
        if (meaning is not Resolution.Found { Source: var source })
        {
            part.Context.Report(
                at,
                () => MarkerHint.TryFor(new(ExpressionKind.Value, body)) ?? Explanation.Of(meaning)
            );
            return null;
        }
        var kind = source.Field.Kind;
        if (typedFormat is null)
        {
            if (kind is FieldKind.List or FieldKind.Group or FieldKind.Picture)
            {
                part.Context.Report(at, Explanation.Of(meaning));
                return null;
            }
            return (source, ValueFormat.DefaultOf(kind));
        }
        if (ValueFormat.TryParse(kind, typedFormat) is { } format)
            return (source, format);
        part.Context.Report(at, ValueFormat.Fault(source.Field, typedFormat));
        return null;
    }
}
