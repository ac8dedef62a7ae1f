namespace SpLg.Publishing;

/// <summary>An approved review as every employee finds it.</summary>
/// <param name="Document">Where the open edition is opened.</param>
/// <param name="Pdf">Where its PDF is opened; null when the service could not convert it.</param>
/// <param name="Page">The site page.</param>
/// <param name="NoPdf">In Swedish, why there is no PDF; null when there is one.</param>
/// <param name="NotLeading">In Swedish, which other years' pages somebody had open, so that they do not lead here; null
/// when all do.</param>
/// <param name="NoReaders">In Swedish, why not every employee may be able to open the files; null when all can.</param>
internal sealed record PublishedReview(
    Uri Document,
    Uri? Pdf,
    Uri Page,
    string? NoPdf,
    string? NotLeading,
    string? NoReaders
);
