namespace SpLg.SharePoint.Reading;

/// <summary>All elements of a collection, each once.</summary>
/// <param name="Repeated">How many came again, on the same page or a later one; what came last counts.</param>
public sealed record Collected<T>(IReadOnlyList<T> Elements, int Repeated);
