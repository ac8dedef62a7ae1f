namespace SpLg.Core.Review;

/// <summary>What the same roles have to do together in one year of the plan; each action stands once.</summary>
/// <param name="Roles">The roles as they are listed: <c>Objektägare och DSO</c>.</param>
public sealed record PlanRoles(string Roles, IReadOnlyList<PlanItem> Items);
