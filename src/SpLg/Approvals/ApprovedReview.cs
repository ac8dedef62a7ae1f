namespace SpLg.Approvals;

/// <summary>
/// A review that has been approved and frozen: all that publishing it needs. Nothing in it is read from the lists
/// again.
/// </summary>
/// <param name="Open">The open edition, made of the rows that were approved.</param>
/// <param name="OpenContent">It as a Word file; its generated parts are of these rows, and what the coordinator wrote
/// in its draft is kept.</param>
internal sealed record ApprovedReview(Approval Approval, BuiltReview Open, byte[] OpenContent);
