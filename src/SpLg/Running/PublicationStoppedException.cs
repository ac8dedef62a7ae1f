using SpLg.Core.Lists;

namespace SpLg.Running;

/// <summary>An open edition that was not made, because a person has to decide first about what it would tell.</summary>
/// <param name="findings">One a text, each with where it stands and what to do.</param>
internal sealed class PublicationStoppedException(IReadOnlyList<Finding> findings) : Exception(
    $"Den öppna utgåvan har inte gjorts, eftersom {(findings.Count == 1 ? "en text" : $"{findings.Count} texter")} i listorna ser ut att innehålla personuppgifter.")
{
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
