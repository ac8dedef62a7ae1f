namespace SpLg.LocalSite;

/// <summary>Somebody in the site's user list.</summary>
public sealed record SitePerson(string Name, string Email)
{
    /// <summary>The part this person plays, in Swedish, for whoever chooses whom to play; null for one of the staff.</summary>
    public string? Part { get; init; }

    /// <summary>The staff of a made-up administration.</summary>
    public static IReadOnlyList<SitePerson> MadeUp { get; } =
    [
        new("Karin Lindqvist", "karin.lindqvist@exempel.se"),
        new("Johan Åkesson", "johan.akesson@exempel.se"),
        new("Amina Hassan", "amina.hassan@exempel.se"),
        new("Per Nyström", "per.nystrom@exempel.se"),
        new("Sara Öberg", "sara.oberg@exempel.se"),
        new("Mikael Forsman", "mikael.forsman@exempel.se"),
    ];
}
