using System.Security.Cryptography;

namespace SpLg.LocalSite.Permissions;

/// <summary>
/// A permission as Graph shows it. The members of a site group are not told. <c>inheritedFrom</c> is an empty object on
/// what comes from above and absent on the item's own, as several tenants have been seen to answer; the documentation
/// promises less.
/// https://learn.microsoft.com/graph/api/resources/permission
/// </summary>
internal static class PermissionJson
{
    public static JsonObject Show(GraphCall call, ListRecord library, ItemRecord? item, Grant grant, bool isInherited)
    {
        var body = new JsonObject { ["id"] = grant.Id, ["roles"] = new JsonArray(grant.Role) };
        if (grant.Kind == GrantKind.Link)
        {
            body["shareId"] = "u!" + grant.Id.Replace("-", "");
            body["hasPassword"] = false;
            body["link"] = new JsonObject
            {
                ["scope"] = grant.LinkScope,
                ["type"] = grant.Role == "write" ? "edit" : "view",
                ["webUrl"] = item is null ? call.Site.WebUrl(library) : ItemJson.WebUrl(call.Site, library, item),
                ["preventsDownload"] = false,
            };
        }
        else
        {
            var (user, set) = Granted(call, library, grant);
            body["grantedToV2"] = set;
            body["grantedTo"] = new JsonObject { ["user"] = user };
        }
        if (isInherited)
            body["inheritedFrom"] = new JsonObject();
        return body;
    }

    private static (JsonObject User, JsonObject Set) Granted(GraphCall call, ListRecord library, Grant grant)
    {
        var user = new JsonObject { ["displayName"] = grant.Name };
        if (grant.PersonId is { } id && Identities.Person(call.State, library.SiteId, id) is { } person)
        {
            user["email"] = person.Text("EMail");
            user["id"] = person.Unique.ToString();
        }
        var principal = new JsonObject
        {
            ["displayName"] = grant.Name,
            ["id"] = Number(grant),
            ["loginName"] = grant.LoginName,
        };
        return grant.Kind == GrantKind.SiteGroup
            ? (user, new() { ["siteGroup"] = principal })
            : (user, new() { ["user"] = user.DeepClone(), ["siteUser"] = principal });
    }

    /// <summary>The principal's number in the site; the same for the same name.</summary>
    private static string Number(Grant grant) =>
        (
            grant.PersonId ?? 100 + BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(grant.LoginName)))
        ).ToString();
}
