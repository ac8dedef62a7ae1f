namespace SpLg.Doctor;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Faults">What is wrong and how to mend it, a line each; empty when all is well.</param>
internal sealed record CheckResult(string Name, IReadOnlyList<string> Faults)
{
    /// <summary>The result where some are as they should be and others not, with what follows from it.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    public bool IsWell => Faults.Count == 0;
}
