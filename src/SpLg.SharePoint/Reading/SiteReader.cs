namespace SpLg.SharePoint.Reading;
public sealed class SiteReader(GraphClient graph)
{
    public Task<Site> FindAsync(CancellationToken cancellationToken) { _ = graph; throw new NotSupportedException("Signature milestone: not written yet."); }
}
