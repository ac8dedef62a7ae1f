using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using SpLg.LocalSite;

namespace SpLg.Tests.LocalSite;

public sealed class HttpsTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");

    [Fact]
    public async Task Over_https_every_address_handed_out_is_https_and_answers_with_the_certificate_in_the_folder()
    {
        await using var server = await LocalSiteServer.StartAsync(
            new(folder) { Https = true, Schema = SplgTemplate.Schema }
        );
        using var client = Client();

        var site = await client.GetFromJsonAsync<JsonObject>(
            new Uri(server.GraphAddress, "sites/localhost:/sites/informationssakerhet")
        );
        var siteId = (string)site!["id"]!;
        Assert.StartsWith("https://localhost:", (string)site["webUrl"]!, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
            (
                await client.PostAsJsonAsync(
                    new Uri(server.GraphAddress, $"sites/{siteId}/lists/Objectives/items"),
                    new { fields = new { Title = $"Mål {i}" } }
                )
            ).EnsureSuccessStatusCode();

        var page = await client.GetFromJsonAsync<JsonObject>(
            new Uri(server.GraphAddress, $"sites/{siteId}/lists/Objectives/items?$top=1")
        );
        var next = (string)page!["@odata.nextLink"]!;
        Assert.StartsWith("https://127.0.0.1:", next, StringComparison.Ordinal);
        Assert.Single((await client.GetFromJsonAsync<JsonObject>(next))!["value"]!.AsArray());

        var session = await client.PostAsync(
            new Uri(server.GraphAddress, $"sites/{siteId}/drive/root:/a.bin:/createUploadSession"),
            null
        );
        var upload = (string)(await session.Content.ReadFromJsonAsync<JsonObject>())!["uploadUrl"]!;
        Assert.StartsWith("https://localhost:", upload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_is_the_same_after_a_restart_and_its_key_is_for_the_owner_alone()
    {
        await using (await LocalSiteServer.StartAsync(new(folder) { Https = true })) { }
        var before = await File.ReadAllTextAsync(Path.Combine(folder, "certificate.pem"));
        await using var again = await LocalSiteServer.StartAsync(new(folder) { Https = true });
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(folder, "certificate.pem")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(folder, "certificate.key"))
            );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Trusts what the folder holds and nothing else, as a client with a CA file does.</summary>
    private HttpClient Client()
    {
        var trusted = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "certificate.pem"));
        var chain = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        chain.CustomTrustStore.Add(trusted);
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = chain },
            }
        );
        client.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        return client;
    }
}
