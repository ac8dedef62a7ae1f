using SpLg.Core.Lists;

namespace SpLg.Running;

/// <summary>What a run did, for the console, for <c>--json</c> and for the request.</summary>
/// <param name="Document">Where a person opens the document.</param>
/// <param name="Unchanged">True when the library already held the same document, so that nothing was uploaded.</param>
internal sealed record RunSummary(
    int Year,
    string FileName,
    Uri Document,
    bool Unchanged,
    DocumentFile File,
    IReadOnlyDictionary<string, int> RowsRead,
    IReadOnlyList<Finding> Findings);
