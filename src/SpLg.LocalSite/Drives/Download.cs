namespace SpLg.LocalSite.Drives;

/// <summary>
/// The address a file is fetched from: on the SharePoint host, opened by its own short-lived token, so the bearer token
/// stays at home.
/// </summary>
internal static class Download
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static string Address(Site site, ListRecord library, ItemRecord item, Blob content, bool asPdf = false)
    {
        var what = What(item.Unique, content.Hash, asPdf);
        var web = site.WebUrl(site.Store.State.SiteOf(library));
        return $"{web}/_layouts/15/download.aspx?UniqueId={item.Unique}&Translate=false&tempauth="
            + $"{site.TempAuth(what, Lifetime)}&ApiVersion=2.0&hash={content.Hash}{(asPdf ? "&format=pdf" : "")}";
    }

    public static async Task AnswerAsync(HttpContext context, Site site)
    {
        var query = context.Request.Query;
        var hash = query["hash"].ToString();
        var asPdf = query["format"] == "pdf";
        if (
            !Guid.TryParse(query["UniqueId"], out var unique)
            || !site.IsTempAuth(What(unique, hash, asPdf), query["tempauth"])
        )
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        // Opened with the state to itself, so that it cannot be swept away in between.
        var found = site.Store.Alone(() =>
        {
            var item = site.Store.State.Item(unique);
            var content = item is null
                ? null
                : site
                    .Store.State.Versions(item)
                    .Select(v => v.Content)
                    .Append(item.Content)
                    .FirstOrDefault(c => c?.Hash == hash);
            if (content is null)
                return null;
            if (asPdf)
                return site.Pdf.TryRead(hash) is { } pdf
                    ? new Found(Path.ChangeExtension(item!.Name!, ".pdf"), pdf)
                    : null;
            return new Found(item!.Name!, site.Store.Blobs.Read(content));
        });
        if (found is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await SendAsync(context, found.Name, found.Content);
    }

    /// <summary>Sends a file to be saved, never shown as a page of this site; ranges are answered.</summary>
    public static Task SendAsync(HttpContext context, string name, Stream content)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(content, FileName.MimeType(name), name, enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static string What(Guid unique, string hash, bool asPdf) =>
        $"download|{unique}|{hash}{(asPdf ? "|pdf" : "")}";

    private sealed record Found(string Name, Stream Content);
}
