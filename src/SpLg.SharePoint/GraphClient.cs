using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using Azure.Identity;
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
        var gate = new ThrottleGate(clock, pauses);
        graphHttp = NewHttp();
        openHttp = NewHttp();
        graphSender = new(graphHttp, AuthorizeAsync, gate, quota?.Gate ?? gate, clock);
        openSender = new(openHttp, authorize: null, gate, quota?.Gate ?? gate, clock);
    }

    internal Uri SiteAddress => options.Site;

    internal TimeZoneInfo Zone => options.Zone;

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
    internal Uri Link(string link)
    {
        var address = new Uri(Base, link);
        return Uri.Compare(address, Base, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : throw new GraphException(
                new(HttpMethod.Get, SafeUrl.Of(address), null, null, null, null),
                "An answer pointed to an address outside Microsoft Graph, which was not followed.");
    }

    internal Task<T> GetAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => SendAsync(new(HttpMethod.Get, address), type, cancellationToken);

    internal Task<T> SendAsync<T>(GraphRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => graphSender.SendAsync(request, (response, token) => ReadAsync(response, type, token), cancellationToken);

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
        if (request.Url.Scheme != Uri.UriSchemeHttps && !request.Url.IsLoopback)
        {
            throw new GraphException(
                new(request.Method, SafeUrl.Of(request.Url), null, null, null, null),
                "An answer pointed to an address without encryption, which was not followed.");
        }

        try
        {
            return await openSender.SendAsync(request, read, cancellationToken);
        }
        catch (AccessDeniedException refused)
        {
            throw new AccessDeniedException(refused.Error, "The short-lived address that SharePoint gave out is no longer accepted. Try again.", refused);
        }
    }

    internal static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new JsonException("The answer is null.");
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
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        }
        catch (AuthenticationFailedException failed)
        {
            throw GraphFault.NoToken(new(message.Method, SafeUrl.Of(message.RequestUri!), null, null, failed.Message, null), failed, IsUnreachable(failed));
        }
    }

    private static bool IsUnreachable(Exception? fault) =>
        fault is HttpRequestException or IOException || (fault is not null && IsUnreachable(fault.InnerException));

    private HttpClient NewHttp()
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
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
