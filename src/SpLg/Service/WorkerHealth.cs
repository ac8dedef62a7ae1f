using System.Collections.Concurrent;

namespace SpLg.Service;

/// <summary>How the worker is at each organisation's site, for whoever watches over it.</summary>
internal sealed class WorkerHealth(IReadOnlyList<AppSettings> all, TimeProvider clock)
{
    /// <summary>Name of the only organisation in what is told.</summary>
    private const string Only = "site";

    private readonly ConcurrentDictionary<string, OrganisationHealth> organisations = new(
        all.Select(s => KeyValuePair.Create(s.Organisation ?? Only, new OrganisationHealth(s.Worker.Poll, clock)))
    );

    public IReadOnlyDictionary<string, OrganisationHealth> Organisations => organisations;

    /// <summary>False when some loop has neither looked nor told of a fault for longer than it ever waits.</summary>
    public bool IsAlive => organisations.Values.All(o => o.IsAlive);

    /// <summary>True when the last look at every site was answered.</summary>
    public bool IsReady => organisations.Values.All(o => o.Fault is null && o.Looked is not null);

    public OrganisationHealth Of(AppSettings settings) => organisations[settings.Organisation ?? Only];
}
