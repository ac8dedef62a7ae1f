namespace SpLg.Approvals;

/// <summary>The draft of a review as it lies in the library, with the evidence it was made of.</summary>
/// <param name="MadeOn">When the lists were last read for it, by SharePoint's clock.</param>
internal sealed record ReviewDraft(LibraryFile File, byte[] Content, Evidence Evidence, DateTimeOffset MadeOn)
{
    private const string Anew =
        "Sätt status Uppdatering begärd i listan Genomgångar, så görs utkastet och dess underlag om.";

    /// <exception cref="SiteFaultException">There is none, or draft and evidence do not belong together; in Swedish,
    /// with what to do.</exception>
    public static async Task<ReviewDraft> ReadAsync(
        OpenSite site,
        DocumentLibrary library,
        int year,
        CancellationToken cancellationToken
    )
    {
        var name = ReviewPart.Full.NameOf(year);
        var file =
            await library.FindFreeAsync(name + ".docx", cancellationToken)
            ?? throw new MissingFileException(
                $"Utkastet ”{name}.docx” finns inte i biblioteket {library.List.Title}. {Anew}"
            )
            {
                NeedsNewDraft = true,
            };
        var evidenceName = Evidence.NameOf(name) + ".json";
        var evidenceFile =
            await library.FindFreeAsync(evidenceName, cancellationToken)
            ?? throw new MissingFileException(
                $"Underlaget ”{evidenceName}” finns inte i biblioteket {library.List.Title}. {Anew}"
            )
            {
                NeedsNewDraft = true,
            };
        // Only the program writes it. What a person has saved may hold anything, with checksums that fit.
        if (!site.IsOwn(evidenceFile.ModifiedBy))
            throw new SiteFaultException(
                $"Underlaget ”{evidenceName}” har sparats av {evidenceFile.ModifiedBy?.Name ?? "någon okänd"} och "
                    + $"går inte att lita på. {Anew}"
            )
            {
                NeedsNewDraft = true,
            };
        var content = await library.OpenAsync(file, cancellationToken);
        var evidence =
            Evidence.TryRead(await library.DownloadAsync(evidenceFile, cancellationToken), site.Schema)
            ?? throw new SiteFaultException($"Underlaget ”{evidenceName}” har ändrats eller går inte att läsa. {Anew}")
            {
                NeedsNewDraft = true,
            };
        return DocumentTrace.TryRead(content)?.Stamp == evidence.Stamp
            ? new(file, content, evidence, evidenceFile.LastModified)
            : throw new SiteFaultException(
                $"Utkastet ”{name}.docx” och dess underlag hör inte ihop: de kommer från olika läsningar av listorna. {Anew}"
            )
            {
                NeedsNewDraft = true,
            };
    }
}
