using Microsoft.Graph.Drives.Item.Items.Item;

namespace SpLg.SharePoint.Publishing;

/// <summary>Addresses of a library's files in Graph, by id and by name.</summary>
internal sealed class DriveFiles(GraphClient graph, string driveId)
{
    public DriveItemItemRequestBuilder Of(string id) => graph.Api.Drives[driveId].Items[id];

    // The SDK's ItemWithPath leaves a percent sign or a brace in a name as it is, which makes another address of it.
    public DriveItemItemRequestBuilder Named(string name) =>
        Of("root").WithUrl(graph.Address(ByName(name)).AbsoluteUri);

    /// <summary>The file's own address, for what the SDK has no builder for, and for messages.</summary>
    public Uri Address(string id) => graph.Address($"drives/{driveId}/items/{Uri.EscapeDataString(id)}");

    /// <summary>The path of the file of this name; a colon and what is asked of it come after.</summary>
    public string ByName(string name) =>
        $"drives/{driveId}/root:/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>What Graph tells of one file.</summary>
    /// <param name="file">Made anew for each attempt, because a builder with an address of its own forgets it after one use.</param>
    public Task<LibraryFile> ReadAsync(
        Func<DriveItemItemRequestBuilder> file,
        string name,
        CancellationToken cancellationToken
    ) =>
        graph.AskAsync(
            (call, token) => file().GetAsync(call.On, token),
            answer => LibraryFile.Of(answer, name),
            cancellationToken
        );
}
