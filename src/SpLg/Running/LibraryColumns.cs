using System.Security.Cryptography;
using SpLg.SharePoint.Publishing;

namespace SpLg.Running;

/// <summary>What the library says about a document beside its content.</summary>
internal sealed class LibraryColumns(OpenSite site)
{
    /// <summary>English name of the library for drafts and full editions.</summary>
    public const string Library = "WorkDocuments";

    private const string Hash = "ContentHash";

    /// <summary>
    /// True when a run has already described exactly this content, so that a repeated run makes no new version. A run that
    /// was killed between upload and columns is seen as not described, and mended.
    /// </summary>
    public async Task<bool> AreSetAsync(Draft draft, CancellationToken cancellationToken)
    {
        if (!draft.Unchanged)
            return false;
        var schema = site.Schema.List(Library);
        await foreach (var row in site.Reader.RowsAsync(site.List(Library), schema with { Columns = [schema.Column(Hash)] }, cancellationToken))
        {
            if (row.Fields.TryGetValue(Hash, out var hash) && hash.ToString() == HashOf(draft.File.Content))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Where a person opens the file in the browser, the same for all time. Graph's own webUrl of a Word file is the viewer's
    /// address with the file's id: too long for a text column on a site with a long name.
    /// </summary>
    public Uri AddressOf(string fileName) => new($"{site.List(Library).WebUrl.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(fileName)}?web=1");

    public Task<LibraryFile> SetAsync(DocumentLibrary library, LibraryFile file, Draft draft, string runId, CancellationToken cancellationToken) =>
        library.SetColumnsAsync(
            file,
            site.Schema.List(Library),
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Title"] = Path.GetFileNameWithoutExtension(draft.FileName),
                ["Year"] = draft.Year,
                ["DocumentType"] = "Ledningens genomgång",
                ["Edition"] = "Fullständig",
                ["RunId"] = runId,
                [Hash] = HashOf(draft.File.Content),
            },
            cancellationToken);

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
