namespace SpLg.Drafting;

/// <summary>Finds the evidence that the last approval froze, and what has changed in the lists since.</summary>
internal static class LastApproval
{
    /// <summary>No review of information security is older.</summary>
    private const int FirstYear = 2000;

    /// <param name="year">The new draft's year: it is compared with the approved review of that year, or else of the
    /// latest before it.</param>
    /// <param name="findings">Gets that the evidence is there but cannot be used.</param>
    /// <returns>Null when no review has been approved, or its evidence cannot be used.</returns>
    public static async Task<SinceApproval?> CompareAsync(
        OpenSite site,
        RowsAsRead rows,
        int year,
        ICollection<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        var columns = await LibraryColumns.ReadAsync(site, cancellationToken);
        for (var approved = year; approved >= FirstYear; approved--)
        {
            var name = Evidence.ApprovedNameOf(PlannedDocument.ReviewOf(approved));
            if (columns.HasFile(name + ".json"))
            {
                var (content, by) = await ReadAsync(site, name + ".json", cancellationToken);
                if (site.IsOwn(by))
                    return Compare(content, name, rows, year, findings);
                // What a person has saved may hold anything, with checksums that fit.
                findings.Add(
                    Unused(
                        rows,
                        name,
                        $"Den har sparats av {by?.Name ?? "någon okänd"}, och bara SpLg skriver den. Den skrivs "
                            + "om när en genomgång för samma år fastställs."
                    )
                );
                return null;
            }
        }
        return null;
    }

    private static async Task<(byte[] Content, Author? By)> ReadAsync(
        OpenSite site,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        var library = await site.LibraryAsync(LibraryColumns.Library, cancellationToken);
        // Not found now, it is not taken for one that is not there: then the draft would be silent about what has
        // changed.
        var file =
            await library.FindAsync(fileName, cancellationToken)
            ?? throw new MissingFileException(
                $"Filen ”{fileName}” syns i biblioteket {library.List.Title} men går inte att hämta. Vänta en stund."
            );
        return (await library.OpenAsync(file, cancellationToken), file.ModifiedBy);
    }

    private static SinceApproval? Compare(
        byte[] content,
        string name,
        RowsAsRead rows,
        int year,
        ICollection<Finding> findings
    )
    {
        var evidence = Evidence.TryRead(content, rows.Schema);
        if (evidence?.Approval is { } approval)
            return SinceApproval.Of(
                approved: evidence.YearsOf(),
                approvedOn: approval.On,
                frozen: evidence.Rows.Rows,
                rows: rows.Rows,
                schema: rows.Schema,
                year: year,
                zone: rows.Zone
            );
        findings.Add(
            Unused(
                rows,
                name,
                (
                    evidence is null
                        ? "Den är ändrad eller skadad."
                        : "Det står inte i filen vem som fastställde och när."
                ) + " Återställ den från versionshistoriken."
            )
        );
        return null;
    }

    private static Finding Unused(RowsAsRead rows, string name, string why) =>
        new(
            FindingLevel.Warning,
            rows.Schema.List(LibraryColumns.Library).Title,
            null,
            null,
            $"Vad som har ändrats sedan fastställandet går inte att säga, eftersom filen ”{name}.json” inte kan användas. {why}",
            null
        );
}
