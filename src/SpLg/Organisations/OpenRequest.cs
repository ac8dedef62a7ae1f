namespace SpLg.Organisations;

/// <summary>A request that is not at its end.</summary>
/// <param name="Id">Row id in the list Genomgångar.</param>
/// <param name="Year">As the column holds it; null when it is empty or no number.</param>
/// <param name="Type">The column's Swedish text, as <paramref name="Edition"/> and <paramref name="Status"/>.</param>
/// <param name="Since">Since when it has this status; null when SharePoint keeps no versions of the row.</param>
/// <param name="Message">What the worker last wrote there.</param>
internal sealed record OpenRequest(
    string Id,
    string? Title,
    decimal? Year,
    string Type,
    string Edition,
    string Status,
    DateTimeOffset? Since,
    string? Message,
    Uri? Address
);
