namespace SpLg.SharePoint.Publishing;

/// <summary>Content that a page is to have.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Description">Shown where news are listed.</param>
/// <param name="Sections">HTML of one text web part each, in one column, top to bottom.</param>
public sealed record SitePageContent(string Title, string Description, IReadOnlyList<string> Sections);
