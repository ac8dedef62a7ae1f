namespace SpLg.Word.Compiling;

/// <summary>
/// A content control whose tag or title holds an expression means the same as the expression typed in its place:
/// it is rewritten to that. A list or condition takes the control's content as its block. Tags may be 64 characters, so
/// the braces may be left out; a tag that is no name of a field is the owner's own, and the control is left alone.
/// </summary>
internal static class ControlExpressions
{
    private static readonly XName CheckBox = W.Office2010 + "checkbox";
    private static readonly XName RepeatingSection = W.Office2012 + "repeatingSection";
    private static readonly XName RepeatingItem = W.Office2012 + "repeatingSectionItem";

    private static readonly string[] SimpleControls = ["text", "date", "dropDownList", "comboBox", "dataBinding"];

    /// <param name="isFilled">
    /// The document has been filled before. A title without braces may then be one that a filling wrote, of a control
    /// whose tag another program dropped, and does not count.
    /// </param>
    public static void Rewrite(XElement root, CompileContext context, bool isFilled)
    {
        Visit(root, new(null, context.Root, 0), isFilled, context.Time);
    }

    // Outer controls first: those within find the markers that these became.
    private static void Visit(XElement parent, Open open, bool isFilled, WorkTime time)
    {
        if (!parent.HasElements)
            return;
        var nodes = new List<XNode>();
        var isChanged = false;
        var left = new Stack<XNode>(parent.Nodes().Reverse());
        while (left.TryPop(out var node))
        {
            if (
                node is XElement control
                && control.Name == W.Sdt
                && TryRewrite(control, open.Scope, isFilled) is { } instead
            )
            {
                isChanged = true;
                foreach (var next in instead.Reverse())
                    left.Push(next);
                continue;
            }
            nodes.Add(node);
            if (node is not XElement element)
                continue;
            time.Check();
            Visit(element, open, isFilled, time);
            open = After(element, open);
        }
        if (!isChanged)
            return;
        parent.RemoveNodes();
        parent.Add(nodes);
    }

    /// <summary>The nodes in place of the control; null when it is left.</summary>
    private static IReadOnlyList<XNode>? TryRewrite(XElement control, Scope scope, bool isFilled)
    {
        if (control.Element(W.SdtContent) is not { } content)
            return null;
        if (TryTyped(control, scope, isFilled) is not { } typed)
            return TryUnwrap(control, content);
        return IsBlock(control, typed, scope)
            ? Block(control, content, Expression.Parse(typed))
            : [Value(control, content, typed)];
    }

    // An expression typed in a control for plain text, a date or a choice: such a control holds no other, and one that
    // is bound to a property would show that instead.
    private static List<XNode>? TryUnwrap(XElement control, XElement content)
    {
        var isSimple =
            control.Element(W.SdtProperties)?.Elements().Any(p => SimpleControls.Contains(p.Name.LocalName)) == true;
        return
            isSimple
            && string.Concat(content.Descendants(W.Text).Select(t => t.Value)).Contains("{{", StringComparison.Ordinal)
            ? Taken(content)
            : null;
    }

    // Moved and not copied: the nodes know their places, and controls among them are still to be rewritten.
    private static List<XNode> Taken(XElement content)
    {
        var taken = content.Nodes().ToList();
        content.RemoveNodes();
        return taken;
    }

    private static string? TryTyped(XElement control, Scope scope, bool isFilled)
    {
        var properties = control.Element(W.SdtProperties);
        var tag = properties.ValueOf(W.Tag)?.Trim() ?? "";
        if (tag.StartsWith(Restorer.TagPrefix, StringComparison.Ordinal))
            return null;
        var title = properties.ValueOf(W.Alias)?.Trim() ?? "";
        return TryBraced(tag) ?? TryBraced(title) ?? TryBare(tag, scope) ?? (isFilled ? null : TryBare(title, scope));
    }

    private static string? TryBraced(string text) => text is ['{', '{', .. var typed, '}', '}'] ? typed : null;

    private static string? TryBare(string text, Scope scope)
    {
        if (text is ['#' or '/', ..])
            return text;
        var isMeant =
            text.Length > 0
            && NameReader.Read(scope, text).Meaning switch
            {
                Resolution.Found or Resolution.NeedsList => true,
                // Misspelt after the name of a group: that is told. A first name that is not known is the owner's own.
                Resolution.Unknown unknown => unknown.Owner is { Inner: not null },
                _ => false,
            };
        return isMeant ? text : null;
    }

    /// <summary>The lists and conditions whose markers stand open at a place.</summary>
    private sealed record Open(Open? Outer, Scope Scope, int Depth);

    private static Open After(XElement element, Open open)
    {
        if (
            !IsMarker(element)
            || TryBraced(string.Concat(element.Descendants(W.Text).Select(t => t.Value)).Trim()) is not { } typed
        )
            return open;
        return Expression.Parse(typed) switch
        {
            { Kind: ExpressionKind.Each or ExpressionKind.If } when open.Depth > BlockCompiler.Deepest => open with
            {
                Depth = open.Depth + 1,
            },
            { Kind: ExpressionKind.Each, Body: var list } => new(open, Into(open.Scope, list), open.Depth + 1),
            { Kind: ExpressionKind.If } => new(open, open.Scope, open.Depth + 1),
            { Kind: ExpressionKind.End } when open.Depth > BlockCompiler.Deepest + 1 => open with
            {
                Depth = open.Depth - 1,
            },
            { Kind: ExpressionKind.End } => open.Outer ?? open,
            _ => open,
        };
    }

    private static bool IsMarker(XElement element)
    {
        var start = new System.Text.StringBuilder();
        foreach (var text in element.Descendants(W.Text))
        {
            start.Append(start.Length == 0 ? text.Value.TrimStart() : text.Value);
            if (start.Length >= 3)
                return start.ToString(0, 3) is "{{#" or "{{/";
        }
        return false;
    }

    private static Scope Into(Scope scope, string list)
    {
        while (list.Length > 0)
        {
            switch (NameReader.Read(scope, list).Meaning)
            {
                case Resolution.NeedsList { Fault: null, List: var outer }:
                    scope = scope.Into(outer);
                    continue;
                case Resolution.Found { Source: { Field.Inner: not null } source }:
                    return scope.Into(source);
            }
            return scope;
        }
        return scope;
    }

    private static bool IsBlock(XElement control, string typed, Scope scope)
    {
        var expression = Expression.Parse(typed);
        return expression.Kind is ExpressionKind.Each or ExpressionKind.If
            || control.Element(W.SdtProperties)?.Element(RepeatingSection) is not null
            || NameReader.Read(scope, expression.Body)
                is { Meaning: Resolution.Found { Source.Field.Kind: FieldKind.List or FieldKind.Group }, Format: null };
    }

    // A repeating section shows one item for each row already typed: the first is the pattern.
    private static IReadOnlyList<XNode> Block(XElement control, XElement content, Expression expression)
    {
        var items = content
            .Elements(W.Sdt)
            .Where(s => s.Element(W.SdtProperties)?.Element(RepeatingItem) is not null)
            .ToList();
        var pattern = items.Count > 0 ? items[0].Element(W.SdtContent) : content;
        var kind = content
            .Elements()
            .SelectMany(e => e.DescendantsAndSelf())
            .FirstOrDefault(e => e.Name == W.Row || e.Name == W.Paragraph || e.Name == W.Run)
            ?.Name;
        var (open, close) =
            expression.Kind == ExpressionKind.If
                ? ($"#om {expression.Body}", "/om")
                : ($"#{expression.Body}", $"/{expression.Body}");
        var place = Place.Within(control);
        return [Marker(open, kind, place), .. pattern is null ? [] : Taken(pattern), Marker(close, kind, place)];
    }

    private static XElement Marker(string typed, XName? level, Place? place)
    {
        var run = Run(typed, null);
        if (level == W.Run)
            return run;
        var paragraph = new XElement(W.Paragraph, run);
        if (place is not null)
            paragraph.AddAnnotation(place);
        return level == W.Row ? new(W.Row, new XElement(W.Cell, paragraph)) : paragraph;
    }

    private static XElement Value(XElement control, XElement content, string typed)
    {
        if (
            control.Element(W.SdtProperties)?.Element(CheckBox) is not null
            && !typed.Contains('/', StringComparison.Ordinal)
        )
            typed += ":☒/☐";
        var isPlaceholder = control.Element(W.SdtProperties)?.Element(W.Main + "showingPlcHdr") is not null;
        var properties = isPlaceholder
            ? control.Element(W.SdtProperties)?.Element(W.RunProperties)
            : content.Descendants(W.Run).FirstOrDefault()?.Element(W.RunProperties);
        var run = Run(typed, properties);
        if (content.Elements(W.Cell).FirstOrDefault() is { } cell)
            return new XElement(W.Cell, cell.Element(W.CellProperties), Paragraph(cell.Element(W.Paragraph), run));
        return content.Elements(W.Paragraph).FirstOrDefault() is { } paragraph ? Paragraph(paragraph, run) : run;
    }

    private static XElement Paragraph(XElement? like, XElement run)
    {
        var paragraph = new XElement(W.Paragraph, like?.Element(W.ParagraphProperties), run);
        if (like is not null && Place.Of(like) is { } place)
            paragraph.AddAnnotation(place);
        return paragraph;
    }

    private static XElement Run(string typed, XElement? properties) =>
        new(W.Run, properties, new XElement(W.Text, "{{" + typed + "}}"));
}
