namespace SpLg.Approvals;

/// <summary>Headings in a document that people are told of.</summary>
internal sealed record FileHeadings(string File, IReadOnlyList<string> Headings);
