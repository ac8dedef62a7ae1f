using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Graph.Drives.Item.Items.Item;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;

namespace SpLg.SharePoint.Publishing;

/// <summary>A document library: its files, their columns and versions, and who has rights to it.</summary>
public sealed class DocumentLibrary
{
    /// <summary>Files up to this size go in one request, larger ones through an upload session.</summary>
    private const int LargestSinglePut = 4 * 1024 * 1024;

    private const int MostSessions = 3;

    private readonly GraphClient graph;
    private readonly string driveId;

    private DocumentLibrary(GraphClient graph, ListHeader list, string driveId)
    {
        this.graph = graph;
        this.driveId = driveId;
        List = list;
    }

    public ListHeader List { get; }

    /// <summary>Opens the library with this title or English name.</summary>
    /// <exception cref="NotFoundException">The site has no such library.</exception>
    public static async Task<DocumentLibrary> OpenAsync(
        GraphClient graph,
        Site site,
        string title,
        CancellationToken cancellationToken
    )
    {
        var lists = await new ListReader(graph, site).ListsAsync(cancellationToken);
        var list =
            lists.FirstOrDefault(l => l.IsLibrary && (Same(l.Title, title) || Same(l.Name, title)))
            ?? throw new NotFoundException(
                new(HttpMethod.Get, site.WebUrl.AbsoluteUri, null, null, null, null),
                $"The site has no document library '{title}'. Apply the provisioning template, or ask the administrator for it."
            );
        var drive = await graph.AskAsync(
            (call, token) => graph.Api.Sites[site.Id].Lists[list.Id].Drive.GetAsync(call.On, token),
            answer => Expected.Id(answer.Id, "the drive"),
            cancellationToken
        );
        return new(graph, list, drive);
    }

    /// <summary>The file with this name, or null.</summary>
    public async Task<LibraryFile?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await FileAsync(() => Named(name), name, cancellationToken);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The file's bytes. They come from a short-lived address of their own, to which the token is not sent.
    /// </summary>
    public Task<byte[]> DownloadAsync(LibraryFile file, CancellationToken cancellationToken) =>
        DownloadAsync(file, format: null, cancellationToken);

    /// <summary>Creates the file or replaces its content.</summary>
    /// <param name="ifMatch">The file's ETag: it is replaced only when it is still as it was read. Null creates it, and
    /// replaces nothing.</param>
    /// <exception cref="ChangedMeanwhileException">The file is no longer as it was read, or there is one
    /// now.</exception>
    public async Task<LibraryFile> UploadAsync(
        string name,
        ReadOnlyMemory<byte> content,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return content.Length <= LargestSinglePut
                ? await PutAsync(name, content, ifMatch, cancellationToken)
                : await SendInChunksAsync(name, content, ifMatch, cancellationToken);
        }
        catch (GraphException changed)
            when (changed is ChangedMeanwhileException || changed.Status == HttpStatusCode.Conflict)
        {
            // The first attempt may have got through and only its answer was lost: then it is we who changed the file.
            if (changed.AfterLostAnswer && await FindAsync(name, content, cancellationToken) is { } there)
                return there;
            throw new ChangedMeanwhileException(
                changed.Error,
                "Someone else wrote this file meanwhile. Read it again and decide anew.",
                changed
            );
        }
    }

    /// <summary>
    /// All the times the file was saved, as far as its history goes back, with the last one as the file itself tells
    /// it: while people write together a version goes on changing. In no order.
    /// https://learn.microsoft.com/graph/api/driveitem-list-versions
    /// </summary>
    public async Task<IReadOnlyList<FileVersion>> VersionsAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        // A version that comes twice was saved twice, while people wrote together.
        var address = Of(file.Id).Versions;
        var versions = await graph.AllAsync(
            (link, call, token) => (link is null ? address : address.WithUrl(link)).GetAsync(call.On, token),
            page => page.Value,
            FileVersion.Of,
            key: null,
            cancellationToken
        );
        return [new(file.LastModified, file.ModifiedBy), .. versions.Elements];
    }

    /// <summary>
    /// True when what the file holds is a published version, which readers see; false for a draft and for one that is
    /// checked out.
    /// </summary>
    public async Task<bool> IsPublishedAsync(LibraryFile file, CancellationToken cancellationToken) =>
        (await new CheckedOutFile(graph, Of(file.Id)).StateAsync(cancellationToken)).IsPublished;

    /// <summary>
    /// Writes content and columns as one new version with a comment: checked out, written, checked in. A file that is
    /// not there is created first. May be repeated after a kill at any point: what this application itself has checked
    /// out is taken up again.
    /// </summary>
    /// <param name="existing">The file as it was read; null when there was none.</param>
    /// <param name="publish">True makes it a published version (2.0), false a draft (1.1).</param>
    /// <returns>The file as it now is; as it was when it held all this already.</returns>
    /// <exception cref="ChangedMeanwhileException">The file is no longer as it was read, or there is one
    /// now.</exception>
    /// <exception cref="GraphException">With status 423 when somebody has the file open or checked out.</exception>
    public async Task<LibraryFile> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        LibraryFile? existing,
        ListSchema schema,
        IReadOnlyDictionary<string, object?> columns,
        string comment,
        bool publish,
        CancellationToken cancellationToken
    )
    {
        var file = existing ?? await UploadAsync(name, content, null, cancellationToken);
        var versions = new CheckedOutFile(graph, Of(file.Id));
        var read = existing is null
            ? await versions.StateAsync(cancellationToken)
            : await StateAsync(versions, existing, cancellationToken);
        if (
            existing is not null
            && !read.IsCheckedOut
            && (read.IsPublished || !publish)
            && await HoldsAsync(file, content, schema, columns, cancellationToken)
        )
            return file;
        try
        {
            var mine = await versions.CheckOutAsync(cancellationToken);
            if (!IsSame(read, mine))
                throw Changed(file.Id, null);
            if (existing is not null)
                await ReplaceAsync(versions, name, content, mine, cancellationToken);
            if (columns.Count > 0)
                await WriteColumnsAsync(file, schema, columns, cancellationToken);
            await versions.CheckInAsync(
                await versions.StateAsync(cancellationToken),
                comment,
                publish,
                cancellationToken
            );
        }
        catch (Exception fault) when (versions.IsOurs && fault is (GraphException or OperationCanceledException))
        {
            await versions.TryDiscardAsync();
            throw;
        }

        return await FileAsync(() => Of(file.Id), name, cancellationToken);
    }

    /// <summary>
    /// Gives free a file that an earlier run of this application was cut off from writing: it is again as its last
    /// version says.
    /// A file that nobody, or somebody else, has checked out is left as it is.
    /// </summary>
    /// <returns>The file as it now is; null when there was nothing to give free.</returns>
    public async Task<LibraryFile?> ReleaseAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var versions = new CheckedOutFile(graph, Of(file.Id));
        var now = await versions.StateAsync(cancellationToken);
        if (now.CheckedOutBy is not { IsApplication: true })
            return null;
        await versions.DiscardAsync(cancellationToken);
        return await FileAsync(() => Of(file.Id), file.Name, cancellationToken);
    }

    /// <summary>
    /// Gives free, as <see cref="ReleaseAsync"/> does, every file of the library but those in folders. Nothing may be
    /// writing there.
    /// </summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/driveitem-list-children; the publication comes only when selected.
        var children = Of("root").Children;
        var files = await graph.AllAsync(
            (link, call, token) =>
                link is null
                    ? children.GetAsync(
                        request =>
                        {
                            call.On(request);
                            request.QueryParameters.Select = ["id", "publication"];
                        },
                        token
                    )
                    : children.WithUrl(link).GetAsync(call.On, token),
            page => page.Value,
            file => (Id: Expected.Id(file.Id, "the file"), IsLeft: FileState.IsLeftByApplication(file)),
            file => file.Id,
            cancellationToken
        );
        foreach (var (id, _) in files.Elements.Where(file => file.IsLeft))
            await new CheckedOutFile(graph, Of(id)).DiscardAsync(cancellationToken);
    }

    /// <summary>
    /// The file as PDF by the service's own conversion; null when the service says that it cannot convert it.
    /// https://learn.microsoft.com/graph/api/driveitem-get-content-format
    /// </summary>
    public async Task<byte[]?> PdfAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await DownloadAsync(file, "pdf", cancellationToken);
        }
        catch (GraphException refused)
            when (refused.Status is HttpStatusCode.NotAcceptable or HttpStatusCode.UnsupportedMediaType
                || refused.Code is { } code
                    && (code == "notSupported" || code.StartsWith("OfficeConversion", StringComparison.Ordinal))
            )
        {
            // Which errors it sends is not documented. 406 and 415 are HTTP's own for it; OfficeConversion_… comes from
            // the converter, seen with status 500:
            // https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/3946
            return null;
        }
    }

    /// <summary>
    /// Who has rights to the library, as far as this application may see.
    /// https://learn.microsoft.com/graph/api/driveitem-list-permissions
    /// </summary>
    public Task<IReadOnlyList<LibraryGrant>> GrantsAsync(CancellationToken cancellationToken) =>
        GrantsAsync("root", cancellationToken);

    /// <summary>
    /// Who has rights to the file: the library's, told as inherited, and those who have been given it alone.
    /// </summary>
    public Task<IReadOnlyList<LibraryGrant>> GrantsAsync(LibraryFile file, CancellationToken cancellationToken) =>
        GrantsAsync(file.Id, cancellationToken);

    private Task<IReadOnlyList<LibraryGrant>> GrantsAsync(string id, CancellationToken cancellationToken)
    {
        var permissions = Of(id).Permissions;
        return graph.GrantsAsync(
            (link, call, token) => (link is null ? permissions : permissions.WithUrl(link)).GetAsync(call.On, token),
            cancellationToken
        );
    }

    /// <summary>The file as it is before it is checked out, which must be as the caller read it.</summary>
    private async Task<FileState> StateAsync(
        CheckedOutFile versions,
        LibraryFile file,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var now = await versions.StateAsync(cancellationToken);
            return now.ETag == file.ETag ? now : throw Changed(file.Id, null);
        }
        catch (NotFoundException gone)
        {
            throw Changed(file.Id, gone);
        }
    }

    // The check-out itself may give a new eTag. What a person saved in between has another content tag, and another
    // time or size.
    private static bool IsSame(FileState before, FileState after) =>
        before.ETag == after.ETag
        || (before.CTag is not null && before.CTag == after.CTag)
        || (before.LastModified == after.LastModified && before.Size == after.Size);

    /// <summary>Writes the content while the file is checked out to us, so that nobody else's can be lost.</summary>
    private async Task ReplaceAsync(
        CheckedOutFile versions,
        string name,
        ReadOnlyMemory<byte> content,
        FileState mine,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await UploadAsync(name, content, mine.ETag, cancellationToken);
        }
        catch (ChangedMeanwhileException)
        {
            // The first attempt got through and SharePoint wrote columns into it, or the check-out gave a new eTag
            // late.
            var now = await versions.StateAsync(cancellationToken);
            if (!now.IsCheckedOut)
                throw;
            await UploadAsync(name, content, now.ETag, cancellationToken);
        }
    }

    /// <summary>Whether the file holds exactly this, so that a new version would say nothing new.</summary>
    private async Task<bool> HoldsAsync(
        LibraryFile file,
        ReadOnlyMemory<byte> content,
        ListSchema schema,
        IReadOnlyDictionary<string, object?> columns,
        CancellationToken cancellationToken
    )
    {
        if (file.Size != content.Length)
            return false;
        var row = await graph.ReadAsync(
            () =>
                Of(file.Id)
                    .ListItem.ToGetRequestInformation(request =>
                        request.QueryParameters.Expand = FieldSelection.Expand(schema)
                    ),
            new RowAnswerReader<ListRow>(item => item.ToRow()).One,
            cancellationToken
        );
        return new CellWriter(schema, graph.Zone).IsWritten(row.Fields, columns)
            && (await DownloadAsync(file, cancellationToken)).AsSpan().SequenceEqual(content.Span);
    }

    /// <param name="format">Null for the content as it is.</param>
    private Task<byte[]> DownloadAsync(LibraryFile file, string? format, CancellationToken cancellationToken) =>
        new FileDownload(graph, Of(file.Id), graph.Address(Path(file.Id))).ReadAsync(
            file.Size,
            format,
            cancellationToken
        );

    private Task WriteColumnsAsync(
        LibraryFile file,
        ListSchema schema,
        IReadOnlyDictionary<string, object?> values,
        CancellationToken cancellationToken
    )
    {
        var cells = new CellWriter(schema, graph.Zone);
        // The SDK has no builder for the fields of a file's row, but for those of a row.
        var address = graph.Address($"{Path(file.Id)}/listItem/fields").AbsoluteUri;
        return graph.DoAsync(
            (call, token) =>
                graph
                    .Api.Sites["-"]
                    .Lists["-"]
                    .Items["-"]
                    .Fields.WithUrl(address)
                    .PatchAsync(cells.Fields(values), call.On, token),
            cancellationToken
        );
    }

    private ChangedMeanwhileException Changed(string id, Exception? cause) =>
        new(
            new(HttpMethod.Get, SafeUrl.Of(graph.Address(Path(id))), null, null, null, null),
            "Someone else wrote this file meanwhile. Read it again and decide anew.",
            cause
        );

    private async Task<LibraryFile> PutAsync(
        string name,
        ReadOnlyMemory<byte> content,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        // https://learn.microsoft.com/graph/api/driveitem-put-content; If-Match is honoured though not documented. The
        // SDK's builder knows no conflictBehavior.
        var address = graph.Address($"{ByName(name)}:/content?@microsoft.graph.conflictBehavior={OnConflict(ifMatch)}");
        return await graph.AskAsync(
            (call, token) =>
                Of("root").Content.WithUrl(address.AbsoluteUri).PutAsync(Bytes(content), call.IfMatch(ifMatch), token),
            file => LibraryFile.Of(file, name),
            cancellationToken,
            new() { Limit = Limits.Content }
        );
    }

    private async Task<LibraryFile> SendInChunksAsync(
        string name,
        ReadOnlyMemory<byte> content,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= MostSessions; attempt++)
        {
            var session = await OpenSessionAsync(name, content, ifMatch, cancellationToken);
            try
            {
                if (await session.SendAsync(cancellationToken) is { } id)
                    return await FileAsync(() => Of(id), name, cancellationToken);
            }
            catch (Exception fault) when (fault is GraphException or OperationCanceledException)
            {
                await session.TryCancelAsync();
                throw;
            }

            if (await FindAsync(name, content, cancellationToken) is { } there)
                return there;
        }

        throw new GraphException(
            new(HttpMethod.Put, SafeUrl.Of(graph.Address(ByName(name))), null, null, null, null),
            "The upload ended again and again before the whole file was there. Try again later."
        )
        {
            MayPass = true,
        };
    }

    private async Task<UploadSession> OpenSessionAsync(
        string name,
        ReadOnlyMemory<byte> content,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        CreateUploadSessionPostRequestBody Body() =>
            new()
            {
                Item = new()
                {
                    AdditionalData = new Dictionary<string, object>
                    {
                        ["@microsoft.graph.conflictBehavior"] = OnConflict(ifMatch),
                    },
                },
            };
        var opening = graph.Address($"{ByName(name)}:/createUploadSession").AbsoluteUri;
        var address = await graph.AskAsync(
            (call, token) =>
                Of("root").CreateUploadSession.WithUrl(opening).PostAsync(Body(), call.IfMatch(ifMatch), token),
            answer => Expected.Web(answer.UploadUrl, "uploadUrl") ?? throw new JsonException("uploadUrl is missing"),
            cancellationToken,
            // A session nobody uses does nothing and expires by itself.
            new() { IsRepeatable = true }
        );
        return new(graph, address, content);
    }

    /// <summary>The file if it is there and holds exactly this.</summary>
    private async Task<LibraryFile?> FindAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(name, cancellationToken) is { } file
        && file.Size == content.Length
        && (await DownloadAsync(file, cancellationToken)).AsSpan().SequenceEqual(content.Span)
            ? file
            : null;

    private Task<LibraryFile> FileAsync(
        Func<DriveItemItemRequestBuilder> file,
        string name,
        CancellationToken cancellationToken
    ) =>
        graph.AskAsync(
            (call, token) => file().GetAsync(call.On, token),
            answer => LibraryFile.Of(answer, name),
            cancellationToken
        );

    // A file that was not there when it was looked for may have come since, or not have been seen: it is not written
    // over.
    private static string OnConflict(string? ifMatch) => ifMatch is null ? "fail" : "replace";

    private static Stream Bytes(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray());

    private DriveItemItemRequestBuilder Of(string id) => graph.Api.Drives[driveId].Items[id];

    // The SDK's ItemWithPath leaves a percent sign or a brace in a name as it is, which makes another address of it.
    private DriveItemItemRequestBuilder Named(string name) =>
        Of("root").WithUrl(graph.Address(ByName(name)).AbsoluteUri);

    private string Path(string id) => $"drives/{driveId}/items/{Uri.EscapeDataString(id)}";

    private string ByName(string name) =>
        $"drives/{driveId}/root:/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
