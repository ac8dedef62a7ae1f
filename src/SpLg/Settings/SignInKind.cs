namespace SpLg.Settings;

/// <summary>
/// How the program shows who it is. There is no client secret: SharePoint accepts app-only calls only with a
/// certificate.
/// </summary>
internal enum SignInKind
{
    /// <summary>App registration with a certificate, from a file or the certificate store.</summary>
    Certificate,

    /// <summary>Managed identity of the Azure machine the program runs on.</summary>
    ManagedIdentity,

    /// <summary>No sign-in: only for the local site, on loopback.</summary>
    LocalSite,
}
