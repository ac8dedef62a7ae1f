using SpLg.Core.Rows;
using SpLg.SharePoint.Publishing;

namespace SpLg.Running;

/// <summary>A review that has been approved and frozen: all that publishing it needs. Nothing in it is read from the lists again.</summary>
/// <param name="Request">The row of Genomgångar, with the approval in it.</param>
/// <param name="Rows">The rows as they were when the approved draft was made.</param>
/// <param name="Full">The full edition's documents, made of these rows.</param>
/// <param name="FullFile">The full edition in the restricted library, approved and checked in as a major version.</param>
/// <param name="Open">The open edition's documents, made of the same rows.</param>
/// <param name="OpenContent">The open edition as a Word file; its generated parts are of these rows, and what the coordinator wrote in its draft is kept.</param>
internal sealed record ApprovedReview(
    ReviewRequest Request, Approval Approval, RowsAsRead Rows, DocumentSet Full, LibraryFile FullFile, DocumentSet Open, byte[] OpenContent);
