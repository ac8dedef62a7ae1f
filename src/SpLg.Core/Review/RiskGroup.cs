namespace SpLg.Core.Review;

/// <summary>The undesired events of one working method.</summary>
public sealed record RiskGroup(string Method, IReadOnlyList<EventRow> Events);
