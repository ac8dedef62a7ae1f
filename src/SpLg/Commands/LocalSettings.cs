using SpLg.LocalSite;
using SpLg.Settings;

namespace SpLg.Commands;

/// <summary>Settings that point at a local site.</summary>
internal static class LocalSettings
{
    public static AppSettings Of(LocalSiteServer server, TimeZoneInfo zone, WorkerSettings worker) => new(
        zone,
        new SiteSettings(server.SiteAddress, server.GraphAddress, "SpLg", SignInKind.LocalSite, TenantId: null, ClientId: null, CertificatePath: null, CertificateThumbprint: null),
        worker);

    /// <summary>The same as command-line options, for other commands and other programs.</summary>
    public static string AsOptions(LocalSiteServer server) =>
        $"--set {SettingKeys.SiteAddress}={server.SiteAddress} --set {SettingKeys.GraphAddress}={server.GraphAddress} --set {SettingKeys.SignIn}={SignInKind.LocalSite}";
}
