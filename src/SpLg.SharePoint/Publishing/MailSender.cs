using System.Net;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// Sends mail from one mailbox. Needs the application permission Mail.Send.
/// https://learn.microsoft.com/graph/api/user-sendmail
/// </summary>
/// <param name="from">The mailbox: user principal name or id.</param>
public sealed class MailSender(GraphClient graph, string from)
{
    /// <summary>Sends one mail; when the answer is lost it is not sent again, and the exception says so.</summary>
    /// <param name="text">Plain text.</param>
    public async Task SendAsync(
        IReadOnlyList<string> to,
        string subject,
        string text,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(to.Count, nameof(to));
        SendMailPostRequestBody Body() =>
            new()
            {
                Message = new()
                {
                    Subject = subject,
                    Body = new() { ContentType = BodyType.Text, Content = text },
                    ToRecipients =
                    [
                        .. to.Select(address => new Recipient { EmailAddress = new() { Address = address } }),
                    ],
                },
                SaveToSentItems = false,
            };
        try
        {
            await graph.DoAsync(
                (call, token) => graph.Api.Users[from].SendMail.PostAsync(Body(), call.On, token),
                cancellationToken
            );
        }
        // Advice on a site's rights and addresses would not help with a mailbox.
        catch (AccessDeniedException e) when (e.Status == HttpStatusCode.Forbidden)
        {
            var advice =
                $"The application may not send mail from {from}. It needs the application permission Mail.Send with admin consent; "
                + "an Exchange administrator may have limited it to other mailboxes.";
            throw new AccessDeniedException(e.Error, advice, e);
        }
        catch (NotFoundException e)
        {
            throw new NotFoundException(
                e.Error,
                $"There is no mailbox {from}. Check the address that mail is sent from in the settings.",
                e
            );
        }
    }
}
