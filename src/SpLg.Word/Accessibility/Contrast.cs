namespace SpLg.Word.Accessibility;

/// <summary>
/// Text has to stand out from what is behind it, where both can be told. https://www.w3.org/TR/WCAG22/#contrast-minimum
/// </summary>
internal sealed class Contrast(XElement? sheet, StyleSheet styles, FindingList findings, WorkTime time)
{
    private const double Least = 4.5;
    private const double LeastOfLarge = 3;
    private const string White = "FFFFFF";
    private static readonly XName Colour = W.Main + "color";
    private static readonly XName Shading = W.Main + "shd";
    private static readonly XName Fill = W.Main + "fill";

    private readonly HashSet<(string Text, string Behind)> told = [];

    // Of the last paragraph that was met: properties are looked for among all that stands in it.
    private (XElement? Paragraph, XElement? Own, string? Style) last;
    private readonly XElement? defaults = sheet
        ?.Element(W.Main + "docDefaults")
        ?.Element(W.Main + "rPrDefault")
        ?.Element(W.RunProperties);

    public void Examine(XElement root)
    {
        foreach (
            var run in time.Watch(root.Descendants(W.Run))
                .Where(r => r.Elements(W.Text).Any(t => !string.IsNullOrWhiteSpace(t.Value)))
        )
        {
            if (
                Behind(run) is not { } behind
                || Property(run, p => p.ValueOf(Colour)) is not { } text
                || !IsKnown(text)
            )
                continue;
            var ratio = Ratio(text, behind);
            if (ratio < (IsLarge(run) ? LeastOfLarge : Least) && told.Add((text, behind)))
                findings.Report(
                    run,
                    string.Create(
                        CultureInfo.GetCultureInfo("sv-SE"),
                        $"Texten syns dåligt: färgen #{text} mot #{behind} har kontrasten {ratio:0.0} till 1, och "
                            + $"det behövs {(IsLarge(run) ? LeastOfLarge : Least):0.0}. Välj en mörkare eller ljusare "
                            + $"färg."
                    ),
                    FindingLevel.Warning
                );
        }
    }

    /// <summary>Between 1 and 21; colours as six hexadecimal digits.</summary>
    public static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // Null where a table style or a shape gives the colour: that is not followed.
    private string? Behind(XElement run)
    {
        if (run.Ancestors(W.TextBoxContent).Any() || Property(run, p => p.ValueOf(W.Main + "highlight")) is not null)
            return null;
        var (_, own, style) = Around(run);
        var cell = run.Ancestors(W.Cell).FirstOrDefault();
        var fill =
            Filled(run.Element(W.RunProperties))
            ?? Filled(own)
            ?? styles
                .Chain(style)
                .Select(s => Filled(s.Style.Element(W.ParagraphProperties)))
                .FirstOrDefault(f => f is not null)
            ?? Filled(cell?.Element(W.CellProperties));
        if (fill is not null)
            return IsKnown(fill) ? fill : null;
        return cell?.Ancestors(W.Table).First().Element(W.Main + "tblPr")?.Element(W.Main + "tblStyle") is null
            ? White
            : null;
    }

    private (XElement? Paragraph, XElement? Own, string? Style) Around(XElement run)
    {
        var paragraph = run.Ancestors(W.Paragraph).FirstOrDefault();
        if (paragraph != last.Paragraph)
        {
            var own = paragraph?.Element(W.ParagraphProperties);
            last = (paragraph, own, own.ValueOf(W.ParagraphStyle));
        }
        return last;
    }

    private static string? Filled(XElement? properties) =>
        (string?)properties?.Element(Shading)?.Attribute(Fill) is { } fill && fill != "auto"
            ? fill.ToUpperInvariant()
            : null;

    private bool IsLarge(XElement run)
    {
        var size =
            Property(run, p => p.ValueOf(W.Main + "sz")) is { } typed
            && int.TryParse(typed, CultureInfo.InvariantCulture, out var halfPoints)
                ? halfPoints
                : 20;
        var bold =
            Property(run, p => p.Element(W.Main + "b") is { } b ? (string?)b.Attribute(W.Value) ?? "1" : null)
            is not (null or "0" or "false");
        return size >= 36 || (bold && size >= 28);
    }

    // The value nearest to the text counts: that of the run, its style, the paragraph's style, the document.
    private string? Property(XElement run, Func<XElement, string?> read) =>
        new[] { run.Element(W.RunProperties) }
            .Concat(
                styles
                    .Chain(run.Element(W.RunProperties).ValueOf(W.RunStyle))
                    .Select(s => s.Style.Element(W.RunProperties))
            )
            .Concat(styles.Chain(Around(run).Style).Select(s => s.Style.Element(W.RunProperties)))
            .Append(defaults)
            .Where(p => p is not null)
            .Select(p => read(p!))
            .FirstOrDefault(v => v is not null)
            ?.ToUpperInvariant();

    private static bool IsKnown(string colour) => colour.Length == 6 && colour.All(char.IsAsciiHexDigit);

    private static double Luminance(string colour)
    {
        var rgb = int.Parse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 255)) + (0.0722 * Linear(rgb & 255));
    }

    private static double Linear(int part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
