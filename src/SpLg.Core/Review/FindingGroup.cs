namespace SpLg.Core.Review;

/// <summary>The findings of one list.</summary>
/// <param name="Findings">The same fault in several rows is one of them.</param>
public sealed record FindingGroup(string List, IReadOnlyList<RepeatedFinding> Findings);
