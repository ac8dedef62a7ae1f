using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace SpLg.SharePoint;

/// <summary>Turns the sign-in of the settings into the credential that fetches tokens.</summary>
internal static class Credentials
{
    /// <summary>One for all: its connections outlive a credential.</summary>
    private static readonly HttpClientTransport Transport = new(new BoundedAnswers());

    /// <exception cref="AuthenticationFailedException">The certificate is not in the store.</exception>
    public static TokenCredential For(SignIn signIn) =>
        signIn switch
        {
            SignIn.FixedToken fixedToken => new FixedTokenCredential(fixedToken.Token),
            SignIn.ManagedIdentity identity => new ManagedIdentityCredential(
                new ManagedIdentityCredentialOptions(
                    identity.ClientId is null
                        ? ManagedIdentityId.SystemAssigned
                        : ManagedIdentityId.FromUserAssignedClientId(identity.ClientId)
                )
                {
                    Transport = Transport,
                }
            ),
            SignIn.Certificate { Path: { } path } file => new ClientCertificateCredential(
                file.TenantId,
                file.ClientId,
                path,
                new() { Transport = Transport }
            ),
            SignIn.Certificate { Thumbprint: { } thumbprint } stored => new ClientCertificateCredential(
                stored.TenantId,
                stored.ClientId,
                FromStore(thumbprint),
                new() { Transport = Transport }
            ),
            _ => throw new ArgumentException(
                "Signing in with a certificate needs a file or a thumbprint.",
                nameof(signIn)
            ),
        };

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                // Systems without a machine store (Linux, macOS): the user's store is the only one there is.
                continue;
            }

            if (
                store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault() is
                { } found
            )
                return found;
        }

        throw new CredentialUnavailableException(
            $"No certificate with the thumbprint {thumbprint} is in the store My of the current user or the machine."
        );
    }
}
