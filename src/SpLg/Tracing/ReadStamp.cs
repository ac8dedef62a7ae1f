namespace SpLg.Tracing;

/// <summary>
/// Which reading of the lists a document shows. It stands in the document, so that a repeated run can tell that only
/// the time has passed.
/// </summary>
/// <param name="Run">The run's mark, which the library's column holds too when the run has come to its end; null for a
/// document made of files.</param>
internal sealed record ReadStamp(DateTimeOffset ReadOn, string? Run);
