using System.Net.Http.Headers;

namespace SpLg.SharePoint;

/// <summary>
/// Reads what an answer says about its failure. <c>innerError</c> may nest and is also written <c>innererror</c>; the
/// deepest code is the most precise one. https://learn.microsoft.com/graph/errors
/// </summary>
internal static class GraphErrorReader
{
    /// <param name="sentRequestId">The client-request-id we sent, kept when the answer has no id of its own.</param>
    public static async Task<GraphError> ReadAsync(
        HttpRequestMessage request,
        HttpResponseMessage response,
        string sentRequestId,
        CancellationToken cancellationToken
    )
    {
        var error = new GraphError(
            request.Method,
            Url: SafeUrl.Of(request.RequestUri!),
            Status: response.StatusCode,
            Code: null,
            Message: response.ReasonPhrase,
            RequestId: Header(response.Headers, "request-id") ?? sentRequestId,
            Location: response.Headers.Location
        );
        return await TryBodyAsync(response, cancellationToken) is { } body && TryParse(body) is { } json
            ? Fill(error, json)
            : error;
    }

    /// <summary>
    /// The error object that the service may put in place of an answer or of an element of <c>value</c>.
    /// </summary>
    /// <param name="json">The content of <c>error</c>.</param>
    public static GraphError Fill(GraphError error, JsonElement json)
    {
        json = JsonElement.Parse(LoneSurrogates.Replace(json.GetRawText()));
        var code = Text(json, "code");
        var id = (string?)null;
        for (var inner = Inner(json); inner is { } level; inner = Inner(level))
        {
            code = Text(level, "code") ?? code;
            id ??= Text(level, "request-id");
        }

        return error with
        {
            Code = code,
            Message = Text(json, "message") ?? error.Message,
            RequestId = id ?? error.RequestId,
        };
    }

    /// <summary>
    /// The body; null when it does not come in time, breaks off, or is longer than an error is. The status is enough
    /// then.
    /// </summary>
    private static async Task<string?> TryBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limits.ErrorAnswer);
        var buffer = new byte[Limits.ErrorBody];
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, limit.Token);
            return length < buffer.Length ? Encoding.UTF8.GetString(buffer, 0, length) : null;
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or InvalidDataException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return null;
        }
    }

    private static JsonElement? TryParse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(LoneSurrogates.Replace(body));
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                ? error.Clone()
                : null;
        }
        catch (JsonException)
        {
            // Not Graph's own answer, e.g. a proxy's page: the status is all there is to tell.
            return null;
        }
    }

    private static JsonElement? Inner(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object
        && (error.TryGetProperty("innerError", out var inner) || error.TryGetProperty("innererror", out inner))
        && inner.ValueKind == JsonValueKind.Object
            ? inner
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
