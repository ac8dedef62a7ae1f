namespace SpLg.Worker;

/// <summary>What is done with a review on its way from a finished draft to the employees' screens.</summary>
internal sealed class ApprovalStage(OpenSite site, ILogger log)
{
    /// <summary>Sees that the draft can be approved, and makes the open edition that goes with it.</summary>
    /// <param name="waited">What to tell in the end when it had to wait for a person.</param>
    public async Task PrepareAsync(
        RequestLease lease,
        string? waited,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var notes = await new HandOverRun(site, lease.RunId, progress).PrepareAsync(
            lease.Read(),
            lease.ConfirmAsync,
            cancellationToken
        );
        var again = (await RequestHistory.ReadAsync(site, lease.Row.Id, cancellationToken)).WhyAgain();
        var message =
            (again is null ? "" : again + "\n")
            + RequestMessages.Prepared(site.List(LibraryColumns.Library).Title, site.Approvers, notes)
            + (waited is null ? "" : " " + waited);
        await lease.EndAsync(lease.Work.Done, new() { Message = message }, cancellationToken);
        log.ReadyForApproval();
    }

    /// <summary>Checks who has approved; then freezes and publishes, or puts the status back.</summary>
    /// <param name="waited">As for <see cref="PrepareAsync"/>.</param>
    public async Task PublishAsync(
        RequestLease lease,
        string? waited,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        // Read once: what has been checked is what is frozen, whatever is written in the row meanwhile.
        var request = lease.Read();
        var history = await RequestHistory.ReadAsync(site, lease.Row.Id, cancellationToken);
        var verdict = ApprovalCheck.Of(request, history, site.Approvers, site.Zone);
        if (verdict.Approval is not { } approval)
        {
            var refused = StatusAnswer.Refused(verdict, RequestState.Of(request), history, site.Approvers);
            await lease.EndAsync(new(refused.Status!.Value, refused.Handled), refused, cancellationToken);
            log.NotApproved(verdict.By?.Email ?? verdict.By?.Name ?? "anyone known", Choice.Text(refused.Status.Value));
            return;
        }
        log.ApprovedBy(approval.Email, approval.At);
        // What the head decided is what stood there when the head approved.
        request = request.WithDecisionsOf(verdict.Row!);
        if (verdict.HandOver is not { } handOver)
        {
            throw new DraftChangedException(
                "Versionshistoriken på raden visar inte när utkastet lämnades för fastställande, så det går inte "
                    + "att se vad som fastställdes. "
                    + "Läs dokumenten, och sätt Fastställd igen."
            );
        }
        var approved = await new FreezeRun(site, lease.RunId, progress).FreezeAsync(
            request,
            approval,
            handOver,
            lease.ConfirmAsync,
            cancellationToken
        );
        var published = await new PublicationRun(site, lease.RunId, progress).PublishAsync(
            approved,
            lease.ConfirmAsync,
            cancellationToken
        );
        var person = await site.PersonAsync(approval.Email, cancellationToken);
        await lease.ConfirmAsync(cancellationToken);
        var isOther = AskedFor.Of(lease.Read()) != AskedFor.Of(request);
        await lease.EndAsync(
            lease.Work.Done,
            // Always, because the row may be changed until this very write.
            OrderOf(request) with
            {
                Message =
                    RequestMessages.Published(approval, published)
                    + (isOther ? "\n" + RequestMessages.OrderRestored : "")
                    + (waited is null ? "" : "\n" + waited),
                ApprovedOn = new(approval.On),
                // Whom the site does not know stands in the message only.
                Approver = person is null ? null : new(person.Id, approval.Name),
                Document = new(RequestMessages.Fits(published.Parts[0].Document)),
                Page = new(RequestMessages.Fits(published.Page)),
            },
            cancellationToken
        );
        log.Published(published.Page);
    }

    /// <summary>What was approved, for a row that may have come to ask for something else meanwhile.</summary>
    private static RequestChange OrderOf(ReviewRequest request) =>
        new()
        {
            Year = request.Origin.WholeYear,
            DocumentType = request.DocumentType.Value ?? DocumentType.ManagementReview,
            Edition = request.Edition.Value ?? Edition.Full,
            FollowUpFrom = new(request.FollowUpFrom.Value),
            FollowUpTo = new(request.FollowUpTo.Value),
            PlanFrom = new(request.PlanFrom.Value),
            PlanTo = new(request.PlanTo.Value),
            DpoReportYear = new(request.DpoReportYear.Value),
            Selection = new(request.Selection),
            Template = new(request.Template),
        };
}
