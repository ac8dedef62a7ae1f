namespace SpLg.SharePoint.Throttling;

/// <summary>Why one attempt came to nothing, and whether another one may help.</summary>
/// <param name="Outcome">What is known about the request.</param>
/// <param name="AskedWait">How long the service asks us to wait; null when it does not say.</param>
internal sealed record FailedAttempt(
    GraphError Error,
    FailedAttempt.Kind Outcome,
    TimeSpan? AskedWait = null,
    Exception? Cause = null
)
{
    public enum Kind
    {
        /// <summary>The service refused for good.</summary>
        Refused,

        /// <summary>The service did nothing because there are too many calls.</summary>
        Throttled,

        /// <summary>The request never arrived.</summary>
        NotSent,

        /// <summary>The service may have done it, but the answer is a fault of the moment or was lost.</summary>
        Unclear,

        /// <summary>The answer is not what Graph sends.</summary>
        Odd,
    }
}
