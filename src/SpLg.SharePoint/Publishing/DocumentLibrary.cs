using SpLg.Core.Schema;
using SpLg.SharePoint.Reading;
namespace SpLg.SharePoint.Publishing;
public sealed class DocumentLibrary
{
    private DocumentLibrary() { }
    public static Task<DocumentLibrary> OpenAsync(GraphClient graph, Site site, string title, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<LibraryFile?> FindAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<byte[]> DownloadAsync(LibraryFile file, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<LibraryFile> UploadAsync(string name, ReadOnlyMemory<byte> content, string? ifMatch, IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<LibraryFile> SetColumnsAsync(LibraryFile file, ListSchema schema, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
    public Task<LibraryFile> PublishAsync(LibraryFile file, string comment, CancellationToken cancellationToken) => throw new NotSupportedException("Signature milestone: not written yet.");
}
