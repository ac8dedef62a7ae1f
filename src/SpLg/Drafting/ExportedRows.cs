using System.Collections.Concurrent;

namespace SpLg.Drafting;

/// <summary>
/// The rows of a site's lists as files, page by page, so that their number does not matter to memory.
/// </summary>
internal static class ExportedRows
{
    /// <summary>Writes all lists when all have been read, and none before.</summary>
    /// <returns>How many rows each list had, by Swedish title. A list the site lacks is absent.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> WriteAsync(
        OpenSite site,
        IReadOnlyList<ListSchema> lists,
        string folder,
        bool asJson,
        RunProgress progress,
        CancellationToken cancellationToken
    )
    {
        var spools = new ConcurrentDictionary<ListSchema, RowSpool>(ReferenceEqualityComparer.Instance);
        try
        {
            await RowsOfSite.EachAsync(
                lists,
                cancellationToken,
                async (list, token) =>
                {
                    if (site.TryList(list) is not { } header)
                        return;
                    var spool = spools[list] = new(folder);
                    await foreach (var row in site.Reader.RowsAsTheyComeAsync(header, list, token))
                        spool.Add(row);
                    progress.Say(RowsOfSite.Told(list, spool.Count, spool.Repeated));
                }
            );
            foreach (var (list, spool) in spools)
            {
                WholeFile.Write(
                    Path.Combine(folder, $"{list.Name}.{(asJson ? "json" : "csv")}"),
                    file =>
                    {
                        if (asJson)
                            JsonRows.Write(file, spool.Rows());
                        else
                            CsvExport.Write(file, list, spool.Rows(), site.Zone);
                    }
                );
            }
            return spools.ToDictionary(s => s.Key.Title, s => s.Value.Count, StringComparer.Ordinal);
        }
        finally
        {
            foreach (var spool in spools.Values)
                spool.Dispose();
        }
    }
}
