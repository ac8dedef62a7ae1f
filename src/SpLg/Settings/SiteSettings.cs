namespace SpLg.Settings;

/// <summary>The one site this program works with, and how it signs in to it.</summary>
/// <param name="Address">The SharePoint site, e.g. https://contoso.sharepoint.com/sites/informationssakerhet.</param>
/// <param name="Graph">Graph's base address, closing slash included.</param>
/// <param name="Company">Named in the User-Agent, as Microsoft asks of programs that read much.</param>
/// <param name="Approvers">E-mail addresses of those who may approve a review, as SharePoint knows them; empty when
/// nobody may.</param>
internal sealed record SiteSettings(
    Uri Address,
    Uri Graph,
    string Company,
    SignInKind SignIn,
    string? TenantId,
    string? ClientId,
    string? CertificatePath,
    string? CertificateThumbprint,
    IReadOnlyList<string> Approvers
)
{
    /// <summary>
    /// Client ids of app registrations that the program signed in as before: what they wrote is its own.
    /// </summary>
    public IReadOnlyList<string> EarlierClientIds { get; init; } = [];

    /// <summary>The sign-in of <see cref="SignInKind.Certificate"/>, which the settings were checked for.</summary>
    public SignIn.Certificate Certificate => new(TenantId!, ClientId!, CertificatePath, CertificateThumbprint);
}
