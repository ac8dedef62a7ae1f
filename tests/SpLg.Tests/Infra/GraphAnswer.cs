using System.Text;
using Microsoft.AspNetCore.Http;

namespace SpLg.Tests.Infra;

/// <summary>What the scripted Graph server answers to one request.</summary>
internal sealed record GraphAnswer(Func<HttpContext, Task> WriteAsync)
{
    /// <summary>The connection is cut before any answer.</summary>
    public static GraphAnswer Drop { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public static GraphAnswer Json(int status, string json, params (string Name, string Value)[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(json), headers: headers);

    public static GraphAnswer Empty(int status, params (string Name, string Value)[] headers) => Bytes(status, [], headers: headers);

    public static GraphAnswer Bytes(int status, byte[] body, string type = "application/json", params (string Name, string Value)[] headers) => new(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length > 0)
        {
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(body);
        }
    });

    /// <summary>An error as Graph writes it.</summary>
    public static GraphAnswer Error(int status, string code, params (string Name, string Value)[] headers) => Json(
        status,
        $$"""{"error":{"code":"{{code}}","message":"Said by the script.","innerError":{"request-id":"11111111-2222-3333-4444-555555555555"} } }""",
        headers);

    /// <summary>Headers and the first half of the body, then the connection is cut.</summary>
    public static GraphAnswer Cut(string json) => new(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentLength = Encoding.UTF8.GetByteCount(json);
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json)[..(json.Length / 2)]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    });
}
