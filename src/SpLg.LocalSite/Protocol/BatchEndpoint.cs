namespace SpLg.LocalSite.Protocol;

/// <summary>
/// <c>$batch</c>: at most 20 parts with ids of their own, each answered by itself inside a 200; a part whose
/// <c>dependsOn</c> failed is 424. https://learn.microsoft.com/graph/json-batching
/// </summary>
internal sealed class BatchEndpoint(GraphEndpoint endpoint, GraphRequest outer, RequestIds ids)
{
    private const int Most = 20;

    public async Task<GraphAnswer> AnswerAsync(JsonNode? body, CancellationToken cancellationToken)
    {
        var parts = Read(body);
        var answers = new Dictionary<string, GraphAnswer>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            answers[part.Id] = part.DependsOn.Any(d => answers[d].Status >= 400)
                ? GraphWriter.Error(
                    new(424, "FailedDependency", "The request failed because a request it depends on failed."),
                    ids
                )
                : await AnswerAsync(part, cancellationToken);
        }
        // The service gives no order; the reverse one shows a client that relies on the order asked in.
        var shown = parts.Reverse().Select(p => Show(p.Id, answers[p.Id]));
        return GraphAnswer.Ok(new() { ["responses"] = new JsonArray([.. shown]) });
    }

    private async Task<GraphAnswer> AnswerAsync(Part part, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(part.Body);
        try
        {
            return await endpoint.AnswerAsync(
                new(
                    part.Method,
                    part.Url,
                    outer.Root,
                    outer.Token,
                    name => part.Headers.GetValueOrDefault(name.ToLowerInvariant()),
                    content
                ),
                cancellationToken
            );
        }
        catch (GraphError error)
        {
            return GraphWriter.Error(error, ids);
        }
    }

    private static JsonObject Show(string id, GraphAnswer answer)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in GraphWriter.Headers(answer))
            headers[name] = value;
        var shown = new JsonObject
        {
            ["id"] = id,
            ["status"] = answer.Status,
            ["headers"] = headers,
        };
        if (answer.Body is { } body)
            shown["body"] = body;
        return shown;
    }

    private static IReadOnlyList<Part> Read(JsonNode? body)
    {
        if ((body as JsonObject)?["requests"] is not JsonArray { Count: > 0 } requests)
            throw new GraphError(400, "BadRequest", "Invalid batch payload format.");
        if (requests.Count > Most)
            throw new GraphError(
                400,
                "BadRequest",
                $"Number of batch request steps exceeds the maximum value of {Most}."
            );
        var parts = requests
            .Select(r =>
                Part.Read(r as JsonObject ?? throw new GraphError(400, "BadRequest", "Invalid batch payload format."))
            )
            .ToList();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            // A part may depend on earlier ones only; on an unknown or later one the whole batch is refused.
            if (part.DependsOn.FirstOrDefault(d => !known.Contains(d)) is { } missing)
                throw new GraphError(
                    400,
                    "BadRequest",
                    $"Request '{part.Id}' depends on '{missing}', which is not an earlier request of the batch."
                );
            if (!known.Add(part.Id))
                throw new GraphError(400, "BadRequest", $"Request Id '{part.Id}' has to be unique in a batch.");
        }
        return parts;
    }

    private sealed record Part(
        string Id,
        string Method,
        string Url,
        IReadOnlyDictionary<string, string> Headers,
        byte[] Body,
        IReadOnlyList<string> DependsOn
    )
    {
        public static Part Read(JsonObject request)
        {
            if (
                GraphCall.Text(request, "id") is not { Length: > 0 } id
                || GraphCall.Text(request, "method") is not { } method
                || GraphCall.Text(request, "url") is not { } url
            )
                throw new GraphError(400, "BadRequest", "Each batch request needs an id, a method and a url.");
            // Addresses are relative to the version; a whole one is no part of a batch.
            if (url.Contains("://", StringComparison.Ordinal) && url.IndexOf("://", StringComparison.Ordinal) < 8)
                throw new GraphError(400, "BadRequest", $"The url of request '{id}' must be relative.");
            var headers = (request["headers"] as JsonObject ?? []).ToDictionary(
                h => h.Key.ToLowerInvariant(),
                h => h.Value?.ToString() ?? "",
                StringComparer.Ordinal
            );
            var dependsOn = (request["dependsOn"] as JsonArray ?? []).Select(d => d?.ToString() ?? "").ToList();
            return new(
                id,
                method.ToUpperInvariant(),
                "/" + url.TrimStart('/'),
                headers,
                Content(id, request["body"], headers),
                dependsOn
            );
        }

        /// <summary>A JSON body is given as JSON, anything else in base64; JSON needs its content type.</summary>
        private static byte[] Content(string id, JsonNode? body, Dictionary<string, string> headers)
        {
            if (body is null)
                return [];
            if (body is JsonValue text && text.GetValueKind() == JsonValueKind.String)
            {
                var base64 = text.GetValue<string>();
                var bytes = new byte[base64.Length];
                return Convert.TryFromBase64String(base64, bytes, out var length)
                    ? bytes[..length]
                    : throw new GraphError(400, "BadRequest", $"The body of request '{id}' is not base64.");
            }
            if (!headers.ContainsKey("content-type"))
                throw new GraphError(
                    400,
                    "BadRequest",
                    $"Write request id : {id} does not contain Content-Type header or body."
                );
            return Encoding.UTF8.GetBytes(body.ToJsonString());
        }
    }
}
