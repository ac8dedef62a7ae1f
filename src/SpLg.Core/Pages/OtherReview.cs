namespace SpLg.Core.Pages;

/// <summary>Another year's review that has been published.</summary>
/// <param name="Document">Where its open edition is opened; null when it has only a page.</param>
/// <param name="Page">Null when it has only a document.</param>
public sealed record OtherReview(int Year, Uri? Document, Uri? Page);
