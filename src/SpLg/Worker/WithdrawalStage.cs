namespace SpLg.Worker;

/// <summary>What is done when somebody takes a published review back.</summary>
internal sealed class WithdrawalStage(OpenSite site, ILogger log)
{
    /// <summary>Removes what employees can read of it, or puts the status back.</summary>
    /// <param name="waited">What to tell in the end when it had to wait for a person.</param>
    public async Task RunAsync(
        RequestLease lease,
        string? waited,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var history = await RequestHistory.ReadAsync(site, lease.Row.Id, cancellationToken);
        // The row may have been turned to another year since; what is taken away is what was published.
        if (
            WhyNot(history) is { } why
            || history is not { PublishedRow: { Origin.WholeYear: { } year } published, AskedToWithdraw: { } asked }
        )
        {
            await PutBackAsync(lease, WhyNot(history) ?? NothingOut, history, cancellationToken);
            return;
        }
        var withdrawn = await new WithdrawalRun(site, progress).WithdrawAsync(
            year,
            published.Page,
            lease.ConfirmAsync,
            cancellationToken
        );
        var withdrawal = RequestMessages.Withdrawal(
            asked.By,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(asked.At, site.Zone).DateTime),
            history.WithdrawalReason
        );
        var drafts = site.List(LibraryColumns.Library).Title;
        await lease.EndAsync(
            lease.Work.Done,
            new()
            {
                // What the row may have been turned to since.
                Year = year,
                DocumentType = DocumentType.ManagementReview,
                Edition = Edition.Full,
                Message =
                    RequestMessages.Withdrawn(withdrawal, withdrawn, drafts) + (waited is null ? "" : "\n" + waited),
                Withdrawal = withdrawal,
                // The next withdrawal needs one of its own.
                WithdrawalReason = new(null),
                Document = new(null),
                Page = new(null),
            },
            cancellationToken
        );
        log.Withdrawn(year);
    }

    private const string NothingOut = "Det finns inget publicerat att återkalla.";

    /// <summary>Why nothing is withdrawn, in Swedish; null when it is to be.</summary>
    private static string? WhyNot(RequestHistory history) =>
        history switch
        {
            { IsOut: false } => NothingOut,
            { AskedToWithdraw: null } =>
                "Versionshistoriken på raden räcker inte tillbaka till återkallandet, så det går inte att se vem som gjorde det.",
            { AskedToWithdraw.By.ApplicationId: not null } =>
                "En genomgång återkallas av en person, inte av ett program.",
            { WithdrawalReason: null } => "Skriv först varför i kolumnen Skäl till återkallande.",
            _ => null,
        };

    private static async Task PutBackAsync(
        RequestLease lease,
        string why,
        RequestHistory history,
        CancellationToken cancellationToken
    )
    {
        var back = StatusAnswer.NotWithdrawn(why, RequestState.Of(lease.Read()), history);
        await lease.EndAsync(new(back.Status!.Value, back.Handled), back, cancellationToken);
    }
}
