using Microsoft.Kiota.Abstractions;

namespace SpLg.SharePoint.Throttling;

/// <summary>
/// One call on its way through the SDK: what may be done with it, and what its attempts have come to so far. The SDK
/// carries it as an option of the request to <see cref="GraphHandler"/>, which makes the attempts.
/// </summary>
internal sealed class GraphCall : IRequestOption
{
    private const int MostAttempts = 5;

    /// <summary>A timer may ring a little early, and what is left then is no time for an attempt.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);

    private int failures;
    private TimeSpan? left;

    /// <summary>How long one attempt may take, from the first byte sent to the last received.</summary>
    public TimeSpan Limit { get; init; } = Limits.Answer;

    /// <summary>Bytes of the answer that are taken.</summary>
    public long MostBytes { get; init; } = Limits.Json;

    /// <summary>True when the answer is the content of a file or a redirection to it, and not JSON.</summary>
    public bool IsFile { get; init; }

    /// <summary>True sends it although all calls rest, and once only: what tells people of the rest.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>
    /// True for a pre-authenticated address (upload session, download). These carry their own key, and the token must
    /// not go there:
    /// https://learn.microsoft.com/graph/api/driveitem-createuploadsession
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// False when doing it twice is not the same as doing it once, so that it is not repeated after a lost answer; null
    /// decides by the method: of those in use only POST does something each time.
    /// </summary>
    public bool? IsRepeatable { get; init; }

    /// <summary>True when an earlier attempt may have been carried out although its answer was lost.</summary>
    public bool IsUnclear { get; private set; }

    /// <summary>The last attempt: address, status and request id, with nothing yet of what is wrong.</summary>
    public GraphError? Last { get; set; }

    /// <summary>Where the last attempt went.</summary>
    public Uri? Address { get; set; }

    /// <summary>Bytes of the last answer.</summary>
    public long Bytes { get; set; }

    /// <summary>
    /// How long the next attempt may take. An attempt may take all its time, by silence or by a body that comes in
    /// drops, and another may after it; not five.
    /// </summary>
    public TimeSpan Within => Left < Limit ? Left : Limit;

    private TimeSpan Left => left ?? Limit * 2;

    /// <summary>Puts the call on a request of the SDK.</summary>
    public void On<T>(RequestConfiguration<T> request)
        where T : class, new() => request.Options.Add(this);

    /// <summary>As <see cref="On"/>, and only when the thing is still as it was read.</summary>
    /// <param name="etag">With its quotes; null sends no condition.</param>
    public Action<RequestConfiguration<DefaultQueryParameters>> IfMatch(string? etag) =>
        request =>
        {
            On(request);
            if (etag is not null)
                request.Headers.Add("If-Match", etag);
        };

    public void Spend(TimeSpan time) => left = Left - time;

    /// <summary>Counts a failed attempt, and says whether there is another one.</summary>
    public bool GoesOn(FailedAttempt failed)
    {
        IsUnclear |= failed.Outcome == FailedAttempt.Kind.Unclear;
        return MayRepeat(failed) && ++failures < MostAttempts && Left > Least && !IsUrgent;
    }

    public Task BackOffAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        Task.Delay(Backoff.After(failures), clock, cancellationToken);

    public GraphException ToException(FailedAttempt failed)
    {
        var exception = failed.Outcome switch
        {
            FailedAttempt.Kind.NotSent => GraphFault.Unreachable(failed.Error, failed.Cause!),
            FailedAttempt.Kind.Unclear when !Repeatable(failed) => GraphFault.Unclear(failed.Error, failed.Cause),
            FailedAttempt.Kind.Unclear when failed.Error.Status is null => GraphFault.Unreachable(
                failed.Error,
                failed.Cause!
            ),
            FailedAttempt.Kind.Unclear => GraphFault.OfTheMoment(failed.Error, failed.Cause),
            FailedAttempt.Kind.Odd => GraphFault.Odd(failed.Error, failed.Cause),
            _ => GraphFault.ToException(failed.Error, failed.Cause),
        };
        exception.AfterLostAnswer = IsUnclear;
        return exception;
    }

    private bool MayRepeat(FailedAttempt failed) =>
        failed.Outcome switch
        {
            FailedAttempt.Kind.NotSent => true,
            FailedAttempt.Kind.Unclear => Repeatable(failed),
            _ => false,
        };

    private bool Repeatable(FailedAttempt failed) => IsRepeatable ?? failed.Error.Method != HttpMethod.Post;
}
