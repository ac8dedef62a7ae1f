using System.Globalization;
using System.Text;
using SpLg.Word.Links;

namespace SpLg.Word.RichText;

/// <summary>Gathers paragraphs and tables from the tags and words of a formatted note, however badly they are nested.</summary>
internal sealed class HtmlBuilder
{
    // Word takes an indent of 22 inches; nobody reads lists that deep.
    private const int DeepestList = 8;

    private static readonly HashSet<string> Breaking = new(StringComparer.Ordinal)
    {
        "p", "div", "ul", "ol", "li", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr",
        "section", "article", "dl", "dt", "dd",
    };

    private readonly List<HtmlBlock> blocks = [];
    private readonly List<HtmlRun> runs = [];
    private readonly StringBuilder text = new();
    private readonly Stack<(HtmlParagraphKind Kind, int Items)> lists = new();
    private HtmlTableBuilder? table;
    private int innerTables;
    private string? link;
    private int linked;
    private int bold;
    private int italic;
    private int underline;
    private int heading;
    private int preformatted;
    private bool itemOpen;

    public void Take(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                AddText(token.Text);
                break;
            case HtmlTokenKind.Start:
                Start(token.Name, token.Attributes!);
                break;
            default:
                End(token.Name);
                break;
        }
    }

    public IReadOnlyList<HtmlBlock> Finish()
    {
        EndParagraph();
        EndTable();
        return blocks;
    }

    private void Start(string name, IReadOnlyDictionary<string, string> attributes)
    {
        if (Breaking.Contains(name))
            EndParagraph();
        switch (name)
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
                lists.Push((HtmlParagraphKind.Number, Number(attributes, "start", 1) - 1));
                break;
            case "li":
                itemOpen = true;
                if (lists.TryPop(out var list))
                    lists.Push((list.Kind, list.Items + 1));
                break;
            // What stands in the cells of a table within a table stands in the cell around it.
            case "table" when table is not null:
                innerTables++;
                break;
            case "table":
                table = new();
                break;
            case "tr" when innerTables == 0:
                table?.BeginRow();
                break;
            case "td" or "th" when innerTables == 0:
                table?.BeginCell(Number(attributes, "colspan", 1), Number(attributes, "rowspan", 1));
                break;
            case "pre":
                preformatted++;
                break;
            case ['h', >= '1' and <= '6']:
                heading = name[1] - '0';
                break;
            case "a":
                EndLink();
                link = WebAddress.TryRead(attributes.GetValueOrDefault("href", "")) is null ? null : attributes["href"].Trim();
                linked = 0;
                break;
            case "img":
                AddText(attributes.GetValueOrDefault("alt", ""));
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
            case "a":
                EndLink();
                break;
        }
        if (Breaking.Contains(name))
            EndParagraph();
        switch (name)
        {
            case "ul" or "ol":
                lists.TryPop(out _);
                break;
            case "li":
                itemOpen = false;
                break;
            case "pre":
                preformatted = Math.Max(0, preformatted - 1);
                break;
            case ['h', >= '1' and <= '6']:
                heading = 0;
                break;
            case "td" or "th" when innerTables == 0:
                table?.EndCell();
                break;
            case "table" when innerTables > 0:
                innerTables--;
                break;
            case "table":
                EndTable();
                break;
        }
    }

    private static int Number(IReadOnlyDictionary<string, string> attributes, string name, int otherwise) =>
        int.TryParse(attributes.GetValueOrDefault(name, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : otherwise;

    private void AddText(string words)
    {
        foreach (var c in words.Replace("\u200b", "", StringComparison.Ordinal))
        {
            var isSpace = c is ' ' or '\t' or '\r' or '\n';
            if (!isSpace || (preformatted > 0 && c != '\r'))
            {
                text.Append(c);
                linked++;
            }
            else if (Last() is not (null or ' ' or '\n' or '\t'))
            {
                text.Append(' ');
            }
        }
    }

    // A link without words shows where it goes.
    private void EndLink()
    {
        if (link is not null && linked == 0)
            AddText(HtmlText.Place(link));
        Format(() => link = null);
    }

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
        runs.Add(new(text.ToString(), bold > 0, italic > 0, underline > 0, link));
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
        Add(new(kind, isItem ? Math.Min(lists.Count - 1, DeepestList) : heading, isItem ? lists.Peek().Items : 0, kept));
        // Only the first paragraph of an item has the mark.
        itemOpen = false;
    }

    private void Add(HtmlParagraph paragraph)
    {
        // Words of a table that stand in no cell come before it.
        if (table?.TryAdd(paragraph) != true)
            blocks.Add(paragraph);
    }

    private void EndTable()
    {
        if (table is not null)
            blocks.AddRange(table.Finish());
        table = null;
        innerTables = 0;
    }
}
