using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.Running;
using SpLg.SharePoint;
using SpLg.SharePoint.Reading;

namespace SpLg.Worker;

/// <summary>
/// A request that this run holds. Every write carries If-Match; when somebody has written in between, the row is read
/// again and obeyed: still ours, then the write is repeated; not ours, then the run ends.
/// </summary>
internal sealed class Claim : IDisposable
{
    /// <summary>Somebody who types in the row all the time is no reason to hang; five collisions in a row are.</summary>
    private const int Attempts = 5;

    private readonly OpenSite site;
    private readonly ListHeader list;
    private readonly ListSchema schema;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim oneWrite = new(1, 1);
    private readonly string before;

    /// <param name="row">As it was listed; nothing is written before <see cref="TryTakeAsync"/>.</param>
    public Claim(OpenSite site, ListRow row, string runId, TimeProvider clock)
    {
        this.site = site;
        this.clock = clock;
        list = site.List(Core.Rows.ReviewRequest.List);
        schema = site.Schema.List(Core.Rows.ReviewRequest.List);
        Row = row;
        RunId = runId;
        before = RequestState.Of(row).Status is { } status and not ReviewStatus.Reading ? Choice.Text(status) : Choice.Text(ReviewStatus.Requested);
    }

    /// <summary>The row as last written or read.</summary>
    public ListRow Row { get; private set; }

    public string RunId { get; }

    /// <param name="message">What the request tells while it is worked on.</param>
    /// <returns>False when somebody else was quicker, or the request has been deleted.</returns>
    public async Task<bool> TryTakeAsync(string message, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Status"] = Choice.Text(ReviewStatus.Reading),
            ["RunId"] = RunId,
            ["Message"] = message,
        };
        try
        {
            await site.Writer.UpdateAsync(list, schema, Row.Id, Stamped(values), Row.ETag, cancellationToken);
        }
        catch (ChangedMeanwhileException)
        {
            // Either somebody was quicker, or our own write was carried out and only its answer lost: the row tells.
        }
        catch (NotFoundException)
        {
            return false;
        }
        try
        {
            await ConfirmAsync(cancellationToken);
            return true;
        }
        catch (ClaimLostException)
        {
            return false;
        }
    }

    /// <summary>Gives the request back as it was asked for, so that any worker takes it up at once.</summary>
    /// <exception cref="ClaimLostException">It is not this run's.</exception>
    public async Task HandBackAsync(string message, CancellationToken cancellationToken)
    {
        await ConfirmAsync(cancellationToken);
        await WriteAsync(new(StringComparer.Ordinal) { ["Status"] = before, ["RunId"] = null, ["Message"] = message }, cancellationToken);
    }

    /// <summary>Writes to the request as long as it is this run's.</summary>
    /// <exception cref="ClaimLostException">It is not, any more.</exception>
    public async Task WriteAsync(Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        await oneWrite.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Row = await site.Writer.UpdateAsync(list, schema, Row.Id, Stamped(values), Row.ETag, cancellationToken);
                    return;
                }
                catch (ChangedMeanwhileException) when (attempt < Attempts)
                {
                    await RefreshAsync(cancellationToken);
                    if (!IsOurs && !IsWritten(values))
                        throw Lost();
                }
                catch (NotFoundException)
                {
                    throw Deleted();
                }
            }
        }
        finally
        {
            oneWrite.Release();
        }
    }

    /// <summary>Looks whether the request is still this run's, before something that cannot be undone.</summary>
    /// <exception cref="ClaimLostException">It is not, any more.</exception>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        await oneWrite.WaitAsync(cancellationToken);
        try
        {
            await RefreshAsync(cancellationToken);
            if (!IsOurs)
                throw Lost();
        }
        finally
        {
            oneWrite.Release();
        }
    }

    /// <summary>Keeps the claim alive until cancelled; ends with <see cref="ClaimLostException"/> when it is lost.</summary>
    public async Task KeepAliveAsync(TimeSpan every, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(every, clock, cancellationToken);
            await WriteAsync(new(StringComparer.Ordinal), cancellationToken);
        }
    }

    public void Dispose() => oneWrite.Dispose();

    private bool IsOurs => RequestState.Of(Row) is { Status: ReviewStatus.Reading } state && state.RunId == RunId;

    /// <summary>Our own write was carried out although its answer was lost: same run, and the status it was to set.</summary>
    private bool IsWritten(Dictionary<string, object?> values) =>
        RequestState.Of(Row) is { Status: { } status } state && state.RunId == RunId
        && values.TryGetValue("Status", out var written) && Choice.Text(status).Equals(written);

    private Dictionary<string, object?> Stamped(Dictionary<string, object?> values) =>
        new(values, StringComparer.Ordinal) { ["LastRunOn"] = clock.GetUtcNow() };

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            Row = await site.Reader.RowAsync(list, schema, Row.Id, cancellationToken);
        }
        catch (NotFoundException)
        {
            throw Deleted();
        }
    }

    private ClaimLostException Deleted() => new($"request {Row.Id} has been deleted");

    private ClaimLostException Lost()
    {
        var state = RequestState.Of(Row);
        return new($"request {Row.Id} is now '{(state.Status is { } status ? Choice.Text(status) : "")}' with run '{state.RunId}'");
    }
}
