namespace SpLg.Word.Compiling;

/// <summary>
/// Word spreads what a person typed over several runs (spelling marks, tracked insertions, bookmarks). Afterwards every
/// expression of a paragraph stands alone in one run with the formatting of its first character.
/// </summary>
internal static class RunJoiner
{
    // In a run, and nothing that a reader sees: where a page broke when Word last saved, and where a comment hangs.
    private static readonly HashSet<XName> Unseen =
    [
        W.Main + "lastRenderedPageBreak",
        W.Main + "commentReference",
        W.Main + "annotationRef",
    ];

    /// <param name="report">Told of half-open expressions.</param>
    /// <param name="count">Told how many expressions a paragraph has, before they are parted.</param>
    public static void Join(XElement root, Action<XElement, string> report, Action<int> count, WorkTime time)
    {
        foreach (var paragraph in time.Watch(root.DescendantsAndSelf(W.Paragraph).ToList()))
            JoinParagraph(paragraph, report, count);
    }

    private static void JoinParagraph(XElement paragraph, Action<XElement, string> report, Action<int> count)
    {
        var pieces = new List<XElement>();
        Gather(paragraph, pieces);
        var texts = pieces.ConvertAll(Seen);
        var all = string.Concat(texts);
        if (!all.Contains("{{", StringComparison.Ordinal) && !all.Contains("}}", StringComparison.Ordinal))
            return;
        var spans = Spans(all, fault => report(paragraph, fault));
        count(spans.Count);
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
            else if (
                child.Name != W.Deleted
                && child.Name != W.MovedFrom
                && child.Name != W.ParagraphProperties
                && child.Name != Regenerating.Restorer.Block
            )
                Gather(child, pieces);
        }
    }

    private static string Seen(XElement piece) =>
        piece.Name switch
        {
            var name when name == W.Text => piece.Value,
            var name when name == W.Tab => "\t",
            var name when name == W.Break => "\n",
            var name when name == W.NoBreakHyphen => "\u2011",
            var name when name == W.SoftHyphen => "\u00ad",
            var name when Unseen.Contains(name) => "",
            _ => "\ufffc",
        };

    private static List<(int Start, int End)> Spans(string text, Action<string> report)
    {
        var spans = new List<(int, int)>();
        var at = 0;
        var close = Next("}}", 0, -1);
        while (true)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            close = Next("}}", at, close);
            if (open < 0)
            {
                if (close < text.Length)
                    report("Här står }} utan {{ före. Skriv {{ före fältets namn, eller ta bort klamrarna.");
                return spans;
            }
            if (close < open)
                report("Här står }} utan {{ före. Skriv {{ före fältets namn, eller ta bort klamrarna.");
            close = Next("}}", open + 2, close);
            var again = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
            if (close == text.Length || (again >= 0 && again < close))
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

        // The first from a place on, or the end of the text; looked for again only when the last found lies before.
        int Next(string braces, int from, int last)
        {
            if (last >= from)
                return last;
            return text.IndexOf(braces, from, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;
        }
    }

    private static void Isolate(List<XElement> pieces, List<string> texts, List<(int Start, int End)> spans, string all)
    {
        var cut = new Dictionary<XNode, List<XNode>>();
        var (start, first) = (0, 0);
        for (var i = 0; i < pieces.Count; )
        {
            var run = pieces[i].Parent!;
            var count = 1;
            while (i + count < pieces.Count && pieces[i + count].Parent == run)
                count++;
            var ofRun = Enumerable.Range(i, count).Select(n => (Piece: pieces[n], Text: texts[n])).ToList();
            var end = start + ofRun.Sum(p => p.Text.Length);
            while (first < spans.Count && spans[first].End <= start)
                first++;
            var next = first;
            while (next < spans.Count && spans[next].Start < end)
                next++;
            var touching = spans.GetRange(first, next - first);
            if (touching.Count > 0 && !(count == 1 && touching[0] == (start, end)))
                cut[run] = Cut(run, ofRun, start, touching, all);
            (start, i) = (end, i + count);
        }
        foreach (var parent in cut.Keys.Select(r => r.Parent!).Distinct().ToList())
            Siblings.Replace(parent, n => cut.GetValueOrDefault(n));
    }

    // The run is cut at its expressions: what stands between them keeps runs of its own, with the same formatting.
    private static List<XNode> Cut(
        XElement run,
        List<(XElement Piece, string Text)> pieces,
        int start,
        List<(int Start, int End)> spans,
        string all
    )
    {
        var properties = run.Element(W.RunProperties);
        // Moved and not copied: paragraphs of text boxes in it are still to be joined.
        run.RemoveNodes();
        var runs = new List<XNode>();
        var whole = new List<XElement>();
        var first = 0;
        foreach (var (piece, text) in pieces)
        {
            var end = start + text.Length;
            while (first < spans.Count && spans[first].End <= start)
                first++;
            if (first == spans.Count || spans[first].Start >= end)
            {
                whole.Add(piece);
                start = end;
                continue;
            }
            if (Unseen.Contains(piece.Name))
            {
                // After the expression, all of which stands where it begins.
                whole.Add(piece);
                continue;
            }
            Flush();
            var at = start;
            for (var i = first; i < spans.Count && spans[i].Start < end; i++)
            {
                var (spanStart, spanEnd) = spans[i];
                if (spanStart > at)
                    Add(all[at..spanStart]);
                // One that began in a piece before stands there.
                if (spanStart >= start)
                    Add(all[spanStart..spanEnd]);
                at = Math.Min(end, spanEnd);
            }
            if (at < end)
                Add(all[at..end]);
            start = end;
        }
        Flush();
        return runs;

        void Add(string text) => runs.Add(NewRun(run, properties, [Text(text)]));

        void Flush()
        {
            if (whole.Count > 0)
                runs.Add(NewRun(run, properties, whole));
            whole.Clear();
        }
    }

    private static XElement NewRun(XElement like, XElement? properties, IEnumerable<XElement> content) =>
        new(W.Run, like.Attributes(), properties is null ? null : new XElement(properties), content);

    private static XElement Text(string text)
    {
        var keep = char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        return new(W.Text, keep ? new XAttribute(XNamespace.Xml + "space", "preserve") : null, text);
    }
}
