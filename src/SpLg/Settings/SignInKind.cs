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

    /// <summary>Identity that Kubernetes gives the program's service account (workload identity federation).</summary>
    WorkloadIdentity,

    /// <summary>No sign-in: only for the local site, on loopback.</summary>
    LocalSite,
}
