namespace SpLg.Word.Compiling;

/// <summary>Compiles tables: a row that names a field of a list is written once for each of its rows.</summary>
internal sealed class TableCompiler(PartCompiler part)
{
    public static int Columns(IReadOnlyList<XNode> nodes) =>
        nodes.Count > 0 && nodes[0].Parent is { } parent ? Columns(parent) : 1;

    /// <summary>The columns of the table around an element.</summary>
    public static int Columns(XElement element) =>
        Math.Max(
            1,
            element
                .AncestorsAndSelf(W.Table)
                .FirstOrDefault()
                ?.Element(W.Main + "tblGrid")
                ?.Elements(W.Main + "gridCol")
                .Count()
                ?? 1
        );

    /// <summary>
    /// A row that is not shown: stands where a list without rows leaves a table, or its part of one, without any.
    /// </summary>
    public static string HiddenRow(int columns) =>
        "<w:tr><w:trPr><w:trHeight w:val=\"20\" w:hRule=\"exact\"/><w:hidden/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>"
        + (columns > 1 ? $"<w:gridSpan w:val=\"{columns}\"/>" : "")
        + "<w:tcBorders><w:top w:val=\"nil\"/><w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/><w:right "
        + "w:val=\"nil\"/></w:tcBorders></w:tcPr>"
        + "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
        + "w:lineRule=\"exact\"/><w:rPr><w:vanish/></w:rPr></w:pPr></w:p></w:tc></w:tr>";

    public void Compile(XElement table, Scope scope)
    {
        // Only in generated content: tables a person has put side by side are that person's business.
        if (part.IsInside)
            part.Writer.Slot(new BeforeTableNode());
        part.Within(
            table,
            () =>
            {
                var nodes = table.Nodes().ToList();
                var first = nodes.FindIndex(n =>
                    n is XElement e && (e.Name == W.Row || e.Name == W.Sdt || e.Name == Restorer.Block)
                );
                if (first < 0)
                    first = nodes.Count;
                foreach (var node in nodes.Take(first))
                    part.Writer.Copy(node);
                var rows = new ArraySegment<XNode>([.. nodes.Skip(first)]);
                if (rows.Any(n => n is XElement row && row.Name == W.Row && IsPlain(row, scope)))
                {
                    Rows(rows, scope);
                    return;
                }
                part.Writer.Push();
                Rows(rows, scope);
                part.Writer.Slot(
                    new RowsNode(System.Text.Encoding.UTF8.GetBytes(HiddenRow(Columns(table))), part.Writer.Pop())
                );
            }
        );
    }

    private void Rows(ArraySegment<XNode> nodes, Scope scope)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            part.Context.Time.Check();
            if (nodes[i] is not XElement element)
                part.Writer.Copy(nodes[i]);
            else if (Paragraphs.TryMarker(element) is { } marker)
                i = part.Blocks.Marked(nodes, i, marker, scope, UnitLevel.Rows, Rows);
            else if (element.Name == Restorer.Block)
                part.Restored(element, UnitLevel.Rows, () => Rows(BlockCompiler.In(element), scope));
            else if (element.Name == W.Row && part.Inlines.NeededList(element, OwnRuns(element), scope) is { } list)
                i = Repeated(nodes, i, list, scope);
            else if (element.Name == W.Row)
                part.Within(element, () => Cells(element, scope));
            else if (element.Name == W.Sdt || element.Name == W.SdtContent)
                part.Within(element, () => Rows(BlockCompiler.In(element), scope));
            else
                part.Writer.Copy(element);
        }
    }

    // Rows next to each other that use the same list belong together.
    private int Repeated(ArraySegment<XNode> nodes, int start, ValueSource list, Scope scope)
    {
        var end = start;
        for (var i = start + 1; i < nodes.Count; i++)
        {
            part.Context.Time.Check();
            if (nodes[i] is XText)
                continue;
            if (
                nodes[i] is not XElement row
                || row.Name != W.Row
                || Paragraphs.TryMarker(row) is not null
                || !list.Equals(part.Inlines.TryNeededList(OwnRuns(row), scope))
            )
                break;
            end = i;
        }
        var rows = nodes.Slice(start, end - start + 1);
        part.Unit(list.Field.Name, UnitLevel.Rows, rows, () => part.Repeat(list, scope, inner => Rows(rows, inner)));
        return end;
    }

    private void Cells(XElement parent, Scope scope)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XElement cell && cell.Name == W.Cell)
                part.Within(cell, () => Cell(cell, scope));
            else if (node is XElement content && (content.Name == W.Sdt || content.Name == W.SdtContent))
                part.Within(content, () => Cells(content, scope));
            else
                part.Writer.Copy(node);
        }
    }

    private void Cell(XElement cell, Scope scope)
    {
        var properties = cell.Element(W.CellProperties);
        if (properties is not null)
            part.Writer.Copy(properties);
        var nodes = new ArraySegment<XNode>([.. cell.Nodes().Where(n => n != properties)]);
        // Most cells hold paragraphs and nothing that could vanish.
        if (nodes.All(n => n is XText || (n is XElement p && p.Name == W.Paragraph && part.Blocks.IsPlain(p, scope))))
        {
            part.Blocks.Compile(nodes, scope);
            return;
        }
        part.Writer.Push();
        part.Blocks.Compile(nodes, scope);
        part.Writer.Slot(new CellContentNode(part.Writer.Pop()));
    }

    private bool IsPlain(XElement row, Scope scope) =>
        Paragraphs.TryMarker(row) is null && part.Inlines.TryNeededList(OwnRuns(row), scope) is null;

    // Not those of tables in the row's cells, nor what stands between markers there: they repeat on their own.
    private static IEnumerable<XElement> OwnRuns(XElement row)
    {
        foreach (var cell in row.Elements(W.Cell).Concat(row.Elements(W.Sdt).Descendants(W.Cell)))
        {
            var depth = 0;
            foreach (
                var paragraph in cell.Elements(W.Paragraph)
                    .Concat(cell.Elements(W.Sdt).Elements(W.SdtContent).Elements(W.Paragraph))
            )
            {
                var marker = Paragraphs.TryMarker(paragraph);
                if (marker is { Kind: ExpressionKind.End })
                    depth--;
                if (depth == 0 && marker is null or { Kind: ExpressionKind.Each })
                {
                    foreach (var run in Paragraphs.ExpressionRuns(paragraph))
                        yield return run;
                }
                if (marker is { Kind: ExpressionKind.Each or ExpressionKind.If })
                    depth++;
            }
        }
    }
}
