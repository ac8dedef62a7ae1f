namespace SpLg.LocalSite.Faults;

/// <summary>
/// A fault for the requests that match, so that a client can be tested against a service on a bad day.
/// </summary>
/// <param name="Path">A regular expression found in the decoded path and query, e.g. <c>/items/delta</c>; empty for
/// all.</param>
/// <param name="Method">GET, POST …; null for all.</param>
/// <param name="Status">The status of <see cref="FaultKind.Answer"/>, e.g. 429, 503, 410; null to answer as
/// usual.</param>
/// <param name="GraphCode">The error's code; null for the usual one of the status.</param>
/// <param name="RetryAfter">Seconds, sent as given (the service has sent fractions); null for no such header.</param>
/// <param name="Delay">Waited before the answer; for <see cref="FaultKind.HideFreshItems"/> how long items stay
/// hidden.</param>
/// <param name="Count">How many requests it meets before it is used up.</param>
/// <param name="Skip">How many matching requests pass unharmed first.</param>
public sealed record FaultRule(
    string Path,
    string? Method = null,
    FaultKind Kind = FaultKind.Answer,
    int? Status = null,
    string? GraphCode = null,
    double? RetryAfter = null,
    TimeSpan? Delay = null,
    int Count = 1,
    int Skip = 0
)
{
    /// <summary>The body of <see cref="FaultKind.Text"/>; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Headers of <see cref="FaultKind.Text"/>; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
