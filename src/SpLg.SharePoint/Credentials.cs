using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace SpLg.SharePoint;

/// <summary>Turns the sign-in of the settings into the credential that fetches tokens.</summary>
internal static class Credentials
{
    /// <summary>One for all: its connections outlive a credential.</summary>
    private static readonly HttpClientTransport Transport = new(new BoundedAnswers());

    public static TokenCredential For(SignIn signIn) =>
        signIn switch
        {
            SignIn.FixedToken fixedToken => new FixedTokenCredential(fixedToken.Token),
            SignIn.ManagedIdentity identity => new ManagedIdentityCredential(
                Bounded(
                    new ManagedIdentityCredentialOptions(
                        identity.ClientId is null
                            ? ManagedIdentityId.SystemAssigned
                            : ManagedIdentityId.FromUserAssignedClientId(identity.ClientId)
                    )
                )
            ),
            SignIn.WorkloadIdentity identity => new WorkloadIdentityCredential(
                Bounded(
                    new WorkloadIdentityCredentialOptions { TenantId = identity.TenantId, ClientId = identity.ClientId }
                )
            ),
            SignIn.Certificate certificate => new RenewedCertificateCredential(
                certificate,
                c => new ClientCertificateCredential(
                    certificate.TenantId,
                    certificate.ClientId,
                    c,
                    Bounded(new ClientCertificateCredentialOptions())
                ),
                TimeProvider.System
            ),
            _ => throw new ArgumentException($"Sign-in {signIn} is not handled.", nameof(signIn)),
        };

    /// <summary>
    /// No tries of its own, because the library below it tries again within some 3 s (MSAL: a managed identity three times,
    /// a certificate once), and whoever asked tries later and says so. Together they took 25 s without a word.
    /// </summary>
    private static T Bounded<T>(T options)
        where T : TokenCredentialOptions
    {
        options.Transport = Transport;
        options.RetryPolicy = new RetryPolicy(maxRetries: 0);
        return options;
    }
}
