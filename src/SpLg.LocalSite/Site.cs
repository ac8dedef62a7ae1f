using System.Security.Cryptography;

namespace SpLg.LocalSite;

/// <summary>Store, clock and settings that all resources of the running site share.</summary>
/// <param name="Port">The port both host names answer on.</param>
internal sealed record Site(SiteStore Store, LocalSiteOptions Options, TimeProvider Clock, int Port)
{
    /// <summary>The host name that plays SharePoint; Graph is played by 127.0.0.1.</summary>
    public const string SharePointHost = "localhost";

    /// <summary>The tenant of a made-up organisation; constant, as nothing depends on it.</summary>
    public static readonly Guid Tenant = new("5a0c2f1e-8a55-4a0b-9b0c-0d6a3f1c7e11");

    public PdfConverter Pdf { get; } = new(Options.Folder, Options.ConvertToPdf ? PdfConverter.FindProgram() : null);

    /// <summary>Whole seconds, as the service keeps times.</summary>
    public DateTimeOffset Now =>
        new(Clock.GetUtcNow().Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    public string SharePointRoot => $"{Options.Scheme}://{SharePointHost}:{Port}";

    public string WebUrl(SiteRecord site) => SharePointRoot + site.Path;

    public string WebUrl(ListRecord list) => $"{WebUrl(Store.State.SiteOf(list))}/{Escape(list.Url)}";

    public static string GraphId(SiteRecord site) => $"{SharePointHost},{site.Id},{site.WebId}";

    /// <summary>Each path segment escaped, slashes kept.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A token that opens one address for a while without signing in, as SharePoint's tempauth does.</summary>
    public string TempAuth(string what, TimeSpan lifetime)
    {
        var until = Clock.GetUtcNow().Add(lifetime).ToUnixTimeSeconds();
        return $"{until}.{Sign($"{what}|{until}")}";
    }

    public bool IsTempAuth(string what, string? token)
    {
        if (token?.Split('.') is not [var until, var signature] || !long.TryParse(until, out var seconds))
            return false;
        var right = Encoding.ASCII.GetBytes(Sign($"{what}|{until}"));
        return CryptographicOperations.FixedTimeEquals(right, Encoding.ASCII.GetBytes(signature))
            && seconds >= Clock.GetUtcNow().ToUnixTimeSeconds();
    }

    private string Sign(string text) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Convert.FromHexString(Store.State.Key!.Key), Encoding.UTF8.GetBytes(text))
        );
}
