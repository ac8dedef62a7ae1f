namespace SpLg.Requests;

/// <summary>
/// A request that this run holds. Every write carries If-Match; when somebody has written in between, the row is read
/// again and obeyed: still ours, then the write is repeated; not ours, then the run ends.
/// </summary>
internal sealed class RequestLease : IDisposable
{
    /// <summary>
    /// Somebody who types in the row all the time is no reason to hang; five collisions in a row are.
    /// </summary>
    private const int Attempts = 5;

    /// <summary>Each write is a version in the row's history, which people read.</summary>
    private static readonly TimeSpan MostOften = TimeSpan.FromSeconds(4);

    /// <summary>Over before anybody has read of it.</summary>
    private static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooksAtRest = TimeSpan.FromSeconds(1);

    private readonly OpenSite site;
    private readonly ListHeader list;
    private readonly ListSchema schema;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim oneWrite = new(1, 1);
    private readonly ReviewStatus before;
    private readonly ReviewStatus during;
    private AskedFor? asked;
    private string? told;

    /// <param name="row">As it was listed; nothing is written before <see cref="TryTakeAsync"/>.</param>
    /// <param name="work">What is to be done with it.</param>
    public RequestLease(OpenSite site, ListRow row, WorkRule work, string runId, TimeProvider clock)
    {
        this.site = site;
        this.clock = clock;
        Work = work;
        list = site.List(ReviewRequest.List);
        schema = site.Schema.List(ReviewRequest.List);
        Row = row;
        RunId = runId;
        var status = Read().Status.Value ?? work.Again;
        before = StatusTable.Of(status).HandedBackAs ?? status;
        during = work.During ?? before;
    }

    /// <summary>The row as last written or read.</summary>
    public ListRow Row { get; private set; }

    /// <summary>What is being done with it.</summary>
    public WorkRule Work { get; }

    public string RunId { get; }

    /// <summary>True when the last write has been made, and the request is nobody's.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>
    /// What the request is to tell while it is worked on; written by <see cref="KeepAliveAsync"/>. Null leaves what it
    /// tells.
    /// </summary>
    public string? Progress { get; set; }

    /// <summary>The request as it now is.</summary>
    public ReviewRequest Read() => RequestRows.Read(site, Row);

    /// <param name="message">What the request tells while it is worked on; null leaves what it tells.</param>
    /// <returns>False when somebody else was quicker, or the request has been deleted.</returns>
    public async Task<bool> TryTakeAsync(string? message, CancellationToken cancellationToken)
    {
        var taken = new RequestChange
        {
            RunId = new(RunId),
            Message = message,
            Status = Work.During,
        };
        try
        {
            await RequestRows.ChangeAsync(site, site.Writer, Row.Id, Stamped(taken), Row.ETag, cancellationToken);
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
            asked = AskedFor.Of(Read());
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
    }

    /// <summary>Gives the request back as it was asked for, so that any worker takes it up at once.</summary>
    /// <exception cref="LeaseLostException">It is not this run's.</exception>
    public async Task HandBackAsync(string message, CancellationToken cancellationToken)
    {
        await ConfirmAsync(cancellationToken);
        await EndAsync(new(before, Handled: null), new() { Message = message }, cancellationToken);
    }

    /// <summary>The one write that lets the request go, with all that it then tells.</summary>
    /// <param name="told">What the request then tells, and other columns.</param>
    /// <exception cref="LeaseLostException">It is not this run's, any more.</exception>
    public Task EndAsync(RequestEnd end, RequestChange told, CancellationToken cancellationToken) =>
        WriteAsync(
            told with
            {
                Status = end.Status,
                Handled = end.Handled,
                RunId = new(null),
                ApprovedOn = StatusTable.Of(end.Status).EmptiesApproval ? new(null) : told.ApprovedOn,
            },
            isLast: true,
            cancellationToken
        );

    /// <summary>Tells something on the request, which stays this run's.</summary>
    /// <exception cref="LeaseLostException">It is not this run's, any more.</exception>
    public Task TellAsync(string message, CancellationToken cancellationToken) =>
        WriteAsync(new() { Message = message }, isLast: false, cancellationToken);

    /// <summary>Looks whether the request is still this run's, before something that cannot be undone.</summary>
    /// <exception cref="LeaseLostException">It is not, any more.</exception>
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

    /// <summary>
    /// Keeps the claim alive and what it tells up to date, until cancelled; ends with <see cref="LeaseLostException"/>
    /// when it is lost.
    /// </summary>
    /// <param name="lease">After how long others take over.</param>
    public async Task KeepAliveAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var every = lease / 3 < MostOften ? lease / 3 : MostOften;
        var lastWrite = clock.GetTimestamp();
        while (true)
        {
            await Task.Delay(every, clock, cancellationToken);
            var news = Progress is { } progress && progress != told ? progress : null;
            if (news is null && clock.GetElapsedTime(lastWrite) < lease / 3)
                continue;
            await WriteAsync(new() { Message = news }, isLast: false, cancellationToken);
            told = news ?? told;
            lastWrite = clock.GetTimestamp();
        }
    }

    /// <summary>Tells people of every longer rest that SharePoint asks for, until cancelled.</summary>
    /// <param name="log">Told when a rest cannot be told.</param>
    public async Task TellRestsAsync(ILogger log, CancellationToken cancellationToken)
    {
        var until = DateTimeOffset.MinValue;
        while (true)
        {
            await Task.Delay(BetweenLooksAtRest, clock, cancellationToken);
            var now = clock.GetUtcNow();
            if (site.Graph.Rest < ShortRest || now + site.Graph.Rest < until + ShortRest)
                continue;
            until = now + site.Graph.Rest;
            try
            {
                await TellRestAsync(until, cancellationToken);
            }
            catch (GraphException e)
            {
                log.RestNotTold(e.Message);
            }
        }
    }

    /// <summary>Says until when all calls rest, at once and past those that are waiting.</summary>
    /// <remarks>Another write of this run then finds the row changed, reads it and writes again.</remarks>
    public async Task TellRestAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var resting = new RequestChange
        {
            Message = RequestMessages.Resting(TimeZoneInfo.ConvertTime(until, site.Zone)),
        };
        await site.Writer.UpdateWhileRestingAsync(list, schema, Row.Id, resting.Columns(), Row.ETag, cancellationToken);
        told = null;
    }

    public void Dispose() => oneWrite.Dispose();

    private bool IsOurs =>
        Read() is var request && request.Status.Value == during && request.RunId == RunId && !IsOther;

    /// <summary>
    /// A person has corrected what is asked for: the run ends, and the worker, on whose name the request stands, takes
    /// it up again as it now is.
    /// </summary>
    private bool IsOther => Work.FollowsOrder && asked is not null && asked != AskedFor.Of(Read());

    private async Task WriteAsync(RequestChange change, bool isLast, CancellationToken cancellationToken)
    {
        await oneWrite.WaitAsync(cancellationToken);
        try
        {
            if (HasEnded)
                return;
            // What was written last, by anybody, may have been read with an earlier write.
            if (asked is not null && !IsOurs)
                throw Lost();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Row = await RequestRows.ChangeAsync(
                        site,
                        site.Writer,
                        Row.Id,
                        Stamped(change),
                        Row.ETag,
                        cancellationToken
                    );
                    break;
                }
                catch (ChangedMeanwhileException) when (attempt < Attempts)
                {
                    await RefreshAsync(cancellationToken);
                    if (isLast && IsWritten(change))
                        break;
                    if (!IsOurs)
                        throw Lost();
                }
                catch (NotFoundException)
                {
                    throw Deleted();
                }
            }
            HasEnded = isLast;
        }
        finally
        {
            oneWrite.Release();
        }
    }

    /// <summary>
    /// Our own last write was carried out although its answer was lost: nobody has the request, and it says what we
    /// were to say.
    /// </summary>
    private bool IsWritten(RequestChange change)
    {
        var row = Read();
        return row.RunId is null
            && row.Status.Value == change.Status
            && (change.Handled is null || StatusTable.Handled(row.Handled) == change.Handled)
            && (change.Message is null || Lines(row.Message) == Lines(change.Message));
    }

    /// <summary>SharePoint may give line breaks back as it keeps them, and a reader leaves out space at the ends.</summary>
    private static string Lines(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    private RequestChange Stamped(RequestChange change) => change with { LastRunOn = clock.GetUtcNow() };

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

    private LeaseLostException Deleted() => new($"request {Row.Id} has been deleted");

    private LeaseLostException Lost()
    {
        if (IsOther)
            return new($"request {Row.Id} asks for something else now");
        var request = Read();
        // What anybody can type is no business of a log.
        var status = request.Status.Value is { } known ? $"'{Choice.Text(known)}'" : "an unknown status";
        return new($"request {Row.Id} is now {status}{(request.RunId is null ? "" : " with another run")}");
    }
}
