namespace SpLg.SharePoint.Reading;

/// <summary>A site.</summary>
/// <param name="Id"><c>host,site collection id,web id</c>.</param>
public sealed record Site(string Id, string Name, Uri WebUrl);
