using System.Globalization;
using SpLg.Core.Lists;
using SpLg.Core.Mail;
using SpLg.Core.Rows;
using SpLg.Running;
using SpLg.SharePoint;
using SpLg.SharePoint.Publishing;

namespace SpLg.Mail;

/// <summary>
/// Reminds each person who answers for actions of those that are late or due soon: one mail a person and day. Who has got one
/// today is kept in a file, so that a run that was broken off goes on where it was.
/// </summary>
/// <param name="mailbox">Of mail alone: a mailbox that is busy must not make the site's own calls wait.</param>
/// <param name="from">The mailbox it is sent from.</param>
/// <param name="coordinator">Told whom no mail can reach; null tells the log only.</param>
internal sealed class ReminderRun(OpenSite site, GraphClient mailbox, string from, string? coordinator, string statePath, TimeProvider clock, IProgress<string> log)
{
    private const string Unreached = "unreached";

    /// <exception cref="GraphException">Not all could be sent now; what is left is sent when it is run again the same day.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Zone).DateTime);
        var due = ReminderMessage.Due(await ActionsAsync(cancellationToken), today);
        var people = due.Any(a => a.Responsible is not null) ? await site.Reader.PeopleAsync(cancellationToken) : null;
        var sent = Sent(today);
        var unreached = new List<(string, int)>();
        foreach (var of in due.Where(a => a.Responsible is not null).GroupBy(a => a.Responsible!.Id))
        {
            var person = of.Key is { } id ? people?.GetValueOrDefault(id) : null;
            var name = person?.Name ?? of.First().Responsible!.Text ?? string.Create(CultureInfo.InvariantCulture, $"Person {of.Key}");
            if (person?.Email is { } address)
                await SendAsync(address, address, ReminderMessage.Of(name, [.. of], today), sent, cancellationToken);
            else
                unreached.Add((name, of.Count()));
        }
        log.Report($"reminders: {due.Count} actions are late or due soon; {sent.Sent.Count} people have been reminded today");
        var rest = ReminderMessage.OfUnreached(unreached, due.Count(a => a.Responsible is null));
        if (rest is not null && coordinator is not null)
            await SendAsync(Unreached, coordinator, rest, sent, cancellationToken);
        else if (rest is not null)
            log.Report($"reminders: {unreached.Count} responsible without an address, {due.Count(a => a.Responsible is null)} actions without anybody responsible, and Mail:Coordinator is not set");
    }

    /// <param name="key">What the file calls the mail.</param>
    private async Task SendAsync(string key, string to, Message message, ReminderState sent, CancellationToken cancellationToken)
    {
        if (sent.Sent.Contains(key))
            return;
        try
        {
            await new MailSender(mailbox, from).SendAsync([to], message.Subject, message.Text, cancellationToken);
        }
        catch (GraphException e) when (!e.MayPass)
        {
            // An address that is not taken is no reason to leave the others without word.
            log.Report($"reminders: {to} was not reached: {e.Message}");
            return;
        }
        sent.Sent.Add(key);
        StateFile.Save(statePath, sent);
    }

    private ReminderState Sent(DateOnly today) => StateFile.TryLoad<ReminderState>(statePath) is { Sent: not null } state && state.Day == today ? state : new(today, []);

    private async Task<IReadOnlyList<ActionItem>> ActionsAsync(CancellationToken cancellationToken)
    {
        var schema = site.Schema.List(ActionItem.List);
        var actions = new List<ActionItem>();
        await foreach (var row in site.Reader.RowsAsync(site.List(ActionItem.List), schema, cancellationToken))
            actions.Add(ActionItem.Read(new RowReader(schema, row, site.Zone, [])));
        return actions;
    }
}
