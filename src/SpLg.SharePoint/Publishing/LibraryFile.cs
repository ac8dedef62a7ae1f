using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Publishing;

/// <summary>A file in a document library.</summary>
/// <param name="Id">The drive item id.</param>
/// <param name="Name">Path below the library's root as it was asked for, normally the file name.</param>
/// <param name="ETag">The version for If-Match, quotes included; grows with content and with columns.</param>
/// <param name="WebUrl">Opens the file in the browser (for a Word document, Word on the web).</param>
/// <param name="Size">Bytes. SharePoint may store a little more than was sent, as it writes columns into Office
/// files.</param>
public sealed record LibraryFile(
    string Id,
    string Name,
    string ETag,
    Uri WebUrl,
    long Size,
    DateTimeOffset LastModified
)
{
    /// <summary>Who saved it last.</summary>
    public Author? ModifiedBy { get; init; }

    /// <param name="name">As it was asked for.</param>
    internal static LibraryFile Of(DriveItem file, string name) =>
        new(
            Expected.Id(file.Id, "the file"),
            name,
            Expected.Text(file.ETag, "eTag"),
            Expected.Web(file.WebUrl, "webUrl") ?? throw new JsonException("webUrl is missing"),
            file.Size is >= 0
                ? file.Size.Value
                : throw new JsonException(file.Size is null ? "size is missing" : $"size is {file.Size}"),
            file.LastModifiedDateTime ?? throw new JsonException("lastModifiedDateTime is missing")
        )
        {
            ModifiedBy = file.LastModifiedBy?.ToAuthor(),
        };
}
