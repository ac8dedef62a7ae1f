namespace SpLg.Word.Filling;

/// <summary>Plain text with values in it: a title, an alternative text.</summary>
/// <param name="Typed">As the template has it.</param>
internal sealed record MixedText(string Typed, IReadOnlyList<MixedText.Piece> Pieces)
{
    /// <param name="Source">Null for text that is always the same.</param>
    internal sealed record Piece(string Text, ValueSource? Source, ValueFormat? Format);

    /// <param name="frames">The data first, then the rows that are open.</param>
    public string Fill(object?[] frames) =>
        string.Concat(Pieces.Select(p => p.Source is null ? p.Text : p.Format!.Text(p.Source.Read(frames))));

    /// <summary>Cuts text at its expressions; the braces are left out.</summary>
    public static IReadOnlyList<(string Text, bool IsExpression)> Split(string typed)
    {
        var pieces = new List<(string, bool)>();
        var at = 0;
        while (at < typed.Length)
        {
            var open = typed.IndexOf("{{", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : typed.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                pieces.Add((typed[at..], false));
                break;
            }
            if (open > at)
                pieces.Add((typed[at..open], false));
            pieces.Add((typed[(open + 2)..close], true));
            at = close + 2;
        }
        return pieces;
    }
}
