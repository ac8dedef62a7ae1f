namespace SpLg.Word.Compiling;

/// <summary>Finds the expressions of paragraphs and rows whose runs have been joined.</summary>
internal static class Paragraphs
{
    // Elements besides text that a reader sees, and would miss if the paragraph went.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "drawing",
        "pict",
        "object",
        "sym",
        "fldChar",
        "fldSimple",
        "footnoteReference",
        "endnoteReference",
        "oMath",
        "ptab",
    };

    /// <summary>
    /// The text between the braces, when the run holds one expression and nothing else; null otherwise.
    /// </summary>
    public static string? TryExpression(XElement run)
    {
        if (run.Name != W.Run)
            return null;
        string? text = null;
        foreach (var child in run.Elements())
        {
            if (child.Name == W.RunProperties)
                continue;
            if (child.Name != W.Text || text is not null)
                return null;
            text = child.Value;
        }
        return text is ['{', '{', .. var inner, '}', '}'] && !inner.Contains("}}", StringComparison.Ordinal)
            ? inner
            : null;
    }

    /// <summary>The expression of a run that holds one. It is asked for many times.</summary>
    public static Expression Parse(XElement run)
    {
        if (run.Annotation<Expression>() is not { } expression)
            run.AddAnnotation(expression = Expression.Parse(TryExpression(run)!));
        return expression;
    }

    /// <summary>
    /// The runs of a paragraph that hold expressions; not those of text boxes and notes in it, nor of generated blocks.
    /// </summary>
    public static IEnumerable<XElement> ExpressionRuns(XElement paragraph)
    {
        foreach (var child in paragraph.Elements())
        {
            if (TryExpression(child) is not null)
                yield return child;
            else if (
                child.Name != W.TextBoxContent
                && child.Name != Restorer.Block
                && child.Name != NoteSheet.Inlined
                && child.HasElements
            )
                foreach (var run in ExpressionRuns(child))
                    yield return run;
        }
    }

    /// <summary>The only thing in a paragraph, when that is an expression.</summary>
    public static Expression? TryOnly(XElement paragraph)
    {
        var runs = ExpressionRuns(paragraph).Take(2).ToList();
        if (
            runs.Count != 1
            || paragraph.Descendants(Restorer.Block).Any()
            || paragraph.Descendants().Any(e => Shown.Contains(e.Name.LocalName))
        )
            return null;
        var others = paragraph
            .Descendants(W.Text)
            .Where(t => t.Parent != runs[0])
            .All(t => string.IsNullOrWhiteSpace(t.Value));
        return others ? Parse(runs[0]) : null;
    }

    /// <summary>
    /// The marker that a paragraph, a whole table row or a run in a paragraph is; null when it is content.
    /// </summary>
    public static Expression? TryMarker(XNode node)
    {
        var marker = node switch
        {
            XElement element when element.Name == W.Paragraph => TryOnly(element),
            XElement element when element.Name == W.Row => TryOnlyOfRow(element),
            XElement element when TryExpression(element) is not null => Parse(element),
            _ => null,
        };
        return
            marker
                is { Kind: ExpressionKind.Each or ExpressionKind.If or ExpressionKind.Otherwise or ExpressionKind.End }
            ? marker
            : null;
    }

    private static Expression? TryOnlyOfRow(XElement row)
    {
        if (row.Descendants(W.Table).Any())
            return null;
        var written = row.Descendants(W.Paragraph)
            .Where(p => p.Descendants().Any(e => e.Name == W.Text && !string.IsNullOrWhiteSpace(e.Value)))
            .Take(2)
            .ToList();
        return written.Count == 1 ? TryOnly(written[0]) : null;
    }
}
