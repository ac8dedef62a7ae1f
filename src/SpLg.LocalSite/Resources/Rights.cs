using System.Buffers.Text;
using System.Text;
using SpLg.Core.Schema;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Resources;

/// <summary>Who may do what in a site and its lists. Nothing is refused by them here: a client must look before it writes.</summary>
internal static class Rights
{
    /// <summary>Everybody of the organisation; in an ordinary site a member of the visitors' group, which Graph does not tell.</summary>
    public static Grant Everyone { get; } = Make(GrantKind.Claim, "Alla utom externa användare", $"c:0-.f|rolemanager|spo-grid-all-users/{Site.Tenant}", "read");

    /// <summary>The three groups SharePoint makes with a site.</summary>
    public static IReadOnlyList<Grant> Of(SiteRecord site) =>
        [Group(Owners(site), "owner"), Group(Members(site), "write"), Group(Visitors(site), "read")];

    /// <summary>The list's own rights, or those of the site it stands in.</summary>
    public static IReadOnlyList<Grant> Of(SiteState state, ListRecord list) => list.Grants ?? Of(state.SiteOf(list));

    /// <summary>What the provisioning template declares; null when the list inherits.</summary>
    public static IReadOnlyList<Grant>? Declared(SiteRecord site, ListSchema list) => !list.OwnRights
        ? null
        : [.. list.Rights.Select(r => r.Principal switch
        {
            "{associatedownergroup}" => Group(Owners(site), Role(r.Role)),
            "{associatedmembergroup}" => Group(Members(site), Role(r.Role)),
            "{associatedvisitorgroup}" => Group(Visitors(site), Role(r.Role)),
            "{everyonebutexternalusers}" => Everyone with { Role = Role(r.Role) },
            var name when name.StartsWith('{') => throw new InvalidOperationException($"The local site does not know the principal {name} of the list '{list.Title}'."),
            var name => Group(name, Role(r.Role)),
        })];

    public static Grant Of(ItemRecord person, string role) =>
        Make(GrantKind.Person, person.Text("Title")!, person.Text("Name")!, role) with { PersonId = person.Id };

    /// <summary>A link anybody of its scope opens the file with.</summary>
    public static Grant Link(string scope, string role) =>
        new(Guid.NewGuid().ToString(), GrantKind.Link, scope, "", role) { LinkScope = scope };

    public static string Visitors(SiteRecord site) => $"Besökare på {site.Title}";

    private static string Owners(SiteRecord site) => $"Ägare av {site.Title}";

    private static string Members(SiteRecord site) => $"Medlemmar i {site.Title}";

    private static Grant Group(string name, string role) => Make(GrantKind.SiteGroup, name, name, role);

    private static Grant Make(GrantKind kind, string name, string login, string role) =>
        new(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(login)), kind, name, login, role);

    private static string Role(string definition) => definition switch
    {
        "Reader" => "read",
        "Contributor" or "Editor" or "WebDesigner" => "write",
        "Administrator" => "owner",
        _ => throw new InvalidOperationException($"The local site does not know the role {definition}."),
    };
}
