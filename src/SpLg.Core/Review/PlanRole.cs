using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>What one role has to do in one year of the plan.</summary>
public sealed record PlanRole(string Role, IReadOnlyList<ActionItem> Actions);
