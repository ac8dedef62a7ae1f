namespace SpLg.Core.Review;

/// <summary>What one role has to do in one year of the plan.</summary>
/// <param name="HasMore">True when it has actions besides, of which nothing is told alone.</param>
public sealed record PlanRole(string Role, IReadOnlyList<ActionItem> Actions, bool HasMore);
