namespace SpLg.SharePoint.Publishing;

/// <summary>Sends mail from one mailbox. Needs the application permission Mail.Send. https://learn.microsoft.com/graph/api/user-sendmail</summary>
/// <param name="from">The mailbox: user principal name or id.</param>
public sealed class MailSender(GraphClient graph, string from)
{
    /// <param name="text">Plain text.</param>
    public Task SendAsync(IReadOnlyList<string> to, string subject, string text, CancellationToken cancellationToken) => throw new NotSupportedException($"{graph.Zone.Id} {from} {subject}");
}
