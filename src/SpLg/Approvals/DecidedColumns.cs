namespace SpLg.Approvals;

/// <summary>The columns of a request that are decided on when it is approved, by their titles.</summary>
internal static class DecidedColumns
{
    private static readonly (string Title, Func<ReviewRequest, string?> Text)[] All =
    [
        ("Diarienummer", r => r.RegistryNumber),
        ("Mötesdatum", r => r.MeetingOn.Text),
        ("Närvarande", r => r.Present),
        ("Lämpligt", r => r.Suitable.Text),
        ("Lämpligt, skäl", r => r.SuitableReason),
        ("Tillräckligt", r => r.Adequate.Text),
        ("Tillräckligt, skäl", r => r.AdequateReason),
        ("Verkningsfullt", r => r.Effective.Text),
        ("Verkningsfullt, skäl", r => r.EffectiveReason),
        ("Inga beslut", r => r.NoDecisions.Is(true) ? "Ja" : null),
        ("Skäl trots brister", r => r.GapsReason),
    ];

    /// <summary>
    /// The columns that are another than at first, and were last changed by somebody else than the approver and the
    /// application.
    /// </summary>
    /// <param name="versions">Newest first; the oldest is what the approver had to read.</param>
    public static IReadOnlyList<(string Column, Author By)> ChangedByOthers(
        IReadOnlyList<RequestVersion> versions,
        Author approver
    )
    {
        var changed = new List<(string Column, Author By)>();
        if (versions is not [var newest, .., var oldest])
            return changed;
        foreach (var (title, text) in All.Where(c => c.Text(newest.Request) != c.Text(oldest.Request)))
        {
            var last = versions
                .Zip(versions.Skip(1))
                .First(p => text(p.First.Request) != text(p.Second.Request))
                .First.ModifiedBy;
            if (!last.IsApplication && !new HandOver(default, approver).IsApprover(last))
                changed.Add((title, last));
        }
        return changed;
    }
}
