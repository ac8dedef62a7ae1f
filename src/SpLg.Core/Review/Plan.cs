using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>
/// The plan: actions by year and role, beginning with the review's year. It always holds three years, and later ones
/// when an action is planned for them, so that nothing planned is lost. An action planned for several years or roles
/// stands in each of them. Actions that are done or closed are left out.
/// </summary>
/// <param name="Unplanned">Open actions without any planned year.</param>
public sealed record Plan(Basis Basis, IReadOnlyList<PlanYear> Years, IReadOnlyList<ActionItem> Actions, IReadOnlyList<ActionItem> Unplanned)
{
    public const string GroupName = "Plan";

    /// <summary>What actions without a role stand under.</summary>
    internal const string NoRole = "Roll saknas";

    private static readonly FieldSet RoleFields = new FieldSetBuilder<PlanRole>()
        .Text("Roll", "Rollen, till exempel Chefer.", r => r.Role)
        .Number("Antal", "Antal åtgärder på rollen det året.", r => r.Actions.Count)
        .List("Åtgärder", "Åtgärderna på rollen det året.", r => r.Actions, ActionFields.Fields)
        .Build();

    public static FieldSet Fields { get; } = Basis.Fields<Plan>(p => p.Basis)
        .Number("Antal", "Antal åtgärder i planen.", p => p.Actions.Count)
        .Number("Antal utan år", "Antal öppna åtgärder som inte har något planerat år.", p => p.Unplanned.Count)
        .List("Per år", "Planens år, minst tre.", p => p.Years, new FieldSetBuilder<PlanYear>()
            .Text("År", "Året.", y => y.Year.ToString(CultureInfo.InvariantCulture))
            .Number("Antal", "Antal åtgärder det året.", y => y.Actions.Count)
            .List("Per roll", "Årets åtgärder per roll; roller utan åtgärder är inte med.", y => y.Roles, RoleFields)
            .List("Åtgärder", "Årets åtgärder, de viktigaste först.", y => y.Actions, ActionFields.Fields)
            .Build())
        .List("Åtgärder", "Alla åtgärder i planen, var och en en gång.", p => p.Actions, ActionFields.Fields)
        .List("Utan år", "Öppna åtgärder som inte har något planerat år.", p => p.Unplanned, ActionFields.Fields)
        .Build();

    public static Plan Build(OrganisationLists lists, int year)
    {
        var open = ActionFields.InOrder(lists.ActionItems.Where(EarlierActions.IsOpen));
        var planned = open
            .SelectMany(a => ActionFields.PlannedYears(a).Distinct().Select(y => (Year: y, Action: a)))
            .Where(p => p.Year >= year)
            .ToLookup(p => p.Year, p => p.Action);
        IReadOnlyList<PlanYear> years = [.. planned.Select(g => g.Key).Union(Enumerable.Range(year, 3)).Order()
            .Select(y => new PlanYear(y, [.. planned[y]], Roles([.. planned[y]])))];
        IReadOnlyList<ActionItem> actions = [.. open.Where(a => ActionFields.PlannedYears(a).Any(y => y >= year))];
        return new(
            Basis.Of("Åtgärder", lists.ActionItems.Count, actions.Count, $"Inga åtgärder är planerade för {year} och framåt."),
            years,
            actions,
            [.. open.Where(a => !ActionFields.PlannedYears(a).Any())]);
    }

    private static IReadOnlyList<PlanRole> Roles(IReadOnlyList<ActionItem> actions)
    {
        var known = Choice.Texts<ActionRole>();
        var byRole = actions
            .SelectMany(a => RolesOf(a).Select(r => (Role: r, Action: a)))
            .ToLookup(p => p.Role, p => p.Action, StringComparer.OrdinalIgnoreCase);
        var others = byRole.Select(g => g.Key).Except(known, StringComparer.OrdinalIgnoreCase)
            .OrderBy(r => r == NoRole).ThenBy(r => r, StringComparer.Ordinal);
        return [.. known.Concat(others).Where(byRole.Contains).Select(r => new PlanRole(r, [.. byRole[r]]))];
    }

    private static IEnumerable<string> RolesOf(ActionItem action) =>
        action.Role.Select(r => r.Text).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty(NoRole);
}
