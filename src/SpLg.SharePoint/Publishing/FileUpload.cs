using System.Runtime.InteropServices;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;

namespace SpLg.SharePoint.Publishing;

/// <summary>The bytes of one file on their way to a library.</summary>
/// <param name="ifMatch">The ETag of the file that is replaced; null creates it, and replaces nothing.</param>
internal sealed class FileUpload(
    GraphClient graph,
    DriveFiles files,
    string name,
    ReadOnlyMemory<byte> content,
    string? ifMatch
)
{
    /// <summary>Files up to this size go in one request, larger ones through an upload session.</summary>
    private const int LargestSinglePut = 4 * 1024 * 1024;

    private const int MostSessions = 3;

    /// <param name="find">Finds the file when it is there and holds exactly the content.</param>
    public Task<LibraryFile> SendAsync(
        Func<CancellationToken, Task<LibraryFile?>> find,
        CancellationToken cancellationToken
    ) => content.Length <= LargestSinglePut ? PutAsync(cancellationToken) : SendInChunksAsync(find, cancellationToken);

    private async Task<LibraryFile> PutAsync(CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/driveitem-put-content; If-Match is honoured though not documented. The
        // SDK's builder knows no conflictBehavior.
        var address = graph.Address($"{files.ByName(name)}:/content?@microsoft.graph.conflictBehavior={OnConflict}");
        return await graph.AskAsync(
            (call, token) =>
                files.Of("root").Content.WithUrl(address.AbsoluteUri).PutAsync(Bytes(), call.IfMatch(ifMatch), token),
            file => LibraryFile.Of(file, name),
            cancellationToken,
            new() { Limit = Limits.Content }
        );
    }

    private async Task<LibraryFile> SendInChunksAsync(
        Func<CancellationToken, Task<LibraryFile?>> find,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= MostSessions; attempt++)
        {
            var session = await OpenSessionAsync(cancellationToken);
            try
            {
                if (await session.SendAsync(cancellationToken) is { } id)
                    return await files.ReadAsync(() => files.Of(id), name, cancellationToken);
            }
            catch (Exception fault) when (fault is GraphException or OperationCanceledException)
            {
                await session.TryCancelAsync();
                throw;
            }

            if (await find(cancellationToken) is { } there)
                return there;
        }

        throw new GraphException(
            new(HttpMethod.Put, SafeUrl.Of(graph.Address(files.ByName(name))), null, null, null, null),
            "The upload ended again and again before the whole file was there. Try again later."
        )
        {
            MayPass = true,
        };
    }

    private async Task<UploadSession> OpenSessionAsync(CancellationToken cancellationToken)
    {
        CreateUploadSessionPostRequestBody Body() =>
            new()
            {
                Item = new()
                {
                    AdditionalData = new Dictionary<string, object>
                    {
                        ["@microsoft.graph.conflictBehavior"] = OnConflict,
                    },
                },
            };
        var opening = graph.Address($"{files.ByName(name)}:/createUploadSession").AbsoluteUri;
        var address = await graph.AskAsync(
            (call, token) =>
                files.Of("root").CreateUploadSession.WithUrl(opening).PostAsync(Body(), call.IfMatch(ifMatch), token),
            answer => Expected.Web(answer.UploadUrl, "uploadUrl") ?? throw new JsonException("uploadUrl is missing"),
            cancellationToken,
            // A session nobody uses does nothing and expires by itself.
            new() { IsRepeatable = true }
        );
        return new(graph, address, content);
    }

    // A file that was not found may have come since, or not have been visible yet: it is not written over.
    private string OnConflict => ifMatch is null ? "fail" : "replace";

    private Stream Bytes() =>
        MemoryMarshal.TryGetArray(content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray());
}
