using System.Net;
using Microsoft.Graph.Drives.Item.Items.Item;
using Microsoft.Graph.Drives.Item.Items.Item.Checkin;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// A file's way through check-out and check-in, which is Graph's only way to a version with a comment and to a
/// published one. https://learn.microsoft.com/graph/api/driveitem-checkout, driveitem-checkin,
/// driveitem-discardcheckout
/// </summary>
internal sealed class CheckedOutFile(GraphClient graph, DriveItemItemRequestBuilder file)
{
    private static readonly TimeSpan DiscardLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// True when the check-out was made here. Only then is it discarded after a fault: with its rights the application
    /// could discard another's too, and lose what they wrote.
    /// </summary>
    public bool IsOurs { get; private set; }

    public Task<FileState> StateAsync(CancellationToken cancellationToken) =>
        graph.AskAsync(
            (call, token) =>
                file.GetAsync(
                    request =>
                    {
                        call.On(request);
                        request.QueryParameters.Select = FileState.Selected;
                    },
                    token
                ),
            FileState.Of,
            cancellationToken
        );

    /// <summary>
    /// Checks the file out, or takes up a check-out of this application that an earlier run left behind.
    /// </summary>
    /// <returns>The file as it is now that nobody else can write it.</returns>
    /// <exception cref="GraphException">With status 423 when somebody else has it.</exception>
    public async Task<FileState> CheckOutAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Idempotent: checking out one's own check-out changes nothing.
            await graph.DoAsync(
                (call, token) => file.Checkout.PostAsync(call.On, token),
                cancellationToken,
                new() { IsRepeatable = true }
            );
        }
        catch (GraphException refused) when (IsAnswer(refused))
        {
            var now = await StateAsync(cancellationToken);
            if (!now.IsCheckedOut)
                throw;
            if (now.CheckedOutBy is not { IsApplication: true })
                throw GraphFault.ToException(refused.Error with { Status = HttpStatusCode.Locked }, refused);
            // Should it be another application's, the first write fails with 423.
            return now;
        }
        catch (OperationCanceledException)
        {
            // Cancelled while waiting, so the check-out may have happened: remember that it is ours so that it can be
            // undone.
            IsOurs = await IsTheApplicationsAsync();
            throw;
        }

        IsOurs = true;
        return await StateAsync(cancellationToken);
    }

    /// <param name="before">The file while checked out.</param>
    /// <param name="comment">Shown in the version history.</param>
    public async Task CheckInAsync(FileState before, string comment, bool publish, CancellationToken cancellationToken)
    {
        try
        {
            // A repetition does no harm, because a file that is checked in cannot be checked in again; see below.
            await graph.DoAsync(
                (call, token) =>
                    file.Checkin.PostAsync(
                        new CheckinPostRequestBody
                        {
                            Comment = comment,
                            CheckInAs = publish ? "published" : "unspecified",
                        },
                        call.On,
                        token
                    ),
                cancellationToken,
                new() { IsRepeatable = true }
            );
        }
        catch (GraphException refused) when (IsAnswer(refused))
        {
            // Refused because it was done already, and only the answer was lost? Then the version is another.
            var now = await StateAsync(cancellationToken);
            if (
                !refused.AfterLostAnswer
                || now.ETag == before.ETag
                || (!now.IsCheckedOut && publish && !now.IsPublished)
            )
                throw;
        }
    }

    /// <summary>Back to the last version, whatever was written since the check-out.</summary>
    public Task DiscardAsync(CancellationToken cancellationToken) =>
        graph.DoAsync(
            (call, token) => file.DiscardCheckout.PostAsync(call.On, token),
            cancellationToken,
            new() { IsRepeatable = true }
        );

    /// <summary>
    /// Gives the file free after a fault, so that people are not locked out until the next run. When even that fails
    /// nothing is told: what matters to the caller is why the write failed, and the next run takes the check-out up.
    /// </summary>
    public async Task TryDiscardAsync()
    {
        using var limit = new CancellationTokenSource(DiscardLimit);
        try
        {
            await DiscardAsync(limit.Token);
        }
        catch (Exception late) when (late is GraphException or OperationCanceledException)
        {
            // See above.
        }
    }

    private async Task<bool> IsTheApplicationsAsync()
    {
        using var limit = new CancellationTokenSource(DiscardLimit);
        try
        {
            return (await StateAsync(limit.Token)).CheckedOutBy is { IsApplication: true };
        }
        catch (Exception late) when (late is GraphException or OperationCanceledException)
        {
            // As for the discarding itself.
            return false;
        }
    }

    // Faults of sign-in, missing files and throttling say nothing about the check-out.
    private static bool IsAnswer(GraphException fault) =>
        fault is not (AccessDeniedException or NotFoundException or ThrottledException)
        && (fault.Status is not null || fault.AfterLostAnswer);
}
