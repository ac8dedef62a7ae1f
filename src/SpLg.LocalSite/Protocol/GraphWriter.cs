using System.Text.Encodings.Web;

namespace SpLg.LocalSite.Protocol;

/// <summary>Headers and bodies as the service sends them.</summary>
internal static class GraphWriter
{
    public const string JsonType =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static GraphAnswer Error(GraphError error, RequestIds ids) =>
        new(
            error.Status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["code"] = error.Code,
                    ["message"] = error.Message,
                    ["innerError"] = new JsonObject
                    {
                        ["date"] = ids.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss"),
                        ["request-id"] = ids.Request,
                        ["client-request-id"] = ids.Client,
                    },
                },
            }
        )
        {
            Headers = error.Header is { } header ? [header] : [],
        };

    /// <summary>The headers of an answer's body, which in a batch stand in the part.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers(GraphAnswer answer)
    {
        if (answer.Body is null)
            return answer.Headers;
        return
        [
            ("Cache-Control", "no-store, no-cache"),
            .. answer.Status < 400
                ? [("OData-Version", "4.0"), ("Content-Type", JsonType)]
                : new[] { ("Content-Type", "application/json") },
            .. answer.Headers,
        ];
    }

    public static async Task WriteAsync(HttpContext context, Site site, GraphAnswer answer, RequestIds ids)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["request-id"] = ids.Request;
        response.Headers["client-request-id"] = ids.Client;
        response.Headers["x-ms-ags-diagnostic"] =
            """{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"0","ScaleUnit":"000","RoleInstance":"LOCAL"}}""";
        response.Headers.StrictTransportSecurity = "max-age=31536000";
        foreach (var (name, value) in Headers(answer))
            response.Headers[name] = value;
        // With this parameter in Accept, 64-bit integers become strings.
        if (
            answer.Body is { } body
            && context
                .Request.Headers.Accept.ToString()
                .Contains("IEEE754Compatible=true", StringComparison.OrdinalIgnoreCase)
        )
            WithLongsAsText(body);
        if (answer.Body is not null)
            await JsonSerializer.SerializeAsync(response.Body, answer.Body, Options, context.RequestAborted);
        else if (answer.Text is { } text)
            await response.WriteAsync(text, context.RequestAborted);
        else if (answer.Content is { } content)
        {
            response.ContentLength = content.Size;
            await using var file = site.Store.Blobs.Read(content);
            await file.CopyToAsync(response.Body, context.RequestAborted);
        }
    }

    /// <summary>The only Int64 properties served are sizes and quotas.</summary>
    private static void WithLongsAsText(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var element in array.OfType<JsonNode>())
                WithLongsAsText(element);
        }
        if (node is not JsonObject entity)
            return;
        foreach (var (name, value) in entity.ToList())
        {
            if (
                name is "size" or "total" or "used" or "remaining" or "deleted"
                && value is JsonValue number
                && number.GetValueKind() == JsonValueKind.Number
            )
                entity[name] = number.ToString();
            // fields holds what people wrote under names of their own.
            else if (value is not null && name != "fields")
                WithLongsAsText(value);
        }
    }
}
