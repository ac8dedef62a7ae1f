namespace SpLg.SharePoint.Reading;

/// <summary>
/// https://learn.microsoft.com/graph/api/resources/identityset. What an application wrote on its own comes with
/// <c>application</c> and a <c>user</c> who is nobody: a display name such as "SharePoint App", neither id nor e-mail.
/// </summary>
internal sealed record IdentitySetAnswer(IdentitySetAnswer.Identity? Application, IdentitySetAnswer.Identity? User)
{
    public sealed record Identity(string? Id, string? DisplayName, string? Email);

    /// <summary>
    /// A person who used an application is that person. Who is neither told as an application nor known by id or e-mail
    /// is somebody unknown, and never the application.
    /// </summary>
    public Author ToAuthor() => Application is { } application && User is not ({ Id.Length: > 0 } or { Email.Length: > 0 })
        ? new(application.DisplayName, null, null, true)
        : new(User?.DisplayName, Given(User?.Email), Given(User?.Id), false);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
