using System.Xml.Linq;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>
/// Word spreads what a person typed over several runs (spelling marks, tracked insertions, bookmarks). Afterwards every
/// expression of a paragraph stands alone in one run with the formatting of its first character.
/// </summary>
internal static class RunJoiner
{
    /// <param name="report">Told of half-open expressions.</param>
    public static void Join(XElement root, Action<XElement, string> report)
    {
        foreach (var paragraph in root.DescendantsAndSelf(W.Paragraph).ToList())
            JoinParagraph(paragraph, report);
    }

    private static void JoinParagraph(XElement paragraph, Action<XElement, string> report)
    {
        var pieces = new List<XElement>();
        Gather(paragraph, pieces);
        var texts = pieces.ConvertAll(Seen);
        var all = string.Concat(texts);
        if (!all.Contains("{{", StringComparison.Ordinal) && !all.Contains("}}", StringComparison.Ordinal))
            return;
        var spans = Spans(all, fault => report(paragraph, fault));
        if (spans.Count > 0)
            Isolate(pieces, texts, spans, all);
    }

    // Everything a run shows, in reading order; text boxes have paragraphs of their own and deleted text is gone.
    private static void Gather(XElement parent, List<XElement> pieces)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == W.Run)
                pieces.AddRange(child.Elements().Where(e => e.Name != W.RunProperties));
            else if (child.Name != W.Deleted && child.Name != W.MovedFrom && child.Name != W.ParagraphProperties && child.Name != Regenerating.Restorer.Block)
                Gather(child, pieces);
        }
    }

    private static string Seen(XElement piece) => piece.Name switch
    {
        var name when name == W.Text => piece.Value,
        var name when name == W.Tab => "\t",
        var name when name == W.Break => "\n",
        var name when name == W.NoBreakHyphen => "\u2011",
        var name when name == W.SoftHyphen => "\u00ad",
        _ => "\ufffc",
    };

    private static List<(int Start, int End)> Spans(string text, Action<string> report)
    {
        var spans = new List<(int, int)>();
        var at = 0;
        while (true)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            var stray = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (open < 0)
            {
                if (stray >= 0)
                    report("Här står }} utan {{ före. Skriv {{ före fältets namn, eller ta bort klamrarna.");
                return spans;
            }
            if (stray >= 0 && stray < open)
                report("Här står }} utan {{ före. Skriv {{ före fältets namn, eller ta bort klamrarna.");
            var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            var again = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
            if (close < 0 || (again >= 0 && again < close))
            {
                report("Uttrycket börjar med {{ men avslutas inte i samma stycke. Skriv }} efter fältets namn.");
                if (again < 0)
                    return spans;
                at = again;
                continue;
            }
            if (text.AsSpan(open, close - open).Contains('\ufffc'))
                report("Uttrycket har en bild eller ett annat objekt mitt i. Skriv om det som ren text.");
            else
                spans.Add((open, close + 2));
            at = close + 2;
        }
    }

    private static void Isolate(List<XElement> pieces, List<string> texts, List<(int Start, int End)> spans, string all)
    {
        var start = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var end = start + texts[i].Length;
            var touching = spans.FindAll(s => s.Start < end && s.End > start);
            if (touching.Count > 0 && !IsAlone(pieces[i], texts[i], touching[0], start))
                Split(pieces[i], start, end, touching, all);
            start = end;
        }
    }

    private static bool IsAlone(XElement piece, string text, (int Start, int End) span, int start) =>
        span.Start == start && span.End == start + text.Length && piece.Parent!.Elements().All(e => e == piece || e.Name == W.RunProperties);

    // The run is cut at the piece: what is before and after keeps a run of its own, with the same formatting.
    private static void Split(XElement piece, int start, int end, List<(int Start, int End)> spans, string all)
    {
        var run = piece.Parent!;
        var properties = run.Element(W.RunProperties);
        var before = piece.ElementsBeforeSelf().Where(e => e.Name != W.RunProperties).ToList();
        var runs = new List<XElement>();
        if (before.Count > 0)
            runs.Add(NewRun(run, properties, before));
        var at = start;
        foreach (var (spanStart, spanEnd) in spans)
        {
            if (spanStart > at)
                runs.Add(NewRun(run, properties, [Text(all[at..spanStart])]));
            if (spanStart >= start)
                runs.Add(NewRun(run, properties, [Text(all[spanStart..spanEnd])]));
            at = Math.Min(end, spanEnd);
        }
        if (at < end)
            runs.Add(NewRun(run, properties, [Text(all[at..end])]));
        foreach (var node in before)
            node.Remove();
        run.AddBeforeSelf(runs);
        piece.Remove();
        if (run.Elements().All(e => e.Name == W.RunProperties))
            run.Remove();
    }

    private static XElement NewRun(XElement like, XElement? properties, IEnumerable<XElement> content) =>
        new(W.Run, like.Attributes(), properties is null ? null : new XElement(properties), content.Select(c => new XElement(c)));

    private static XElement Text(string text)
    {
        var keep = char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        return new(W.Text, keep ? new XAttribute(XNamespace.Xml + "space", "preserve") : null, text);
    }
}
