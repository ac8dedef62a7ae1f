namespace SpLg.SharePoint.Reading;

/// <summary>One page of a collection.</summary>
/// <param name="NextLink">Null on the last page.</param>
/// <param name="DeltaLink">On the last page of changes.</param>
internal sealed record PageOf<T>(IReadOnlyList<T> Elements, string? NextLink, string? DeltaLink);
