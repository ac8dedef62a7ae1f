namespace SpLg.Core.RichText;

/// <summary>Gathers paragraphs and tables from what a reader sees of a formatted note.</summary>
internal sealed class HtmlBuilder
{
    // Word takes an indent of 22 inches; nobody reads lists that deep.
    private const int DeepestList = 8;

    private readonly List<HtmlBlock> blocks = [];
    private readonly List<string> layoutRows = [];
    private readonly List<HtmlRun> runs = [];
    private readonly StringBuilder text = new();
    private readonly Stack<(HtmlParagraphKind Kind, int Items)> lists = new();
    private HtmlFormat format = HtmlFormat.None;
    private HtmlTableBuilder? table;
    private int innerTables;
    private int heading;
    private bool itemOpen;

    /// <summary>See <see cref="HtmlTableBuilder.LayoutRows"/>.</summary>
    public IReadOnlyList<string> LayoutRows => layoutRows;

    public void Take(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text or HtmlTokenKind.Picture:
                AddText(token.Text, token.Format!);
                break;
            case HtmlTokenKind.Break:
                text.Append('\n');
                break;
            case HtmlTokenKind.Start:
                EndParagraph();
                Start(token.Name, token.Attributes);
                break;
            default:
                EndParagraph();
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

    private void Start(string name, HtmlAttributes? attributes)
    {
        switch (name)
        {
            case "ul" or "menu" or "dir":
                lists.Push((HtmlParagraphKind.Bullet, 0));
                break;
            case "ol":
                lists.Push((HtmlParagraphKind.Number, Number(attributes?.Start, 1) - 1));
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
                table?.BeginCell(Number(attributes?.ColumnSpan, 1), Number(attributes?.RowSpan, 1));
                break;
            case ['h', >= '1' and <= '6']:
                heading = name[1] - '0';
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "ul" or "ol" or "menu" or "dir":
                lists.TryPop(out _);
                break;
            case "li":
                itemOpen = false;
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

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 1_000_000
            ? number
            : otherwise;

    private void AddText(string words, HtmlFormat wanted)
    {
        if (!wanted.LooksLike(format))
            EndRun();
        format = wanted;
        foreach (var c in words)
        {
            var isSpace = c is ' ' or '\t' or '\r' or '\n' or '\f';
            if (c == '\u200b')
                continue;
            if (!isSpace || (format.IsPreformatted && c != '\r'))
                text.Append(c);
            else if (Last() is not (null or ' ' or '\n' or '\t'))
                text.Append(' ');
        }
    }

    private char? Last()
    {
        if (text.Length > 0)
            return text[^1];
        return runs.Count > 0 ? runs[^1].Text[^1] : null;
    }

    private void EndRun()
    {
        if (text.Length == 0)
            return;
        runs.Add(new(text.ToString(), format.Bold, format.Italic, format.Underline, format.Link));
        text.Clear();
    }

    private void EndParagraph()
    {
        EndRun();
        if (runs.Count == 0)
            return;
        var kept = runs.ToList();
        runs.Clear();
        while (
            kept.Count > 0
            && kept[^1] is var last
            && last.Text.TrimEnd(' ', '\n', '\t') is var trimmed
            && trimmed.Length < last.Text.Length
        )
        {
            kept.RemoveAt(kept.Count - 1);
            if (trimmed.Length > 0)
                kept.Add(last with { Text = trimmed });
        }
        if (kept.TrueForAll(r => string.IsNullOrWhiteSpace(r.Text)))
            return;
        var isItem = itemOpen && lists.Count > 0;
        var ofText = heading > 0 ? HtmlParagraphKind.Heading : HtmlParagraphKind.Text;
        var kind = isItem ? lists.Peek().Kind : ofText;
        Add(
            new(kind, isItem ? Math.Min(lists.Count - 1, DeepestList) : heading, isItem ? lists.Peek().Items : 0, kept)
        );
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
        {
            blocks.AddRange(table.Finish());
            layoutRows.AddRange(table.LayoutRows);
        }
        table = null;
        innerTables = 0;
    }
}
