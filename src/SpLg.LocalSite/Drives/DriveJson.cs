namespace SpLg.LocalSite.Drives;

/// <summary>
/// Drives and drive items as Graph shows them. https://learn.microsoft.com/graph/api/resources/driveitem
/// </summary>
internal static class DriveJson
{
    private const string DownloadUrl = "@microsoft.graph.downloadUrl";

    /// <summary>The space of a small tenant; only the used part is real.</summary>
    private const long Total = 27487790694400;

    public static string ETag(ItemRecord item) => $"\"{Braced(item)},{item.ETag}\"";

    public static JsonObject Drive(GraphCall call, ListRecord library, IReadOnlyList<string>? select)
    {
        var site = call.State.SiteOf(library);
        var used = call.Access.Items(library).Sum(i => i.Content?.Size ?? 0);
        var body = new JsonObject
        {
            ["createdDateTime"] = Shape.Time(library.Created),
            ["description"] = library.Description,
            ["id"] = Ids.Drive(site, library),
            ["lastModifiedDateTime"] = Shape.Time(library.Modified),
            ["name"] = library.Title,
            ["webUrl"] = call.Site.WebUrl(library),
            ["driveType"] = "documentLibrary",
            ["createdBy"] = Identities.Show(call, site.Id, library.CreatedBy),
            ["owner"] = Identities.Show(call, site.Id, library.CreatedBy),
            ["quota"] = new JsonObject
            {
                ["deleted"] = 0,
                ["remaining"] = Total - used,
                ["state"] = "normal",
                ["total"] = Total,
                ["used"] = used,
            },
        };
        if (Shape.Selects(select, "sharePointIds"))
            body["sharePointIds"] = Ids.SharePoint(call, site, library);
        return Shape.Select(body, select);
    }

    public static JsonObject Root(GraphCall call, ListRecord library, IReadOnlyList<string>? select)
    {
        var site = call.State.SiteOf(library);
        return Shape.Select(
            new()
            {
                ["createdDateTime"] = Shape.Time(library.Created),
                ["id"] = Ids.Root(library),
                ["lastModifiedDateTime"] = Shape.Time(library.Modified),
                ["name"] = "root",
                ["webUrl"] = call.Site.WebUrl(library),
                ["size"] = call.Access.Items(library).Sum(i => i.Content?.Size ?? 0),
                ["parentReference"] = new JsonObject
                {
                    ["driveType"] = "documentLibrary",
                    ["driveId"] = Ids.Drive(site, library),
                },
                ["fileSystemInfo"] = new JsonObject
                {
                    ["createdDateTime"] = Shape.Time(library.Created),
                    ["lastModifiedDateTime"] = Shape.Time(library.Modified),
                },
                ["folder"] = new JsonObject
                {
                    ["childCount"] = call.Access.Items(library).Count(i => i.Folder is null),
                },
                ["root"] = new JsonObject(),
            },
            select
        );
    }

    public static JsonObject Item(GraphCall call, ListRecord library, ItemRecord latest, IReadOnlyList<string>? select)
    {
        var item = call.Access.See(library, latest) ?? throw GraphError.NotFound();
        var site = call.State.SiteOf(library);
        var body = new JsonObject();
        if (
            item.Content is not null
            && (select is null || Shape.Selects(select, DownloadUrl) || Shape.Selects(select, "content.downloadUrl"))
        )
            body[DownloadUrl] = Download.Address(call.Site, library, item, item.Content);
        body["createdDateTime"] = Shape.Time(item.Created);
        body["eTag"] = ETag(item);
        body["id"] = Ids.DriveItem(library, item.Unique);
        body["lastModifiedDateTime"] = Shape.Time(item.Modified);
        body["name"] = item.Name;
        body["webUrl"] = WebUrl(call, library, item);
        body["cTag"] = $"\"c:{Braced(item)},{item.ContentTag}\"";
        body["size"] = Size(call, library, item);
        body["createdBy"] = Identities.Show(call, site.Id, item.CreatedBy);
        body["lastModifiedBy"] = Identities.Show(call, site.Id, item.ModifiedBy);
        body["parentReference"] = Parent(call, site, library, item);
        if (item.Content is { } content)
            body["file"] = new JsonObject
            {
                ["mimeType"] = FileName.MimeType(item.Name!),
                ["hashes"] = new JsonObject { ["quickXorHash"] = content.QuickXor },
            };
        body["fileSystemInfo"] = new JsonObject
        {
            ["createdDateTime"] = Shape.Time(item.Created),
            ["lastModifiedDateTime"] = Shape.Time(item.Modified),
        };
        if (item.IsFolder)
            body["folder"] = new JsonObject
            {
                ["childCount"] = call.Access.Items(library).Count(i => i.Folder == item.Unique),
            };
        if (Shape.Selects(select, "publication"))
            body["publication"] = Publication(call, site, item);
        if (Shape.Selects(select, "sharepointIds"))
            body["sharepointIds"] = Ids.SharePoint(call, site, library, item);
        return Shape.Select(body, select);
    }

    public static JsonObject Publication(GraphCall call, SiteRecord site, ItemRecord item)
    {
        var level = item switch
        {
            { CheckedOutBy: not null } => "checkout",
            { Minor: 0 } => "published",
            _ => "draft",
        };
        var body = new JsonObject { ["level"] = level, ["versionId"] = item.Version };
        if (item.CheckedOutBy is { } holder)
            body["checkedOutBy"] = Identities.Show(call, site.Id, holder);
        return body;
    }

    /// <summary>
    /// Of a Word, Excel or PowerPoint file the viewer's address, as recorded; of others the file's own.
    /// </summary>
    private static string WebUrl(GraphCall call, ListRecord library, ItemRecord item)
    {
        var isOffice =
            System.IO.Path.GetExtension(item.Name!).ToLowerInvariant()
            is ".docx"
                or ".doc"
                or ".xlsx"
                or ".xls"
                or ".pptx"
                or ".ppt";
        return item.IsFolder || !isOffice
            ? ItemJson.WebUrl(call.Site, library, item)
            : $"{call.Site.WebUrl(call.State.SiteOf(library))}/_layouts/15/Doc.aspx?sourcedoc="
                + $"{Uri.EscapeDataString(Braced(item))}&file={Uri.EscapeDataString(item.Name!)}"
                + "&action=default&mobileredirect=true";
    }

    private static JsonObject Parent(GraphCall call, SiteRecord site, ListRecord library, ItemRecord item)
    {
        var drive = Ids.Drive(site, library);
        var path = string.Join('/', ItemJson.PathOf(call.State, item).SkipLast(1).Select(Uri.EscapeDataString));
        return new()
        {
            ["driveType"] = "documentLibrary",
            ["driveId"] = drive,
            ["id"] = item.Folder is { } folder ? Ids.DriveItem(library, folder) : Ids.Root(library),
            ["name"] = item.Folder is { } above ? call.State.Item(above)?.Name : library.Name,
            ["path"] = $"/drives/{drive}/root:{(path.Length == 0 ? "" : "/" + path)}",
            ["siteId"] = site.Id.ToString(),
        };
    }

    private static long Size(GraphCall call, ListRecord library, ItemRecord item) =>
        item.IsFolder
            ? call.Access.Items(library).Where(i => i.Folder == item.Unique).Sum(i => Size(call, library, i))
            : item.Content?.Size ?? 0;

    private static string Braced(ItemRecord item) => item.Unique.ToString("B").ToUpperInvariant();
}
