namespace SpLg.LocalSite;

/// <summary>How a local site is started.</summary>
/// <param name="Folder">Where the state is kept; made when it does not exist. One server at a time.</param>
public sealed record LocalSiteOptions(string Folder)
{
    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Https with a certificate of the site's own, kept as <c>certificate.pem</c> in the folder. Several Graph clients
    /// (the JavaScript SDK and PnPjs among them) take only https addresses for absolute ones and so cannot page or
    /// upload over http.
    /// </summary>
    public bool Https { get; init; }

    internal string Scheme => Https ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;

    /// <summary>
    /// The sites there are besides the tenant's root, each with all lists; the first is the one most clients use. One
    /// is needed.
    /// </summary>
    public IReadOnlyList<LocalOrganisation> Organisations { get; init; } = [LocalOrganisation.Usual];

    /// <summary>
    /// The lists and libraries that exist as when an administrator applied the template; null for an empty site.
    /// </summary>
    public SiteSchema? Schema { get; init; }

    /// <summary>The site's time zone, regional settings: dates without time are midnight there.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The people in the site's user list when it is first made.</summary>
    public IReadOnlyList<SitePerson> People { get; init; } = SitePerson.MadeUp;

    /// <summary>Faults from the start; more can be set while it runs.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>
    /// The application's limit of resource units a minute; null for none. From 80 % of it answers carry RateLimit
    /// headers, beyond it they are 429.
    /// https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
    /// </summary>
    public int? ResourceUnitsPerMinute { get; init; }

    /// <summary>
    /// How long a delta token is good; after that 410 asks for a full read. Not documented by Microsoft.
    /// </summary>
    public TimeSpan DeltaTokenLifetime { get; init; } = TimeSpan.FromDays(60);

    /// <summary>Answers 401 when a bearer token is sent to an upload address, as the service may.</summary>
    public bool RefuseBearerOnUpload { get; init; }

    /// <summary>
    /// Makes PDF of Office files with LibreOffice where it is installed; false plays a machine without it.
    /// </summary>
    public bool ConvertToPdf { get; init; } = true;

    /// <summary>The clock of every timestamp and lifetime.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
