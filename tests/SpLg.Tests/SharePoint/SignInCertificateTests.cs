using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace SpLg.Tests.SharePoint;

/// <summary>What is wrong with the application's certificate is told by name, and a renewed one is used at once.</summary>
public sealed class SignInCertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("splg-certificate-").FullName;

    [Theory]
    [InlineData("splg.pem")]
    [InlineData("splg.pfx")]
    [InlineData("splg.crt")]
    public void A_certificate_with_its_key_is_read_whatever_its_file_is_called(string name)
    {
        using var made = Made("lindo", Now.AddYears(1));
        var path = name.EndsWith("pfx", StringComparison.Ordinal)
            ? Write(name, made.Export(X509ContentType.Pkcs12))
            : Write(name, Encoding.ASCII.GetBytes(Pem(made)));

        using var read = SignInCertificate.Load(new("t", "c", path));

        Assert.True(read.HasPrivateKey);
        Assert.Equal(made.Thumbprint, read.Thumbprint);
    }

    public static TheoryData<string, string> Useless =>
        new()
        {
            { "no key", "holds no private key" },
            { "only a key", "holds a key but no certificate" },
            { "key with password", "protected by a password" },
            { "pfx with password", "protected by a password" },
            { "pfx without key", "holds no private key" },
            { "half a file", "holds no private key" },
            { "empty", "is not a certificate with its private key" },
            { "a picture", "is not a certificate with its private key" },
            { "gone", "There is no certificate file" },
        };

    [Theory]
    [MemberData(nameof(Useless))]
    public void What_is_wrong_with_a_file_is_told_by_name(string what, string words)
    {
        using var made = Made("lindo", Now.AddYears(1));
        var path = Path.Combine(folder, "splg");
        if (what != "gone")
            Write("splg", Content(what, made));

        var fault = Assert.Throws<CertificateException>(() => SignInCertificate.Load(new("t", "c", path)));

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thumbprint_that_no_store_holds_is_told() =>
        Assert.Contains(
            "No certificate with the thumbprint",
            Assert
                .Throws<CertificateException>(() => SignInCertificate.Load(new("t", "c", null, new string('A', 40))))
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(-30, -1, "has not been valid since 2026-11-29 12:00 UTC")]
    [InlineData(-30, 0, "has not been valid since 2026-11-30 12:00 UTC")]
    [InlineData(1, 60, "is not valid before 2026-12-01 12:00 UTC")]
    [InlineData(-30, 30, "ends in 30 days, on 2026-12-30")]
    [InlineData(-30, 31, null)]
    public void A_certificate_not_yet_no_longer_or_soon_no_longer_valid_is_a_fault(int from, int to, string? words)
    {
        using var made = Made("lindo", Now.AddDays(to), Now.AddDays(from));

        var fault = SignInCertificate.FaultOf(made, Now);

        if (words is null)
            Assert.Null(fault);
        else
            Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_certificate_is_used_without_a_restart_and_a_broken_file_only_after_the_end_of_the_old_one()
    {
        var clock = new GraphClock();
        using var old = Made("old", clock.GetUtcNow().AddDays(10));
        using var renewed = Made("new", clock.GetUtcNow().AddDays(400));
        var path = Write("splg.pem", Encoding.ASCII.GetBytes(Pem(old)));
        var credential = new RenewedCertificateCredential(
            new("t", "c", path),
            c => new FixedTokenCredential(c.Subject),
            clock
        );
        Assert.Equal("CN=old", await TokenAsync());

        Write("splg.pem", Encoding.ASCII.GetBytes(Pem(old)[..500]));
        Assert.Equal("CN=old", await TokenAsync());

        clock.Advance(TimeSpan.FromDays(11));
        var fault = await Assert.ThrowsAsync<CredentialUnavailableException>(TokenAsync);
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);

        Write("splg.pem", Encoding.ASCII.GetBytes(Pem(renewed)));
        Assert.Equal("CN=new", await TokenAsync());

        async Task<string> TokenAsync() =>
            (await credential.GetTokenAsync(new TokenRequestContext(["x"]), default)).Token;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static byte[] Content(string what, X509Certificate2 made)
    {
        var key = made.GetRSAPrivateKey()!;
        return what switch
        {
            "no key" => Encoding.ASCII.GetBytes(made.ExportCertificatePem()),
            "only a key" => Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()),
            "key with password" => Encoding.ASCII.GetBytes(
                made.ExportCertificatePem()
                    + "\n"
                    + key.ExportEncryptedPkcs8PrivateKeyPem(
                        "hemligt",
                        new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)
                    )
            ),
            "pfx with password" => made.Export(X509ContentType.Pkcs12, "hemligt"),
            "pfx without key" => X509CertificateLoader.LoadCertificate(made.RawData).Export(X509ContentType.Pkcs12),
            "half a file" => Encoding.ASCII.GetBytes(Pem(made)[..500]),
            "empty" => [],
            _ => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
        };
    }

    private static string Pem(X509Certificate2 certificate) =>
        certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";

    private static X509Certificate2 Made(string name, DateTimeOffset to, DateTimeOffset? from = null)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(
            $"CN={name}",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(from ?? Now.AddYears(-2), to);
    }
}
