using System.Text.Json.Serialization;

namespace SpLg.LocalSite.Store;

/// <summary>
/// A piece of the site's state. A journal line holds the new value of every piece one mutation touched.
/// </summary>
[JsonDerivedType(typeof(KeyRecord), "key")]
[JsonDerivedType(typeof(SiteRecord), "site")]
[JsonDerivedType(typeof(GroupRecord), "group")]
[JsonDerivedType(typeof(ListRecord), "list")]
[JsonDerivedType(typeof(ListGone), "listGone")]
[JsonDerivedType(typeof(ItemRecord), "item")]
[JsonDerivedType(typeof(ItemGone), "itemGone")]
[JsonDerivedType(typeof(VersionRecord), "version")]
[JsonDerivedType(typeof(VersionGone), "versionGone")]
[JsonDerivedType(typeof(MailRecord), "mail")]
[JsonDerivedType(typeof(UploadRecord), "upload")]
[JsonDerivedType(typeof(UploadGone), "uploadGone")]
internal abstract record StateRecord;

/// <summary>The secret that signs short-lived addresses; kept, so that an upload goes on after a restart.</summary>
internal sealed record KeyRecord(string Key) : StateRecord;

/// <param name="Path">Server-relative, <c>/sites/x</c>; empty for the tenant's root site.</param>
internal sealed record SiteRecord(Guid Id, Guid WebId, string Path, string Title, DateTimeOffset Created) : StateRecord
{
    /// <summary>Who has rights to the site itself; null for the three groups SharePoint makes with it.</summary>
    public IReadOnlyList<Grant>? Grants { get; init; }

    /// <summary>The role of the application's grant on the site.</summary>
    public string ApplicationRole { get; init; } = "fullcontrol";
}

/// <summary>A group of a site and who is in it, by their numbers in the user list.</summary>
internal sealed record GroupRecord(Guid SiteId, string Name, IReadOnlyList<int> Members) : StateRecord;

/// <summary>A deleted list; its rows are gone with it.</summary>
internal sealed record ListGone(Guid Id) : StateRecord
{
    /// <summary>Set when committed: the place in the site's sequence of item changes.</summary>
    public long Change { get; init; }
}

/// <summary>The trace a deleted item leaves for delta.</summary>
internal sealed record ItemGone(Guid ListId, int Id, string ContentType) : StateRecord
{
    /// <summary>By which a drive's delta names it; empty in a journal from before that told it.</summary>
    public Guid Unique { get; init; }

    /// <summary>Set when committed: the place in the site's sequence of item changes.</summary>
    public long Change { get; init; }
}

/// <summary>A version that was one too many.</summary>
internal sealed record VersionGone(Guid ListId, int ItemId, int Major, int Minor) : StateRecord;

/// <summary>A mail that would have been sent.</summary>
/// <param name="From">The mailbox it was sent from.</param>
/// <param name="ContentType">Text or HTML.</param>
internal sealed record MailRecord(
    Guid Id,
    DateTimeOffset Sent,
    string From,
    IReadOnlyList<string> To,
    string Subject,
    string ContentType,
    string Content
) : StateRecord;

/// <summary>An upload session; the bytes received so far stand in a part file of the same id.</summary>
/// <param name="Folder">Unique id of the folder, null for the library's root.</param>
/// <param name="Conflict">fail, replace or rename.</param>
/// <param name="Received">Bytes safely received; a longer part file is cut back to this.</param>
/// <param name="Total">Size of the file as the first chunk told, null before it.</param>
internal sealed record UploadRecord(
    Guid Id,
    Guid ListId,
    Guid? Folder,
    string Name,
    string Conflict,
    bool DeferCommit,
    Actor Actor,
    DateTimeOffset Expires,
    long Received,
    long? Total
) : StateRecord;

internal sealed record UploadGone(Guid Id) : StateRecord;

/// <summary>
/// Who did something: a person of the user list, possibly through the application without being signed in.
/// </summary>
internal sealed record Actor(int PersonId, bool IsApplication);
