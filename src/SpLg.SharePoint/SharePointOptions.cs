namespace SpLg.SharePoint;

/// <summary>Which site to speak to, and as whom.</summary>
public sealed record SharePointOptions
{
    /// <summary>
    /// The site as a person opens it, e.g. <c>https://contoso.sharepoint.com/sites/informationssakerhet</c>.
    /// </summary>
    public required Uri Site { get; init; }

    /// <summary>Graph's own address with version; another one for a national cloud or the local site.</summary>
    public Uri Graph { get; init; } = new("https://graph.microsoft.com/v1.0/");

    public required SignIn SignIn { get; init; }

    /// <summary>
    /// The organisation's name in the User-Agent, by which Microsoft tells well-behaved traffic from other traffic.
    /// </summary>
    public string Company { get; init; } = "Organisation";

    /// <summary>
    /// IANA id of the site's time zone (site settings, regional settings): date columns are midnight in it.
    /// </summary>
    public string TimeZone { get; init; } = "Europe/Stockholm";

    /// <summary>
    /// Does the wait of a call while the service has all calls rest, for who holds what others wait for.
    /// </summary>
    public Func<Func<Task>, CancellationToken, Task> AroundRests { get; init; } = (rest, _) => rest();

    /// <summary>
    /// The faults of these settings, a line each in English; empty when a client can be made of them.
    /// </summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (!IsWeb(Site))
            problems.Add(
                $"The site address '{Site}' must be a full https address, e.g. https://contoso.sharepoint.com/sites/name."
            );
        if (!IsWeb(Graph))
            problems.Add($"The Graph address '{Graph}' must be a full https address (http only on this machine).");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            problems.Add($"The time zone '{TimeZone}' is not known; give an IANA id such as Europe/Stockholm.");
        if (SignIn is SignIn.FixedToken && !(Graph.IsAbsoluteUri && Graph.IsLoopback))
            problems.Add("A fixed token is accepted only for the local site (a Graph address on this machine).");
        if (SignIn is SignIn.Certificate certificate)
        {
            if (certificate.TenantId.Length == 0 || certificate.ClientId.Length == 0)
                problems.Add(
                    "Signing in with a certificate needs both the tenant id and the client id of the Entra application."
                );
            if ((certificate.Path is null) == (certificate.Thumbprint is null))
                problems.Add("Signing in with a certificate needs either a file or a thumbprint, not both.");
        }

        return problems;
    }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
