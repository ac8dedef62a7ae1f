namespace SpLg.SharePoint.Publishing;

/// <summary>A page of the site as it is. https://learn.microsoft.com/graph/api/resources/sitepage</summary>
/// <param name="Id">The page's GUID.</param>
/// <param name="Name">File name, such as <c>ledningens-genomgang-2026.aspx</c>.</param>
/// <param name="WebUrl">Where a person opens it.</param>
/// <param name="IsPublished">True when what was last saved is what everyone sees.</param>
/// <param name="Text">The inner HTML of all its text web parts in order, as the service gives it back; null when not
/// asked for.</param>
public sealed record SitePage(string Id, string Name, string? Title, Uri WebUrl, bool IsPublished, string? Text);
