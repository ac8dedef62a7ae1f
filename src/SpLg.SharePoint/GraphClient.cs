using SpLg.SharePoint.Throttling;
namespace SpLg.SharePoint;
public sealed class GraphClient(SharePointOptions options, TimeProvider clock, IProgress<GraphPause>? pauses = null) : IDisposable
{
    internal (SharePointOptions, TimeProvider, IProgress<GraphPause>?) All => (options, clock, pauses);
    public void Dispose() { }
}
