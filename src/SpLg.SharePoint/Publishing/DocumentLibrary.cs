using System.Net;

namespace SpLg.SharePoint.Publishing;

/// <summary>A document library: its files, their columns and versions, and who has rights to it.</summary>
public sealed class DocumentLibrary
{
    private readonly GraphClient graph;
    private readonly DriveFiles files;

    private DocumentLibrary(GraphClient graph, ListHeader list, string driveId)
    {
        this.graph = graph;
        files = new(graph, driveId);
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
            return await files.ReadAsync(() => files.Named(name), name, cancellationToken);
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
            return await new FileUpload(graph, files, name, content, ifMatch).SendAsync(
                token => FindAsync(name, content, token),
                cancellationToken
            );
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
        var address = files.Of(file.Id).Versions;
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
        (await new CheckedOutFile(graph, files.Of(file.Id)).StateAsync(cancellationToken)).IsPublished;

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
        var versions = new CheckedOutFile(graph, files.Of(file.Id));
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

        return await files.ReadAsync(() => files.Of(file.Id), name, cancellationToken);
    }

    /// <summary>
    /// Gives free a file that an earlier run of this application was cut off from writing: it is again as its last
    /// version says.
    /// A file that nobody, or somebody else, has checked out is left as it is.
    /// </summary>
    /// <returns>The file as it now is; null when there was nothing to give free.</returns>
    public async Task<LibraryFile?> ReleaseAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var versions = new CheckedOutFile(graph, files.Of(file.Id));
        var now = await versions.StateAsync(cancellationToken);
        if (now.CheckedOutBy is not { IsApplication: true })
            return null;
        await versions.DiscardAsync(cancellationToken);
        return await files.ReadAsync(() => files.Of(file.Id), file.Name, cancellationToken);
    }

    /// <summary>
    /// Removes the file with all its versions, past the recycle bin; one that is gone is removed already. Whether a grant
    /// on the one site is enough for that is not documented: where it is refused, the file goes to the recycle bin, which
    /// only the site's owner empties. https://learn.microsoft.com/graph/api/driveitem-permanentdelete
    /// </summary>
    /// <returns>False when it lies in the recycle bin.</returns>
    /// <exception cref="GraphException">With status 423 when somebody has it open or checked out.</exception>
    public async Task<bool> RemoveAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var isForGood = true;
        try
        {
            try
            {
                await graph.DoAsync(
                    (call, token) => files.Of(file.Id).PermanentDelete.PostAsync(call.On, token),
                    cancellationToken
                );
            }
            catch (GraphException refused)
                // Not found may mean the file, or that the service has no such action: the plain delete tells.
                when (refused is AccessDeniedException or NotFoundException
                    || refused.Status
                        is HttpStatusCode.MethodNotAllowed
                            or HttpStatusCode.NotImplemented
                            or HttpStatusCode.BadRequest
                )
            {
                isForGood = false;
                await graph.DoAsync((call, token) => files.Of(file.Id).DeleteAsync(call.On, token), cancellationToken);
            }
        }
        catch (NotFoundException)
        {
            // Gone, or only the answer to the first attempt was lost.
        }
        return isForGood;
    }

    /// <summary>Sees that nobody else has a file checked out: what they write in it is not there yet.</summary>
    /// <exception cref="GraphException">Somebody has; with status 423, as a write would be answered.</exception>
    public async Task CheckNotHeldAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var now = await new CheckedOutFile(graph, files.Of(file.Id)).StateAsync(cancellationToken);
        if (now.CheckedOutBy is { IsApplication: false })
            throw GraphFault.ToException(
                new(HttpMethod.Get, SafeUrl.Of(file.WebUrl), HttpStatusCode.Locked, null, "checked out", null)
            );
    }

    /// <summary>
    /// Gives free, as <see cref="ReleaseAsync"/> does, every file of the library but those in folders. Nothing may be
    /// writing there.
    /// </summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/driveitem-list-children; the publication comes only when selected.
        var children = files.Of("root").Children;
        var all = await graph.AllAsync(
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
        foreach (var (id, _) in all.Elements.Where(file => file.IsLeft))
            await new CheckedOutFile(graph, files.Of(id)).DiscardAsync(cancellationToken);
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
        var permissions = files.Of(id).Permissions;
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
                files
                    .Of(file.Id)
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
        new FileDownload(graph, files.Of(file.Id), files.Address(file.Id)).ReadAsync(
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
        var address = $"{files.Address(file.Id).AbsoluteUri}/listItem/fields";
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
            new(HttpMethod.Get, SafeUrl.Of(files.Address(id)), null, null, null, null),
            "Someone else wrote this file meanwhile. Read it again and decide anew.",
            cause
        );

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

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
