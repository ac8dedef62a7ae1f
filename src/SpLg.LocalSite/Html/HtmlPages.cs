using Microsoft.AspNetCore.Http;
using SpLg.LocalSite.Resources;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>The pages people open in a browser, under the addresses the items' <c>webUrl</c> have. Read-only.</summary>
internal sealed class HtmlPages(Site site)
{
    /// <summary>A page's HTML, a file to fetch, or another address; null where nothing is.</summary>
    private sealed record Reply(string? Html = null, string? FileName = null, Stream? File = null, string? Elsewhere = null);

    public async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Method is not ("GET" or "HEAD"))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var reply = site.Store.Alone(() => Find(request));
        if (reply?.Elsewhere is { } address)
            response.Redirect(address);
        else if (reply?.File is { } file)
            await Download.SendAsync(context, reply.FileName!, file);
        else
        {
            response.StatusCode = reply is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
            response.Headers.XContentTypeOptions = "nosniff";
            var html = reply?.Html ?? Page.Whole("Sidan finns inte", [("Webbplatser", "/")], "<p>Adressen leder inte till någon lista, fil eller sida här. Den kan ha tagits bort eller bytt namn.</p>");
            await response.WriteAsync(html, context.RequestAborted);
        }
    }

    private Reply? Find(HttpRequest request)
    {
        var path = request.Path.Value!.TrimEnd('/');
        if (path.Length == 0)
            return new(StartPage.Tenant(site));
        if (path.Equals("/_mail", StringComparison.OrdinalIgnoreCase))
            return new(MailPage.Of(site));
        var web = site.Store.State.Sites.FirstOrDefault(s => s.Path.Length > 0 && (path.Equals(s.Path, StringComparison.OrdinalIgnoreCase) || path.StartsWith(s.Path + "/", StringComparison.OrdinalIgnoreCase)));
        web ??= site.Store.State.Sites.First(s => s.Path.Length == 0);
        var rest = path[web.Path.Length..].TrimStart('/');
        if (rest.Length == 0)
            return new(StartPage.Of(site, web));
        if (rest.Equals("_layouts/15/Doc.aspx", StringComparison.OrdinalIgnoreCase))
            return Viewer(web, request.Query["sourcedoc"].ToString());
        var list = site.Store.State.Lists(web.Id).Where(l => !l.IsSystem)
            .FirstOrDefault(l => rest.Equals(l.Url, StringComparison.OrdinalIgnoreCase) || rest.StartsWith(l.Url + "/", StringComparison.OrdinalIgnoreCase));
        return list is null ? null : InList(request, web, list, rest[list.Url.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    private Reply? InList(HttpRequest request, SiteRecord web, ListRecord list, string[] path)
    {
        if (path.LastOrDefault()?.Equals("DispForm.aspx", StringComparison.OrdinalIgnoreCase) == true)
            return int.TryParse(request.Query["ID"], out var id) && site.Store.State.Item(list.Id, id) is { } asked && !IsUnseen(list, asked) ? new(ItemPage.Of(site, web, list, asked)) : null;
        // AllItems.aspx and its like are views; the default one is shown.
        if (path is [] or ["Forms", _] || (!list.IsLibrary && path is [var view] && view.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase)))
        {
            return new(list.IsLibrary
                ? LibraryPage.Of(site, web, list, null)
                : ListPage.Of(site, web, list, request.Query["vy"], int.TryParse(request.Query["sida"], out var number) ? number : 1));
        }
        if (!list.IsLibrary)
        {
            // 7_.000, as Graph writes a row's address.
            return path is [var leaf] && leaf.EndsWith("_.000", StringComparison.Ordinal) && int.TryParse(leaf[..^5], out var row) && site.Store.State.Item(list.Id, row) is { } item
                ? new(ItemPage.Of(site, web, list, item))
                : null;
        }
        var found = (ItemRecord?)null;
        foreach (var name in path)
        {
            found = DrivePlace.Child(site.Store.State, list, found?.Unique, name);
            if (found is null)
                return null;
        }
        if (list.Template == ListTemplate.WebPageLibrary)
            return SitePageView.TryOf(web, found!) is { } page ? new(page) : null;
        return found!.IsFolder
            ? new(LibraryPage.Of(site, web, list, found))
            : new(FileName: found.Name, File: site.Store.Blobs.Read(found.Content!));
    }

    /// <summary>A page that was never published is not there for people.</summary>
    private static bool IsUnseen(ListRecord list, ItemRecord item) => list.Template == ListTemplate.WebPageLibrary && item.PublishedPage is null;

    /// <summary>The address Graph gives an Office file: there is no viewer here, so it leads to the file's properties.</summary>
    private Reply? Viewer(SiteRecord web, string document) =>
        Guid.TryParse(document, out var unique) && site.Store.State.Item(unique) is { } item && site.Store.State.List(item.ListId) is { } list && list.SiteId == web.Id
            ? new(Elsewhere: SiteLinks.Item(web, list, item))
            : null;
}
