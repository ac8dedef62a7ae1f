namespace SpLg.Import;

/// <summary>Result of an import into one list.</summary>
/// <param name="Skipped">Rows that could not be imported; each has a finding of level Error.</param>
internal sealed record ImportReport(string List, int Created, int Updated, int Unchanged, int Skipped);
