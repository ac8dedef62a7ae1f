using SpLg.Word.RichText;

namespace SpLg.Word.Compiling;

/// <summary>Compiles what paragraphs and tables stand in: the body, a cell, a header, a text box.</summary>
internal sealed class BlockCompiler(PartCompiler part)
{
    // Far deeper than a person can follow. Nested blocks are compiled and filled recursively, so the depth has to have
    // a limit.
    public const int Deepest = 50;

    private readonly BlockEnds ends = new();
    private int depth;

    /// <summary>Compiles the content of an element.</summary>
    public static ArraySegment<XNode> In(XElement element) => new([.. element.Nodes()]);

    public void Compile(ArraySegment<XNode> nodes, Scope scope)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            part.Context.Time.Check();
            if (nodes[i] is not XElement element)
                part.Writer.Copy(nodes[i]);
            else if (Paragraphs.TryMarker(element) is { } marker)
                i = Marked(nodes, i, marker, scope, UnitLevel.Blocks, Compile);
            else if (element.Name == W.Paragraph)
                Paragraph(element, scope);
            else if (element.Name == W.Table)
                part.Tables.Compile(element, scope);
            else if (element.Name == Restorer.Block)
                part.Restored(element, UnitLevel.Blocks, () => Compile(In(element), scope));
            else if (element.Name == W.Sdt)
                part.Within(element, () => ContentControl(element, scope));
            else
                part.Inlines.Node(element, scope);
        }
    }

    /// <summary>Whether a paragraph is one, unconditionally, whatever the data.</summary>
    public bool IsPlain(XElement paragraph, Scope scope) =>
        Paragraphs.TryMarker(paragraph) is null
        && TryRichText(paragraph, scope) is null
        && part.Inlines.TryNeededList(Paragraphs.ExpressionRuns(paragraph), scope) is null;

    /// <summary>Compiles from a marker to its end, in paragraphs or rows alike.</summary>
    /// <returns>The index of the end marker.</returns>
    public int Marked(
        ArraySegment<XNode> nodes,
        int start,
        Expression marker,
        Scope scope,
        UnitLevel level,
        Action<ArraySegment<XNode>, Scope> compile
    )
    {
        var at = (XElement)nodes[start];
        if (marker.Kind is ExpressionKind.Otherwise or ExpressionKind.End)
        {
            var fault =
                marker.Kind == ExpressionKind.End
                    ? $"{{{{/{marker.Body}}}}} avslutar ett block som aldrig börjar. "
                        + $"{MarkerHint.TryFor(marker) ?? $"Skriv {{{{#{marker.Body}}}}} före, eller ta bort markören."}"
                    : "{{annars}} står utanför ett {{#om …}}-block.";
            part.Context.Report(at, fault);
            return start;
        }
        var (end, otherwise) = ends.Of(nodes, start);
        if (end < 0)
            return Unended(nodes, start, marker, scope, level, compile);
        var closing = Paragraphs.TryMarker(nodes[end])!;
        if (!Closes(marker, closing) && !IsMistaken(marker, scope))
            part.Context.Report(
                (XElement)nodes[end],
                $"{{{{/{closing.Body}}}}} avslutar inte {Typed(marker)}, som börjar närmast före. Skriv {Ending(marker)}."
            );
        if (!TryDeeper(at))
            return end;
        part.Unit(
            Typed(marker).Trim('{', '}'),
            level,
            Slice(nodes, start, end + 1),
            () =>
            {
                if (marker.Kind == ExpressionKind.If)
                    Condition(
                        at,
                        marker,
                        then: Slice(nodes, start + 1, otherwise ?? end),
                        otherwise: otherwise is { } o ? Slice(nodes, o + 1, end) : ArraySegment<XNode>.Empty,
                        scope: scope,
                        level: level,
                        compile: compile
                    );
                else
                    Each(at, marker.Body, Slice(nodes, start + 1, end), scope, compile);
            }
        );
        depth--;
        return end;
    }

    private bool TryDeeper(XElement at)
    {
        if (++depth <= Deepest)
            return true;
        depth--;
        part.Context.Report(at, $"Block står i varandra i fler än {Deepest} nivåer. Dela upp dem.");
        return false;
    }

    private void Condition(
        XElement at,
        Expression marker,
        ArraySegment<XNode> then,
        ArraySegment<XNode> otherwise,
        Scope scope,
        UnitLevel level,
        Action<ArraySegment<XNode>, Scope> compile
    )
    {
        var reader = new ConditionReader(scope);
        if (reader.TryRead(marker.Body) is not { } condition)
        {
            part.Context.Report(at, () => $"Villkoret ”{marker.Body}” går inte att läsa. {reader.Fault}");
            condition = new Condition.Never();
        }
        part.Writer.Slot(new ConditionNode(condition, Branch(then), Branch(otherwise)));

        FillNode[] Branch(ArraySegment<XNode> nodes)
        {
            part.Writer.Push();
            compile(nodes, scope);
            // A content control among words wants a run in it.
            if (nodes.Count == 0 && level == UnitLevel.Runs)
                part.Writer.Raw("<w:r><w:t></w:t></w:r>");
            return part.Writer.Pop();
        }
    }

    private void Each(
        XElement at,
        string name,
        ArraySegment<XNode> content,
        Scope scope,
        Action<ArraySegment<XNode>, Scope> compile
    )
    {
        var (meaning, format) = NameReader.Read(scope, name);
        switch (meaning)
        {
            case Resolution.Found { Source: { Field.Inner: not null } source } when format is null:
                part.Repeat(source, scope, inner => compile(content, inner));
                break;
            case Resolution.NeedsList { Fault: null, List: var list }:
                part.Repeat(list, scope, inner => Each(at, name, content, inner, compile));
                break;
            case Resolution.Found { Source: var value }:
                part.Context.Report(
                    at,
                    $"”{value.Field.Name}” är inte en lista och kan inte upprepas. Skriv {{{{#om {value.Name}}}}} för ett villkor."
                );
                break;
            default:
                part.Context.Report(
                    at,
                    () => MarkerHint.TryFor(new(ExpressionKind.Each, name)) ?? Explanation.Of(meaning)
                );
                break;
        }
    }

    // A name that is wrong at the start is likely right at the end, and the other way round; the start is told of.
    private static bool IsMistaken(Expression marker, Scope scope) =>
        marker.Kind == ExpressionKind.Each
        && NameReader.Read(scope, marker.Body).Meaning
            is Resolution.Unknown
                or Resolution.NeedsList { Fault: not null };

    // What follows is read as rows of the list: its fields are not at fault.
    private int Unended(
        ArraySegment<XNode> nodes,
        int start,
        Expression marker,
        Scope scope,
        UnitLevel level,
        Action<ArraySegment<XNode>, Scope> compile
    )
    {
        var at = (XElement)nodes[start];
        var isMistaken = IsMistaken(marker, scope);
        if (!isMistaken || MarkerHint.TryFor(marker) is null)
            part.Context.Report(at, UnendedFault(marker, level));
        if (marker.Kind == ExpressionKind.If)
            return start;
        if (TryDeeper(at))
        {
            Each(at, marker.Body, Slice(nodes, start + 1, nodes.Count), scope, compile);
            depth--;
        }
        return nodes.Count - 1;
    }

    private void Paragraph(XElement paragraph, Scope scope)
    {
        var list = part.Inlines.NeededList(paragraph, Paragraphs.ExpressionRuns(paragraph), scope);
        if (list is not null)
        {
            part.Unit(
                list.Field.Name,
                UnitLevel.Blocks,
                [paragraph],
                () => part.Repeat(list, scope, inner => Paragraph(paragraph, inner))
            );
            return;
        }
        if (Paragraphs.TryOnly(paragraph) is { Kind: ExpressionKind.Contents } contents)
        {
            part.Unit(
                contents.Body,
                UnitLevel.Blocks,
                [paragraph],
                () => part.Contents(paragraph, contents.Levels),
                PrototypeKind.TableOfContents
            );
            return;
        }
        if (TryRichText(paragraph, scope) is { } source)
        {
            var section = paragraph.Element(W.ParagraphProperties)?.Element(W.Section);
            section?.Remove();
            part.Unit(
                source.Field.Name,
                UnitLevel.Blocks,
                [paragraph],
                () =>
                    part.Writer.Slot(
                        new RichTextNode(
                            source,
                            new(
                                paragraph,
                                Paragraphs.ExpressionRuns(paragraph).First().Element(W.RunProperties),
                                part.Writer,
                                part.Context.Styles
                            )
                        )
                    )
            );
            // The paragraph may also end a section; that happens once, after the text.
            if (section is not null)
                part.Writer.Copy(Breaks.Paragraph(section));
            return;
        }
        part.Inlines.Paragraph(paragraph, scope);
    }

    // Formatted text alone in a paragraph becomes paragraphs; among other words it is only its words.
    private static ValueSource? TryRichText(XElement paragraph, Scope scope) =>
        Paragraphs.TryOnly(paragraph) is { Kind: ExpressionKind.Value } only
        && NameReader.Read(scope, only.Body)
            is { Meaning: Resolution.Found { Source: { Field.Kind: FieldKind.RichText } source }, Format: null }
            ? source
            : null;

    private void ContentControl(XElement control, Scope scope)
    {
        foreach (var child in control.Nodes())
        {
            if (child is XElement content && content.Name == W.SdtContent)
                part.Within(content, () => Compile(In(content), scope));
            else
                part.Writer.Copy(child);
        }
    }

    private static bool Closes(Expression marker, Expression end)
    {
        var name = Core.Fields.FieldName.Fold(end.Body);
        return name.Length == 0
            || name == (marker.Kind == ExpressionKind.If ? "om" : Core.Fields.FieldName.Fold(marker.Body));
    }

    private static string UnendedFault(Expression marker, UnitLevel level) =>
        level == UnitLevel.Runs
            ? $"{Typed(marker)} avslutas inte i samma stycke. Skriv {Ending(marker)} efter det som ska ingå, eller "
                + "låt markören stå ensam i ett eget stycke (eller en egen tabellrad)."
            : $"Blocket {Typed(marker)} avslutas aldrig på samma nivå. Skriv {Ending(marker)} i ett eget stycke efter det som ska ingå.";

    private static string Ending(Expression marker) =>
        marker.Kind == ExpressionKind.If ? "{{/om}}" : $"{{{{/{marker.Body}}}}}";

    private static string Typed(Expression marker) =>
        marker.Kind == ExpressionKind.If ? $"{{{{#om {marker.Body}}}}}" : $"{{{{#{marker.Body}}}}}";

    private static ArraySegment<XNode> Slice(ArraySegment<XNode> nodes, int start, int end) =>
        nodes.Slice(start, end - start);
}
