namespace SpLg.SharePoint;

/// <summary>
/// SharePoint asked us to wait longer than one call may take (429, 503). Try again later.
/// </summary>
public sealed class ThrottledException : GraphException
{
    internal ThrottledException(GraphError error, TimeSpan wait, string advice)
        : base(error, advice)
    {
        Wait = wait;
    }

    /// <summary>How long it asks us to wait, from when it answered; never more than an hour.</summary>
    public TimeSpan Wait { get; }
}
