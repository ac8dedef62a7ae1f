using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpLg.LocalSite;

/// <summary>
/// The certificate of a local site that speaks https, signed by itself and kept in the site's folder so that it stays
/// the same over restarts. A client is told to trust the file, e.g. with NODE_EXTRA_CA_CERTS, REQUESTS_CA_BUNDLE or
/// SSL_CERT_FILE.
/// </summary>
internal static class LoopbackCertificate
{
    public const string FileName = "certificate.pem";
    private const string KeyFileName = "certificate.key";

    /// <summary>The kept certificate, or a new one when there is none or it ends within a day.</summary>
    public static X509Certificate2 OpenOrCreate(string folder, DateTimeOffset now)
    {
        var file = Path.Combine(folder, FileName);
        var keyFile = Path.Combine(folder, KeyFileName);
        if (File.Exists(file) && File.Exists(keyFile))
        {
            var kept = Exportable(X509Certificate2.CreateFromPemFile(file, keyFile));
            if (kept.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(1))
                return kept;
            kept.Dispose();
        }
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Site.SharePointHost}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Site.SharePointHost);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true,
                hasPathLengthConstraint: true,
                pathLengthConstraint: 0,
                critical: true
            )
        );
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        // The key first: a certificate without its key is made anew, a key without certificate is overwritten.
        try
        {
            WriteForOwner(keyFile, key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(file + ".new", made.ExportCertificatePem());
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(file + ".new");
            throw new FileFault(file, e);
        }
        return Exportable(X509Certificate2.CreateFromPemFile(file, keyFile));
    }

    /// <summary>
    /// Windows cannot serve TLS with a key that lives in memory only, which is what reading PEM gives.
    /// </summary>
    private static X509Certificate2 Exportable(X509Certificate2 fromPem)
    {
        using (fromPem)
            return X509CertificateLoader.LoadPkcs12(fromPem.Export(X509ContentType.Pkcs12), password: null);
    }

    private static void WriteForOwner(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
