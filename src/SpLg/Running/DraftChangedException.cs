namespace SpLg.Running;

/// <summary>
/// The draft in the library is not the one that was approved: somebody else has saved it since it was handed over. The message says
/// who, and that it has to be approved anew; in Swedish.
/// </summary>
internal sealed class DraftChangedException(string message) : Exception(message)
{
    /// <summary>True when a file was not found, which may be seen a moment later.</summary>
    public bool IsMissing { get; init; }
}
