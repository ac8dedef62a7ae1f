using SpLg.Core.Lists;
using SpLg.Core.Schema;
namespace SpLg.SharePoint.Reading;
public sealed class ListReader(GraphClient graph, Site site)
{
    internal (GraphClient, Site) All => (graph, site);
    public Task<IReadOnlyList<ListHeader>> ListsAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<IReadOnlyList<ColumnHeader>> ColumnsAsync(ListHeader list, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public IAsyncEnumerable<ListRow> RowsAsync(ListHeader list, ListSchema schema, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<ListRow> RowAsync(ListHeader list, ListSchema schema, string id, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
}
