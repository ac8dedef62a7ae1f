namespace SpLg.SharePoint.Reading;

/// <summary>Changes of a list since a delta link was given out. Only the latest state, in no order.</summary>
/// <param name="DeltaLink">To be kept and given to the next reading; opaque.</param>
/// <param name="Everything">
/// True when <paramref name="Changed"/> is the whole list (first reading, or the old link was too old): what the caller
/// remembers and is not in it has been deleted.
/// </param>
public sealed record ListChanges(
    IReadOnlyList<ListRow> Changed,
    IReadOnlyList<string> DeletedIds,
    string DeltaLink,
    bool Everything
);
