namespace SpLg.Core.Review;

/// <summary>
/// One year of the plan: its actions once each, the same by role, and the same by the roles that share them.
/// </summary>
/// <param name="First">The first year of the plan.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record PlanYear(
    int Year,
    int First,
    IReadOnlyList<ActionItem> Actions,
    IReadOnlyList<PlanRole> Roles,
    IReadOnlyList<PlanRoles> Shared,
    SmallCounts Small
)
{
    /// <summary>What the number of no actions is where nobody knows; null where it is 0.</summary>
    public string? Unknowable { get; init; }

    /// <summary>Hidden where few of those are in it of which nothing is told alone.</summary>
    internal Entry<decimal> Count =>
        Actions.Count == 0 && Unknowable is not null
            ? new(null, Unknowable)
            : SmallCounts.Shown(Actions.Count, Small.IsFew(Actions));

    internal string? WithoutActions =>
        Actions.Count == 0 ? $"Inga öppna åtgärder är planerade för {Year}."
        : Actions.All(a => a.Origin.IsCounted)
            ? $"Åtgärderna för {Year} redovisas inte var för sig i den öppna utgåvan."
        : null;

    /// <summary>Those that no earlier year of the plan holds: here they are told in full.</summary>
    public IReadOnlyList<ActionItem> Beginning => [.. Actions.Where(IsFirst)];

    /// <summary>Those that an earlier year of the plan already holds.</summary>
    public IReadOnlyList<ActionItem> Continuing => [.. Actions.Where(a => !IsFirst(a))];

    private bool IsFirst(ActionItem action) => ActionFields.PlannedYears(action).Where(y => y >= First).Min() == Year;
}
