using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using Azure.Identity;
using SpLg.SharePoint.Answers;
using SpLg.SharePoint.Throttling;

namespace SpLg.SharePoint;

/// <summary>
/// The way to Microsoft Graph: sign-in, one throttle gate for all calls, repetition of what failed by chance, and errors
/// that say what to do. Safe to use from several threads; one for each site and process is enough.
/// </summary>
public sealed class GraphClient : IDisposable
{
    private readonly SharePointOptions options;
    private readonly string[] scopes;
    private readonly HttpClient graphHttp;
    private readonly HttpClient openHttp;
    private readonly GraphSender graphSender;
    private readonly GraphSender openSender;
    private readonly ThrottleGate site;
    private readonly ThrottleGate app;
    private TokenCredential? credential;

    /// <param name="clock">Measures all waits.</param>
    /// <param name="pauses">Told when all calls rest because the service asked for it.</param>
    /// <param name="quota">Of the application, when it works on several sites at once; null when this client is all there is of it.</param>
    /// <exception cref="ArgumentException">The options are not usable; the message says why.</exception>
    public GraphClient(SharePointOptions options, TimeProvider clock, IProgress<GraphPause>? pauses = null, AppQuota? quota = null)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        this.options = options;
        Clock = clock;
        Base = options.Graph.AbsoluteUri.EndsWith('/') ? options.Graph : new(options.Graph.AbsoluteUri + "/");
        scopes = [new Uri(Base, "/.default").AbsoluteUri];
        site = new ThrottleGate(clock, pauses);
        app = quota?.Gate ?? site;
        graphHttp = NewHttp();
        openHttp = NewHttp();
        graphSender = new(graphHttp, AuthorizeAsync, site, app, clock);
        openSender = new(openHttp, authorize: null, site, app, clock);
    }

    internal Uri SiteAddress => options.Site;

    internal TimeZoneInfo Zone => options.Zone;

    /// <summary>How long all calls still rest because the service asked for it; zero when they do not.</summary>
    public TimeSpan Rest => site.Left > app.Left ? site.Left : app.Left;

    internal TimeProvider Clock { get; }

    private Uri Base { get; }

    public void Dispose()
    {
        graphHttp.Dispose();
        openHttp.Dispose();
    }

    /// <summary>The full address of a path below Graph's version segment.</summary>
    internal Uri Address(string path) => new(Base, path);

    /// <summary>
    /// A link from an answer (next page, delta, resync) as an address we may send the token to: anything outside Graph's
    /// own origin is refused, whoever wrote it there.
    /// </summary>
    /// <param name="from">Whose answer it stands in.</param>
    /// <exception cref="GraphException">It is no address, or one that is not followed. The next answer may have another.</exception>
    internal Uri Link(string link, Uri from)
    {
        if (link.Length > Limits.Address || string.IsNullOrWhiteSpace(link) || !Uri.TryCreate(Base, link, out var address))
        {
            var what = link.Length > Limits.Address
                ? $"a link in it has {link.Length} characters"
                : $"a link in it is '{Expected.Short(link)}', which is no address";
            throw GraphFault.Odd(from, what);
        }
        return Uri.Compare(address, Base, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : throw GraphFault.Foreign(new(HttpMethod.Get, SafeUrl.Of(address), null, null, null, null));
    }

    internal Task<T> GetAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class, IAnswer => SendAsync(new(HttpMethod.Get, address), type, answer => answer, cancellationToken);

    /// <param name="convert">Makes of the answer what is wanted; with a <see cref="JsonException"/> when it is not in it.</param>
    internal Task<T> SendAsync<TAnswer, T>(
        GraphRequest request, JsonTypeInfo<TAnswer> type, Func<TAnswer, T> convert, CancellationToken cancellationToken)
        where TAnswer : class, IAnswer =>
        graphSender.SendAsync(request, async (response, token) => convert((await ReadAsync(response, type, token)).Value), cancellationToken);

    /// <summary>Sends a request whose answer holds nothing we need.</summary>
    internal Task SendAsync(GraphRequest request, CancellationToken cancellationToken) =>
        graphSender.SendAsync(request, (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Sends a request and reads the answer as it comes, whatever it is.</summary>
    internal Task<T> SendAsync<T>(GraphRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        graphSender.SendAsync(request, read, cancellationToken);

    /// <summary>
    /// Sends to a pre-authenticated address (upload session, download). These carry their own key; the token must not go
    /// there: https://learn.microsoft.com/graph/api/driveitem-createuploadsession
    /// </summary>
    internal async Task<T> SendOpenAsync<T>(GraphRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (request.Url.Scheme != Uri.UriSchemeHttps && !(request.Url.Scheme == Uri.UriSchemeHttp && request.Url.IsLoopback))
            throw GraphFault.Unencrypted(new(request.Method, SafeUrl.Of(request.Url), null, null, null, null));

        try
        {
            return await openSender.SendAsync(request, read, cancellationToken);
        }
        catch (AccessDeniedException refused)
        {
            throw new AccessDeniedException(refused.Error, "The short-lived address that SharePoint gave out is no longer accepted. Try again.", refused);
        }
    }

    /// <exception cref="JsonException">It is not what Graph sends.</exception>
    /// <exception cref="FaultInAnswerException">It says itself that it has failed.</exception>
    internal static async Task<(T Value, long Bytes)> ReadAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class, IAnswer
    {
        if (response.Content.Headers.ContentLength > Limits.Json)
            throw new JsonException(Limits.TooLarge(Limits.Json));
        await using var body = new AnswerStream(await response.Content.ReadAsStreamAsync(cancellationToken), Limits.Json);
        var answer = await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new JsonException("it is null");
        ThrowIfFault(answer);
        return (answer, body.Count);
    }

    /// <exception cref="FaultInAnswerException">An error stands in the place of the thing.</exception>
    internal static void ThrowIfFault(IAnswer answer)
    {
        if (answer.Error is { } error)
            throw new FaultInAnswerException(error);
    }

    /// <summary>The content of a file.</summary>
    internal static async Task<byte[]> ReadFileAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > Limits.File)
            throw new JsonException(Limits.TooLarge(Limits.File));
        // A proxy's page, or one to sign in on; no file that is fetched is one.
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
            throw new JsonException("it is a page and not the file");
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await body.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > Limits.File)
                throw new JsonException(Limits.TooLarge(Limits.File));
            content.Write(piece, 0, read);
        }
        return content.ToArray();
    }

    private async ValueTask AuthorizeAsync(HttpRequestMessage message, bool anew, CancellationToken cancellationToken)
    {
        try
        {
            // A credential keeps its token until that runs out; a fresh one, with the certificate read again, has none.
            if (anew || credential is null)
                credential = Credentials.For(options.SignIn);
            // The credential keeps tokens and renews them in time.
            var token = await credential.GetTokenAsync(new(scopes), cancellationToken);
            if (token.Token is not { Length: > 0 and <= Limits.Address } text || !text.All(c => c is > ' ' and <= '~'))
                throw new AuthenticationFailedException("What was given out as a token is none.");
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", text);
        }
        catch (AuthenticationFailedException failed)
        {
            throw GraphFault.NoToken(new(message.Method, SafeUrl.Of(message.RequestUri!), null, null, failed.Message, null), failed, SignInFault.MayPass(failed));
        }
    }

    private HttpClient NewHttp()
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // The two whose faults are told as faults of the data.
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            // Long-lived workers must notice when Graph's addresses change.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        })
        {
            // The sender limits each attempt.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        // https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online#how-to-decorate-your-http-traffic
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"NONISV|{Ascii(options.Company)}|SpLg/1.0");
        return http;
    }

    // Headers are ASCII: "Göteborgs Stad" becomes "GoteborgsStad".
    private static string Ascii(string company)
    {
        var letters = company.Normalize(NormalizationForm.FormD)
            .Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .ToArray();
        return letters.Length == 0 ? "Organisation" : new(letters);
    }
}
