using System.Net;

namespace SpLg.SharePoint;

/// <summary>A call to Graph failed for good. The message tells what happened and what to do.</summary>
public class GraphException : Exception
{
    internal GraphException(GraphError error, string advice, Exception? cause = null)
        : base(error.Describe(advice), cause)
    {
        Error = error;
    }

    /// <summary>The HTTP status, or null when no answer came.</summary>
    public HttpStatusCode? Status => Error.Status;

    /// <summary>
    /// The most precise error code of the answer, e.g. <c>itemNotFound</c>; null when there was none.
    /// </summary>
    public string? Code => Error.Code;

    /// <summary>The id Microsoft's support asks for; the id we sent when no answer came.</summary>
    public string? RequestId => Error.RequestId;

    /// <summary>The address called, without anything secret in its query.</summary>
    public string Url => Error.Url;

    /// <summary>
    /// True when the same call may well succeed later with nothing changed by anyone: the service was not reached, its
    /// answer was lost, it had a fault of the moment, it throttled for too long, or somebody else saved at the same
    /// time.
    /// </summary>
    public bool MayPass { get; internal init; }

    internal GraphError Error { get; }

    /// <summary>
    /// True when an earlier attempt of the same call may have been carried out although its answer was lost.
    /// </summary>
    internal bool AfterLostAnswer { get; set; }
}
