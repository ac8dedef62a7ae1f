namespace SpLg.LocalSite.Html;

/// <summary>The pages people open in a browser, under the addresses the items' <c>webUrl</c> have.</summary>
internal sealed class HtmlPages(Site site)
{
    private readonly FormEndpoint forms = new(site);

    /// <summary>A page's HTML, a file to fetch, or another address; null where nothing is.</summary>
    private sealed record Reply(
        string? Html = null,
        string? FileName = null,
        Stream? File = null,
        string? Elsewhere = null
    )
    {
        public int Status { get; init; } = StatusCodes.Status200OK;
    }

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
            var html =
                reply?.Html
                ?? Page.Whole(
                    "Sidan finns inte",
                    [("Webbplatser", "/")],
                    "<p>Adressen leder inte till någon lista, fil eller sida här. Den kan ha tagits bort eller bytt namn.</p>"
                );
            await WriteAsync(context, reply?.Status ?? StatusCodes.Status404NotFound, html);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string html)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'self'";
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
            return new(MailPage.Of(site, visitor));
        if (path.Equals(Visitor.Address, StringComparison.OrdinalIgnoreCase))
            return new(
                Visitor.Form(
                    site,
                    visitor,
                    Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) ? from.PathAndQuery : "/"
                )
            );
        var place = Place.At(site.Store.State, path);
        if (place.List is not null)
            return InList(request, place, visitor);
        if (place.Path.Count == 0)
            return new(StartPage.Of(site, place.Web, visitor));
        return string.Join('/', place.Path).Equals("_layouts/15/Doc.aspx", StringComparison.OrdinalIgnoreCase)
            ? Viewer(place.Web, request.Query["sourcedoc"].ToString(), visitor)
            : null;
    }

    private Reply? InList(HttpRequest request, Place place, ItemRecord? visitor)
    {
        var (web, list, path) = (place.Web, place.List!, place.Path);
        var access = Visitor.Access(site, visitor);
        // Whatever is asked for in it: what is there and what is not cannot be told apart.
        if (!access.CanOpen(list))
            return Refused(visitor);
        var asked = place.TryItem(site.Store.State, request.Query["ID"], access);
        if (place.IsForm("DispForm.aspx"))
            return asked is null ? null : new(ItemPage.Of(site, web, list, asked, visitor));
        var isNew = place.IsForm("NewForm.aspx") && !list.IsLibrary;
        if (isNew || place.IsForm("EditForm.aspx"))
        {
            if (list.Template == ListTemplate.WebPageLibrary || (!isNew && asked is null))
                return null;
            if (visitor is null)
                return new(Elsewhere: Visitor.Address);
            if (!(isNew ? access.CanAdd(list) : access.CanEdit(list, asked!)))
                return Refused(visitor);
            return new(EditPage.Of(site, place, visitor, isNew ? null : asked));
        }
        // AllItems.aspx and its like are views; one of an unknown name shows the default.
        if (
            path.Count == 0
            || (
                list.IsLibrary
                    ? path is ["Forms", _]
                    : path is [var view] && view.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return new(
                list.IsLibrary
                    ? LibraryPage.Of(site, web, list, null, visitor)
                    : ListPage.Of(
                        site,
                        web,
                        list,
                        ListPage.ViewOf(list, path, request.Query["vy"]),
                        int.TryParse(request.Query["sida"], out var number) ? number : 1,
                        visitor
                    )
            );
        }
        if (!list.IsLibrary)
        {
            // 7_.000, as Graph writes a row's address.
            return
                path is [var leaf]
                && leaf.EndsWith("_.000", StringComparison.Ordinal)
                && place.TryItem(site.Store.State, leaf[..^5], access) is { } item
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
        if (access.See(list, found!) is not { } seen)
            return null;
        return seen.IsFolder
            ? new(LibraryPage.Of(site, web, list, seen, visitor))
            : Content(access, list, seen, request.Query["version"]);
    }

    /// <param name="label">An older version; null for the file as it is.</param>
    private Reply? Content(Access access, ListRecord list, ItemRecord file, string? label)
    {
        var content = label is null
            ? file.Content
            : access.Versions(list, file).FirstOrDefault(v => v.Label == label)?.Content;
        return content is null ? null : new(FileName: file.Name, File: site.Store.Blobs.Read(content));
    }

    /// <summary>
    /// The address Graph gives an Office file: there is no viewer here, so it leads to the file's properties.
    /// </summary>
    private Reply? Viewer(SiteRecord web, string document, ItemRecord? visitor)
    {
        var state = site.Store.State;
        if (
            !Guid.TryParse(document, out var unique)
            || state.Item(unique) is not { } item
            || state.List(item.ListId) is not { } list
            || list.SiteId != web.Id
        )
            return null;
        return Visitor.Access(site, visitor).See(list, item) is null
            ? Refused(visitor)
            : new(Elsewhere: SiteLinks.Item(web, list, item));
    }

    private static Reply Refused(ItemRecord? visitor) =>
        new(Visitor.Refusal(visitor)) { Status = StatusCodes.Status403Forbidden };
}
