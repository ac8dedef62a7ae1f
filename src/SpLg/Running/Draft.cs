using SpLg.Core.Lists;
using SpLg.Core.Review;
using SpLg.SharePoint.Publishing;

namespace SpLg.Running;

/// <summary>A review that has been rendered but not yet put in the library.</summary>
/// <param name="Template">The template asked for by name; null for the shipped one.</param>
/// <param name="Existing">The file of that name in the library when the document was rendered; null when there was none.</param>
/// <param name="Unchanged">True when the file in the library already holds exactly these bytes.</param>
/// <param name="RowsRead">How many rows each list had, by Swedish title.</param>
internal sealed record Draft(
    int Year,
    string FileName,
    ManagementReview Review,
    string? Template,
    DocumentFile File,
    LibraryFile? Existing,
    bool Unchanged,
    IReadOnlyDictionary<string, int> RowsRead,
    IReadOnlyList<Finding> Findings);
