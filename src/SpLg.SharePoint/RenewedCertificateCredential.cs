using Azure.Core;
using Azure.Identity;

namespace SpLg.SharePoint;

/// <summary>
/// Signs in with the certificate that lies in the file now, because one that is renewed is to be used without a restart
/// of the worker. While a new file cannot be read, as one that is being written, the old certificate is used as long as
/// it is valid.
/// </summary>
/// <param name="make">The credential for what lies in the file.</param>
internal sealed class RenewedCertificateCredential(
    SignIn.Certificate signIn,
    Func<System.Security.Cryptography.X509Certificates.X509Certificate2, TokenCredential> make,
    TimeProvider clock
) : TokenCredential
{
    private readonly Lock guard = new();
    private (DateTime Written, long Length) file;
    private (TokenCredential Credential, DateTime End)? current;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Current().GetToken(requestContext, cancellationToken);

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    ) => Current().GetTokenAsync(requestContext, cancellationToken);

    /// <exception cref="AuthenticationFailedException">There is none that can be used.</exception>
    private TokenCredential Current()
    {
        // Several requests sign in at a time.
        lock (guard)
        {
            var there = State();
            if (current is { } same && there == file)
                return same.Credential;
            try
            {
                var certificate = SignInCertificate.Load(signIn);
                current = (make(certificate), certificate.NotAfter.ToUniversalTime());
                file = there;
                return current.Value.Credential;
            }
            catch (CertificateException e)
            {
                if (current is not { } old || old.End <= clock.GetUtcNow().UtcDateTime)
                    throw new CredentialUnavailableException(e.Message, e);
                return old.Credential;
            }
        }
    }

    private (DateTime, long) State()
    {
        if (signIn.Path is not { } path)
            return default;
        var info = new FileInfo(path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}
