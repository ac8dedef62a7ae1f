namespace SpLg.LocalSite.Html;

/// <summary>
/// Requests that a person sends from the pages: a row saved, a file uploaded, checked out or in. Each is the Graph
/// request that would do the same, made in that person's name. Only the pages themselves may send: the Origin header,
/// which every browser sends with a form, must be this site's.
/// </summary>
internal sealed class FormEndpoint(Site site)
{
    private const long LargestForm = 1024 * 1024;
    private const long LargestUpload = 250 * 1024 * 1024;

    /// <summary>Where to go next, or a page that says what was wrong.</summary>
    public sealed record Reply(int Status, string? Elsewhere = null, string? Html = null);

    public async Task<Reply> AnswerAsync(HttpRequest request, HttpResponse response)
    {
        if (request.Headers.Origin.ToString() != $"{request.Scheme}://{request.Host}")
            return Refused("Formuläret kom inte från den här webbplatsen.");
        if (
            !request.HasFormContentType
            || request.ContentLength is null or > LargestUpload
            || (
                request.ContentType!.StartsWith("application/x-www", StringComparison.OrdinalIgnoreCase)
                && request.ContentLength > LargestForm
            )
        )
            return Refused("Det som skickades är inget formulär, eller för stort.");
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (request.Path.Equals(Visitor.Address, StringComparison.OrdinalIgnoreCase))
        {
            Visitor.Choose(response, form["person"]);
            return new(
                303,
                Uri.TryCreate(new Uri(site.SharePointRoot), form["back"], out var back)
                && back.Authority == new Uri(site.SharePointRoot).Authority
                    ? back.PathAndQuery
                    : "/"
            );
        }
        if (Visitor.Of(site, request) is not { } visitor)
            return Refused("Välj först vem du är.");
        var upload = form.Files.Count == 1 ? form.Files[0] : null;
        try
        {
            Blob? content = null;
            if (upload is not null)
            {
                await using var body = upload.OpenReadStream();
                content = await site.Store.Blobs.TryWriteAsync(body, LargestUpload, request.HttpContext.RequestAborted);
            }
            return site.Store.Alone(() => Answer(request, form, visitor, upload?.FileName, content));
        }
        catch (FileFault full)
        {
            return Refused($"Det gick inte att spara på den lokala webbplatsens disk: {full.Message}", 507);
        }
    }

    private Reply Answer(HttpRequest request, IFormCollection form, ItemRecord visitor, string? fileName, Blob? content)
    {
        var place = Place.At(site.Store.State, request.Path.Value!);
        if (place.List is not { Template: not ListTemplate.WebPageLibrary } list)
            return Refused("Här finns inget att ändra.");
        var access = Visitor.Access(site, visitor);
        if (!access.CanOpen(list))
            return new(403, Html: Visitor.Refusal(visitor));
        // What is changed is the item itself, whatever of it this person sees.
        var item = place.TryItem(site.Store.State, request.Query["ID"], access) is { } seen
            ? site.Store.State.Item(list.Id, seen.Id)
            : null;
        try
        {
            if (
                !list.IsLibrary
                && ListPage.ViewOf(list, place.Path, request.Query["vy"]) is var view
                && ManyRowsForm.ColumnOf(list, view) is { } column
                && (
                    place.Path.Count == 0
                    || place.Path is [var page] && page.Equals(view.Page, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return SaveMany(place, list, view, column, visitor, form);
            }
            if (list.IsLibrary && content is not null && fileName is not null)
                return Upload(place, visitor, fileName, content);
            if (
                item is not null
                && place.IsForm("DispForm.aspx")
                && form["action"].ToString() is "checkout" or "checkin"
            )
            {
                var action = form["action"].ToString();
                CheckOut.Answer(
                    Call(
                        list,
                        visitor,
                        "POST",
                        action == "checkin" ? new() { ["comment"] = form["comment"].ToString() } : null,
                        null
                    ),
                    list,
                    item!,
                    action
                );
                return new(303, SiteLinks.Item(place.Web, list, item!));
            }
            return Save(place, list, item, visitor, form);
        }
        catch (GraphError error) when (error.Status == 403)
        {
            return new(403, Html: Visitor.Refusal(visitor));
        }
        catch (GraphError error)
        {
            var fault = Swedish(error);
            return item is not null || place.IsForm("NewForm.aspx")
                ? new(error.Status, Html: EditPage.Of(site, place, visitor, item, form, fault))
                : Refused(fault, error.Status);
        }
    }

    private Reply Save(Place place, ListRecord list, ItemRecord? item, ItemRecord visitor, IFormCollection form)
    {
        if (item is null ? !place.IsForm("NewForm.aspx") || list.IsLibrary : !place.IsForm("EditForm.aspx"))
            return Refused("Här finns inget att ändra.", 404);
        var changes = new FormFields(site, list, Visitor.Access(site, visitor)).Changes(item, form);
        // A form asks for what is required, which Graph does not.
        if (
            list.Columns.FirstOrDefault(c => c.Required && changes.ContainsKey(c.Name) && changes[c.Name] is null) is
            { } empty
        )
            throw GraphError.Invalid($"{empty.DisplayName} måste fyllas i.");
        if (item is null)
        {
            var made = ItemResource.Answer(Call(list, visitor, "POST", new() { ["fields"] = changes }, null), list);
            return new(
                303,
                SiteLinks.Item(
                    place.Web,
                    list,
                    site.Store.State.Item(list.Id, int.Parse(made.Body!["id"]!.GetValue<string>()))!
                )
            );
        }
        if (changes.Count > 0)
            ItemResource.AnswerOne(
                Call(list, visitor, "PATCH", new() { ["fields"] = changes }, form["etag"]),
                list,
                item
            );
        return new(303, SiteLinks.Item(place.Web, list, item));
    }

    /// <summary>
    /// One request of Graph's for each row: those that are refused do not keep the others from being saved.
    /// </summary>
    private Reply SaveMany(
        Place place,
        ListRecord list,
        ViewRecord view,
        ColumnRecord column,
        ItemRecord visitor,
        IFormCollection form
    )
    {
        var faults = new List<string>();
        var saved = 0;
        foreach (var (id, etag, fields) in new ManyRowsForm(list, column).Changes(form))
        {
            try
            {
                var item = place.TryItem(site.Store.State, $"{id}", Visitor.Access(site, visitor)) is null
                    ? null
                    : site.Store.State.Item(list.Id, id);
                ItemResource.AnswerOne(
                    Call(list, visitor, "PATCH", new() { ["fields"] = fields }, etag),
                    list,
                    item ?? throw GraphError.NotFound()
                );
                saved++;
            }
            catch (GraphError error)
            {
                faults.Add($"<li>Rad {id}: {Page.Text(Swedish(error))}</li>");
            }
        }
        if (faults.Count == 0)
            return new(303, ListPage.Address(place.Web, list, view, 1));
        var told =
            $"<div role=\"alert\" class=\"fault\"><p>{saved} "
            + $"{(saved == 1 ? "rad är sparad" : "rader är sparade")}. Det här gick "
            + $"inte:</p><ul>{string.Concat(faults)}</ul></div>";
        return new(409, Html: ListPage.Of(site, place.Web, list, view, number: 1, visitor: visitor, fault: told));
    }

    private Reply Upload(Place place, ItemRecord visitor, string fileName, Blob content)
    {
        var folder = (ItemRecord?)null;
        foreach (var name in place.Path)
            folder = DrivePlace.Child(site.Store.State, place.List!, folder?.Unique, name) is { IsFolder: true } found
                ? found
                : throw GraphError.NotFound();
        var call = Call(place.List!, visitor, "PUT", null, null) with { Upload = content };
        FileContent.Put(call, place.List!, DrivePlace.At(call, place.List!, folder, [Path.GetFileName(fileName)]));
        return new(
            303,
            folder is null
                ? SiteLinks.List(place.Web, place.List!)
                : SiteLinks.File(site.Store.State, place.Web, place.List!, folder)
        );
    }

    private GraphCall Call(ListRecord list, ItemRecord visitor, string method, JsonObject? body, string? ifMatch)
    {
        var root = site.SharePointRoot + GraphEndpoint.Version;
        return new(
            site,
            method,
            Path: GraphPath.Parse(""),
            Query: QueryOptions.None,
            Root: root,
            Address: root,
            Actor: Visitor.Actor(visitor),
            Body: body,
            Upload: null,
            IfMatch: ifMatch,
            Prefer: null
        )
        {
            SiteKey = Site.GraphId(site.Store.State.SiteOf(list)),
        };
    }

    private static string Swedish(GraphError error) =>
        error.Status switch
        {
            403 => "Du får inte ändra det.",
            404 => "Raden eller filen finns inte längre.",
            409 => "Det finns redan något med det namnet.",
            412 => "Någon annan har ändrat raden sedan du öppnade den. Öppna den på nytt och gör om ändringen.",
            423 => "Filen är öppen eller utcheckad hos någon annan. Vänta och försök igen.",
            _ => $"Det gick inte att spara: {error.Message}",
        };

    private static Reply Refused(string why, int status = 400) =>
        new(
            status,
            Html: Page.Whole(
                "Det gick inte",
                [("Webbplatser", "/")],
                $"<p role=\"alert\" class=\"fault\">{Page.Text(why)}</p>"
            )
        );
}
