using System.Security.Cryptography;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace SpLg.SharePoint;

/// <summary>
/// Tells a sign-in that is refused until somebody changes the settings from one that may succeed later.
/// </summary>
internal static class SignInFault
{
    /// <summary>
    /// The codes of the sign-in service when it does not accept application, certificate, organisation or what is asked
    /// for.
    /// https://www.rfc-editor.org/rfc/rfc6749#section-5.2,
    /// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    /// </summary>
    private static readonly string[] Refusals =
    [
        "access_denied",
        "invalid_client",
        "invalid_grant",
        "invalid_instance",
        "invalid_request",
        "invalid_resource",
        "invalid_scope",
        "invalid_tenant",
        "managed_identity_request_failed",
        "unauthorized_client",
        "unsupported_grant_type",
    ];

    /// <summary>
    /// False when the settings name something that is not there or not accepted; no answer, and one that is odd, may
    /// pass.
    /// </summary>
    public static bool MayPass(AuthenticationFailedException fault)
    {
        var causes = new List<Exception>();
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            causes.Add(cause);
        if (
            causes.Exists(c =>
                c
                    is FileNotFoundException
                        or DirectoryNotFoundException
                        or UnauthorizedAccessException
                        or CryptographicException
                        or CertificateException
            )
        )
            return false;
        if (causes.Exists(c => c is HttpRequestException or IOException))
            return true;
        // An exception without a cause is about the settings; one with a cause is the library's way to tell of an
        // answer that it cannot read.
        return !causes.Exists(c =>
            c is CredentialUnavailableException { InnerException: null }
            || (
                c is MsalServiceException { StatusCode: 400 or 401 or 403 } refused
                && Refusals.Contains(refused.ErrorCode)
            )
        );
    }
}
