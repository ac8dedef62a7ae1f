namespace SpLg.Approvals;

/// <summary>
/// Rows that the open edition of a draft may tell of, and that somebody has made Intern or Sekretess in the lists since
/// they were read for it.
/// Everything else that has changed there, rows that are gone too, waits for the next draft; what not all may read does
/// not go out first.
/// </summary>
internal static class ClosedRows
{
    private const string Closed =
        "Den öppna utgåvan kan berätta om raden, som inte längre är öppen. Ett uppdaterat utkast utelämnar den.";

    /// <param name="rows">As they were when the draft was made.</param>
    /// <exception cref="PublicationStoppedException">There are such rows.</exception>
    public static async Task CheckAsync(OpenSite site, RowsAsRead rows, CancellationToken cancellationToken)
    {
        var closed = new List<Finding>();
        foreach (var (name, were) in rows.Rows.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var list = site.Schema.List(name);
            if (were.Count == 0 || site.TryList(list) is not { } header)
                continue;
            var read = were.ToDictionary(r => r.Id, StringComparer.Ordinal);
            await foreach (var row in site.Reader.RowsAsync(header, list, cancellationToken))
            {
                if (read.TryGetValue(row.Id, out var was) && OpenEdition.IsClosed(list, was, row))
                    closed.Add(
                        new(
                            FindingLevel.Error,
                            list.Title,
                            row.Id,
                            list.Column("Publication").DisplayName,
                            Closed,
                            row.WebUrl
                        )
                    );
            }
        }
        if (closed.Count > 0)
        {
            throw new PublicationStoppedException(
                closed,
                "Den öppna utgåvan kan inte publiceras som den är: den kan berätta om "
                    + (
                        closed.Count == 1
                            ? "en rad som inte längre är öppen."
                            : $"{closed.Count} rader som inte längre är öppna."
                    )
            );
        }
    }
}
