using Microsoft.AspNetCore.Http;
using SpLg.LocalSite.Resources;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>The pages people open in a browser, under the addresses the items' <c>webUrl</c> have.</summary>
internal sealed class HtmlPages(Site site)
{
    private readonly FormEndpoint forms = new(site);

    /// <summary>A page's HTML, a file to fetch, or another address; null where nothing is.</summary>
    private sealed record Reply(string? Html = null, string? FileName = null, Stream? File = null, string? Elsewhere = null);

    public async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Method == "POST")
        {
            var sent = await forms.AnswerAsync(request, response);
            if (sent.Elsewhere is { } next)
                response.Headers.Location = next;
            response.StatusCode = sent.Status;
            if (sent.Html is { } page)
                await WriteAsync(context, sent.Status, page);
            return;
        }
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
            var html = reply?.Html ?? Page.Whole("Sidan finns inte", [("Webbplatser", "/")], "<p>Adressen leder inte till någon lista, fil eller sida här. Den kan ha tagits bort eller bytt namn.</p>");
            await WriteAsync(context, reply is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK, html);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string html)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'self'";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.WriteAsync(html, context.RequestAborted);
    }

    private Reply? Find(HttpRequest request)
    {
        var path = request.Path.Value!.TrimEnd('/');
        var visitor = Visitor.Of(site, request);
        if (path.Length == 0)
            return new(StartPage.Tenant(site));
        if (path.Equals("/_mail", StringComparison.OrdinalIgnoreCase))
            return new(MailPage.Of(site));
        if (path.Equals(Visitor.Address, StringComparison.OrdinalIgnoreCase))
            return new(Visitor.Form(site, visitor, Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) ? from.PathAndQuery : "/"));
        var place = Place.At(site.Store.State, path);
        if (place.List is not null)
            return InList(request, place, visitor);
        if (place.Path.Count == 0)
            return new(StartPage.Of(site, place.Web, visitor));
        return string.Join('/', place.Path).Equals("_layouts/15/Doc.aspx", StringComparison.OrdinalIgnoreCase) ? Viewer(place.Web, request.Query["sourcedoc"].ToString()) : null;
    }

    private Reply? InList(HttpRequest request, Place place, ItemRecord? visitor)
    {
        var (web, list, path) = (place.Web, place.List!, place.Path);
        var asked = place.TryItem(site.Store.State, request.Query["ID"], visitor);
        if (place.IsForm("DispForm.aspx"))
            return asked is null ? null : new(ItemPage.Of(site, web, list, asked, visitor));
        var isNew = place.IsForm("NewForm.aspx") && !list.IsLibrary;
        if (isNew || place.IsForm("EditForm.aspx"))
        {
            if (list.Template == ListTemplate.WebPageLibrary || (!isNew && asked is null))
                return null;
            return visitor is null ? new(Elsewhere: Visitor.Address) : new(EditPage.Of(site, place, visitor, isNew ? null : asked));
        }
        // AllItems.aspx and its like are views; the default one is shown.
        if (path.Count == 0 || (list.IsLibrary ? path is ["Forms", _] : path is [var view] && view.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase)))
        {
            return new(list.IsLibrary
                ? LibraryPage.Of(site, web, list, null, visitor)
                : ListPage.Of(site, web, list, request.Query["vy"], int.TryParse(request.Query["sida"], out var number) ? number : 1, visitor));
        }
        if (!list.IsLibrary)
        {
            // 7_.000, as Graph writes a row's address.
            return path is [var leaf] && leaf.EndsWith("_.000", StringComparison.Ordinal) && place.TryItem(site.Store.State, leaf[..^5], visitor) is { } item
                ? new(ItemPage.Of(site, web, list, item, visitor))
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
            return SitePageView.TryOf(site, web, found!, visitor) is { } page ? new(page) : null;
        return found!.IsFolder
            ? new(LibraryPage.Of(site, web, list, found, visitor))
            : Place.TrySee(site.Store.State, list, found, visitor) is { } seen ? Content(list, seen, visitor, request.Query["version"]) : null;
    }

    /// <param name="label">An older version; null for the file as it is.</param>
    private Reply? Content(ListRecord list, ItemRecord file, ItemRecord? visitor, string? label)
    {
        var content = label is null ? file.Content : Place.Versions(site.Store.State, list, file, visitor).FirstOrDefault(v => v.Label == label)?.Content;
        return content is null ? null : new(FileName: file.Name, File: site.Store.Blobs.Read(content));
    }

    /// <summary>The address Graph gives an Office file: there is no viewer here, so it leads to the file's properties.</summary>
    private Reply? Viewer(SiteRecord web, string document) =>
        Guid.TryParse(document, out var unique) && site.Store.State.Item(unique) is { } item && site.Store.State.List(item.ListId) is { } list && list.SiteId == web.Id
            ? new(Elsewhere: SiteLinks.Item(web, list, item))
            : null;
}
