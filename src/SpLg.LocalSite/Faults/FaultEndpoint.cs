using System.Text.Json.Serialization;

namespace SpLg.LocalSite.Faults;

/// <summary>
/// <c>/_faults</c>: GET shows the rules, POST adds one or an array of them, DELETE takes all away. No part of Graph.
/// </summary>
internal static class FaultEndpoint
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task AnswerAsync(HttpContext context, FaultRules faults)
    {
        try
        {
            switch (context.Request.Method)
            {
                case "GET":
                    await context.Response.WriteAsJsonAsync(faults.Active, Options, context.RequestAborted);
                    return;
                // A JSON content type is asked for, so that no page in a browser can send rules here unasked.
                case "POST" when context.Request.HasJsonContentType():
                    foreach (var rule in await ReadAsync(context))
                        faults.Add(rule);
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                    return;
                case "DELETE":
                    faults.Clear();
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                    return;
                default:
                    context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                    return;
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(e.Message, context.RequestAborted);
        }
    }

    private static async Task<IReadOnlyList<FaultRule>> ReadAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        return body.RootElement.ValueKind == JsonValueKind.Array
            ? body.RootElement.Deserialize<List<FaultRule>>(Options)!
            : [body.RootElement.Deserialize<FaultRule>(Options)!];
    }
}
