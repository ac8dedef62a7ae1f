namespace SpLg.SharePoint;

/// <summary>
/// The site, list, row or file is not there (404), or this application cannot see it.
/// </summary>
public sealed class NotFoundException : GraphException
{
    internal NotFoundException(GraphError error, string advice, Exception? cause = null)
        : base(error, advice, cause) { }
}
