using System.Net;
using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Throttling;

/// <summary>Sends a request until it has succeeded, is refused for good, or has been tried often enough.</summary>
/// <param name="authorize">Adds what proves who we are, anew when asked; null for pre-authenticated addresses.</param>
/// <param name="site">Closed when the site is too busy to answer (503).</param>
/// <param name="app">Closed when the application has asked too much (429) or soon will have; the same gate where there is one site.</param>
internal sealed class GraphSender(
    HttpClient http, Func<HttpRequestMessage, bool, CancellationToken, ValueTask>? authorize, ThrottleGate site, ThrottleGate app, TimeProvider clock)
{
    private const int MostAttempts = 5;
    private const int MostRefusals = 20;
    private static readonly TimeSpan LongestWaitForQuota = TimeSpan.FromMinutes(30);

    /// <param name="read">Reads the answer to its end; a connection lost while reading counts as a failed attempt.</param>
    public async Task<T> SendAsync<T>(GraphRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var failures = 0;
        var refusals = 0;
        var waitedForQuota = TimeSpan.Zero;
        var unclear = false;
        var signInAnew = false;
        // An attempt may take all its time, by silence or by a body that comes in drops, and another may after it; not five.
        var left = request.Limit * 2;
        while (true)
        {
            if (!request.IsUrgent)
            {
                await app.WaitAsync(cancellationToken);
                await site.WaitAsync(cancellationToken);
            }
            // Measured in real time even in tests: it guards against a socket that has gone silent, which no other clock knows.
            var since = TimeProvider.System.GetTimestamp();
            var within = left < request.Limit ? left : request.Limit;
            var (answer, failed) = await TryAsync(request, read, signInAnew, within, cancellationToken);
            left -= TimeProvider.System.GetElapsedTime(since);
            if (failed is null)
                return answer!;
            if (failed.Error.Status == HttpStatusCode.Unauthorized && authorize is not null && !signInAnew)
            {
                // The token may have been withdrawn before its time; only one that is new tells.
                signInAnew = true;
                continue;
            }
            if (failed.Outcome == FailedAttempt.Kind.Throttled)
            {
                var wait = Wait(failed.AskedWait, refusals);
                waitedForQuota += wait;
                // Also when this call is given up: what comes next must not ask at once.
                (failed.Error.Status == HttpStatusCode.TooManyRequests ? app : site).Pause(wait, $"SharePoint answered {(int?)failed.Error.Status} and asks us to wait.");
                if (request.IsUrgent || waitedForQuota > LongestWaitForQuota || ++refusals >= MostRefusals)
                    throw GraphFault.Throttled(failed.Error, wait);
                continue;
            }

            unclear |= failed.Outcome == FailedAttempt.Kind.Unclear;
            if (!MayRepeat(request, failed) || ++failures >= MostAttempts || left <= TimeSpan.Zero || request.IsUrgent)
                throw ToException(request, failed, unclear);
            await Task.Delay(Backoff.After(failures), clock, cancellationToken);
        }
    }

    /// <summary>The service decides at first; one that goes on refusing after the waits it asked for is given longer ones.</summary>
    private static TimeSpan Wait(TimeSpan? asked, int refusals)
    {
        var ours = Backoff.After(refusals + 1);
        return asked is { } wait && (refusals == 0 || wait > ours) ? wait : ours;
    }

    private static bool MayRepeat(GraphRequest request, FailedAttempt failed) => failed.Outcome switch
    {
        FailedAttempt.Kind.NotSent => true,
        FailedAttempt.Kind.Unclear => request.Repeatable,
        _ => false,
    };

    private static GraphException ToException(GraphRequest request, FailedAttempt failed, bool unclear)
    {
        var exception = failed.Outcome switch
        {
            FailedAttempt.Kind.NotSent => GraphFault.Unreachable(failed.Error, failed.Cause!),
            FailedAttempt.Kind.Unclear when !request.Repeatable => GraphFault.Unclear(failed.Error, failed.Cause),
            FailedAttempt.Kind.Unclear when failed.Error.Status is null => GraphFault.Unreachable(failed.Error, failed.Cause!),
            FailedAttempt.Kind.Unclear => GraphFault.OfTheMoment(failed.Error, failed.Cause),
            _ when failed.Cause is JsonException => GraphFault.Odd(failed.Error, failed.Cause),
            _ => GraphFault.ToException(failed.Error, failed.Cause),
        };
        exception.AfterLostAnswer = unclear;
        return exception;
    }

    private async Task<(T? Answer, FailedAttempt? Failed)> TryAsync<T>(
        GraphRequest request,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        bool signInAnew,
        TimeSpan within,
        CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString();
        var nothing = new GraphError(request.Method, SafeUrl.Of(request.Url), null, null, null, requestId);
        using var message = request.ToMessage(requestId);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(within);
        try
        {
            if (authorize is not null)
                await authorize(message, signInAnew, limit.Token);
        }
        catch (OperationCanceledException silent) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, new(nothing, FailedAttempt.Kind.NotSent, Cause: silent));
        }

        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (ThrottleHeaders.QuotaWait(response.Headers) is { } rest)
                app.Pause(rest, "The application's quota for this minute is nearly used up.");
            if (!response.IsSuccessStatusCode && !(request.TakesRedirect && IsRedirect(response.StatusCode)))
                return (default, await FailedAsync(message, response, requestId, limit.Token));
            try
            {
                return (await read(response, limit.Token), null);
            }
            catch (FaultInAnswerException fault)
            {
                var error = nothing with { Status = response.StatusCode };
                return (default, new(GraphErrorReader.Fill(error, fault.Error), FailedAttempt.Kind.Unclear, Cause: fault));
            }
            catch (JsonException notJson)
            {
                var odd = nothing with { Status = response.StatusCode, Message = OddAnswer.Describe(response, notJson) };
                return (default, new(odd, FailedAttempt.Kind.Refused, Cause: notJson));
            }
        }
        catch (HttpRequestException noAnswer)
        {
            // These four happen before a byte of the request is sent; after any other the service may have received it.
            var outcome = noAnswer.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                ? FailedAttempt.Kind.NotSent
                : FailedAttempt.Kind.Unclear;
            return (default, new(nothing, outcome, Cause: noAnswer));
        }
        // The latter of a body that cannot be unpacked.
        catch (Exception dropped) when (dropped is IOException or InvalidDataException)
        {
            return (default, new(nothing, FailedAttempt.Kind.Unclear, Cause: dropped));
        }
        catch (OperationCanceledException silent) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, new(nothing, FailedAttempt.Kind.Unclear, Cause: silent));
        }
    }

    private async Task<FailedAttempt> FailedAsync(HttpRequestMessage message, HttpResponseMessage response, string requestId, CancellationToken cancellationToken)
    {
        var error = await GraphErrorReader.ReadAsync(message, response, requestId, cancellationToken);
        var outcome = response.StatusCode switch
        {
            // 503 is SharePoint's other way to say that it refuses for now: https://learn.microsoft.com/graph/throttling
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => FailedAttempt.Kind.Throttled,
            HttpStatusCode.InsufficientStorage => FailedAttempt.Kind.Refused,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => FailedAttempt.Kind.Unclear,
            _ => FailedAttempt.Kind.Refused,
        };
        return new(error, outcome, ThrottleHeaders.AskedWait(response.Headers, clock.GetUtcNow()));
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
