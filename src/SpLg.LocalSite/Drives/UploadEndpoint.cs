using System.Collections.Concurrent;

namespace SpLg.LocalSite.Drives;

/// <summary>
/// The address of an upload session: chunks in order, each but the last a multiple of 320 KiB and below 60 MiB. It
/// belongs to SharePoint, not Graph: its own token opens it, and the last answer has SharePoint's form.
/// https://learn.microsoft.com/graph/api/driveitem-createuploadsession
/// </summary>
internal sealed class UploadEndpoint(Site site, FaultRules faults)
{
    private const long Step = 320 * 1024;
    private const long LargestChunk = 60 * 1024 * 1024;

    private readonly ConcurrentDictionary<Guid, bool> busy = new();

    public async Task AnswerAsync(HttpContext context)
    {
        var ids = new RequestIds(context, site);
        GraphAnswer answer;
        try
        {
            var fault = faults.Take(context.Request.Method, context.Request.Path + context.Request.QueryString);
            if (fault?.Delay is { } delay)
                await Task.Delay(delay, site.Clock, context.RequestAborted);
            if (fault?.Kind == FaultKind.DropBefore)
                throw new DroppedConnectionException();
            if (fault is { Kind: FaultKind.Answer, Status: { } status })
                throw Throttle.Error(status, fault);
            answer = await AnswerAsync(context.Request, context.RequestAborted);
            if (fault?.Kind == FaultKind.DropAfter)
                throw new DroppedConnectionException();
        }
        catch (GraphError error)
        {
            answer = GraphWriter.Error(error, ids);
        }
        catch (FileFault full)
        {
            answer = GraphWriter.Error(GraphError.NoRoom(full.Message), ids);
        }
        catch (DroppedConnectionException)
        {
            context.Abort();
            return;
        }
        await GraphWriter.WriteAsync(context, site, answer, ids);
    }

    private async Task<GraphAnswer> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (
            !Guid.TryParse(request.Query["guid"].ToString().Trim('\''), out var id)
            || !site.IsTempAuth(UploadSessions.Secret(id), request.Query["tempauth"])
        )
            throw new GraphError(401, "unauthenticated", "The upload address is not valid, or no longer.");
        if (site.Options.RefuseBearerOnUpload && request.Headers.Authorization.Count > 0)
            throw new GraphError(
                401,
                "unauthenticated",
                "The upload address carries its own token; no other may be sent."
            );
        if (!busy.TryAdd(id, true))
            throw new GraphError(409, "conflict", "Another chunk of this session is being received.");
        try
        {
            var session = site.Store.Alone(() => site.Store.State.Upload(id));
            if (session is null || session.Expires < site.Clock.GetUtcNow())
                throw GraphError.NotFound("The upload session was not found");
            switch (request.Method)
            {
                case "GET":
                    return new(200, UploadSessions.Status(session));
                case "DELETE":
                    site.Store.Alone(() => Commit(new UploadGone(id)));
                    site.Store.Blobs.DeletePart(id);
                    return GraphAnswer.NoContent();
                case "PUT":
                    return await ReceiveAsync(request, session, cancellationToken);
                case "POST" when session.DeferCommit && session.Received == session.Total:
                    return await FinishAsync(request, session, cancellationToken);
                default:
                    throw GraphError.WrongMethod(request.Method);
            }
        }
        finally
        {
            busy.TryRemove(id, out _);
        }
    }

    private async Task<GraphAnswer> ReceiveAsync(
        HttpRequest request,
        UploadRecord session,
        CancellationToken cancellationToken
    )
    {
        var range = ContentRange.Parse(request.Headers.ContentRange);
        if (range.Length < 1 || range.To >= range.Total || (session.Total is { } total && total != range.Total))
            throw GraphError.Invalid("The Content-Range header does not agree with the upload session.");
        // Already received, or ahead of what is expected: the client must ask for the status and go on from there.
        if (range.From != session.Received)
            throw new GraphError(
                416,
                "invalidRange",
                "The uploaded fragment has already been received, or does not follow the last one."
            );
        var isLast = range.To == range.Total - 1;
        if (range.Length >= LargestChunk)
            throw new GraphError(413, "requestEntityTooLarge", "A fragment must be smaller than 60 MiB.");
        if (!isLast && range.Length % Step != 0)
            throw GraphError.Invalid(
                "The size of a fragment other than the last must be a multiple of 320 KiB (327,680 bytes)."
            );
        if (request.ContentLength is { } length && length != range.Length)
            throw GraphError.Invalid("The Content-Length does not agree with the Content-Range.");
        if (
            await site.Store.Blobs.WritePartAsync(
                session.Id,
                session.Received,
                request.Body,
                range.Length,
                cancellationToken
            ) != range.Length
        )
            throw GraphError.Invalid("The body does not hold as many bytes as the Content-Range says.");

        var received = session with { Received = range.To + 1, Total = range.Total };
        site.Store.Alone(() => Commit(received));
        return isLast && !session.DeferCommit
            ? await FinishAsync(request, received, cancellationToken)
            : new(202, UploadSessions.Status(received));
    }

    private async Task<GraphAnswer> FinishAsync(
        HttpRequest request,
        UploadRecord session,
        CancellationToken cancellationToken
    )
    {
        var content = await site.Store.Blobs.KeepPartAsync(session.Id, cancellationToken);
        var answer = site.Store.Alone(() =>
        {
            var state = site.Store.State;
            var library = state.List(session.ListId) ?? throw GraphError.NotFound();
            var folder = session.Folder is { } unique ? state.Item(unique) ?? throw GraphError.NotFound() : null;
            var root = $"{request.Scheme}://{request.Host}{state.SiteOf(library).Path}/_api/v2.0";
            var call = new GraphCall(
                site,
                Method: "PUT",
                Path: GraphPath.Parse(""),
                Query: QueryOptions.None,
                Root: root,
                Address: root,
                Actor: session.Actor,
                Body: null,
                Upload: null,
                IfMatch: null,
                Prefer: null
            );
            var item = DrivePlace.Child(state, library, folder?.Unique, session.Name);
            var place = new DrivePlace(item, folder, item is null ? [session.Name] : []);
            var (saved, isNew, records) = FileContent.Save(call, library, place, session.Conflict, content);
            site.Store.Commit([.. records, new UploadGone(session.Id)]);
            return new GraphAnswer(isNew ? 201 : 200, InSharePointForm(call, library, saved));
        });
        site.Store.Blobs.DeletePart(session.Id);
        return answer;
    }

    private int Commit(StateRecord record)
    {
        site.Store.Commit(record);
        return 1;
    }

    /// <summary>
    /// Recorded: another context, @content.downloadUrl, and file.irmEnabled, which Graph does not know.
    /// </summary>
    private static JsonObject InSharePointForm(GraphCall call, ListRecord library, ItemRecord item)
    {
        var body = DriveJson.Item(call, library, item, null);
        var address = body["@microsoft.graph.downloadUrl"]!.GetValue<string>();
        body.Remove("@microsoft.graph.downloadUrl");
        body.Insert(0, "@content.downloadUrl", address);
        body.Insert(0, "@odata.context", $"{call.Root}/$metadata#items/$entity");
        body["file"]!["irmEnabled"] = false;
        return body;
    }
}
