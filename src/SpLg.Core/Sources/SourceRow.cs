namespace SpLg.Core.Sources;

/// <summary>A row that an action may come from.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What many rows have in common and an action may name instead of one of them.</param>
/// <param name="Called">A number or a name besides its title.</param>
/// <param name="Activity">The processing activity that the row itself points to.</param>
internal sealed record SourceRow(
    RowOrigin Origin,
    string? Title,
    int? Year,
    string? Kind = null,
    string? Called = null,
    Reference? Activity = null
);
