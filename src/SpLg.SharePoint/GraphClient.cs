using System.Net;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace SpLg.SharePoint;

/// <summary>
/// The way to Microsoft Graph: the SDK on a handler of our own (<see cref="GraphHandler"/>), and errors that say what
/// to do. Safe to use from several threads; one for each site and process is enough.
/// </summary>
public sealed class GraphClient : IDisposable
{
    internal static readonly JsonParseNodeFactory Parser = new(
        new(
            new(KiotaJsonSerializationContext.Default.Options)
            {
                // With IEEE754Compatible the service sends sizes as text.
                NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
            }
        )
    );

    private readonly SharePointOptions options;
    private readonly HttpClient http;
    private readonly ThrottleGate site;
    private readonly ThrottleGate app;

    /// <param name="clock">Measures all waits.</param>
    /// <param name="pauses">Told when all calls rest because the service asked for it.</param>
    /// <param name="quota">Of the application, when it works on several sites at once; null when this client is all
    /// there is of it.</param>
    /// <exception cref="ArgumentException">The options are not usable; the message says why.</exception>
    public GraphClient(
        SharePointOptions options,
        TimeProvider clock,
        IProgress<GraphPause>? pauses = null,
        AppQuota? quota = null
    )
        : this(options, clock, NewHttp(), pauses, quota) { }

    /// <param name="network">What is below our handler.</param>
    internal GraphClient(
        SharePointOptions options,
        TimeProvider clock,
        HttpMessageHandler network,
        IProgress<GraphPause>? pauses = null,
        AppQuota? quota = null
    )
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        this.options = options;
        Clock = clock;
        Base = options.Graph.AbsoluteUri.EndsWith('/') ? options.Graph : new(options.Graph.AbsoluteUri + "/");
        site = new ThrottleGate(clock, pauses);
        app = quota?.Gate ?? site;
        http = GraphClientFactory.Create(
            [new GraphHandler(new(options.SignIn, Base), options, site, app, clock)],
            finalHandler: network
        );
        // Our handler limits each attempt.
        http.Timeout = Timeout.InfiniteTimeSpan;
        // Under "How to decorate your http traffic" on
        // https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"NONISV|{Ascii(options.Company)}|SpLg/1.0");
        // Our handler signs in, because the SDK's own way knows no second token after a 401.
        var adapter = new BaseGraphRequestAdapter(
            new AnonymousAuthenticationProvider(),
            parseNodeFactory: Parser,
            httpClient: http
        );
        Api = new(adapter, Base.AbsoluteUri.TrimEnd('/'));
    }

    internal GraphServiceClient Api { get; }

    internal Uri SiteAddress => options.Site;

    internal TimeZoneInfo Zone => options.Zone;

    /// <summary>How long all calls still rest because the service asked for it; zero when they do not.</summary>
    public TimeSpan Rest => site.Left > app.Left ? site.Left : app.Left;

    internal TimeProvider Clock { get; }

    private Uri Base { get; }

    public void Dispose()
    {
        Api.Dispose();
        http.Dispose();
    }

    /// <summary>
    /// The full address of a path below Graph's version segment, where the SDK has no builder for it.
    /// </summary>
    internal Uri Address(string path) => new(Base, path);

    /// <summary>
    /// A link from an answer (next page, delta, resync) as an address we may send the token to: anything outside
    /// Graph's own origin is refused, whoever wrote it there.
    /// </summary>
    /// <param name="from">Whose answer it stands in.</param>
    /// <exception cref="GraphException">It is no address, or one that is not followed. The next answer may have
    /// another.</exception>
    internal Uri Link(string link, Uri from)
    {
        if (
            link.Length > Limits.Address
            || string.IsNullOrWhiteSpace(link)
            || !Uri.TryCreate(Base, link, out var address)
        )
        {
            var what =
                link.Length > Limits.Address
                    ? $"a link in it has {link.Length} characters"
                    : $"a link in it is '{Expected.Short(link)}', which is no address";
            throw GraphFault.Odd(from, what);
        }
        return
            Uri.Compare(
                address,
                Base,
                UriComponents.SchemeAndServer,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0
            ? address
            : throw GraphFault.Foreign(new(HttpMethod.Get, SafeUrl.Of(address), null, null, null, null));
    }

    /// <summary>Makes a typed call and reads its answer.</summary>
    /// <param name="ask">The call, with the given option on it. It makes body and WithUrl anew each time: a model that
    /// has been sent once says nothing the second time, because the SDK sends what has changed since, and a builder
    /// forgets its address when it has been used.
    /// </param>
    /// <param name="read">Makes of the answer what is wanted; with a <see cref="JsonException"/> when it is not in
    /// it.</param>
    internal Task<T> AskAsync<TAnswer, T>(
        Func<GraphCall, CancellationToken, Task<TAnswer?>> ask,
        Func<TAnswer, T> read,
        CancellationToken cancellationToken,
        GraphCall? call = null
    )
        where TAnswer : class, IParsable =>
        AttemptAsync(
            call ?? new(),
            async (c, token) =>
            {
                var answer = await ask(c, token) ?? throw new JsonException("it is empty, or null");
                TypedAnswer.ThrowIfFault(answer);
                return read(answer);
            },
            cancellationToken
        );

    /// <summary>Makes a call whose answer holds nothing we need.</summary>
    internal Task DoAsync(
        Func<GraphCall, CancellationToken, Task> ask,
        CancellationToken cancellationToken,
        GraphCall? call = null
    ) =>
        AttemptAsync(
            call ?? new(),
            async (c, token) =>
            {
                await ask(c, token);
                return true;
            },
            cancellationToken
        );

    /// <summary>
    /// Sends a request and reads the bytes of its answer. For what the SDK's models would change: they make dates and
    /// ids of texts.
    /// </summary>
    internal Task<T> ReadAsync<T>(
        Func<RequestInformation> request,
        Func<ReadOnlyMemory<byte>, T> read,
        CancellationToken cancellationToken,
        GraphCall? call = null
    ) =>
        AttemptAsync(
            call ?? new(),
            async (c, token) =>
            {
                await using var body = await Api.RequestAdapter.SendPrimitiveAsync<Stream>(
                    On(request(), c),
                    null,
                    token
                );
                return read(
                    body is MemoryStream whole && whole.TryGetBuffer(out var bytes)
                        ? bytes
                        : default(ReadOnlyMemory<byte>)
                );
            },
            cancellationToken
        );

    /// <summary>Sends a request and reads the answer as it came, with its status and headers.</summary>
    internal Task<T> SendAsync<T>(
        Func<RequestInformation> request,
        Func<HttpResponseMessage, Task<T>> read,
        GraphCall call,
        CancellationToken cancellationToken
    ) =>
        AttemptAsync(
            call,
            async (c, token) =>
            {
                // Without it a redirection would be an empty stream.
                var native = new NativeResponseHandler();
                var information = On(request(), c);
                information.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = native }]);
                await Api.RequestAdapter.SendNoContentAsync(information, null, token);
                using var response = (HttpResponseMessage)native.Value!;
                return await read(response);
            },
            cancellationToken
        );

    /// <summary>
    /// Makes a call to a pre-authenticated address (upload session, download).
    /// </summary>
    internal async Task<T> OpenAsync<T>(Uri address, Func<Task<T>> call)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw GraphFault.Unencrypted(new(HttpMethod.Get, SafeUrl.Of(address), null, null, null, null));
        try
        {
            return await call();
        }
        catch (AccessDeniedException refused)
        {
            throw new AccessDeniedException(
                refused.Error,
                "The short-lived address that SharePoint gave out is no longer accepted. Try again.",
                refused
            );
        }
    }

    private static RequestInformation On(RequestInformation request, GraphCall call)
    {
        request.AddRequestOptions([call]);
        return request;
    }

    /// <summary>
    /// What <see cref="GraphHandler"/> takes for an answer may yet hold an error, or not be what the SDK or we can
    /// read. The former is asked for again as any fault of the moment is.
    /// </summary>
    private async Task<T> AttemptAsync<T>(
        GraphCall call,
        Func<GraphCall, CancellationToken, Task<T>> attempt,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            FailedAttempt failed;
            try
            {
                return await attempt(call, cancellationToken);
            }
            catch (FaultInAnswerException fault) when (call.Last is { } last)
            {
                failed = new(GraphErrorReader.Fill(last, fault.Error), FailedAttempt.Kind.Unclear, Cause: fault);
            }
            // Thrown for a body that is no JSON, and by the SDK for a value of another kind than it expects.
            catch (Exception odd)
                when (call.Last is not null
                    && odd
                        is JsonException
                            or ApiException
                            or InvalidOperationException
                            or FormatException
                            or ArgumentException
                )
            {
                failed = new(call.Last! with { Message = OddAnswer.Describe(odd) }, FailedAttempt.Kind.Odd, Cause: odd);
            }
            if (!call.GoesOn(failed))
                throw call.ToException(failed);
            await call.BackOffAsync(Clock, cancellationToken);
        }
    }

    private static SocketsHttpHandler NewHttp() =>
        new()
        {
            AllowAutoRedirect = false,
            // Faults in unpacking these two are told as faults of the data.
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            // Long-lived workers must notice when Graph's addresses change.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        };

    // Headers are ASCII: "Göteborgs Stad" becomes "GoteborgsStad".
    private static string Ascii(string company)
    {
        var letters = company
            .Normalize(NormalizationForm.FormD)
            .Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .ToArray();
        return letters.Length == 0 ? "Organisation" : new(letters);
    }
}
