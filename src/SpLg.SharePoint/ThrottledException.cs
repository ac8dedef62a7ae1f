namespace SpLg.SharePoint;

/// <summary>
/// SharePoint asked us to wait longer than one call may take (429, 503). Try again later.
/// </summary>
public sealed class ThrottledException : GraphException
{
    internal ThrottledException(GraphError error, string advice, Exception? cause = null)
        : base(error, advice, cause)
    {
    }
}
