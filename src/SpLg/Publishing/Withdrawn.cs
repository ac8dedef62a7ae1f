namespace SpLg.Publishing;

/// <summary>What has been taken away of a review that employees could read.</summary>
/// <param name="Files">Names of the files that were there.</param>
/// <param name="InBin">Those of them that lie in the recycle bin, because the application may not remove them for
/// good.</param>
/// <param name="Page">The page's name; null when there was none any more.</param>
/// <param name="StillLeading">In Swedish, which other years' pages may still lead there and what to do; null when none
/// do.</param>
internal sealed record Withdrawn(
    IReadOnlyList<string> Files,
    IReadOnlyList<string> InBin,
    string? Page,
    string? StillLeading
);
