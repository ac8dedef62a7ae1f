namespace SpLg.Approvals;

/// <summary>What people are to know of the drafts they have handed over.</summary>
/// <param name="Unwritten">Where only the template's instruction stands.</param>
/// <param name="Removed">Headings under which the template, as it is now, fills something in and the draft
/// nothing.</param>
/// <param name="Undecided">Rows that nobody has decided who may read.</param>
/// <param name="Gaps">What is missing for the approval.</param>
internal sealed record HandOverNotes(
    IReadOnlyList<FileHeadings> Unwritten,
    IReadOnlyList<FileHeadings> Removed,
    IReadOnlyList<UndecidedRows> Undecided,
    ApprovalGaps Gaps
);
