namespace SpLg.SharePoint;

/// <summary>
/// How the program proves who it is. There is no client secret on purpose: SharePoint itself accepts only certificates
/// from an application.
/// </summary>
public abstract record SignIn
{
    private SignIn() { }

    /// <summary>An Entra application with a certificate, from a file or from the machine's certificate store.</summary>
    /// <param name="Path">
    /// A PEM or PFX file without password, holding the private key; null when <paramref name="Thumbprint"/> is used.
    /// </param>
    /// <param name="Thumbprint">
    /// A certificate in the store My of the current user or the machine; null when <paramref name="Path"/> is used.
    /// </param>
    public sealed record Certificate(string TenantId, string ClientId, string? Path = null, string? Thumbprint = null)
        : SignIn;

    /// <summary>The identity of the Azure resource the program runs on.</summary>
    /// <param name="ClientId">The user-assigned identity; null for the resource's own.</param>
    public sealed record ManagedIdentity(string? ClientId = null) : SignIn;

    /// <summary>
    /// The identity that Kubernetes gives the program's service account, by the file that <c>AZURE_FEDERATED_TOKEN_FILE</c>
    /// names. https://learn.microsoft.com/entra/workload-id/workload-identity-federation
    /// </summary>
    /// <param name="TenantId">Null takes <c>AZURE_TENANT_ID</c>.</param>
    /// <param name="ClientId">Null takes <c>AZURE_CLIENT_ID</c>.</param>
    public sealed record WorkloadIdentity(string? TenantId = null, string? ClientId = null) : SignIn;

    /// <summary>A fixed bearer for the local site; refused for any address that is not loopback.</summary>
    public sealed record FixedToken(string Token) : SignIn;
}
