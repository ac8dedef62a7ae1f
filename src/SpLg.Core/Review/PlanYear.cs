using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>One year of the plan: its actions once each, the same by role, and the same by the roles that share them.</summary>
/// <param name="First">The first year of the plan.</param>
public sealed record PlanYear(
    int Year, int First, IReadOnlyList<ActionItem> Actions, IReadOnlyList<PlanRole> Roles, IReadOnlyList<PlanRoles> Shared)
{
    /// <summary>Those that no earlier year of the plan holds: here they are told in full.</summary>
    public IReadOnlyList<ActionItem> Beginning => [.. Actions.Where(IsFirst)];

    /// <summary>Those that an earlier year of the plan already holds.</summary>
    public IReadOnlyList<ActionItem> Continuing => [.. Actions.Where(a => !IsFirst(a))];

    private bool IsFirst(ActionItem action) => ActionFields.PlannedYears(action).Where(y => y >= First).Min() == Year;
}
