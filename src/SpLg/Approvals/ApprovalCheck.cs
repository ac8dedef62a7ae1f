namespace SpLg.Approvals;

/// <summary>
/// Who has approved a review, told by the versions of its request and nothing that anybody can write. Approving is
/// setting Fastställd after För fastställande, by a person the operator has named. Setting Fastställd again may be done
/// by anyone after the application itself wrote Fel or Publicerad: it is still what the one who may has approved.
/// </summary>
internal static class ApprovalCheck
{
    /// <param name="request">The row that says what is to be frozen.</param>
    /// <param name="approvers">E-mail addresses.</param>
    public static ApprovalVerdict Of(
        ReviewRequest request,
        RequestHistory history,
        IReadOnlyList<string> approvers,
        TimeZoneInfo zone
    )
    {
        var changes = history.Changes;
        if (changes is not [var last, ..] || !StatusTable.IsApproval(last.Status))
            return new(null, null, null, IsHistoryShort: changes.Count == 0);
        var before = changes.ElementAtOrDefault(1)?.Status;
        var at = 0;
        while (true)
        {
            if (ApprovalAt(changes, at, approvers, zone) is { } approval)
            {
                var isOther = IsOther(request, history.Versions, changes[at + 1].Version, changes[at].Version);
                var wasPublished = changes
                    .Take(at)
                    .Any(c => c is { Status: ReviewStatus.Published, By.IsApplication: true });
                var changed = isOther || wasPublished ? [] : Changed(history, at, approvers, zone);
                var isApproved = !isOther && changed.Count == 0;
                return new(isApproved ? approval : null, last.By, before, IsHistoryShort: false, isOther)
                {
                    Set = last.Status,
                    Changed = changed,
                    Row = !isApproved ? null : history.Versions.First(v => v.Label == changes[at].Version).Request,
                    HandOver = history.HandedOver(changes[at]) is not { } handOver
                        ? null
                        : handOver with
                        {
                            WasPublished = wasPublished,
                        },
                };
            }
            at = Earlier(changes, at);
            if (at >= changes.Count || !StatusTable.IsApproval(changes[at].Status))
                return new(null, last.By, before, at >= changes.Count) { Set = last.Status };
        }
    }

    private static Approval? ApprovalAt(
        IReadOnlyList<StatusChange> changes,
        int at,
        IReadOnlyList<string> approvers,
        TimeZoneInfo zone
    )
    {
        var change = changes[at];
        if (
            change is not { IsWhole: true, By: { IsApplication: false, Email: { } email } by }
            || changes.ElementAtOrDefault(at + 1)?.Status != ReviewStatus.ForApproval
            || !approvers.Contains(email, StringComparer.OrdinalIgnoreCase)
        )
        {
            return null;
        }
        return new(
            by.Name ?? email,
            email,
            change.At,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.At, zone).DateTime),
            change.Version
        )
        {
            IsDespiteGaps = change.Status == ReviewStatus.ApprovedDespiteGaps,
        };
    }

    /// <summary>
    /// True when the row asks for something else than it did from when it was handed in until it was approved. Whoever
    /// may edit a row can turn it to another year afterwards, and would have that draft published as approved.
    /// </summary>
    private static bool IsOther(
        ReviewRequest request,
        IReadOnlyList<RequestVersion> versions,
        string handedIn,
        string approved
    ) =>
        versions
            .SkipWhile(v => v.Label != approved)
            .TakeWhile(v => v.Label != handedIn)
            .Append(versions.First(v => v.Label == handedIn))
            .Any(v => AskedFor.Of(v.Request) != AskedFor.Of(request));

    /// <summary>
    /// What is decided on the row and others than the approver have changed since it was handed over. When an approval
    /// was put back, its message told of what had been changed until then, so that the next one begins there; a try of
    /// somebody who may not approve tells nobody.
    /// </summary>
    private static IReadOnlyList<(string Column, Author By)> Changed(
        RequestHistory history,
        int at,
        IReadOnlyList<string> approvers,
        TimeZoneInfo zone
    )
    {
        var changes = history.Changes;
        var told = at + 1;
        while (
            changes.ElementAtOrDefault(told) is { Status: ReviewStatus.ForApproval, By.IsApplication: true }
            && changes.ElementAtOrDefault(told + 1) is { } tried
            && StatusTable.IsApproval(tried.Status)
        )
        {
            if (ApprovalAt(changes, told + 1, approvers, zone) is not null)
                return DecidedColumns.ChangedByOthers(history.Since(changes[told], changes[at]), changes[at].By);
            told += 2;
        }
        return DecidedColumns.ChangedByOthers(history.SinceHandedOver(changes[at]), changes[at].By);
    }

    private static KeptApproval Kept(StatusChange change) =>
        change.Status is { } status ? StatusTable.Of(status).Keeps : KeptApproval.None;

    /// <summary>
    /// Where to look for the approval that a status set again rests on: before the Fel that the application wrote, or
    /// before the Publicerad it wrote. What people have tried while it was published is passed over, since the
    /// application has put it back.
    /// </summary>
    private static int Earlier(IReadOnlyList<StatusChange> changes, int at)
    {
        if (
            at + 1 < changes.Count
            && changes[at + 1].By.IsApplication
            && Kept(changes[at + 1]) == KeptApproval.OfLastTry
        )
            return at + 2;
        for (var i = at + 1; ; i++)
        {
            // What has been withdrawn is approved anew, or not at all.
            while (i < changes.Count && !changes[i].By.IsApplication && changes[i].Status != ReviewStatus.Withdrawn)
                i++;
            if (i >= changes.Count || Kept(changes[i]) != KeptApproval.OfPublished)
                return i;
            if (i + 1 < changes.Count && StatusTable.IsApproval(changes[i + 1].Status))
                return i + 1;
        }
    }
}
