namespace SpLg.LocalSite;

/// <summary>Somebody in the site's user list.</summary>
public sealed record SitePerson(string Name, string Email)
{
    /// <summary>
    /// The part this person plays, in Swedish, for whoever chooses whom to play; null for what their groups say.
    /// </summary>
    public string? Part { get; init; }

    /// <summary>
    /// The groups of every site they are in from the start; none for somebody who is an employee and no more.
    /// </summary>
    public IReadOnlyList<SiteGroup> Groups { get; init; } = [];

    /// <summary>The staff of a made-up administration.</summary>
    public static IReadOnlyList<SitePerson> MadeUp { get; } =
    [
        new("Karin Lindqvist", "karin.lindqvist@exempel.se") { Groups = [SiteGroup.Coordinators, SiteGroup.Members] },
        new("Johan Åkesson", "johan.akesson@exempel.se") { Groups = [SiteGroup.CaseOfficers] },
        new("Amina Hassan", "amina.hassan@exempel.se") { Groups = [SiteGroup.CaseOfficers] },
        new("Per Nyström", "per.nystrom@exempel.se") { Groups = [SiteGroup.Approvers, SiteGroup.Members] },
        new("Sara Öberg", "sara.oberg@exempel.se") { Groups = [SiteGroup.Coordinators, SiteGroup.Members] },
        new("Mikael Forsman", "mikael.forsman@exempel.se"),
    ];
}

/// <summary>A group of a site. The last three are the template's, and have the names it gives them.</summary>
public enum SiteGroup
{
    /// <summary>Own the site.</summary>
    Owners,

    /// <summary>Work in what inherits the site's rights.</summary>
    Members,

    /// <summary>Edit all lists and the drafts.</summary>
    Coordinators,

    /// <summary>Edit the lists a review is made of; of incidents those they wrote.</summary>
    CaseOfficers,

    /// <summary>Read lists and drafts and approve.</summary>
    Approvers,
}
