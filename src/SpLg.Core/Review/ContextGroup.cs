namespace SpLg.Core.Review;

/// <summary>The factors of one kind.</summary>
public sealed record ContextGroup(string Kind, IReadOnlyList<ContextFactor> Factors);
