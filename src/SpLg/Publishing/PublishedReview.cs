namespace SpLg.Publishing;

/// <summary>An approved review as every employee finds it.</summary>
/// <param name="Parts">Its documents; the page leads to the first, and so does the request.</param>
/// <param name="Page">The site page.</param>
/// <param name="NotLeading">In Swedish, which other years' pages somebody had open, so that they do not lead here; null
/// when all do.</param>
/// <param name="NoReaders">In Swedish, why not every employee may be able to open the files; null when all can.</param>
internal sealed record PublishedReview(
    IReadOnlyList<PublishedPart> Parts,
    Uri Page,
    string? NotLeading,
    string? NoReaders
);

/// <param name="Document">Where it is opened.</param>
/// <param name="Pdf">Where its PDF is opened; null when the service could not convert it.</param>
/// <param name="NoPdf">In Swedish, why there is no PDF; null when there is one.</param>
internal sealed record PublishedPart(Uri Document, Uri? Pdf, string? NoPdf);
