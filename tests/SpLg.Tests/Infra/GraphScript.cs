using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpLg.SharePoint;
using SpLg.SharePoint.Throttling;
using Xunit.Abstractions;

namespace SpLg.Tests.Infra;

/// <summary>
/// A loopback server that answers what the test has written down, request by request. An unexpected request, an
/// expected one that never came, a body outside Graph's schema, a token where it must not go or is missing: all fail
/// the test in <see cref="DisposeAsync"/>.
/// </summary>
internal sealed class GraphScript : IAsyncDisposable
{
    public const string Token = "the-token-of-the-test";

    private readonly WebApplication app;
    private readonly GraphSchema? schema;
    private readonly Lock guard = new();
    private readonly List<(string Request, GraphAnswer Answer)> expected = [];
    private readonly List<GraphCall> calls = [];
    private readonly List<string> faults = [];
    private Func<GraphCall, GraphAnswer>? otherwise;

    private GraphScript(WebApplication app, GraphSchema? schema)
    {
        this.app = app;
        this.schema = schema;
    }

    /// <summary>Everything received so far, in order.</summary>
    public IReadOnlyList<GraphCall> Calls
    {
        get
        {
            lock (guard)
                return [.. calls];
        }
    }

    /// <summary>http://127.0.0.1:port</summary>
    public Uri Origin { get; private set; } = null!;

    /// <summary>The same server under another host name, as SharePoint's own pre-authenticated addresses are.</summary>
    public string OtherHost => $"http://localhost:{Origin.Port}";

    public static async Task<GraphScript> StartAsync(ITestOutputHelper output)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var script = new GraphScript(server, GraphSchema.TryLoad(output.WriteLine));
        server.Run(script.AnswerAsync);
        await server.StartAsync();
        script.Origin = new(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return script;
    }

    /// <summary>A client of this server.</summary>
    public GraphClient Client(TimeProvider? clock = null, IProgress<GraphPause>? pauses = null) => new(Options(), clock ?? new GraphClock(), pauses);

    public SharePointOptions Options() => new()
    {
        Site = new("https://contoso.sharepoint.com/sites/informationssakerhet"),
        Graph = new(Origin, "/v1.0/"),
        SignIn = new SignIn.FixedToken(Token),
        Company = "Göteborgs Stad",
    };

    /// <summary>The next request with this method and target gets this answer; equal requests are answered in the order written.</summary>
    /// <param name="request">E.g. <c>GET /v1.0/sites/x/lists</c>; a target that ends with * may go on.</param>
    public GraphScript On(string request, GraphAnswer answer)
    {
        lock (guard)
            expected.Add((request, answer));
        return this;
    }

    /// <summary>What every request gets that has no answer written down.</summary>
    public GraphScript Otherwise(Func<GraphCall, GraphAnswer> answer)
    {
        lock (guard)
            otherwise = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        lock (guard)
            Assert.Empty(faults.Concat(expected.Select(e => $"Never asked for: {e.Request}")));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = await ReceiveAsync(context);
        GraphAnswer answer;
        lock (guard)
        {
            calls.Add(call);
            faults.AddRange(GraphBodies.Failures(schema, call));
            faults.AddRange(HeaderFaults(call));
            var index = expected.FindIndex(e => Matches(e.Request, call.ToString()));
            if (index < 0 && otherwise is null)
                faults.Add($"Not expected: {call}");
            answer = index >= 0 ? expected[index].Answer : otherwise?.Invoke(call) ?? GraphAnswer.Error(400, "notExpected");
            if (index >= 0)
                expected.RemoveAt(index);
        }

        await answer.WriteAsync(context);
    }

    private static bool Matches(string expected, string request) =>
        expected.EndsWith('*') ? request.StartsWith(expected[..^1], StringComparison.Ordinal) : request == expected;

    private static IEnumerable<string> HeaderFaults(GraphCall call)
    {
        var isGraph = call.Target.StartsWith("/v1.0/", StringComparison.Ordinal);
        if (isGraph && call.Header("Authorization") != $"Bearer {Token}")
            yield return $"{call}: came without the token";
        if (!isGraph && call.Headers.ContainsKey("Authorization"))
            yield return $"{call}: the token was sent to a pre-authenticated address";
        if (call.Header("User-Agent") != "NONISV|GoteborgsStad|SpLg/1.0")
            yield return $"{call}: User-Agent is '{call.Header("User-Agent")}'";
        if (!Guid.TryParse(call.Header("client-request-id"), out _))
            yield return $"{call}: came without client-request-id";
    }

    private static async Task<GraphCall> ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        // The raw target: what ASP.NET Core decodes would hide how it was written.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(context.Request.Method, target, headers, body.ToArray());
    }
}
