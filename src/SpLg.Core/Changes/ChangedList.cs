namespace SpLg.Core.Changes;

/// <summary>A list in which rows differ between two readings.</summary>
/// <param name="Rows">Never empty; new rows first, then changed, then removed, each by row id.</param>
public sealed record ChangedList(ListOf List, IReadOnlyList<RowChange> Rows)
{
    /// <summary>English name of the list.</summary>
    public string Name => List.Name;

    /// <summary>Swedish title of the list.</summary>
    public string Title => List.Title;

    /// <summary>The counts, one phrase a kind: <c>3 nya incidenter</c>, <c>1 ändrad incident</c>.</summary>
    public IReadOnlyList<string> Phrases =>
        [
            .. Enum.GetValues<RowChangeKind>()
                .Select(kind => (Kind: kind, Count: Count(kind)))
                .Where(k => k.Count > 0)
                .Select(k => Phrase(k.Kind, k.Count)),
        ];

    public int Count(RowChangeKind kind) => Rows.Count(r => r.Kind == kind);

    private string Phrase(RowChangeKind kind, int count)
    {
        var noun = List.Noun;
        var words = (kind, count, noun.IsNeuter) switch
        {
            (RowChangeKind.New, 1, false) => "ny",
            (RowChangeKind.New, 1, true) => "nytt",
            (RowChangeKind.New, _, _) => "nya",
            (RowChangeKind.Changed, 1, false) => "ändrad",
            (RowChangeKind.Changed, 1, true) => "ändrat",
            (RowChangeKind.Changed, _, _) => "ändrade",
            (RowChangeKind.Removed, 1, false) => "borttagen",
            (RowChangeKind.Removed, 1, true) => "borttaget",
            _ => "borttagna",
        };
        return Swedish.Count(count, $"{words} {noun.One}", $"{words} {noun.Many}");
    }
}
