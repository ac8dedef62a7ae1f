using System.Buffers.Text;

namespace SpLg.LocalSite.Permissions;

/// <summary>Who may do what in a site and its lists; <see cref="Access"/> holds every caller to it.</summary>
internal static class Rights
{
    /// <summary>
    /// The permission that shows every row where rows are otherwise their author's, "Override List Behaviors". Of
    /// SharePoint's own roles Design and Full Control have it.
    /// https://learn.microsoft.com/sharepoint/understanding-permission-levels
    /// </summary>
    private const string SeesAllRows = "CancelCheckout";

    /// <summary>Everybody of the organisation.</summary>
    public static Grant Everyone { get; } =
        Make(
            GrantKind.Claim,
            "Alla utom externa användare",
            $"c:0-.f|rolemanager|spo-grid-all-users/{Site.Tenant}",
            "read"
        );

    /// <summary>The three groups SharePoint makes with a site, unless the template has changed that.</summary>
    public static IReadOnlyList<Grant> Of(SiteRecord site) =>
        site.Grants ?? [Group(Owners(site), "owner"), Group(Members(site), "write"), Group(Visitors(site), "read")];

    /// <summary>The list's own rights, or those of the site it stands in.</summary>
    public static IReadOnlyList<Grant> Of(SiteState state, ListRecord list) => list.Grants ?? Of(state.SiteOf(list));

    /// <summary>The rights that the provisioning template declares; null when the list inherits.</summary>
    public static IReadOnlyList<Grant>? Declared(SiteRecord site, SiteSchema schema, ListSchema list) =>
        list.OwnRights ? [.. list.Rights.Select(r => Declared(site, schema, r))] : null;

    /// <summary>The site's rights without those the template takes away.</summary>
    public static IReadOnlyList<Grant> Without(SiteRecord site, SiteSchema schema)
    {
        var removed = schema
            .RemovedFromSite.Select(r => Declared(site, schema, r).Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. Of(site).Where(g => !removed.Contains(g.Id))];
    }

    public static Grant Of(ItemRecord person, string role) =>
        Make(GrantKind.Person, person.Text("Title")!, person.Text("Name")!, role) with
        {
            PersonId = person.Id,
        };

    /// <summary>A link anybody of its scope opens the file with.</summary>
    public static Grant Link(string scope, string role) =>
        new(Guid.NewGuid().ToString(), GrantKind.Link, scope, "", role) { LinkScope = scope };

    public static string Owners(SiteRecord site) => $"Ägare av {site.Title}";

    public static string Members(SiteRecord site) => $"Medlemmar i {site.Title}";

    private static string Visitors(SiteRecord site) => $"Besökare på {site.Title}";

    private static Grant Declared(SiteRecord site, SiteSchema schema, RightSchema right)
    {
        var (role, allRows) = Role(schema, right.Role);
        var grant = right.Principal switch
        {
            "{associatedownergroup}" => Group(Owners(site), role),
            "{associatedmembergroup}" => Group(Members(site), role),
            "{associatedvisitorgroup}" => Group(Visitors(site), role),
            "{everyonebutexternalusers}" => Everyone with { Role = role },
            var name when name.StartsWith('{') => throw new InvalidOperationException(
                $"The local site does not know the principal {name}."
            ),
            var name => Group(name, role),
        };
        return grant with { SeesAllRows = allRows };
    }

    private static Grant Group(string name, string role) => Make(GrantKind.SiteGroup, name, name, role);

    private static Grant Make(GrantKind kind, string name, string login, string role) =>
        new(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(login)), kind, name, login, role);

    private static (string Role, bool AllRows) Role(SiteSchema schema, string definition) =>
        definition switch
        {
            "Reader" => ("read", false),
            "Contributor" or "Editor" => ("write", false),
            "WebDesigner" => ("write", true),
            "Administrator" => ("owner", true),
            _ when schema.Roles.TryGetValue(definition, out var permissions) => (
                permissions.Contains("EditListItems") ? "write" : "read",
                permissions.Contains(SeesAllRows)
            ),
            _ => throw new InvalidOperationException($"The local site does not know the role {definition}."),
        };
}
