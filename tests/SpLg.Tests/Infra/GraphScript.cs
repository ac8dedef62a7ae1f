using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SpLg.SharePoint.Throttling;
using WireMock.Logging;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace SpLg.Tests.Infra;

/// <summary>
/// A WireMock server that answers what the test has written down, request by request. An unexpected request, an
/// expected one that never came, a body outside Graph's schema, a token where it must not go or is missing: all fail
/// the test (<see cref="GraphFaultsAttribute"/>) when the server has been disposed of.
/// </summary>
internal sealed class GraphScript : IAsyncDisposable
{
    public const string Token = "the-token-of-the-test";

    private const string Own = "x-own-answer";

    private readonly WireMockServer server;
    private readonly GraphSchema? schema;
    private readonly Lock guard = new();
    private readonly OrderedDictionary<Guid, string> expected = [];
    private readonly List<Func<HttpContext, Task>> own = [];
    private readonly HashSet<Guid> answered = [];
    private readonly List<string> faults = [];

    // One request at a time passes WireMock, so that of two that come at once each gets an answer of its own.
    private readonly SemaphoreSlim turn = new(1);

    private GraphScript(GraphSchema? schema)
    {
        this.schema = schema;
        server = WireMockServer.Start(
            new WireMockServerSettings
            {
                Urls = ["http://127.0.0.1:0"],
                Logger = new WireMockNullLogger(),
                DisableJsonBodyParsing = true,
                DisableDeserializeFormUrlEncoded = true,
                PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(PassAsync),
                // WireMock lifts Kestrel's limit, and a body without end would be written into memory.
                AdditionalServiceRegistration = services =>
                    services.PostConfigure<KestrelServerOptions>(kestrel =>
                        kestrel.Limits.MaxResponseBufferSize = 64 * 1024
                    ),
            }
        );
        Origin = new(server.Url! + "/");
    }

    /// <summary>Everything received so far, in order.</summary>
    public IReadOnlyList<GraphCall> Calls =>
        [.. server.LogEntries.Select(entry => GraphCall.Of(entry.RequestMessage!))];

    /// <summary>http://127.0.0.1:port</summary>
    public Uri Origin { get; }

    /// <summary>The same server under another host name, as SharePoint's own pre-authenticated addresses are.</summary>
    public string OtherHost => $"http://localhost:{Origin.Port}";

    public static Task<GraphScript> StartAsync(ITestOutputHelper output) =>
        Task.FromResult(new GraphScript(GraphSchema.TryLoad(output.WriteLine)));

    /// <summary>A client of this server.</summary>
    public GraphClient Client(TimeProvider? clock = null, IProgress<GraphPause>? pauses = null) =>
        new(Options(), clock ?? new GraphClock(), pauses);

    public SharePointOptions Options() =>
        new()
        {
            Site = new("https://contoso.sharepoint.com/sites/informationssakerhet"),
            Graph = new(Origin, "/v1.0/"),
            SignIn = new SignIn.FixedToken(Token),
            Company = "Göteborgs Stad",
        };

    /// <summary>
    /// The next request with this method and target gets this answer; equal requests are answered in the order written.
    /// </summary>
    /// <param name="request">E.g. <c>GET /v1.0/sites/x/lists</c>; a target that ends with * may go on.</param>
    public GraphScript On(string request, GraphAnswer answer)
    {
        var id = Guid.NewGuid();
        lock (guard)
        {
            var before = expected.Values.Count(other => other == request);
            // WireMock compares the names of scenarios without regard to case.
            var scenario = before == 0 ? id : expected.First(other => other.Value == request).Key;
            expected.Add(id, request);
            var mapping = server.Given(Matching(request)).WithGuid(id).InScenario(scenario.ToString());
            if (before > 0)
                mapping = mapping.WhenStateIs(State(before));
            mapping
                .WillSetStateTo(State(before + 1))
                .RespondWith(Response.Create().WithCallback(_ => Answer(answer).ToMessage()));
        }
        return this;
    }

    /// <summary>What every request gets that has no answer written down.</summary>
    public GraphScript Otherwise(Func<GraphCall, GraphAnswer> answer)
    {
        server
            .Given(Request.Create().UsingAnyMethod())
            .AtPriority(100)
            .RespondWith(Response.Create().WithCallback(request => Answer(answer(GraphCall.Of(request))).ToMessage()));
        return this;
    }

    public ValueTask DisposeAsync()
    {
        server.Stop();
        Forget();
        server.Dispose();
        turn.Dispose();
        GraphFaultsAttribute.Add([
            .. faults,
            .. expected.Where(one => !answered.Contains(one.Key)).Select(one => $"Never asked for: {one.Value}"),
        ]);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Examines the calls received so far and forgets them: a test that sends a thousand files need not keep them.
    /// </summary>
    public void Forget()
    {
        foreach (var entry in server.LogEntries)
        {
            var call = GraphCall.Of(entry.RequestMessage!);
            faults.AddRange(GraphBodies.Failures(schema, call));
            faults.AddRange(HeaderFaults(call));
            if (entry.MappingGuid is { } mapping)
                answered.Add(mapping);
            else
                faults.Add($"Not expected: {call}");
        }
        server.ResetLogEntries();
    }

    private static string State(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IRequestMatcher Matching(string request)
    {
        var parts = request.Split(' ', 2);
        var target = Uri.UnescapeDataString(parts[1]);
        return Request
            .Create()
            .UsingMethod(parts[0])
            .WithUrl(url =>
            {
                var came = Uri.UnescapeDataString(new Uri(url).PathAndQuery);
                return target.EndsWith('*') ? came.StartsWith(target[..^1], StringComparison.Ordinal) : came == target;
            });
    }

    private static IEnumerable<string> HeaderFaults(GraphCall call)
    {
        var isGraph = call.Target.StartsWith("/v1.0/", StringComparison.Ordinal);
        if (isGraph && call.Header("Authorization") != $"Bearer {Token}")
            yield return $"{call}: came without the token";
        if (!isGraph && call.Headers.ContainsKey("Authorization"))
            yield return $"{call}: the token was sent to a pre-authenticated address";
        if (call.Header("User-Agent") != "NONISV|GoteborgsStad|SpLg/1.0")
            yield return $"{call}: User-Agent is '{call.Header("User-Agent")}'";
        if (call.Headers.ContainsKey("SdkVersion"))
            yield return $"{call}: tells the machine";
        if (!Guid.TryParse(call.Header("client-request-id"), out _))
            yield return $"{call}: came without client-request-id";
    }

    /// <summary>
    /// An answer that WireMock can send: for one that it cannot, a note of which one of ours is meant.
    /// </summary>
    private GraphAnswer Answer(GraphAnswer answer)
    {
        if (answer.Own is null)
            return answer;
        lock (guard)
        {
            own.Add(answer.Own);
            return GraphAnswer.Empty(200, (Own, State(own.Count - 1)));
        }
    }

    /// <summary>Lets WireMock find the answer, and writes it or the one of ours that it names.</summary>
    private async Task PassAsync(HttpContext context, Func<Task> next)
    {
        var wire = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        await turn.WaitAsync();
        try
        {
            await next();
        }
        finally
        {
            turn.Release();
            context.Response.Body = wire;
        }
        if (context.Response.Headers.TryGetValue(Own, out var number))
        {
            Func<HttpContext, Task> write;
            lock (guard)
                write = own[int.Parse(number!, CultureInfo.InvariantCulture)];
            context.Response.Clear();
            await write(context);
        }
        // Nothing may be written, not even nothing, where a status has no body.
        else if (written.Length > 0)
        {
            await wire.WriteAsync(written.ToArray());
        }
    }
}
