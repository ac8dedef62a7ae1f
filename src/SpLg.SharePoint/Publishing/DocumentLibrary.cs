using System.Net;
using System.Text.Json;
using SpLg.Core.Schema;
using SpLg.SharePoint.Answers;
using SpLg.SharePoint.Reading;
using SpLg.SharePoint.Throttling;

namespace SpLg.SharePoint.Publishing;

/// <summary>A document library: its files, their columns and versions, and who has rights to it.</summary>
public sealed class DocumentLibrary
{
    /// <summary>Files up to this size go in one request, larger ones through an upload session.</summary>
    private const int LargestSinglePut = 4 * 1024 * 1024;

    private const int MostSessions = 3;

    /// <summary>The bytes of a file, below its address.</summary>
    private const string Content = "/content";

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
    public static async Task<DocumentLibrary> OpenAsync(GraphClient graph, Site site, string title, CancellationToken cancellationToken)
    {
        var lists = await new ListReader(graph, site).ListsAsync(cancellationToken);
        var list = lists.FirstOrDefault(l => l.IsLibrary && (Same(l.Title, title) || Same(l.Name, title)))
            ?? throw new NotFoundException(
                new(HttpMethod.Get, site.WebUrl.AbsoluteUri, null, null, null, null),
                $"The site has no document library '{title}'. Apply the provisioning template, or ask the administrator for it.");
        var drive = await graph.SendAsync(
            new(HttpMethod.Get, graph.ListAddress(site, list, "drive")),
            GraphJson.Default.DriveAnswer,
            answer => Expected.Id(answer.Id, "the drive"),
            cancellationToken);
        return new(graph, list, drive);
    }

    /// <summary>The file with this name, or null.</summary>
    public async Task<LibraryFile?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await FileAsync(ByName(name), name, cancellationToken);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>The file's bytes. They come from a short-lived address of their own, to which the token is not sent.</summary>
    public Task<byte[]> DownloadAsync(LibraryFile file, CancellationToken cancellationToken) => DownloadAsync(file, Content, cancellationToken);

    /// <summary>Creates the file or replaces its content.</summary>
    /// <param name="ifMatch">The file's ETag: it is replaced only when it is still as it was read. Null creates it, and replaces nothing.</param>
    /// <exception cref="ChangedMeanwhileException">The file is no longer as it was read, or there is one now.</exception>
    public async Task<LibraryFile> UploadAsync(string name, ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        try
        {
            return content.Length <= LargestSinglePut
                ? await PutAsync(name, content, ifMatch, cancellationToken)
                : await SendInChunksAsync(name, content, ifMatch, cancellationToken);
        }
        catch (GraphException changed) when (changed is ChangedMeanwhileException || changed.Status == HttpStatusCode.Conflict)
        {
            // The first attempt may have got through and only its answer was lost: then it is we who changed the file.
            if (changed.AfterLostAnswer && await FindAsync(name, content, cancellationToken) is { } there)
                return there;
            throw new ChangedMeanwhileException(changed.Error, "Someone else wrote this file meanwhile. Read it again and decide anew.", changed);
        }
    }

    /// <summary>
    /// All the times the file was saved, as far as its history goes back, with the last one as the file itself tells it: while people
    /// write together a version goes on changing. In no order. https://learn.microsoft.com/graph/api/driveitem-list-versions
    /// </summary>
    public async Task<IReadOnlyList<FileVersion>> VersionsAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        // A version that comes twice was saved twice, while people wrote together.
        var address = ById(file.Id, "/versions");
        var versions = await graph.AllAsync(address, GraphJson.Default.PageVersionAnswer, a => a.ToFileVersion(), key: null, cancellationToken);
        return [new(file.LastModified, file.ModifiedBy), .. versions.Elements];
    }

    /// <summary>True when what the file holds is a published version, which readers see; false for a draft and for one that is checked out.</summary>
    public async Task<bool> IsPublishedAsync(LibraryFile file, CancellationToken cancellationToken) =>
        (await new CheckedOutFile(graph, ById(file.Id, "")).StateAsync(cancellationToken)).IsPublished;

    /// <summary>
    /// Writes content and columns as one new version with a comment: checked out, written, checked in. A file that is not there is
    /// created first. May be repeated after a kill at any point: what this application itself has checked out is taken up again.
    /// </summary>
    /// <param name="existing">The file as it was read; null when there was none.</param>
    /// <param name="publish">True makes it a published version (2.0), false a draft (1.1).</param>
    /// <returns>The file as it now is; as it was when it held all this already.</returns>
    /// <exception cref="ChangedMeanwhileException">The file is no longer as it was read, or there is one now.</exception>
    /// <exception cref="GraphException">With status 423 when somebody has the file open or checked out.</exception>
    public async Task<LibraryFile> WriteAsync(
        string name, ReadOnlyMemory<byte> content, LibraryFile? existing, ListSchema schema, IReadOnlyDictionary<string, object?> columns, string comment, bool publish, CancellationToken cancellationToken)
    {
        var file = existing ?? await UploadAsync(name, content, null, cancellationToken);
        var versions = new CheckedOutFile(graph, ById(file.Id, ""));
        var read = existing is null ? await versions.StateAsync(cancellationToken) : await StateAsync(versions, existing, cancellationToken);
        if (existing is not null && !read.IsCheckedOut && (read.IsPublished || !publish) && await HoldsAsync(file, content, schema, columns, cancellationToken))
            return file;
        try
        {
            var mine = await versions.CheckOutAsync(cancellationToken);
            if (!IsSame(read, mine))
                throw Changed(file.Id, null);
            if (existing is not null)
                await ReplaceAsync(versions, name, content, mine, cancellationToken);
            if (columns.Count > 0)
                await graph.SendAsync(ColumnsRequest(file, schema, columns), cancellationToken);
            await versions.CheckInAsync(await versions.StateAsync(cancellationToken), comment, publish, cancellationToken);
        }
        catch (Exception fault) when (versions.IsOurs && fault is (GraphException or OperationCanceledException))
        {
            await versions.TryDiscardAsync();
            throw;
        }

        return await FileAsync(ById(file.Id, ""), name, cancellationToken);
    }

    /// <summary>
    /// Gives free a file that an earlier run of this application was cut off from writing: it is again as its last version says.
    /// A file that nobody, or somebody else, has checked out is left as it is.
    /// </summary>
    /// <returns>The file as it now is; null when there was nothing to give free.</returns>
    public async Task<LibraryFile?> ReleaseAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var versions = new CheckedOutFile(graph, ById(file.Id, ""));
        var now = await versions.StateAsync(cancellationToken);
        if (now.Publication?.CheckedOutBy?.ToAuthor() is not { IsApplication: true })
            return null;
        await versions.DiscardAsync(cancellationToken);
        return await FileAsync(ById(file.Id, ""), file.Name, cancellationToken);
    }

    /// <summary>Gives free, as <see cref="ReleaseAsync"/> does, every file of the library but those in folders. Nothing may be writing there.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/driveitem-list-children; the publication comes only when selected.
        var address = graph.Address($"drives/{driveId}/root/children?$select=id,publication");
        var files = await graph.AllAsync(
            address,
            GraphJson.Default.PageFileAnswer,
            a => (Id: Expected.Id(a.Id, "the file"), IsLeft: a.Publication?.CheckedOutBy?.ToAuthor() is { IsApplication: true }),
            file => file.Id,
            cancellationToken);
        foreach (var (id, _) in files.Elements.Where(file => file.IsLeft))
            await new CheckedOutFile(graph, ById(id, "")).DiscardAsync(cancellationToken);
    }

    /// <summary>
    /// The file as PDF by the service's own conversion; null when the service says that it cannot convert it.
    /// https://learn.microsoft.com/graph/api/driveitem-get-content-format
    /// </summary>
    public async Task<byte[]?> PdfAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await DownloadAsync(file, "/content?format=pdf", cancellationToken);
        }
        catch (GraphException refused) when (refused.Status is HttpStatusCode.NotAcceptable or HttpStatusCode.UnsupportedMediaType
            || refused.Code is { } code && (code == "notSupported" || code.StartsWith("OfficeConversion", StringComparison.Ordinal)))
        {
            // Which errors it sends is not documented. 406 and 415 are HTTP's own for it; OfficeConversion_… comes from the converter,
            // seen with status 500: https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/3946
            return null;
        }
    }

    /// <summary>Who has rights to the library, as far as this application may see. https://learn.microsoft.com/graph/api/driveitem-list-permissions</summary>
    public Task<IReadOnlyList<LibraryGrant>> GrantsAsync(CancellationToken cancellationToken) =>
        PermissionAnswer.GrantsAsync(graph, graph.Address($"drives/{driveId}/root/permissions"), cancellationToken);

    /// <summary>Who has rights to the file: the library's, told as inherited, and those who have been given it alone.</summary>
    public Task<IReadOnlyList<LibraryGrant>> GrantsAsync(LibraryFile file, CancellationToken cancellationToken) =>
        PermissionAnswer.GrantsAsync(graph, ById(file.Id, "/permissions"), cancellationToken);

    /// <summary>The file as it is before it is checked out, which must be as the caller read it.</summary>
    private async Task<FileAnswer> StateAsync(CheckedOutFile versions, LibraryFile file, CancellationToken cancellationToken)
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

    // The check-out itself may give a new eTag. What a person saved in between has another content tag, and another time or size.
    private static bool IsSame(FileAnswer before, FileAnswer after) =>
        before.ETag == after.ETag
        || (before.CTag is not null && before.CTag == after.CTag)
        || (before.LastModifiedDateTime == after.LastModifiedDateTime && before.Size == after.Size);

    /// <summary>Writes the content while the file is checked out to us, so that nobody else's can be lost.</summary>
    private async Task ReplaceAsync(CheckedOutFile versions, string name, ReadOnlyMemory<byte> content, FileAnswer mine, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(name, content, mine.ETag, cancellationToken);
        }
        catch (ChangedMeanwhileException)
        {
            // The first attempt got through and SharePoint wrote columns into it, or the check-out gave a new eTag late.
            var now = await versions.StateAsync(cancellationToken);
            if (!now.IsCheckedOut)
                throw;
            await UploadAsync(name, content, now.ETag, cancellationToken);
        }
    }

    /// <summary>Whether the file holds exactly this, so that a new version would say nothing new.</summary>
    private async Task<bool> HoldsAsync(LibraryFile file, ReadOnlyMemory<byte> content, ListSchema schema, IReadOnlyDictionary<string, object?> columns, CancellationToken cancellationToken)
    {
        if (file.Size != content.Length)
            return false;
        var address = ById(file.Id, $"/listItem?{FieldSelection.Expand(schema)}");
        var row = await graph.SendAsync(new(HttpMethod.Get, address), GraphJson.Default.ItemAnswer, answer => answer.ToRow(), cancellationToken);
        return new CellWriter(schema, graph.Zone).IsWritten(row.Fields, columns)
            && (await DownloadAsync(file, cancellationToken)).AsSpan().SequenceEqual(content.Span);
    }

    private async Task<byte[]> DownloadAsync(LibraryFile file, string below, CancellationToken cancellationToken)
    {
        var content = await DownloadAnyAsync(file, below, cancellationToken);
        // Somebody may have saved an empty file, but what has a size came without its content, and no PDF is empty.
        return content.Length > 0 || (file.Size == 0 && below == Content) ? content : throw GraphFault.Odd(ById(file.Id, below), "the file came empty");
    }

    private async Task<byte[]> DownloadAnyAsync(LibraryFile file, string below, CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/driveitem-get-content
        var request = new GraphRequest(HttpMethod.Get, ById(file.Id, below)) { TakesRedirect = true, Limit = Limits.Content };
        for (var attempt = 1; ; attempt++)
        {
            var (address, bytes) = await graph.SendAsync(
                request,
                async (response, token) => response.IsSuccessStatusCode
                    ? ((Uri?)null, await GraphClient.ReadFileAsync(response, token))
                    : (Expected.Below(request.Url, response.Headers.Location ?? throw new JsonException("the redirection names no address"), "the redirection"), []),
                cancellationToken);
            if (address is null)
                return bytes;
            try
            {
                var download = new GraphRequest(HttpMethod.Get, address) { Limit = Limits.Content };
                return await graph.SendOpenAsync(download, GraphClient.ReadFileAsync, cancellationToken);
            }
            catch (GraphException expired) when (attempt == 1 && expired is (AccessDeniedException or NotFoundException))
            {
                // The address was good for some minutes, of which waiting may have taken all. A new one is asked for.
            }
        }
    }

    private GraphRequest ColumnsRequest(LibraryFile file, ListSchema schema, IReadOnlyDictionary<string, object?> values) => new(HttpMethod.Patch, ById(file.Id, "/listItem/fields"))
    {
        Body = JsonBody.Object(json => new CellWriter(schema, graph.Zone).Write(json, values)),
    };

    private ChangedMeanwhileException Changed(string id, Exception? cause) =>
        new(new(HttpMethod.Get, SafeUrl.Of(ById(id, "")), null, null, null, null), "Someone else wrote this file meanwhile. Read it again and decide anew.", cause);

    private async Task<LibraryFile> PutAsync(string name, ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        // https://learn.microsoft.com/graph/api/driveitem-put-content; If-Match is honoured though not documented.
        var request = new GraphRequest(HttpMethod.Put, ByName(name, $"/content?@microsoft.graph.conflictBehavior={OnConflict(ifMatch)}"))
        {
            Body = content,
            BodyType = "application/octet-stream",
            IfMatch = ifMatch,
            Limit = Limits.Content,
        };
        return await SendForFileAsync(request, name, cancellationToken);
    }

    private async Task<LibraryFile> SendInChunksAsync(string name, ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostSessions; attempt++)
        {
            var session = await OpenSessionAsync(name, content, ifMatch, cancellationToken);
            try
            {
                if (await session.SendAsync(cancellationToken) is { } id)
                    return await FileAsync(ById(id, ""), name, cancellationToken);
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
            new(HttpMethod.Put, SafeUrl.Of(ByName(name)), null, null, null, null),
            "The upload ended again and again before the whole file was there. Try again later.")
        { MayPass = true };
    }

    private async Task<UploadSession> OpenSessionAsync(string name, ReadOnlyMemory<byte> content, string? ifMatch, CancellationToken cancellationToken)
    {
        var request = new GraphRequest(HttpMethod.Post, ByName(name, "/createUploadSession"))
        {
            Body = JsonBody.Object(json =>
            {
                json.WriteStartObject("item");
                json.WriteString("@microsoft.graph.conflictBehavior", OnConflict(ifMatch));
                json.WriteEndObject();
            }),
            IfMatch = ifMatch,
            // A session nobody uses does nothing and expires by itself.
            Repeatable = true,
        };
        var address = await graph.SendAsync(
            request,
            GraphJson.Default.UploadSessionAnswer,
            answer => Expected.Web(answer.UploadUrl, "uploadUrl") ?? throw new JsonException("uploadUrl is missing"),
            cancellationToken);
        return new(graph, address, content);
    }

    /// <summary>The file if it is there and holds exactly this.</summary>
    private async Task<LibraryFile?> FindAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) is { } file
        && file.Size == content.Length
        && (await DownloadAsync(file, cancellationToken)).AsSpan().SequenceEqual(content.Span)
            ? file
            : null;

    private Task<LibraryFile> FileAsync(Uri address, string name, CancellationToken cancellationToken) =>
        SendForFileAsync(new(HttpMethod.Get, address), name, cancellationToken);

    private Task<LibraryFile> SendForFileAsync(GraphRequest request, string name, CancellationToken cancellationToken) =>
        graph.SendAsync(request, GraphJson.Default.FileAnswer, answer => answer.ToFile(name), cancellationToken);

    // A file that was not there when it was looked for may have come since, or not have been seen: it is not written over.
    private static string OnConflict(string? ifMatch) => ifMatch is null ? "fail" : "replace";

    private Uri ById(string id, string below) => graph.Address($"drives/{driveId}/items/{Uri.EscapeDataString(id)}{below}");

    private Uri ByName(string name, string? below = null) =>
        graph.Address($"drives/{driveId}/root:/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}{(below is null ? "" : ":" + below)}");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
