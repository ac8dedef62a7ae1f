using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>https://learn.microsoft.com/graph/api/resources/permission</summary>
/// <param name="GrantedTo">Deprecated for <paramref name="GrantedToV2"/>, and still sent.</param>
/// <param name="InheritedFrom">Present when the right comes from above.</param>
internal sealed record PermissionAnswer(
    string? Id,
    IReadOnlyList<string>? Roles,
    PermissionAnswer.Holder? GrantedTo,
    PermissionAnswer.Holder? GrantedToV2,
    IReadOnlyList<PermissionAnswer.Holder>? GrantedToIdentities,
    IReadOnlyList<PermissionAnswer.Holder>? GrantedToIdentitiesV2,
    PermissionAnswer.SharingLink? Link,
    JsonElement? InheritedFrom,
    JsonElement? Error) : IAnswer
{
    // "Everyone" (guests included) is one fixed claim, "Everyone except external users" ends with the tenant's id, and "All users" begins
    // alike for each way to sign in: windows, forms%3amembership.
    private const string Everyone = "c:0(.s|true";
    private const string AllUsers = "spo-grid-all-users";
    private const string AllWhoSignIn = "c:0!.s|";

    /// <summary>https://learn.microsoft.com/graph/api/resources/sharepointidentityset</summary>
    public sealed record Holder(Principal? User, Principal? Group, Principal? Application, Principal? SiteUser, Principal? SiteGroup)
    {
        /// <summary>SharePoint's own word for the holder comes first: only it has the claim.</summary>
        public Principal? Who => SiteGroup ?? SiteUser ?? Group ?? User ?? Application;

        public string? LoginName => SiteUser?.LoginName ?? SiteGroup?.LoginName;
    }

    public sealed record Principal(string? Id, string? DisplayName, string? Email, string? LoginName);

    /// <param name="Scope">anonymous, organization, users or existingAccess; absent is treated as the widest.</param>
    public sealed record SharingLink(string? Scope, string? Type);

    /// <summary>All rights that Graph tells at an address of permissions.</summary>
    public static async Task<IReadOnlyList<LibraryGrant>> GrantsAsync(GraphClient graph, Uri address, CancellationToken cancellationToken)
    {
        // One that comes twice is told twice: of two that differ none may be passed over.
        var grants = await graph.AllAsync(address, GraphJson.Default.PagePermissionAnswer, a => a.ToGrants().ToList(), key: null, cancellationToken);
        return [.. grants.Elements.SelectMany(some => some)];
    }

    /// <summary>One grant for each holder; a link that nobody is named on is a grant of its own.</summary>
    public IEnumerable<LibraryGrant> ToGrants()
    {
        // A link for named people lists them and opens to no one else. A link without scope is a personal OneDrive's, open to all.
        var isOpenLink = Link is not null and not { Scope: "users" or "existingAccess" };
        var holders = Holders();
        if (Link is not null && (isOpenLink || holders.Count == 0))
            yield return Grant(LinkFor(Link.Scope), null, isOpenLink);
        foreach (var holder in holders)
            yield return Grant(holder.Who?.DisplayName ?? holder.Who?.Email ?? holder.LoginName ?? holder.Who?.Id ?? "?", holder.LoginName, IsEveryone(holder.LoginName)) with { ApplicationId = holder.Application?.Id };
        if (Link is null && holders.Count == 0)
            throw new JsonException($"The permission '{Id}' does not tell whose it is.");
    }

    /// <summary>As staff know it from SharePoint's own pages.</summary>
    private static string LinkFor(string? scope) => scope switch
    {
        "organization" => "delningslänk för personer i organisationen",
        null or "anonymous" => "delningslänk för vem som helst",
        _ => $"delningslänk ({scope})",
    };

    private List<Holder> Holders()
    {
        IReadOnlyList<Holder> several = GrantedToIdentitiesV2 is { Count: > 0 }
            ? Expected.Each(GrantedToIdentitiesV2, "grantedToIdentitiesV2")
            : Expected.Each(GrantedToIdentities, "grantedToIdentities");
        return (GrantedToV2 ?? GrantedTo) is { } one ? [one, .. several] : [.. several];
    }

    private LibraryGrant Grant(string principal, string? loginName, bool isEveryone) =>
        new(principal, loginName, Expected.Each(Roles, "roles"), InheritedFrom is { ValueKind: JsonValueKind.Object }, isEveryone);

    private static bool IsEveryone(string? claim) =>
        claim is not null && (claim.Equals(Everyone, StringComparison.OrdinalIgnoreCase) || claim.Contains(AllUsers, StringComparison.OrdinalIgnoreCase)
            || claim.StartsWith(AllWhoSignIn, StringComparison.OrdinalIgnoreCase));
}
