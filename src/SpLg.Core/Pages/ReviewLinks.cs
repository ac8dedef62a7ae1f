namespace SpLg.Core.Pages;

/// <summary>Where the page of a review leads.</summary>
/// <param name="Document">Where the open edition is opened.</param>
/// <param name="Pdf">Null when there is none.</param>
/// <param name="Library">Where all years' reviews lie.</param>
/// <param name="Others">Other years' reviews, in any order.</param>
public sealed record ReviewLinks(Uri Document, Uri? Pdf, Uri Library, IReadOnlyList<OtherReview> Others);
