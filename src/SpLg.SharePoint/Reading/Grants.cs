using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads rights. https://learn.microsoft.com/graph/api/resources/permission</summary>
internal static class Grants
{
    // "Everyone" (guests included) is one fixed claim, "Everyone except external users" ends with the tenant's id, and
    // "All users" begins alike for each way to sign in: windows, forms%3amembership.
    private const string Everyone = "c:0(.s|true";
    private const string AllUsers = "spo-grid-all-users";
    private const string AllWhoSignIn = "c:0!.s|";

    /// <summary>All rights that Graph tells at an address of permissions.</summary>
    public static async Task<IReadOnlyList<LibraryGrant>> GrantsAsync(
        this GraphClient graph,
        Func<string?, GraphCall, CancellationToken, Task<PermissionCollectionResponse?>> ask,
        CancellationToken cancellationToken
    )
    {
        // A grant that comes twice is told twice, because the two may differ.
        var grants = await graph.AllAsync(
            ask,
            page => page.Value,
            permission => Of(permission).ToList(),
            key: null,
            cancellationToken
        );
        return [.. grants.Elements.SelectMany(some => some)];
    }

    /// <summary>One grant for each holder; a link that nobody is named on is a grant of its own.</summary>
    public static IEnumerable<LibraryGrant> Of(Permission permission)
    {
        // A link for named people lists them and opens to no one else. A link without scope is a personal OneDrive's,
        // open to all.
        var link = permission.Link;
        var isOpenLink = link is not null and not { Scope: "users" or "existingAccess" };
        var holders = Holders(permission);
        if (link is not null && (isOpenLink || holders.Count == 0))
            yield return Grant(permission, LinkFor(link.Scope), null, isOpenLink);
        foreach (var holder in holders)
        {
            var login = LoginName(holder);
            var who = Who(holder);
            var name = who?.DisplayName ?? TypedAnswer.Email(who) ?? login ?? who?.Id ?? "?";
            yield return Grant(permission, name, login, IsEveryone(login)) with
            {
                ApplicationId = holder.Application?.Id,
            };
        }
        if (link is null && holders.Count == 0)
            throw new JsonException($"The permission '{permission.Id}' does not tell whose it is.");
    }

    /// <summary>As staff know it from SharePoint's own pages.</summary>
    private static string LinkFor(string? scope) =>
        scope switch
        {
            "organization" => "delningslänk för personer i organisationen",
            null or "anonymous" => "delningslänk för vem som helst",
            _ => $"delningslänk ({scope})",
        };

    private static List<IdentitySet> Holders(Permission permission)
    {
        IReadOnlyList<IdentitySet> several = permission.GrantedToIdentitiesV2 is { Count: > 0 } named
            ? Expected.Each(named, "grantedToIdentitiesV2")
            // Deprecated for the one with V2, and still sent; so is grantedTo.
            : Expected.Each(permission.GrantedToIdentities, "grantedToIdentities");
        return (permission.GrantedToV2 ?? permission.GrantedTo) is { } one ? [one, .. several] : [.. several];
    }

    /// <summary>SharePoint's own word for the holder comes first: only it has the claim.</summary>
    private static Identity? Who(IdentitySet holder)
    {
        var sharePoint = holder as SharePointIdentitySet;
        return sharePoint?.SiteGroup ?? sharePoint?.SiteUser ?? sharePoint?.Group ?? holder.User ?? holder.Application;
    }

    private static string? LoginName(IdentitySet holder) =>
        holder is SharePointIdentitySet sharePoint
            ? sharePoint.SiteUser?.LoginName ?? sharePoint.SiteGroup?.LoginName
            : null;

    private static LibraryGrant Grant(Permission permission, string principal, string? loginName, bool isEveryone) =>
        new(
            principal,
            loginName,
            Expected.Each(permission.Roles, "roles"),
            permission.InheritedFrom is not null,
            isEveryone
        );

    private static bool IsEveryone(string? claim) =>
        claim is not null
        && (
            claim.Equals(Everyone, StringComparison.OrdinalIgnoreCase)
            || claim.Contains(AllUsers, StringComparison.OrdinalIgnoreCase)
            || claim.StartsWith(AllWhoSignIn, StringComparison.OrdinalIgnoreCase)
        );
}
