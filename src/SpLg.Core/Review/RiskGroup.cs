namespace SpLg.Core.Review;

/// <summary>The undesired events of one working method.</summary>
/// <param name="HasMore">True when there are events besides, of which nothing is told alone.</param>
public sealed record RiskGroup(string Method, IReadOnlyList<EventRow> Events, bool HasMore);
