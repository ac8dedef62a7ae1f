using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>One year of the plan: its actions once each, the same by role, and the same by the roles that share them.</summary>
public sealed record PlanYear(int Year, IReadOnlyList<ActionItem> Actions, IReadOnlyList<PlanRole> Roles, IReadOnlyList<PlanRoles> Shared);
