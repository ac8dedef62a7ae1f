namespace SpLg.LocalSite.Drives;

/// <summary><c>/drives</c> and a site's <c>drive</c> and <c>drives</c>: the document libraries.</summary>
internal static class DriveResource
{
    public static IEnumerable<ListRecord> Of(GraphCall call, SiteRecord site) =>
        call.State.Lists(site.Id).Where(l => l.Template == ListTemplate.DocumentLibrary && call.Access.CanOpen(l));

    /// <summary>The library a site is made with.</summary>
    public static ListRecord Default(GraphCall call, SiteRecord site)
    {
        var libraries = call.State.Lists(site.Id).Where(l => l.Template == ListTemplate.DocumentLibrary).ToList();
        var first =
            libraries.Find(l => l.Url == SiteBuilder.DefaultLibraryUrl)
            ?? libraries.FirstOrDefault()
            ?? throw GraphError.NotFound();
        call.Access.RequireOpen(first);
        return first;
    }

    /// <summary>The list as a library; other lists are no drives.</summary>
    public static ListRecord Library(ListRecord list) =>
        list.Template switch
        {
            ListTemplate.DocumentLibrary => list,
            ListTemplate.WebPageLibrary => throw GraphError.Invalid("Site Pages cannot be accessed as a drive item"),
            _ => throw GraphError.Invalid(
                "Only a File or a Folder in a DocumentLibrary can be accessed as a DriveItem."
            ),
        };

    public static GraphAnswer AnswerAll(GraphCall call, SiteRecord site)
    {
        if (!call.Path.AtEnd)
            return AnswerById(call);
        return call.Method == "GET"
            ? GraphAnswer.Ok(
                Shape.Collection(
                    call.Context("drives"),
                    Of(call, site).Select(l => DriveJson.Drive(call, l, call.Query.Select))
                )
            )
            : throw GraphError.WrongMethod(call.Method);
    }

    public static GraphAnswer AnswerById(GraphCall call)
    {
        if (call.Path.AtEnd)
            throw GraphError.NotServed("/drives without an id");
        var segment = call.Path.Next();
        var id =
            Ids.TryList(segment.Text)
            ?? throw GraphError.Invalid(
                "The provided drive id appears to be malformed, or does not represent a valid drive."
            );
        var list = call.State.List(id) ?? throw GraphError.NotFound("The resource could not be found.");
        return Answer(call, Library(list), segment);
    }

    /// <param name="drive">The segment that named the drive, for an inner path right behind it.</param>
    public static GraphAnswer Answer(GraphCall call, ListRecord library, GraphSegment drive)
    {
        call.Access.RequireOpen(library);
        if (call.SiteKey.Length == 0)
            call.SiteKey = Site.GraphId(call.State.SiteOf(library));
        if (drive.Inner is not null)
            throw GraphError.UnknownSegment(drive.Text + ":");
        if (call.Path.AtEnd)
        {
            return call.Method == "GET"
                ? GraphAnswer.Ok(
                    Shape.Entity(call.Context("drives/$entity"), DriveJson.Drive(call, library, call.Query.Select))
                )
                : throw GraphError.WrongMethod(call.Method);
        }
        var next = call.Path.Next();
        switch (next.Name)
        {
            case "root":
                return DriveItemResource.Answer(call, library, DrivePlace.At(call, library, null, next.Inner ?? []));
            case "items" when call.Path.AtEnd:
                throw GraphError.Invalid("The items of a drive are listed through children.");
            case "items":
                var item = call.Path.Next();
                return DriveItemResource.Answer(
                    call,
                    library,
                    DrivePlace.At(call, library, DrivePlace.ById(call, library, item.Text), item.Inner ?? [])
                );
            case "list":
                return call.Path.AtEnd
                    ? GraphAnswer.Ok(
                        Shape.Entity(call.SiteContext("lists/$entity"), ListJson.Show(call, library, call.Query.Select))
                    )
                    : throw GraphError.NotServed("parts of /drives/{id}/list; use /sites/{id}/lists/{id}");
            case "special" or "recent" or "sharedwithme" or "following" or "bundles" or "activities":
                throw GraphError.NotServed($"/drives/{{id}}/{next.Text}");
            default:
                throw GraphError.UnknownSegment(next.Text);
        }
    }
}
