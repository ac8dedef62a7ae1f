namespace SpLg.SharePoint.Reading;

/// <summary>
/// Who made a change, as SharePoint says. https://learn.microsoft.com/graph/api/resources/identityset
/// </summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">Null for an application, and where SharePoint does not tell.</param>
/// <param name="Id">The person's id in the directory; null as <paramref name="Email"/>.</param>
/// <param name="IsApplication">True when an application wrote on its own, without a person.</param>
public sealed record Author(string? Name, string? Email, string? Id, bool IsApplication)
{
    /// <summary>The application's client id; null for a person, and where SharePoint does not tell.</summary>
    public string? ApplicationId { get; init; }
}
