using System.Net;
using System.Net.Http.Headers;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

namespace SpLg.SharePoint.Throttling;

/// <summary>
/// The one handler below the SDK, in the place of all of the SDK's own: these repeat a POST whose answer was lost, know
/// no rest that all calls share, and send the token wherever a link leads. It sends a request until the whole answer is
/// there, it is refused for good, or it has been tried often enough; then it throws a <see cref="GraphException"/>,
/// which the SDK lets through.
/// </summary>
/// <param name="site">Closed when the site is too busy to answer (503).</param>
/// <param name="app">Closed when the application has asked too much (429) or soon will have; the same gate where there
/// is one site.</param>
internal sealed class GraphHandler(
    GraphToken graphToken,
    SharePointOptions options,
    ThrottleGate site,
    ThrottleGate app,
    TimeProvider clock
) : DelegatingHandler
{
    private const int MostRefusals = 20;
    private static readonly TimeSpan LongestWaitForQuota = TimeSpan.FromMinutes(30);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var call =
            request.GetRequestOption<GraphCall>()
            ?? throw new InvalidOperationException($"{request.Method} is no call.");
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : null;
        var refusals = 0;
        var waitedForQuota = TimeSpan.Zero;
        var signInAnew = false;
        while (true)
        {
            // Looked at again after the rest, because the turn to go on is waited for and the gate may close meanwhile.
            while (!call.IsUrgent && (app.Left > TimeSpan.Zero || site.Left > TimeSpan.Zero))
                await options.AroundRests(() => RestAsync(cancellationToken), cancellationToken);
            // Measured in real time even in tests: it guards against a socket that has gone silent, which no other
            // clock knows.
            var since = TimeProvider.System.GetTimestamp();
            var (answer, failed) = await TryAsync(request, body, call, signInAnew, cancellationToken);
            call.Spend(TimeProvider.System.GetElapsedTime(since));
            if (failed is null)
                return answer!;
            if (failed.Error.Status == HttpStatusCode.Unauthorized && !call.IsOpen && !signInAnew)
            {
                // The token may have been withdrawn before its time: a new one tells whether it was.
                signInAnew = true;
                continue;
            }
            if (failed.Outcome == FailedAttempt.Kind.Throttled)
            {
                var wait = Wait(failed.AskedWait, refusals);
                waitedForQuota += wait;
                // The gate is closed also when this call is given up, because the next call must not ask at once.
                var gate = failed.Error.Status == HttpStatusCode.TooManyRequests ? app : site;
                gate.Pause(wait, $"SharePoint answered {(int?)failed.Error.Status} and asks us to wait.");
                if (call.IsUrgent || waitedForQuota > LongestWaitForQuota || ++refusals >= MostRefusals)
                    throw GraphFault.Throttled(failed.Error, wait);
                continue;
            }

            if (!call.GoesOn(failed))
                throw call.ToException(failed);
            await call.BackOffAsync(clock, cancellationToken);
        }
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        await app.WaitAsync(cancellationToken);
        await site.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// The service decides at first; one that goes on refusing after the waits it asked for is given longer ones.
    /// </summary>
    private static TimeSpan Wait(TimeSpan? asked, int refusals)
    {
        var ours = Backoff.After(refusals + 1);
        return asked is { } wait && (refusals == 0 || wait > ours) ? wait : ours;
    }

    private async Task<(HttpResponseMessage? Answer, FailedAttempt? Failed)> TryAsync(
        HttpRequestMessage request,
        byte[]? body,
        GraphCall call,
        bool signInAnew,
        CancellationToken cancellationToken
    )
    {
        var requestId = Guid.NewGuid().ToString();
        var error = new GraphError(request.Method, SafeUrl.Of(request.RequestUri!), null, null, null, requestId);
        (call.Last, call.Address, call.Bytes) = (error, request.RequestUri, 0);
        using var message = Copy(request, body, requestId);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(call.Within);
        try
        {
            if (!call.IsOpen && graphToken.MayGoTo(request.RequestUri!))
                await graphToken.AddAsync(message, signInAnew, limit.Token);
        }
        catch (OperationCanceledException silent) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(error, FailedAttempt.Kind.NotSent, Cause: silent));
        }

        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(message, limit.Token);
            // An urgent call goes out during a rest, and its answer would make the rest longer.
            if (!call.IsUrgent)
                app.RestForQuota(options.Site, ThrottleHeaders.QuotaWait(response.Headers));
            if (!response.IsSuccessStatusCode && !(call.IsFile && IsRedirect(response.StatusCode)))
                return (null, await FailedAsync(message, response, requestId, limit.Token));
            call.Last = error = error with { Status = response.StatusCode };
            var answer = await WholeAsync(response, call, limit.Token);
            response = null;
            return (answer, null);
        }
        catch (JsonException odd)
        {
            return (null, new(error with { Message = odd.Message }, FailedAttempt.Kind.Odd, Cause: odd));
        }
        catch (HttpRequestException noAnswer)
        {
            // These four happen before a byte of the request is sent; after any other the service may have received it.
            var outcome = noAnswer.HttpRequestError
                is HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
                ? FailedAttempt.Kind.NotSent
                : FailedAttempt.Kind.Unclear;
            return (null, new(error with { Status = null }, outcome, Cause: noAnswer));
        }
        // The second comes of a body that cannot be unpacked.
        catch (Exception dropped) when (dropped is IOException or InvalidDataException)
        {
            return (null, new(error with { Status = null }, FailedAttempt.Kind.Unclear, Cause: dropped));
        }
        catch (OperationCanceledException silent) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new(error with { Status = null }, FailedAttempt.Kind.Unclear, Cause: silent));
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <summary>
    /// The answer with all of its body in memory, so that a connection lost on the way is an attempt that failed.
    /// </summary>
    /// <exception cref="JsonException">It is too large, or not of the kind that was asked for.</exception>
    private static async Task<HttpResponseMessage> WholeAsync(
        HttpResponseMessage response,
        GraphCall call,
        CancellationToken cancellationToken
    )
    {
        var body = await AnswerBody.ReadAsync(response.Content, call.MostBytes, cancellationToken);
        // A proxy's page, or one to sign in on; no file that is fetched is one.
        if (
            call.IsFile
            && response.IsSuccessStatusCode
            && response.Content.Headers.ContentType?.MediaType == "text/html"
        )
            throw new JsonException("it is a page and not the file");
        if (!call.IsFile)
        {
            OddAnswer.ThrowIfNoJson(response.Content.Headers.ContentType, body);
            body = body.WithoutHalves();
        }
        call.Bytes = body.Length;
        response.Content.Dispose();
        response.Content = body;
        return response;
    }

    private async Task<FailedAttempt> FailedAsync(
        HttpRequestMessage message,
        HttpResponseMessage response,
        string requestId,
        CancellationToken cancellationToken
    )
    {
        var error = await GraphErrorReader.ReadAsync(message, response, requestId, cancellationToken);
        var outcome = response.StatusCode switch
        {
            // 503 is SharePoint's other way to say that it refuses for now:
            // https://learn.microsoft.com/graph/throttling
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => FailedAttempt.Kind.Throttled,
            HttpStatusCode.InsufficientStorage => FailedAttempt.Kind.Refused,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => FailedAttempt.Kind.Unclear,
            _ => FailedAttempt.Kind.Refused,
        };
        return new(error, outcome, ThrottleHeaders.AskedWait(response.Headers, clock.GetUtcNow()));
    }

    /// <summary>The request anew for each attempt, because the one before may still be reading its body.</summary>
    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[]? body, string requestId)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        Copy(request.Headers, copy.Headers);
        copy.Headers.Add("client-request-id", requestId);
        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            Copy(request.Content!.Headers, copy.Content.Headers);
        }
        return copy;
    }

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
            to.TryAddWithoutValidation(name, (IEnumerable<string>)values);
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
}
