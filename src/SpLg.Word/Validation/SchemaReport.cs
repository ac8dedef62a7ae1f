namespace SpLg.Word.Validation;

/// <summary>How a document keeps to Word's format.</summary>
/// <param name="Faults">Each kind once, in the order of the document.</param>
/// <param name="Unchecked">Swedish: why not all of it was looked at; null when all was.</param>
public sealed record SchemaReport(IReadOnlyList<SchemaFault> Faults, string? Unchecked)
{
    /// <summary>
    /// Whether the text was looked at in pieces, where what must be unique in all of it is not found.
    /// </summary>
    internal bool IsInPieces { get; init; }

    /// <summary>In how many places there is a fault.</summary>
    public int Places => Faults.Sum(f => f.Count);

    /// <summary>
    /// The faults that a filling has added: those that the template does not have. Nothing where that was not wholly
    /// looked at, for then it is not known.
    /// </summary>
    /// <param name="filled">What was filled: a template, or a document that was filled before.</param>
    public IReadOnlyList<SchemaFault> AddedTo(ReadOnlyMemory<byte> filled)
    {
        if (Faults.Count == 0)
            return [];
        var before = SchemaCheck.OfSource(filled);
        var own = before.Faults.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var isKnown = before.Unchecked is null && (IsInPieces || !before.IsInPieces);
        return isKnown ? [.. Faults.Where(f => !own.Contains(f.Key))] : [];
    }
}
