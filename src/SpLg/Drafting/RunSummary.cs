namespace SpLg.Drafting;

/// <summary>What a run did, for the console, for <c>--json</c> and for the request.</summary>
/// <param name="Library">Where a person opens the library.</param>
/// <param name="RowsRead">How many rows each list had, by Swedish title.</param>
/// <param name="Findings">Those of the data.</param>
/// <param name="Secrets">What is not to be quoted of what was written over.</param>
internal sealed record RunSummary(
    DocumentOrder Order,
    Uri Library,
    IReadOnlyList<PublishedDocument> Documents,
    IReadOnlyDictionary<string, int> RowsRead,
    IReadOnlyList<Finding> Findings,
    SecretTexts Secrets
);
