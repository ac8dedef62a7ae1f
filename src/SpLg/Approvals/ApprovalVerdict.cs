namespace SpLg.Approvals;

/// <summary>Whether a request with status Fastställd has been approved by somebody who may.</summary>
/// <param name="Approval">Null when it has not.</param>
/// <param name="By">Who set the status; null when the history does not tell.</param>
/// <param name="Before">The status before that.</param>
/// <param name="IsHistoryShort">True when the row's versions do not reach back to what would tell.</param>
/// <param name="IsOther">True when somebody who may has approved, but the row now asks for another document.</param>
internal sealed record ApprovalVerdict(
    Approval? Approval,
    Author? By,
    ReviewStatus? Before,
    bool IsHistoryShort,
    bool IsOther = false
)
{
    /// <summary>
    /// What was approved; null when nothing was, or the history does not tell when it was handed over.
    /// </summary>
    public HandOver? HandOver { get; init; }

    /// <summary>The status that was set; null when that was no approval.</summary>
    public ReviewStatus? Set { get; init; }

    /// <summary>
    /// What others than the approver have changed of what is decided on the row, since the approver was last told of
    /// it: the column's title and who. Nothing is approved when there are any.
    /// </summary>
    public IReadOnlyList<(string Column, Author By)> Changed { get; init; } = [];

    /// <summary>The row as it was when the person approved; null when nobody did.</summary>
    public ReviewRequest? Row { get; init; }
}
