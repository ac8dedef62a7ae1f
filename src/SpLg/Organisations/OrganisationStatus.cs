namespace SpLg.Organisations;

/// <summary>How far an organisation is with its reviews, as its list Genomgångar tells.</summary>
/// <param name="Name">Null for the only one.</param>
/// <param name="Open">What somebody or the worker still has to do something about, oldest first.</param>
/// <param name="Published">The latest year's published review; null when there is none.</param>
/// <param name="Fault">Why the site could not be read; null when it was.</param>
internal sealed record OrganisationStatus(
    string? Name,
    Uri Site,
    IReadOnlyList<OpenRequest> Open,
    LastPublished? Published,
    string? Fault
);
