namespace SpLg.SharePoint.Reading;

/// <summary>Somebody in the site's list of people.</summary>
/// <param name="Id">What person columns hold; another for the same person on another site.</param>
/// <param name="Email">Null for groups and applications.</param>
public sealed record Person(int Id, string Name, string? Email);
