namespace SpLg.Word.Regenerating;

/// <summary>
/// Text that a person has written in a generated block: the lines that are not as they were generated.
/// </summary>
internal static class HandWritten
{
    /// <param name="written">As in <see cref="StoredBlock.Lines"/>; of an empty one nothing is known, so that all lines
    /// count.</param>
    public static IReadOnlyList<BlockLine> Among(IReadOnlyList<BlockLine> lines, string written)
    {
        var before = LineHashes.Split(written).ToList();
        var now = lines.Select(l => LineHashes.Of(l.Text)).ToList();
        var start = before.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        var most = Math.Min(before.Count, now.Count) - start;
        var end = 0;
        while (end < most && before[^(end + 1)] == now[^(end + 1)])
            end++;
        if (before.Count == now.Count)
            return
            [
                .. Enumerable
                    .Range(start, now.Count - start - end)
                    .Where(i => before[i] != now[i])
                    .Select(i => lines[i]),
            ];
        // Lines have come or gone: a generated line is recognised wherever it stands now.
        var left = before[start..^end].CountBy(h => h).ToDictionary(StringComparer.Ordinal);
        var changed = new List<BlockLine>();
        for (var i = start; i < now.Count - end; i++)
        {
            if (left.GetValueOrDefault(now[i]) is var count and > 0)
                left[now[i]] = count - 1;
            else
                changed.Add(lines[i]);
        }
        return changed;
    }

    /// <summary>
    /// The line as it is told to people: in a table with the words that say which row and column it stands in.
    /// </summary>
    public static string Told(BlockLine line)
    {
        var text = line.Text.Replace('\v', '\n');
        if (
            text.Length == 0
            || line.Paragraph?.Parent is not { } cell
            || cell.Name != W.Cell
            || cell.Ancestors(W.Row).FirstOrDefault() is not { } row
        )
            return text;
        var column = cell.ElementsBeforeSelf(W.Cell).Count();
        var heading = row.Ancestors(W.Table)
            .First()
            .Elements(W.Row)
            .FirstOrDefault(r => r != row && IsHeading(r))
            ?.Elements(W.Cell)
            .ElementAtOrDefault(column);
        string[] place =
        [
            .. new[] { column == 0 ? null : row.Elements(W.Cell).First(), heading }
                .OfType<XElement>()
                .Select(c =>
                    Place.Excerpt(
                        BlockText.Of(c.Elements(W.Paragraph).Take(1)).Replace("\u00ad", "", StringComparison.Ordinal)
                    )
                )
                .Where(t => t.Length > 0),
        ];
        return place.Length == 0 ? text : $"{string.Join(", ", place)}: {text}";
    }

    private static bool IsHeading(XElement row) => row.Elements(W.Main + "trPr").Elements(W.Main + "tblHeader").Any();
}
