using Microsoft.Graph.Drives.Item.Items.Item;
using Microsoft.Kiota.Abstractions;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// The bytes of one file. Graph redirects to a short-lived address of their own, to which the token is not sent.
/// </summary>
/// <param name="address">The file's own address, for messages.</param>
internal sealed class FileDownload(GraphClient graph, DriveItemItemRequestBuilder file, Uri address)
{
    /// <param name="size">The file's size in bytes.</param>
    /// <param name="format">Null for the content as it is.</param>
    /// <exception cref="GraphException">It cannot be had, or came empty though the file has a size.</exception>
    public async Task<byte[]> ReadAsync(long size, string? format, CancellationToken cancellationToken)
    {
        var content = await AnyAsync(format, cancellationToken);
        // Somebody may have saved an empty file, but what has a size came without its content, and no PDF is empty.
        return content.Length > 0 || (size == 0 && format is null)
            ? content
            : throw GraphFault.Odd(address, "the file came empty");
    }

    private async Task<byte[]> AnyAsync(string? format, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // https://learn.microsoft.com/graph/api/driveitem-get-content
            var (place, bytes) = await graph.SendAsync(
                () => file.Content.ToGetRequestInformation(request => request.QueryParameters.Format = format),
                async response =>
                    response.IsSuccessStatusCode
                        ? ((Uri?)null, await response.Content.ReadAsByteArrayAsync(cancellationToken))
                        : (Redirection(response), []),
                Call(isOpen: false),
                cancellationToken
            );
            if (place is null)
                return bytes;
            try
            {
                return await graph.OpenAsync(
                    place,
                    () =>
                        graph.SendAsync(
                            () => new() { HttpMethod = Method.GET, URI = place },
                            response =>
                                response.IsSuccessStatusCode
                                    ? response.Content.ReadAsByteArrayAsync(cancellationToken)
                                    : throw new JsonException("the redirection leads to another"),
                            Call(isOpen: true),
                            cancellationToken
                        )
                );
            }
            catch (GraphException expired)
                when (attempt == 1 && expired is (AccessDeniedException or NotFoundException))
            {
                // The address was good for some minutes, of which waiting may have taken all. A new one is asked for.
            }
        }
    }

    private Uri Redirection(HttpResponseMessage response) =>
        Expected.Below(
            graph.Address(""),
            response.Headers.Location ?? throw new JsonException("the redirection names no address"),
            "the redirection"
        );

    private static GraphCall Call(bool isOpen) =>
        new()
        {
            IsFile = true,
            IsOpen = isOpen,
            Limit = Limits.Content,
            MostBytes = Limits.File,
        };
}
