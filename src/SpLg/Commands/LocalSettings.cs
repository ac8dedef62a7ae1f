using SpLg.LocalSite;

namespace SpLg.Commands;

/// <summary>Settings that point at a local site.</summary>
internal static class LocalSettings
{
    /// <param name="approvers">E-mail addresses of those who may approve.</param>
    public static AppSettings Of(
        LocalSiteServer server,
        TimeZoneInfo zone,
        WorkerSettings worker,
        params IReadOnlyList<string> approvers
    ) =>
        new(
            zone,
            new SiteSettings(
                server.SiteAddress,
                server.GraphAddress,
                "SpLg",
                SignInKind.LocalSite,
                TenantId: null,
                ClientId: null,
                CertificatePath: null,
                CertificateThumbprint: null,
                approvers
            ),
            worker
        );

    /// <summary>The same as command-line options, for other commands and other programs.</summary>
    public static string AsOptions(LocalSiteServer server)
    {
        var sites = server.SiteAddresses.Select(a =>
            $"--set {(server.SiteAddresses.Count == 1 ? SettingKeys.SiteAddress : $"{SettingKeys.Sites}{a.Segments[^1]}:Address")}={a}"
        );
        return $"{string.Join(' ', sites)} --set {SettingKeys.GraphAddress}={server.GraphAddress} --set "
            + $"{SettingKeys.SignIn}={SignInKind.LocalSite}";
    }
}
