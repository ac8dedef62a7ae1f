namespace SpLg.SharePoint;

/// <summary>
/// Signing in failed, or the application lacks the right (401, 403).
/// </summary>
public sealed class AccessDeniedException : GraphException
{
    internal AccessDeniedException(GraphError error, string advice, Exception? cause = null)
        : base(error, advice, cause) { }
}
