using SpLg.Core.Mail;

namespace SpLg.Mail;

/// <summary>
/// Tells people by mail what the worker has written on a request, after it has been written. A mail is sent once or,
/// when the worker is killed in between or the service refuses, not at all: the request itself always says the same.
/// </summary>
/// <param name="mailbox">Of mail alone: a mailbox that is busy must not make the site's own calls wait.</param>
internal sealed class RequestMail(OpenSite site, GraphClient mailbox, MailSettings settings, ILogger log)
{
    /// <summary>How long the next request may be kept waiting by a mailbox that does not answer; real time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <param name="before">What the request was when it was taken up.</param>
    /// <param name="after">What the worker has made of it.</param>
    public async Task TellAsync(ReviewRequest before, ReviewRequest after, CancellationToken cancellationToken)
    {
        if (settings.From is not { } from)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var to = await RecipientsAsync(before, after, cancellationToken);
            if (to.Count == 0)
            {
                log.NobodyToTell();
                return;
            }
            var message = RequestMessage.Of(after, site.Site.Name);
            limit.CancelAfter(Patience);
            await new MailSender(mailbox, from).SendAsync(to, message.Subject, message.Text, limit.Token);
            log.ToldByMail(to.Count, after.Status.ToString());
        }
        catch (GraphException e)
        {
            log.MailNotSent(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.MailNotSent(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the mailbox has not taken it within {Patience.TotalSeconds:0} s."
                )
            );
        }
    }

    /// <summary>The addresses of those whom the table names.</summary>
    private async Task<IReadOnlyList<string>> RecipientsAsync(
        ReviewRequest before,
        ReviewRequest after,
        CancellationToken cancellationToken
    )
    {
        var told = StatusTable.ToldByMail(before, after);
        if (told == MailTo.Approvers)
            return site.Approvers;
        var changes = (await RequestHistory.ReadAsync(site, after.Origin.Id, cancellationToken)).Changes;
        string?[] all =
        [
            told.HasFlag(MailTo.Setter) ? Setter(s => s == before.Status.Value) : null,
            told.HasFlag(MailTo.Asker)
                ? Setter(s => s is { } status && StatusTable.IsOrder(status)) ?? settings.Coordinator
                : null,
        ];
        return [.. all.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

        string? Setter(Predicate<ReviewStatus?> set) =>
            changes.FirstOrDefault(c => set(c.Status) && c.By is { IsApplication: false, Email: not null })?.By.Email;
    }
}
