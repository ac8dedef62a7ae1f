using System.Net.Http.Headers;
using System.Text.Json;

namespace SpLg.SharePoint;

/// <summary>
/// Reads what an answer says about its failure. <c>innerError</c> may nest and is also written <c>innererror</c>; the
/// deepest code is the most precise one. https://learn.microsoft.com/graph/errors
/// </summary>
internal static class GraphErrorReader
{
    private const int LongestMessage = 500;

    /// <param name="sentRequestId">The client-request-id we sent, kept when the answer has no id of its own.</param>
    public static async Task<GraphError> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, string sentRequestId, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var error = new GraphError(
            request.Method,
            SafeUrl.Of(request.RequestUri!),
            response.StatusCode,
            null,
            response.ReasonPhrase,
            Header(response.Headers, "request-id") ?? sentRequestId,
            response.Headers.Location);
        return TryParse(body) is { } json ? Fill(error, json) : error;
    }

    /// <summary>The error object that the service may put in place of an element of <c>value</c>.</summary>
    /// <param name="json">The content of <c>error</c>.</param>
    public static GraphError Fill(GraphError error, JsonElement json)
    {
        var code = Text(json, "code");
        var id = (string?)null;
        for (var inner = Inner(json); inner is { } level; inner = Inner(level))
        {
            code = Text(level, "code") ?? code;
            id ??= Text(level, "request-id");
        }

        return error with { Code = code, Message = Short(Text(json, "message")) ?? error.Message, RequestId = id ?? error.RequestId };
    }

    private static JsonElement? TryParse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
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
        (error.TryGetProperty("innerError", out var inner) || error.TryGetProperty("innererror", out inner)) && inner.ValueKind == JsonValueKind.Object
            ? inner
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Short(string? message) =>
        message is { Length: > LongestMessage } ? message[..LongestMessage] + "…" : message;

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
