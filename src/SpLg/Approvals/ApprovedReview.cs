namespace SpLg.Approvals;

/// <summary>
/// A review that has been approved and frozen: all that publishing it needs. Nothing in it is read from the lists
/// again.
/// </summary>
/// <param name="Published">The parts that every employee is to read; the page tells of the first.</param>
internal sealed record ApprovedReview(Approval Approval, IReadOnlyList<ApprovedPart> Published);

/// <summary>A part of it, made of the rows that were approved.</summary>
/// <param name="Content">As a Word file; its generated parts are of these rows, and what the coordinator wrote in its
/// draft is kept.</param>
internal sealed record ApprovedPart(ReviewPart Part, BuiltReview Review, byte[] Content);
