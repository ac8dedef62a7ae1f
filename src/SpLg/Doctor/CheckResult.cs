namespace SpLg.Doctor;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Faults">What is wrong and how to mend it, a line each; empty when all is well.</param>
internal sealed record CheckResult(string Name, IReadOnlyList<string> Faults)
{
    public bool IsWell => Faults.Count == 0;
}
