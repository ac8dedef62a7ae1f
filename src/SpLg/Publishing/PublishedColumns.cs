namespace SpLg.Publishing;

/// <summary>
/// What the library for published reviews says about a file beside its content, but for the run that wrote it.
/// </summary>
/// <param name="ApprovedBy">The office: every employee reads the column.</param>
/// <param name="Hash">SHA-256 of the Word document as it was sent; a PDF has that of the document it was made of,
/// because two conversions never give the same bytes.</param>
internal sealed record PublishedColumns(
    string? Title,
    int? Year,
    string? Organisation,
    string? RegistryNumber,
    DateOnly? ApprovedOn,
    string? ApprovedBy,
    string? Hash
)
{
    public static PublishedColumns Read(RowReader row) =>
        new(
            Title: row.Text("Title"),
            Year: row.Origin().WholeYear,
            Organisation: row.Text("OrganisationName"),
            RegistryNumber: row.Text("RegistryNumber"),
            ApprovedOn: row.Date("ApprovedOn").Value,
            ApprovedBy: row.Text("ApprovedByOffice"),
            Hash: row.Text("ContentHash")
        );

    /// <summary>As they are written, with the run.</summary>
    public IReadOnlyDictionary<string, object?> Values(string runId) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Title"] = Title,
            ["Year"] = Year,
            ["OrganisationName"] = Organisation,
            ["DocumentType"] = Choice.Text(DocumentType.ManagementReview),
            ["Edition"] = Choice.Text(Edition.Open),
            ["RegistryNumber"] = RegistryNumber,
            ["ApprovedOn"] = ApprovedOn,
            ["ApprovedByOffice"] = ApprovedBy,
            ["RunId"] = runId,
            ["ContentHash"] = Hash,
        };
}
