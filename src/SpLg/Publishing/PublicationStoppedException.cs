namespace SpLg.Publishing;

/// <summary>
/// An open edition that was not made or is not published, because a person has to decide first about what it would
/// tell.
/// </summary>
/// <param name="findings">One a text or row, each with where it stands and what to do.</param>
/// <param name="message">What they have in common, in Swedish.</param>
internal sealed class PublicationStoppedException(IReadOnlyList<Finding> findings, string message) : Exception(message)
{
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
