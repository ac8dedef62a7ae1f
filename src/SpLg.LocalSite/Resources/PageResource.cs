namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/sites/{id}/pages</c>. A new page is checked out to its maker and seen by nobody else until it is published.
/// https://learn.microsoft.com/graph/api/sitepage-create
/// </summary>
internal static class PageResource
{
    public static GraphAnswer Answer(GraphCall call, SiteRecord site)
    {
        var library = call.State.Lists(site.Id).First(l => l.Template == ListTemplate.WebPageLibrary);
        if (call.Method == "GET")
            call.Access.RequireOpen(library);
        else
            call.Access.RequireAdd(library);
        if (call.Path.AtEnd)
        {
            return call.Method switch
            {
                "GET" => All(call, library, isCast: false),
                "POST" => Create(call, library),
                _ => throw GraphError.WrongMethod(call.Method),
            };
        }
        var key = call.Path.Next();
        if (IsCast(key))
            return call.Path.AtEnd && call.Method == "GET"
                ? All(call, library, isCast: true)
                : throw GraphError.WrongMethod(call.Method);
        var page = Guid.TryParse(key.Text, out var unique)
            ? call.State.Items(library.Id).FirstOrDefault(i => i.Unique == unique)
            : null;
        if (page is null || Visible(page, call.Actor.PersonId) is not { } content)
            throw GraphError.NotFound("The page was not found");
        if (call.Path.AtEnd)
            return AnswerOne(call, library, page, content, isCast: false);
        var next = call.Path.Next();
        if (!IsCast(next))
            throw GraphError.UnknownSegment(next.Text);
        if (call.Path.AtEnd)
            return AnswerOne(call, library, page, content, isCast: true);
        var part = call.Path.Next();
        return part.Name switch
        {
            "publish" or "microsoft.graph.publish" => call.Method == "POST"
                ? Publish(call, library, page)
                : throw GraphError.WrongMethod(call.Method),
            "canvaslayout" when call.Method == "GET" && call.Path.AtEnd => GraphAnswer.Ok(
                Shape.Entity(
                    call.SiteContext($"pages('{page.Unique}')/microsoft.graph.sitePage/canvasLayout/$entity"),
                    JsonObject.Create(content)?["canvasLayout"]?.DeepClone() as JsonObject ?? []
                )
            ),
            "canvaslayout" or "webparts" or "getwebpartsbyposition" => throw GraphError.NotServed(
                "single web parts; replace the whole canvasLayout"
            ),
            _ => throw GraphError.UnknownSegment(part.Text),
        };
    }

    // The namespace in full or by its alias, as the .NET SDK writes it.
    private static bool IsCast(GraphSegment segment) => segment.Name is "microsoft.graph.sitepage" or "graph.sitepage";

    /// <summary>
    /// The page's properties as this caller sees them: the last saved for whom it is checked out to, else the published
    /// ones.
    /// </summary>
    /// <param name="personId">Null for somebody who is not known: an ordinary reader.</param>
    public static JsonElement? Visible(ItemRecord page, int? personId) =>
        page.CheckedOutBy is null || page.CheckedOutBy.PersonId == personId ? page.Page : page.PublishedPage;

    private static GraphAnswer AnswerOne(
        GraphCall call,
        ListRecord library,
        ItemRecord page,
        JsonElement content,
        bool isCast
    )
    {
        switch (call.Method)
        {
            case "GET":
                return GraphAnswer.Ok(Shape.Entity(Context(call), Show(call, library, page, content, isCast)));
            case "PATCH" when isCast:
                return Update(call, library, page);
            case "DELETE":
                DriveItemResource.RefuseLocked(call, page);
                ItemResource.Delete(call, library, page);
                return GraphAnswer.NoContent();
            default:
                throw GraphError.WrongMethod(call.Method);
        }
    }

    private static GraphAnswer All(GraphCall call, ListRecord library, bool isCast)
    {
        // $filter is documented and has been seen to change nothing, so a client must look for itself.
        var pages = call.State.Items(library.Id).Where(p => Visible(p, call.Actor.PersonId) is not null).ToList();
        var (page, nextLink) = Paging.Cut(
            call,
            pages,
            p => p.Id,
            p => $"p_FileLeafRef={Uri.EscapeDataString(p.Name!)}&"
        );
        return GraphAnswer.Ok(
            Shape.Collection(
                call.SiteContext("pages"),
                page.Select(p => Show(call, library, p, Visible(p, call.Actor.PersonId)!.Value, isCast)),
                nextLink
            )
        );
    }

    private static GraphAnswer Create(GraphCall call, ListRecord library)
    {
        var body = call.Json();
        var content = PageContent.Read([], body);
        var name = FileName.Checked(
            GraphCall.Text(body, "name") is { Length: > 0 } sent
                ? sent
                : content["title"]!.GetValue<string>().Replace(' ', '-')
        );
        if (!name.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase))
            name += ".aspx";
        bool IsTaken(string candidate) => DrivePlace.Child(call.State, library, null, candidate) is not null;
        // What the service answers when the sender's own name is taken is not recorded: the error that files get.
        if (GraphCall.Text(body, "name") is { Length: > 0 } && IsTaken(name))
            throw GraphError.NameTaken();
        name = FileName.Free(name, IsTaken);
        // Whatever publishingState is sent: checked out, version 0.1.
        var page = new ItemRecord(library.Id, call.State.NextItemId(library.Id), Guid.NewGuid())
        {
            ContentType = "Site Page",
            Name = name,
            Major = 0,
            Minor = 1,
            CheckedOutBy = call.Actor,
            CreatedBy = call.Actor,
            Created = call.Now,
            ModifiedBy = call.Actor,
            Modified = call.Now,
            Page = JsonSerializer.SerializeToElement(content),
            Fields = Fields(content),
        };
        call.Site.Store.Commit(page);
        return GraphAnswer.Created(
            Shape.Entity(Context(call), Show(call, library, page, page.Page.Value, isCast: true)),
            $"{call.Site.SharePointRoot}/_api/v2.0/sites/{library.SiteId}/pages/{page.Unique}"
        );
    }

    private static GraphAnswer Update(GraphCall call, ListRecord library, ItemRecord page)
    {
        ItemResource.CheckETag(call, page);
        DriveItemResource.RefuseLocked(call, page);
        var content = PageContent.Read(JsonObject.Create(page.Page!.Value)!, call.Json());
        // Editing checks the page out again; people go on seeing what was published. Not recorded for v1.0.
        var changed = page with
        {
            Page = JsonSerializer.SerializeToElement(content),
            Fields = Fields(content),
            ETag = page.ETag + 1,
            Minor = page.CheckedOutBy is null ? page.Minor + 1 : page.Minor,
            CheckedOutBy = call.Actor,
            ModifiedBy = call.Actor,
            Modified = call.Now,
        };
        call.Site.Store.Commit(changed);
        return GraphAnswer.Ok(
            Shape.Entity(Context(call), Show(call, library, changed, changed.Page.Value, isCast: true))
        );
    }

    /// <summary>Checks in and publishes. https://learn.microsoft.com/graph/api/sitepage-publish</summary>
    private static GraphAnswer Publish(GraphCall call, ListRecord library, ItemRecord page)
    {
        DriveItemResource.RefuseLocked(call, page);
        var changed = page with
        {
            PublishedPage = page.Page,
            CheckedOutBy = null,
            Major = page.Major + 1,
            Minor = 0,
            ETag = page.ETag + 1,
            ModifiedBy = call.Actor,
            Modified = call.Now,
        };
        call.Site.Store.Commit(ItemVersions.Save(call.State, library, changed));
        return GraphAnswer.NoContent();
    }

    private static Dictionary<string, JsonElement> Fields(JsonObject content) =>
        new(StringComparer.Ordinal) { ["Title"] = JsonSerializer.SerializeToElement(content["title"]) };

    private static JsonObject Show(
        GraphCall call,
        ListRecord library,
        ItemRecord page,
        JsonElement content,
        bool isCast
    )
    {
        var site = call.State.SiteOf(library);
        var expand = call.Query.Expand();
        // Only the cast address knows canvasLayout.
        if (
            expand.Keys.FirstOrDefault(n => !isCast || !n.Equals("canvasLayout", StringComparison.OrdinalIgnoreCase)) is
            { } unknown
        )
            throw GraphError.Invalid(
                $"Could not find a property named '{unknown}' on type 'oneDrive.{(isCast ? "sitePage" : "baseSitePage")}'."
            );
        var tag = DriveJson.ETag(page);
        var body = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.sitePage",
            ["@odata.etag"] = tag,
            ["createdDateTime"] = Shape.Time(page.Created),
            ["eTag"] = tag,
            ["id"] = page.Unique.ToString(),
            ["lastModifiedDateTime"] = Shape.Time(page.Modified),
            ["name"] = page.Name,
            ["webUrl"] = ItemJson.WebUrl(call.Site, library, page),
        };
        foreach (var (name, value) in JsonObject.Create(content)!.Where(p => p.Key != "canvasLayout"))
            body[name] = value?.DeepClone();
        body["contentType"] = ContentTypes.Info(library, page.ContentType);
        body["createdBy"] = Identities.ShowBriefly(call, site.Id, page.CreatedBy);
        body["lastModifiedBy"] = Identities.ShowBriefly(call, site.Id, page.ModifiedBy);
        // Only the site collection's GUID, as recorded.
        body["parentReference"] = new JsonObject { ["siteId"] = site.Id.ToString() };
        body["publishingState"] = DriveJson.Publication(call, site, page);
        body["reactions"] = new JsonObject();
        body = Shape.Select(body, call.Query.Select);
        if (expand.Count > 0 && JsonObject.Create(content)!["canvasLayout"] is { } canvas)
            body["canvasLayout"] = canvas.DeepClone();
        return body;
    }

    private static string Context(GraphCall call) => call.SiteContext("pages/$entity");
}
