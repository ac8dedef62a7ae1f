namespace SpLg.Drafting;

/// <summary>A document as it now is in the library.</summary>
/// <param name="Address">Where a person opens it.</param>
/// <param name="Unchanged">True when the library already held the same, so that nothing was uploaded.</param>
/// <param name="Workbook">The spreadsheet beside it; null when the type has none.</param>
/// <param name="WorkbookReplaced">True when the library had another spreadsheet of that name, which people may have
/// written in.</param>
/// <param name="SinceLast">What has changed in the lists since the last draft, as Swedish sentences; null when there
/// was none, or none that is known.</param>
/// <param name="WasThere">True when the library had a document of that name, which was filled again instead of a
/// template.</param>
/// <param name="SavedMeanwhile">True when somebody saved it while it was being filled, so that it was filled
/// again.</param>
internal sealed record PublishedDocument(
    PlannedDocument Document,
    Uri Address,
    bool Unchanged,
    DocumentFile File,
    byte[]? Workbook,
    bool WorkbookReplaced,
    bool WasThere,
    string? SinceLast,
    bool SavedMeanwhile
);
