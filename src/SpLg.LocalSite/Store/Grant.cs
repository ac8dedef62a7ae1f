namespace SpLg.LocalSite.Store;

/// <summary>A right to a list, library, folder or file.</summary>
/// <param name="Id">The id of Graph's permission.</param>
/// <param name="Kind">Whom it is for.</param>
/// <param name="Name">Display name of the group or person; of a link what it is for.</param>
/// <param name="LoginName">SharePoint's claim; a site group's is its name.</param>
/// <param name="Role">Graph's role: read, write or owner; an application's may be fullcontrol.</param>
internal sealed record Grant(string Id, GrantKind Kind, string Name, string LoginName, string Role)
{
    /// <summary>True when the role overrides list behaviours: every row is read where others read their own.</summary>
    public bool SeesAllRows { get; init; }

    /// <summary>Of a person: the entry in the user list.</summary>
    public int? PersonId { get; init; }

    /// <summary>Of a link: anonymous, organization or users.</summary>
    public string? LinkScope { get; init; }
}

/// <summary>Whom a <see cref="Grant"/> is for.</summary>
internal enum GrantKind
{
    /// <summary>A group of the site.</summary>
    SiteGroup,

    /// <summary>
    /// A claim that is neither a group of the site nor a person, such as everyone in the organisation.
    /// </summary>
    Claim,

    /// <summary>Somebody of the user list.</summary>
    Person,

    /// <summary>Whoever has the address.</summary>
    Link,
}
