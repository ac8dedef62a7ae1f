namespace SpLg.LocalSite.Protocol;

/// <summary>
/// Where a request of Graph comes in: sign-in, faults, throttling, body; then one resource answers with the state to
/// itself. A batch sends each of its parts through the same steps.
/// </summary>
internal sealed class GraphEndpoint(Site site, FaultRules faults, ResourceMeter meter)
{
    /// <summary>Graph takes at most 4 MB in a request that is no upload.</summary>
    private const long LargestJson = 4 * 1024 * 1024;

    /// <summary>https://learn.microsoft.com/graph/api/driveitem-put-content</summary>
    private const long LargestUpload = 250 * 1024 * 1024;

    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    public const string Version = "/v1.0";

    public async Task AnswerAsync(HttpContext context)
    {
        var ids = new RequestIds(context, site);
        // Still encoded: an encoded slash must not part segments.
        var target = SiteEndpoints.RawTarget(context);
        GraphAnswer answer;
        try
        {
            answer = await AnswerAsync(context, target[Version.Length..]);
        }
        catch (GraphError error)
        {
            answer = GraphWriter.Error(error, ids);
        }
        catch (DroppedConnectionException)
        {
            context.Abort();
            return;
        }
        catch (FileFault full)
        {
            answer = GraphWriter.Error(GraphError.NoRoom(full.Message), ids);
        }
        // The entry point: a request that was not thought of is answered, not left hanging, and says what went wrong
        // here.
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            answer = GraphWriter.Error(
                GraphError.General($"The local site failed: {e.GetType().Name}: {e.Message}"),
                ids
            );
        }
        await GraphWriter.WriteAsync(context, site, answer, ids);
    }

    /// <summary>An error in Graph's form for an address that is none of Graph v1.0's.</summary>
    public Task RefuseAsync(HttpContext context, GraphError error)
    {
        var ids = new RequestIds(context, site);
        return GraphWriter.WriteAsync(context, site, GraphWriter.Error(error, ids), ids);
    }

    /// <summary>Answers one request or one part of a batch; the address is below the version, still encoded.</summary>
    public async Task<GraphAnswer> AnswerAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        var readable = Uri.UnescapeDataString(request.PathAndQuery);
        var fault = faults.Take(request.Method, readable);
        if (fault?.Delay is { } delay && fault.Kind != FaultKind.HideFreshItems)
            await Task.Delay(delay, site.Clock, cancellationToken);
        if (fault?.Kind == FaultKind.DropBefore)
            throw new DroppedConnectionException();
        // 410 is played by delta itself, which knows the address to go on from.
        if (
            fault is { Kind: FaultKind.Answer, Status: { } status }
            && !(status == 410 && readable.Contains("/delta", StringComparison.OrdinalIgnoreCase))
        )
            throw Throttle.Error(status, fault);
        if (fault?.Kind == FaultKind.Text)
            return new(fault.Status ?? 200)
            {
                Text = fault.Text ?? "",
                Headers = [.. fault.Headers?.Select(h => (h.Key, h.Value)) ?? []],
            };
        var (headers, refused, seconds) = meter.Count(request.Method, readable);
        if (refused)
            throw Throttle.TooMany(seconds);
        if (fault?.Kind == FaultKind.NearRateLimit)
            headers = ResourceMeter.Headers(1250, 200, 30);

        var upload = await ReadUploadAsync(request, cancellationToken);
        var body = upload is null ? await ReadJsonAsync(request, cancellationToken) : null;
        var answer = site.Store.Alone(() => GraphRouter.Answer(Call(request, body, upload, fault)));
        if (answer.ToConvert is { } file)
            await site.Pdf.ConvertAsync(site.Store.Blobs, file.Content, file.FileName, cancellationToken);
        if (fault?.Kind == FaultKind.DropAfter)
            throw new DroppedConnectionException();
        if (fault?.Kind == FaultKind.RepeatItem && answer.Body?["value"] is JsonArray { Count: > 0 } items)
            items.Add(items[0]!.DeepClone());
        if (fault?.Kind == FaultKind.NextLinkToItself && answer.Body?["value"] is JsonArray)
            answer.Body["@odata.nextLink"] = request.Root + request.PathAndQuery;
        return Unchanged(request, answer with { Headers = [.. answer.Headers, .. headers] });
    }

    private async Task<GraphAnswer> AnswerAsync(HttpContext context, string pathAndQuery)
    {
        var token =
            TryToken(context.Request)
            ?? throw new GraphError(401, "InvalidAuthenticationToken", "Access token is empty.");
        if (context.Request.Method == "HEAD")
            throw GraphError.NotServed("HEAD, of which it is not known what the service answers");
        var root = $"{context.Request.Scheme}://{context.Request.Host}{Version}";
        var request = new GraphRequest(
            context.Request.Method,
            pathAndQuery,
            root,
            token,
            name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            context.Request.Body
        );
        if (
            pathAndQuery
                .Split('?')[0]
                .Trim('/')
                .Replace("%24", "$")
                .Equals("$batch", StringComparison.OrdinalIgnoreCase)
        )
        {
            if (context.Request.Method != "POST")
                throw GraphError.WrongMethod(context.Request.Method);
            var body = await ReadJsonAsync(request, context.RequestAborted);
            return await new BatchEndpoint(this, request, new RequestIds(context, site)).AnswerAsync(
                body,
                context.RequestAborted
            );
        }
        return await AnswerAsync(request, context.RequestAborted);
    }

    private GraphCall Call(GraphRequest request, JsonNode? body, Blob? upload, FaultRule? fault)
    {
        var parts = request.PathAndQuery.Split('?', 2);
        var query = QueryOptions.Parse(parts.Length == 1 ? "" : parts[1]);
        return new(
            site,
            request.Method,
            Path: GraphPath.Parse(parts[0]),
            Query: query,
            Root: request.Root,
            Address: request.Root + request.PathAndQuery,
            Actor: Identities.FromToken(site, request.Token),
            Body: body,
            Upload: upload,
            IfMatch: request.Header("If-Match"),
            Prefer: request.Header("Prefer")
        )
        {
            Trick = fault,
        };
    }

    private async Task<Blob?> ReadUploadAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        var path = request.PathAndQuery.Split('?')[0].TrimEnd('/');
        if (request.Method != "PUT" || !path.EndsWith("/content", StringComparison.OrdinalIgnoreCase))
            return null;
        return await site.Store.Blobs.TryWriteAsync(request.Body, LargestUpload, cancellationToken)
            ?? throw new GraphError(
                413,
                "requestEntityTooLarge",
                "The file is larger than 250 MB. Use an upload session."
            );
    }

    private static async Task<JsonNode?> ReadJsonAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        if (request.Method is "GET" or "DELETE")
            return null;
        using var text = new MemoryStream();
        var buffer = new byte[81920];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (text.Length + count > LargestJson)
                throw new GraphError(413, "requestEntityTooLarge", "The request is larger than 4 MB.");
            text.Write(buffer, 0, count);
        }
        if (text.Length == 0)
            return null;
        RequireJsonType(request.Header("Content-Type"));
        try
        {
            return JsonNode.Parse(text.GetBuffer().AsSpan(0, (int)text.Length), documentOptions: NoDuplicates);
        }
        catch (JsonException)
        {
            throw GraphError.Invalid(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format."
            );
        }
    }

    /// <summary>
    /// In the service's words, as people have reported them. https://github.com/microsoftgraph/msgraph-cli/issues/258
    /// </summary>
    private static void RequireJsonType(string? type)
    {
        if (string.IsNullOrWhiteSpace(type))
            throw new GraphError(
                400,
                "BadRequest",
                "Write requests (excluding DELETE) must contain the Content-Type header declaration."
            );
        var name = type.Split(';')[0].Trim();
        var isJson =
            name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        if (!isJson)
            throw new GraphError(400, "BadRequest", "Entity only allows writes with a JSON Content-Type header.");
    }

    /// <summary>
    /// The answer, or 304 for a caller who has it already. https://learn.microsoft.com/graph/api/driveitem-get
    /// </summary>
    private static GraphAnswer Unchanged(GraphRequest request, GraphAnswer answer)
    {
        if (
            request.Method != "GET"
            || answer.Status != 200
            || request.Header("If-None-Match") is not { Length: > 0 } known
        )
            return answer;
        string?[] tags = [Tag(answer, "eTag"), Tag(answer, "@odata.etag"), Tag(answer, "cTag")];
        return tags.Any(tag =>
            tag is not null && (known.Trim() == "*" || known.Contains(tag, StringComparison.OrdinalIgnoreCase))
        )
            ? new(304) { Headers = answer.Headers }
            : answer;
    }

    private static string? Tag(GraphAnswer answer, string name) =>
        answer.Body?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;

    /// <summary>
    /// Any token that is not empty is good: the site is bound to loopback and plays no directory. Null when there is
    /// none.
    /// </summary>
    public static string? TryToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : "";
        return token.Length > 0 ? token : null;
    }
}
