namespace SpLg.Word.Comments;

/// <summary>
/// Where a paragraph stands in a generated part, to find the place again when the part has been made anew.
/// </summary>
/// <param name="Index">Among the paragraphs of the part.</param>
/// <param name="Cell">Null outside tables.</param>
internal sealed record ParagraphPlace(int Index, CellPlace? Cell, string Text)
{
    /// <summary>The index of the paragraph that stands here now; 0, the first, when the place is gone.</summary>
    public int Among(IReadOnlyList<ParagraphPlace> now)
    {
        var nearest = now.OrderBy(p => Math.Abs(p.Index - Index)).ToList();
        if (Cell is not null)
        {
            var same = nearest.FindAll(p => p.Cell is { } cell && Cell.IsSameAs(cell));
            if ((same.Find(p => p.Text == Text) ?? same.FirstOrDefault()) is { } there)
                return there.Index;
        }
        if (Text.Length > 0 && nearest.Find(p => p.Text == Text) is { } moved)
            return moved.Index;
        return nearest
                .Find(p => Cell is null ? p.Cell is null && p.Index == Index : p.Cell is { } cell && Cell.IsAt(cell))
                ?.Index
            ?? 0;
    }
}
