using SpLg.LocalSite;
using SpLg.Settings;

namespace SpLg.Commands;

/// <summary>Settings that point at a local site.</summary>
internal static class LocalSettings
{
    /// <param name="approvers">E-mail addresses of those who may approve.</param>
    public static AppSettings Of(LocalSiteServer server, TimeZoneInfo zone, WorkerSettings worker, params IReadOnlyList<string> approvers) => new(
        zone,
        new SiteSettings(server.SiteAddress, server.GraphAddress, "SpLg", SignInKind.LocalSite, TenantId: null, ClientId: null, CertificatePath: null, CertificateThumbprint: null, approvers),
        worker);

    /// <summary>The same as command-line options, for other commands and other programs.</summary>
    public static string AsOptions(LocalSiteServer server) =>
        $"--set {SettingKeys.SiteAddress}={server.SiteAddress} --set {SettingKeys.GraphAddress}={server.GraphAddress} --set {SettingKeys.SignIn}={SignInKind.LocalSite}";
}
