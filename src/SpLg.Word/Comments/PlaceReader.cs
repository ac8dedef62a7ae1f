using System.Xml;

namespace SpLg.Word.Comments;

/// <summary>Finds the paragraphs in the markup of a generated part.</summary>
internal sealed class PlaceReader
{
    private readonly List<(OpenTable Table, int Row, int Column, StringBuilder Key, StringBuilder Text)> paragraphs =
    [];
    private readonly Stack<OpenTable> tables = [];
    private readonly Stack<StringBuilder> texts = [];
    private int tableCount;

    // A part may be rows of a table that stands around it.
    private PlaceReader() => tables.Push(new(tableCount++));

    /// <param name="markup">Whole elements with the prefixes of WordprocessingML; these may be declared
    /// elsewhere.</param>
    /// <returns>In the order the paragraphs begin.</returns>
    public static IReadOnlyList<ParagraphPlace> Read(string markup)
    {
        using var text = new StringReader($"<part>{markup}</part>");
        using var xml = new XmlTextReader(text) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit };
        var reader = new PlaceReader();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                reader.Begin(xml);
            else if (xml.NodeType == XmlNodeType.EndElement)
                reader.End(xml.Name);
        }
        return
        [
            .. reader.paragraphs.Select(
                (p, i) =>
                    new ParagraphPlace(
                        i,
                        p.Column > 0 ? new(p.Table.Index, p.Table.Rows, p.Row, p.Column, p.Key.ToString()) : null,
                        p.Text.ToString()
                    )
            ),
        ];
    }

    private void Begin(XmlTextReader xml)
    {
        var table = tables.Peek();
        switch (xml.Name)
        {
            case "w:tbl":
                tables.Push(new(tableCount++));
                break;
            case "w:tr":
                table.Rows++;
                table.Columns = 0;
                table.Key = new();
                break;
            case "w:tc":
                table.Columns++;
                break;
            case "w:p":
                var text = new StringBuilder();
                paragraphs.Add((table, table.Rows, table.Columns, table.Key, text));
                if (!xml.IsEmptyElement)
                    texts.Push(text);
                break;
            case "w:t" when !xml.IsEmptyElement && texts.TryPeek(out var paragraph):
                var words = xml.ReadString();
                paragraph.Append(words);
                if (table.Columns == 1)
                    table.Key.Append(words);
                break;
        }
    }

    private void End(string name)
    {
        if (name == "w:p")
            texts.Pop();
        else if (name == "w:tbl")
            tables.Pop();
    }

    private sealed class OpenTable(int index)
    {
        public int Index => index;

        public int Rows { get; set; }

        public int Columns { get; set; }

        public StringBuilder Key { get; set; } = new();
    }
}
