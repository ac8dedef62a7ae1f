using SpLg.LocalSite;
using SpLg.SharePoint.Throttling;

namespace SpLg.Organisations;

/// <summary>The site, found and signed in to, with the lists it has.</summary>
internal sealed class OpenSite : IDisposable
{
    private readonly IReadOnlyList<ListHeader> headers;
    private readonly IReadOnlyList<string> earlierIds;

    private OpenSite(
        GraphClient graph,
        SiteSettings settings,
        Site site,
        IReadOnlyList<ListHeader> headers,
        TimeZoneInfo zone,
        SiteSchema schema
    )
    {
        Graph = graph;
        GraphAddress = settings.Graph;
        Approvers = settings.Approvers;
        ApplicationId =
            settings.SignIn == SignInKind.LocalSite ? LocalSiteServer.ApplicationId.ToString() : settings.ClientId;
        earlierIds = settings.EarlierClientIds;
        Site = site;
        Zone = zone;
        Schema = schema;
        Reader = new ListReader(graph, site);
        Writer = new RowWriter(graph, site, zone);
        Changes = new ChangeReader(graph, site);
        this.headers = headers;
    }

    public GraphClient Graph { get; }

    /// <summary>Where Graph is: what it has given out, such as a delta link, is worth nothing anywhere else.</summary>
    public Uri GraphAddress { get; }

    public Site Site { get; }

    /// <summary>E-mail addresses of those who may approve a review here.</summary>
    public IReadOnlyList<string> Approvers { get; }

    /// <summary>
    /// This application's own client id; null for a managed identity that the settings do not name, where no
    /// application can be told from another.
    /// </summary>
    public string? ApplicationId { get; }

    /// <summary>
    /// True for what this application saved, under its id of now or an earlier one; where no application can be told
    /// from another, for what any did.
    /// </summary>
    public bool IsOwn(Author? author) =>
        author is { IsApplication: true }
        && (
            ApplicationId is not { } own
            || author.ApplicationId is not { } id
            || id.Equals(own, StringComparison.OrdinalIgnoreCase)
            || earlierIds.Contains(id, StringComparer.OrdinalIgnoreCase)
        );

    public TimeZoneInfo Zone { get; }

    public SiteSchema Schema { get; }

    /// <summary>All lists and libraries of the site, the template's and others.</summary>
    public IReadOnlyList<ListHeader> Lists => headers;

    public ListReader Reader { get; }

    public RowWriter Writer { get; }

    public ChangeReader Changes { get; }

    /// <param name="pauses">Told when SharePoint asks the program to wait.</param>
    /// <param name="quota">Shared with the other sites that the same application works on; null when there are
    /// none.</param>
    /// <param name="schema">The lists that the site has; those of the program when it is not said.</param>
    /// <exception cref="GraphException">The site cannot be reached; the message says what to do.</exception>
    public static async Task<OpenSite> OpenAsync(
        AppSettings settings,
        TimeProvider clock,
        IProgress<GraphPause> pauses,
        CancellationToken cancellationToken,
        AppQuota? quota = null,
        SiteSchema? schema = null
    )
    {
        var graph = Client(settings, clock, pauses, quota: quota);
        try
        {
            var site = await new SiteReader(graph).FindAsync(cancellationToken);
            var lists = await new ListReader(graph, site).ListsAsync(cancellationToken);
            return new(graph, settings.Site!, site, lists, settings.Zone, schema ?? ShippedFiles.Schema());
        }
        catch
        {
            graph.Dispose();
            throw;
        }
    }

    /// <summary>The client alone, for what works before the lists are there.</summary>
    /// <param name="person">On a local site, the name of somebody who signs in instead of the application.</param>
    public static GraphClient Client(
        AppSettings settings,
        TimeProvider clock,
        IProgress<GraphPause> pauses,
        string? person = null,
        AppQuota? quota = null
    )
    {
        var site =
            settings.Site ?? throw new InvalidOperationException("The command did not ask for settings with a site.");
        var options = new SharePointOptions
        {
            Site = site.Address,
            Graph = site.Graph,
            Company = site.Company,
            TimeZone = settings.Zone.Id,
            AroundRests = LargeFiles.RestAsync,
            SignIn = site.SignIn switch
            {
                SignInKind.Certificate => site.Certificate,
                SignInKind.WorkloadIdentity => new SignIn.WorkloadIdentity(site.TenantId, site.ClientId),
                SignInKind.ManagedIdentity => new SignIn.ManagedIdentity(site.ClientId),
                SignInKind.LocalSite => new SignIn.FixedToken(
                    person is null ? "splg" : "user:" + Uri.EscapeDataString(person)
                ),
                _ => throw new InvalidOperationException($"Sign-in {site.SignIn} is not handled."),
            },
        };
        return new GraphClient(options, clock, pauses, quota);
    }

    /// <summary>The site's list for one the template declares, or null when the site lacks it.</summary>
    public ListHeader? TryList(ListSchema schema) =>
        headers.FirstOrDefault(h => string.Equals(h.Name, schema.Name, StringComparison.OrdinalIgnoreCase))
        ?? headers.FirstOrDefault(h => h.Is(schema));

    /// <param name="name">English name in the template.</param>
    /// <exception cref="MissingListException">The site lacks it.</exception>
    public ListHeader List(string name)
    {
        var schema = Schema.List(name);
        return TryList(schema) ?? throw new MissingListException(schema.Title, Site.WebUrl);
    }

    /// <param name="name">English name in the template.</param>
    /// <exception cref="MissingListException">The site lacks it.</exception>
    public Task<DocumentLibrary> LibraryAsync(string name, CancellationToken cancellationToken) =>
        DocumentLibrary.OpenAsync(Graph, Site, List(name).Title, cancellationToken);

    /// <summary>
    /// The one the site knows by this address; null when there is none, or several, or when this application may not
    /// see the list of people.
    /// </summary>
    /// <param name="email">Whatever its case.</param>
    public async Task<Person?> PersonAsync(string email, CancellationToken cancellationToken) =>
        await Reader.PeopleAsync(cancellationToken) is { } people
        && people.Values.Where(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase)).ToList()
            is [var person]
            ? person
            : null;

    public void Dispose() => Graph.Dispose();
}
