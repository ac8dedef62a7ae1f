namespace SpLg.Requests;

/// <summary>That the status of a request became another.</summary>
/// <param name="Status">What it became; null for none that there is.</param>
/// <param name="Version">The label of that version.</param>
/// <param name="IsWhole">True when the change was made in this version: the one just before is there too, or it is the
/// row's first.</param>
internal sealed record StatusChange(ReviewStatus? Status, Author By, DateTimeOffset At, string Version, bool IsWhole);
