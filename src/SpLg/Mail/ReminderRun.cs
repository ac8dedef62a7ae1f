using SpLg.Core.Mail;

namespace SpLg.Mail;

/// <summary>
/// Reminds each person who answers for actions of those that are late or due soon: one mail a person and day, from one
/// of the workers. Who has got one is kept in a file, so that a run that was broken off goes on where it was.
/// </summary>
/// <param name="mailbox">Of mail alone: a mailbox that is busy must not make the site's own calls wait.</param>
/// <param name="from">The mailbox it is sent from.</param>
/// <param name="coordinator">Told whom no mail can reach; null tells the log only.</param>
/// <param name="worker">The worker's name.</param>
/// <param name="statePath">Losing the file leaves the rest of the day's reminders unsent, for nobody knows then who has
/// got one.</param>
internal sealed class ReminderRun(
    OpenSite site,
    GraphClient mailbox,
    string from,
    string? coordinator,
    string worker,
    string statePath,
    TimeProvider clock,
    ILogger log
)
{
    private const string Unreached = "unreached";

    /// <summary>
    /// How long the calendar may be kept waiting by a mailbox that does not answer; real time. Longer than the service
    /// usually asks a sender to wait.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <param name="day">The day they were due, which may be a while ago when no worker was up.</param>
    /// <exception cref="GraphException">Not all could be sent now; what is left is sent when it is run again for the
    /// day.</exception>
    /// <exception cref="TimeoutException">The mailbox did not answer; the rest is sent when it is run again for the
    /// day.</exception>
    public async Task SendAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var sent = Load(day);
        if (await new ReminderTurn(site).TakeAsync(day, $"{worker} {sent.Mark}", cancellationToken) is (false, _))
        {
            log.RemindedByAnother();
            return;
        }
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Zone).DateTime);
        var due = ReminderMessage.Due(await ActionsAsync(cancellationToken), today);
        var people = due.Any(a => a.Responsible is not null) ? await site.Reader.PeopleAsync(cancellationToken) : null;
        var unreached = new List<(string, int)>();
        // A person whose account was made anew has several ids and one address, and gets one mail all the same.
        foreach (
            var of in due.Where(a => a.Responsible is not null)
                .GroupBy(a => PersonOf(a)?.Email ?? NameOf(a), StringComparer.OrdinalIgnoreCase)
        )
        {
            if (PersonOf(of.First()) is { Email: { } address } person)
                await SendAsync(
                    address,
                    address,
                    ReminderMessage.Of(person.Name, site.Site.Name, [.. of], today),
                    sent,
                    cancellationToken
                );
            else
                unreached.Add((of.Key, of.Count()));
        }
        log.Reminded(due.Count, sent.Sent.Count);
        var rest = ReminderMessage.OfUnreached(site.Site.Name, unreached, due.Count(a => a.Responsible is null));
        if (rest is not null && coordinator is not null)
            await SendAsync(Unreached, coordinator, rest, sent, cancellationToken);
        else if (rest is not null)
            log.NobodyToRemind(unreached.Count, due.Count(a => a.Responsible is null));

        Person? PersonOf(ActionItem action) => action.Responsible!.Id is { } id ? people?.GetValueOrDefault(id) : null;

        string NameOf(ActionItem action) =>
            PersonOf(action)?.Name
            ?? action.Responsible!.Text
            ?? string.Create(CultureInfo.InvariantCulture, $"Person {action.Responsible.Id}");
    }

    /// <param name="key">What the file calls the mail.</param>
    private async Task SendAsync(
        string key,
        string to,
        Message message,
        ReminderState sent,
        CancellationToken cancellationToken
    )
    {
        if (sent.Sent.Contains(key))
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await new MailSender(mailbox, from).SendAsync([to], message.Subject, message.Text, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // It may have been taken all the same, and a second mail is worse than none.
            Keep(sent, key);
            var words = string.Create(
                CultureInfo.InvariantCulture,
                $"the mailbox has not taken the reminder to {to} within {Patience.TotalSeconds:0} s; that one is not sent again today"
            );
            throw new TimeoutException(words, e);
        }
        catch (GraphException e) when (!e.MayPass)
        {
            // An address that is not taken is no reason to leave the others without word.
            log.NotReminded(to, e.Message);
            return;
        }
        Keep(sent, key);
    }

    private void Keep(ReminderState sent, string key)
    {
        sent.Sent.Add(key);
        StateFile.Save(statePath, sent);
    }

    /// <summary>
    /// What has been sent for the day; on the disk before anything else is done, so that this worker knows the day that
    /// it takes.
    /// </summary>
    private ReminderState Load(DateOnly day)
    {
        if (StateFile.TryLoad<ReminderState>(statePath) is { Sent: not null, Mark: not null } state && state.Day == day)
            return state;
        var anew = new ReminderState(day, Guid.NewGuid().ToString("N")[..8], []);
        StateFile.Save(statePath, anew);
        return anew;
    }

    private async Task<IReadOnlyList<ActionItem>> ActionsAsync(CancellationToken cancellationToken)
    {
        var schema = site.Schema.List(ActionItem.List);
        var actions = new List<ActionItem>();
        await foreach (var row in site.Reader.RowsAsync(site.List(ActionItem.List), schema, cancellationToken))
            actions.Add(ActionItem.Read(new RowReader(schema, row, site.Zone, [])));
        return actions;
    }
}
