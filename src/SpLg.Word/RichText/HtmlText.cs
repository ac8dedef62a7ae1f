using System.Text;

namespace SpLg.Word.RichText;

/// <summary>Formatted notes as paragraphs, or as plain text where there is no room for paragraphs.</summary>
internal static class HtmlText
{
    private static readonly string[] Breaking =
        ["p", "div", "ul", "ol", "li", "table", "tbody", "thead", "tfoot", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section", "article"];

    /// <summary>The words, a line for each paragraph.</summary>
    public static string Plain(string html) =>
        string.Join('\n', Paragraphs(html).Select(p => (p.Kind == HtmlParagraphKind.Bullet ? "• " : "") + string.Concat(p.Runs.Select(r => r.Text))));

    public static IReadOnlyList<HtmlParagraph> Paragraphs(string html)
    {
        if (!HtmlReader.HasTags(html))
            return PlainLines(html);
        var builder = new Builder();
        foreach (var token in HtmlReader.Read(html))
            builder.Take(token);
        return builder.Finish();
    }

    // Text from before the column was a formatted one, or written by another program: every line stands for itself.
    private static List<HtmlParagraph> PlainLines(string text) =>
        [.. System.Net.WebUtility.HtmlDecode(text).Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)
            .Select(l => new HtmlParagraph(HtmlParagraphKind.Text, 0, 0, [new(l, Bold: false, Italic: false, Underline: false)]))];

    private sealed class Builder
    {
        private readonly List<HtmlParagraph> paragraphs = [];
        private readonly List<HtmlRun> runs = [];
        private readonly StringBuilder text = new();
        private readonly Stack<(HtmlParagraphKind Kind, int Items)> lists = new();
        private readonly Stack<(string Address, int Start)> links = new();
        private int bold;
        private int italic;
        private int underline;
        private int heading;
        private int preformatted;
        private bool itemOpen;
        private bool cellBefore;

        public void Take(HtmlToken token)
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.Text:
                    AddText(token.Text);
                    break;
                case HtmlTokenKind.Start:
                    Start(token);
                    break;
                default:
                    End(token.Name);
                    break;
            }
        }

        public IReadOnlyList<HtmlParagraph> Finish()
        {
            EndParagraph();
            return paragraphs;
        }

        private void Start(HtmlToken token)
        {
            if (Breaking.Contains(token.Name))
                EndParagraph();
            switch (token.Name)
            {
                case "b" or "strong":
                    Format(() => bold++);
                    break;
                case "i" or "em":
                    Format(() => italic++);
                    break;
                case "u":
                    Format(() => underline++);
                    break;
                case "br":
                    text.Append('\n');
                    break;
                case "ul":
                    lists.Push((HtmlParagraphKind.Bullet, 0));
                    break;
                case "ol":
                    lists.Push((HtmlParagraphKind.Number, 0));
                    break;
                case "li":
                    itemOpen = true;
                    if (lists.TryPop(out var list))
                        lists.Push((list.Kind, list.Items + 1));
                    break;
                case "tr":
                    cellBefore = false;
                    break;
                case "td" or "th":
                    if (cellBefore)
                        text.Append('\t');
                    cellBefore = true;
                    break;
                case "pre":
                    preformatted++;
                    break;
                case ['h', >= '1' and <= '6']:
                    heading = token.Name[1] - '0';
                    break;
                case "a":
                    links.Push((token.Attributes!.GetValueOrDefault("href", ""), Length()));
                    break;
                case "img":
                    AddText(token.Attributes!.GetValueOrDefault("alt", ""));
                    break;
            }
        }

        private void End(string name)
        {
            switch (name)
            {
                case "b" or "strong":
                    Format(() => bold = Math.Max(0, bold - 1));
                    break;
                case "i" or "em":
                    Format(() => italic = Math.Max(0, italic - 1));
                    break;
                case "u":
                    Format(() => underline = Math.Max(0, underline - 1));
                    break;
                case "a" when links.TryPop(out var link):
                    AddAddress(link.Address, link.Start);
                    break;
            }
            if (Breaking.Contains(name))
                EndParagraph();
            if (name is "ul" or "ol")
                lists.TryPop(out _);
            else if (name == "li")
                itemOpen = false;
            else if (name == "pre")
                preformatted = Math.Max(0, preformatted - 1);
            else if (name is ['h', >= '1' and <= '6'])
                heading = 0;
        }

        private void AddText(string words)
        {
            foreach (var c in words.Replace("\u200b", "", StringComparison.Ordinal))
            {
                var isSpace = c is ' ' or '\t' or '\r' or '\n';
                if (!isSpace || (preformatted > 0 && c != '\r'))
                    text.Append(c);
                else if (Last() is not (null or ' ' or '\n' or '\t'))
                    text.Append(' ');
            }
        }

        // A reader of paper must see where a link goes; one whose text is its address says it once.
        private void AddAddress(string address, int start)
        {
            var shown = (string.Concat(runs.Select(r => r.Text)) + text)[Math.Min(start, Length())..].Trim();
            var isPlace = address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
            var place = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
            if (isPlace && shown.TrimEnd('/') != place.TrimEnd('/'))
                text.Append(shown.Length == 0 ? place : $" ({place})");
        }

        private int Length() => runs.Sum(r => r.Text.Length) + text.Length;

        private char? Last() => text.Length > 0 ? text[^1] : runs.Count > 0 ? runs[^1].Text[^1] : null;

        private void Format(Action change)
        {
            EndRun();
            change();
        }

        private void EndRun()
        {
            if (text.Length == 0)
                return;
            runs.Add(new(text.ToString(), bold > 0, italic > 0, underline > 0));
            text.Clear();
        }

        private void EndParagraph()
        {
            EndRun();
            var kept = runs.ToList();
            runs.Clear();
            while (kept.Count > 0 && kept[^1] is var last && last.Text.TrimEnd(' ', '\n', '\t') is var trimmed && trimmed.Length < last.Text.Length)
            {
                kept.RemoveAt(kept.Count - 1);
                if (trimmed.Length > 0)
                    kept.Add(last with { Text = trimmed });
            }
            if (kept.TrueForAll(r => string.IsNullOrWhiteSpace(r.Text)))
                return;
            var isItem = itemOpen && lists.Count > 0;
            var kind = isItem ? lists.Peek().Kind : heading > 0 ? HtmlParagraphKind.Heading : HtmlParagraphKind.Text;
            paragraphs.Add(new(kind, isItem ? lists.Count - 1 : heading, isItem ? lists.Peek().Items : 0, kept));
            // Only the first paragraph of an item has the mark.
            itemOpen = false;
        }
    }
}
