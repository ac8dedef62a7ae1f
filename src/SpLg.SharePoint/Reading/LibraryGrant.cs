namespace SpLg.SharePoint.Reading;

/// <summary>
/// Somebody's right to a library, a list or the site. https://learn.microsoft.com/graph/api/resources/permission
/// </summary>
/// <param name="Principal">Display name of the person or group, or what the sharing link is for.</param>
/// <param name="LoginName">SharePoint's claim, such as <c>c:0-.f|rolemanager|spo-grid-all-users/…</c>; null when not
/// told.</param>
/// <param name="Roles">read, write, owner …</param>
/// <param name="IsInherited">True when the right comes from the site and not from the library itself.</param>
/// <param name="IsEveryone">True for everyone in the organisation or beyond: the claims for all users, and links for
/// the organisation or anyone.</param>
public sealed record LibraryGrant(
    string Principal,
    string? LoginName,
    IReadOnlyList<string> Roles,
    bool IsInherited,
    bool IsEveryone
)
{
    /// <summary>Client id of the application whose grant it is; null for people and groups.</summary>
    public string? ApplicationId { get; init; }
}
