using System.Xml.Linq;
using SpLg.Core.Fields;
using SpLg.Word.Expressions;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>
/// A content control whose tag or title holds an expression means the same as the expression typed in its place:
/// it is rewritten to that. A list or condition takes the control's content as its block.
/// </summary>
internal static class ControlExpressions
{
    private static readonly XName CheckBox = W.Office2010 + "checkbox";
    private static readonly XName RepeatingSection = W.Office2012 + "repeatingSection";
    private static readonly XName RepeatingItem = W.Office2012 + "repeatingSectionItem";

    private static readonly string[] SimpleControls = ["text", "date", "dropDownList", "comboBox", "dataBinding"];

    public static void Rewrite(XElement root, CompileContext context)
    {
        foreach (var control in root.Descendants(W.Sdt).ToList())
        {
            if (control.Parent is null || control.Element(W.SdtContent) is not { } content)
                continue;
            if (TryTyped(control) is not { } typed)
                Unwrap(control, content);
            else if (IsBlock(control, typed, context.Root))
                RewriteBlock(control, content, Expression.Parse(typed));
            else
                RewriteValue(control, content, typed);
        }
    }

    // An expression typed in a control for plain text, a date or a choice: such a control holds no other, and one that
    // is bound to a property would show that instead.
    private static void Unwrap(XElement control, XElement content)
    {
        var isSimple = control.Element(W.SdtProperties)?.Elements().Any(p => SimpleControls.Contains(p.Name.LocalName)) == true;
        if (isSimple && string.Concat(content.Descendants(W.Text).Select(t => t.Value)).Contains("{{", StringComparison.Ordinal))
            control.ReplaceWith(content.Nodes());
    }

    private static string? TryTyped(XElement control)
    {
        var properties = control.Element(W.SdtProperties);
        foreach (var name in (ReadOnlySpan<XName>)[W.Tag, W.Alias])
        {
            if (properties.ValueOf(name)?.Trim() is ['{', '{', .. var typed, '}', '}'])
                return typed;
        }
        return null;
    }

    private static bool IsBlock(XElement control, string typed, Scope scope)
    {
        var expression = Expression.Parse(typed);
        return expression.Kind is ExpressionKind.Each or ExpressionKind.If
            || control.Element(W.SdtProperties)?.Element(RepeatingSection) is not null
            || NameReader.Read(scope, expression.Body) is { Meaning: Resolution.Found { Source.Field.Kind: FieldKind.List or FieldKind.Group }, Format: null };
    }

    // A repeating section shows one item for each row already typed: the first is the pattern.
    private static void RewriteBlock(XElement control, XElement content, Expression expression)
    {
        var items = content.Elements(W.Sdt).Where(s => s.Element(W.SdtProperties)?.Element(RepeatingItem) is not null).ToList();
        var nodes = items.Count > 0 ? items[0].Element(W.SdtContent)?.Nodes() ?? [] : content.Nodes();
        var kind = content.Elements().SelectMany(e => e.DescendantsAndSelf()).FirstOrDefault(e => e.Name == W.Row || e.Name == W.Paragraph || e.Name == W.Run)?.Name;
        var (open, close) = expression.Kind == ExpressionKind.If ? ($"#om {expression.Body}", "/om") : ($"#{expression.Body}", $"/{expression.Body}");
        control.ReplaceWith(Marker(open, kind), nodes, Marker(close, kind));
    }

    private static XElement Marker(string typed, XName? level)
    {
        var run = Run(typed, null);
        if (level == W.Run)
            return run;
        var paragraph = new XElement(W.Paragraph, run);
        return level == W.Row ? new(W.Row, new XElement(W.Cell, paragraph)) : paragraph;
    }

    private static void RewriteValue(XElement control, XElement content, string typed)
    {
        if (control.Element(W.SdtProperties)?.Element(CheckBox) is not null && !typed.Contains('/', StringComparison.Ordinal))
            typed += ":☒/☐";
        var isPlaceholder = control.Element(W.SdtProperties)?.Element(W.Main + "showingPlcHdr") is not null;
        var properties = isPlaceholder ? control.Element(W.SdtProperties)?.Element(W.RunProperties) : content.Descendants(W.Run).FirstOrDefault()?.Element(W.RunProperties);
        var run = Run(typed, properties);
        if (content.Elements(W.Cell).FirstOrDefault() is { } cell)
            control.ReplaceWith(new XElement(W.Cell, cell.Element(W.CellProperties), Paragraph(cell.Element(W.Paragraph), run)));
        else if (content.Elements(W.Paragraph).FirstOrDefault() is { } paragraph)
            control.ReplaceWith(Paragraph(paragraph, run));
        else
            control.ReplaceWith(run);
    }

    private static XElement Paragraph(XElement? like, XElement run) => new(W.Paragraph, like?.Element(W.ParagraphProperties), run);

    private static XElement Run(string typed, XElement? properties) =>
        new(W.Run, properties, new XElement(W.Text, "{{" + typed + "}}"));
}
