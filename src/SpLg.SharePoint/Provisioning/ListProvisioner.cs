using SpLg.Core.Schema;
using SpLg.SharePoint.Reading;
namespace SpLg.SharePoint.Provisioning;
public sealed class ListProvisioner(GraphClient graph, Site site)
{
    internal (GraphClient, Site) All => (graph, site);
    public Task<ProvisioningReport> ApplyAsync(SiteSchema schema, IProgress<string>? progress, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
}
