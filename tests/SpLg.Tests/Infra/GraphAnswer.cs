using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.Types;
using WireMock.Util;

namespace SpLg.Tests.Infra;

/// <summary>What the scripted Graph server answers to one request.</summary>
/// <param name="Own">Writes the answer past WireMock, for what that cannot do: it always sends a whole answer, so
/// neither a connection cut before or in the middle of one, nor a body that has no end or comes in drops. Null for
/// every other answer.
/// </param>
internal sealed record GraphAnswer(
    int Status,
    byte[] Body,
    IReadOnlyList<(string Name, string Value)> Headers,
    Func<HttpContext, Task>? Own = null
)
{
    public GraphAnswer(Func<HttpContext, Task> own)
        : this(200, [], [], own) { }

    /// <summary>The connection is cut before any answer.</summary>
    public static GraphAnswer Drop { get; } =
        new(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

    public static GraphAnswer Json(int status, string json, params (string Name, string Value)[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(json), headers: headers);

    public static GraphAnswer Empty(int status, params (string Name, string Value)[] headers) =>
        Bytes(status, [], headers: headers);

    public static GraphAnswer Bytes(
        int status,
        byte[] body,
        string type = "application/json",
        params (string Name, string Value)[] headers
    ) =>
        new(
            status,
            body,
            body.Length > 0 ? [.. headers.Where(h => h.Name != "Content-Type"), ("Content-Type", type)] : headers
        );

    /// <summary>An error as Graph writes it.</summary>
    public static GraphAnswer Error(int status, string code, params (string Name, string Value)[] headers) =>
        Json(
            status,
            $$"""{"error":{"code":"{{code}}","message":"Said by the script.","innerError":"""
                + $$"""{"request-id":"11111111-2222-3333-4444-555555555555"} } }""",
            headers
        );

    /// <summary>Headers and the first half of the body, then the connection is cut.</summary>
    public static GraphAnswer Cut(string json) =>
        new(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentLength = Encoding.UTF8.GetByteCount(json);
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json)[..(json.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

    /// <summary>Writes it where no WireMock is.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        if (Own is not null)
        {
            await Own(context);
            return;
        }
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            context.Response.Headers.Append(name, value);
        await context.Response.Body.WriteAsync(Body);
    }

    public IResponseMessage ToMessage() =>
        new ResponseMessage
        {
            StatusCode = Status,
            Headers = Headers
                .GroupBy(h => h.Name)
                .ToDictionary(h => h.Key, h => new WireMockList<string>(h.Select(one => one.Value).ToArray())),
            BodyData = Body.Length == 0 ? null : new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = Body },
        };
}
