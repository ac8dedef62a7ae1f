namespace SpLg.Approvals;

/// <summary>
/// Since when the one who approved had the drafts to read. What others save after that, nobody has approved.
/// </summary>
/// <param name="On">When the run began that examined them.</param>
/// <param name="Approver">Whose own changes are part of what was approved.</param>
internal sealed record HandOver(DateTimeOffset On, Author Approver)
{
    /// <summary>
    /// True when what was approved has been published before: employees have read it, and it is published once more as
    /// it is.
    /// </summary>
    public bool WasPublished { get; init; }

    /// <summary>
    /// True when what was saved then is what was handed over, or the approver's own doing. SharePoint keeps whole
    /// seconds, so the same second is too late.
    /// </summary>
    /// <param name="isOwn">True when this application saved it.</param>
    public bool Covers(FileVersion save, bool isOwn, Approval approval) =>
        save.ModifiedBy switch
        {
            _ when isOwn => true,
            { } by when IsApprover(by) => Second(save.ModifiedOn) <= Second(approval.At),
            _ => Second(save.ModifiedOn) < Second(On),
        };

    public bool IsApprover(Author? by) =>
        by is not null
        && (
            (by.Id is not null && by.Id == Approver.Id)
            || (by.Email is not null && string.Equals(by.Email, Approver.Email, StringComparison.OrdinalIgnoreCase))
        );

    private static long Second(DateTimeOffset time) => time.ToUnixTimeSeconds();
}
