namespace SpLg.Core.Checklists;

/// <summary>The words a role is spoken to and about with.</summary>
/// <param name="Role">As the lists have it: <c>Chefer</c>.</param>
/// <param name="You">The beginning of a sentence: <c>Du som är chef</c>.</param>
/// <param name="For">After <c>för</c>: <c>chefer</c>.</param>
internal sealed record RoleName(string Role, string You, string For)
{
    public static IReadOnlyList<RoleName> All { get; } =
    [
        .. Enum.GetValues<ActionRole>()
            .Select(role =>
                role switch
                {
                    ActionRole.Managers => Of(role, "Du som är chef", "chefer"),
                    ActionRole.ObjectManagers => Of(role, "Du som är objektledare", "objektledare"),
                    ActionRole.ObjectOwners => Of(role, "Du som är objektägare", "objektägare"),
                    ActionRole.Coordinator => Of(
                        role,
                        "Du som är informationssäkerhetssamordnare (ISAM)",
                        "informationssäkerhetssamordnare"
                    ),
                    ActionRole.DataProtectionOfficer => Of(role, "Du som är dataskyddsombud (DSO)", "dataskyddsombud"),
                    ActionRole.HumanResources => Of(role, "Du som arbetar med HR", "HR"),
                    ActionRole.Buyers => Of(role, "Du som upphandlar", "upphandlare"),
                    ActionRole.AllStaff => Of(role, "Du som är medarbetare", "alla medarbetare"),
                    _ => throw new ArgumentOutOfRangeException(nameof(role), role, "a role without words"),
                }
            ),
    ];

    private static RoleName Of(ActionRole role, string you, string @for) => new(Choice.Text(role), you, @for);
}
