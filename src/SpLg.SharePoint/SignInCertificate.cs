using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpLg.SharePoint;

/// <summary>The certificate that the application signs in with, from a file or from a certificate store.</summary>
public static class SignInCertificate
{
    /// <summary>How long before its end a certificate is to be renewed.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private const string Begin = "-----BEGIN ";

    /// <exception cref="CertificateException">
    /// It is missing, may not be read, or has no private key that can be used; the message says which and what to do.
    /// </exception>
    public static X509Certificate2 Load(SignIn.Certificate signIn)
    {
        var certificate = signIn.Path is { } path ? FromFile(path) : FromStore(signIn.Thumbprint ?? "");
        try
        {
            using var key =
                certificate.GetRSAPrivateKey()
                ?? throw new CertificateException(
                    $"The certificate {certificate.Thumbprint} has no RSA key, which the sign-in needs. Make one with RSA.",
                    null
                );
            // A key that is there may still not be this account's to use.
            key.SignData([0], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return certificate;
        }
        catch (CryptographicException e)
        {
            throw new CertificateException(
                $"The account {Environment.UserName} may not use the private key of the certificate "
                    + $"{certificate.Thumbprint}: {e.Message} Give it that right.",
                e
            );
        }
    }

    /// <summary>What is wrong with its dates and what to do; null when it can be used for more than 30 days.</summary>
    public static string? FaultOf(X509Certificate2 certificate, DateTimeOffset now)
    {
        var from = new DateTimeOffset(certificate.NotBefore).ToUniversalTime();
        var to = new DateTimeOffset(certificate.NotAfter).ToUniversalTime();
        const string Renew = "Add a new certificate to the app registration, then put it in this one's place.";
        if (now < from)
            return Text($"is not valid before {from:yyyy-MM-dd HH:mm} UTC. Wait, or look at this machine's clock.");
        if (now >= to)
            return Text($"has not been valid since {to:yyyy-MM-dd HH:mm} UTC. {Renew}");
        return to - now <= Soon ? Text($"ends in {(to - now).Days} days, on {to:yyyy-MM-dd}. {Renew}") : null;

        string Text(FormattableString rest) =>
            $"The certificate {certificate.Thumbprint} ({certificate.Subject}) {FormattableString.Invariant(rest)}";
    }

    private static X509Certificate2 FromFile(string path)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CertificateException($"There is no certificate file '{path}'.", e);
        }
        catch (IOException e)
        {
            throw new CertificateException($"The certificate file '{path}' cannot be read now: {e.Message}", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CertificateException(
                $"The account {Environment.UserName} may not read the certificate file '{path}'. Give it that right, and nobody else.",
                e
            );
        }
        try
        {
            return content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Begin)) is >= 0
                ? FromPem(path, Encoding.UTF8.GetString(content))
                : FromPfx(path, content);
        }
        catch (CryptographicException e)
        {
            throw new CertificateException(
                $"The file '{path}' is not a certificate with its private key, as PEM or PFX without password: {e.Message}",
                e
            );
        }
    }

    private static X509Certificate2 FromPem(string path, string text)
    {
        if (!text.Contains(Begin + "CERTIFICATE", StringComparison.Ordinal))
            throw new CertificateException(
                $"The file '{path}' holds a key but no certificate. Put both into it.",
                null
            );
        if (text.Contains(Begin + "ENCRYPTED PRIVATE KEY", StringComparison.Ordinal))
            throw NeedsPassword(path, null);
        if (!text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            throw WithoutKey($"file '{path}'");
        return X509Certificate2.CreateFromPem(text, text);
    }

    private static X509Certificate2 FromPfx(string path, byte[] content)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = X509CertificateLoader.LoadPkcs12(content, password: null);
        }
        catch (CryptographicException e) when (X509Certificate2.GetCertContentType(content) == X509ContentType.Pkcs12)
        {
            throw NeedsPassword(path, e);
        }
        return certificate.HasPrivateKey ? certificate : throw WithoutKey($"file '{path}'");
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // Systems without a machine store (Linux, macOS): the user's store is the only one there is.
                continue;
            }
            var found = store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
            if (found is [var certificate, ..])
                return certificate.HasPrivateKey ? certificate : throw WithoutKey($"store's certificate {thumbprint}");
        }
        throw new CertificateException(
            $"No certificate with the thumbprint {thumbprint} is in the store My of the current user or the machine.",
            null
        );
    }

    private static CertificateException NeedsPassword(string path, Exception? cause) =>
        new(
            $"The private key in the file '{path}' is protected by a password. Export it without, because settings hold no "
                + "secrets, and let only the service's account read the file.",
            cause
        );

    private static CertificateException WithoutKey(string where) =>
        new($"The {where} holds no private key. Export the certificate with its key.", null);
}
