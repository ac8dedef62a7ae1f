using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>One year of the plan: its actions once each, and the same by role.</summary>
public sealed record PlanYear(int Year, IReadOnlyList<ActionItem> Actions, IReadOnlyList<PlanRole> Roles);
