namespace SpLg.LocalSite.Drives;

/// <summary>Contents of a folder; new folders, renaming and moving.</summary>
internal static class Folders
{
    /// <summary>By name, as the service lists children. The root when <paramref name="folder"/> is null.</summary>
    public static IEnumerable<ItemRecord> Inside(GraphCall call, ListRecord library, ItemRecord? folder) =>
        call
            .Access.Items(library)
            .Where(i => i.Folder == folder?.Unique)
            .OrderBy(i => i.Name, StringComparer.OrdinalIgnoreCase);

    public static GraphAnswer Answer(GraphCall call, ListRecord library, DrivePlace place)
    {
        var folder = place.IsRoot ? null : place.Existing();
        if (!call.Path.AtEnd)
            throw GraphError.NotServed("names below children; use root:/path:");
        switch (call.Method)
        {
            case "GET":
                call.Query.Refuse("skip", "search", "filter");
                var (page, nextLink) = Paging.Cut(
                    call,
                    [.. Ordered(call, Inside(call, library, folder))],
                    i => i.Id,
                    i => $"p_FileLeafRef={Uri.EscapeDataString(i.Name!)}&"
                );
                var drive = Uri.EscapeDataString(Ids.Drive(call.State.SiteOf(library), library));
                return GraphAnswer.Ok(
                    Shape.Collection(
                        call.Context(
                            $"drives('{drive}')/{(folder is null ? "root" : $"items('{Ids.DriveItem(library, folder.Unique)}')")}/children"
                        ),
                        page.Select(i => DriveItemResource.Show(call, library, i, call.Query)),
                        nextLink
                    )
                );
            case "POST":
                return Create(call, library, folder);
            default:
                throw GraphError.WrongMethod(call.Method);
        }
    }

    /// <summary>
    /// https://learn.microsoft.com/graph/api/driveitem-list-children: name, size and lastModifiedDateTime.
    /// </summary>
    private static IEnumerable<ItemRecord> Ordered(GraphCall call, IEnumerable<ItemRecord> items)
    {
        var words = call.Query.OrderBy?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? ["name"];
        Func<ItemRecord, object?> key = words[0].ToLowerInvariant() switch
        {
            "name" => i => i.Name!.ToUpperInvariant(),
            "size" => i => i.Content?.Size ?? 0,
            "lastmodifieddatetime" => i => i.Modified,
            _ => throw GraphError.Invalid($"The field '{words[0]}' cannot be used to order children."),
        };
        return words is [_, "desc"] ? items.OrderByDescending(key) : items.OrderBy(key);
    }

    /// <summary>The folder and those missing above it, in order, not yet committed.</summary>
    public static IReadOnlyList<ItemRecord> Make(
        GraphCall call,
        ListRecord library,
        ItemRecord? above,
        IEnumerable<string> names
    )
    {
        var id = call.State.NextItemId(library.Id);
        var made = new List<ItemRecord>();
        foreach (var name in names)
        {
            made.Add(
                new(library.Id, id++, Guid.NewGuid())
                {
                    ContentType = "Folder",
                    Name = FileName.Checked(name),
                    Folder = made.Count > 0 ? made[^1].Unique : above?.Unique,
                    ContentTag = 0,
                    CreatedBy = call.Actor,
                    Created = call.Now,
                    ModifiedBy = call.Actor,
                    Modified = call.Now,
                    Fields = new Dictionary<string, JsonElement>(),
                }
            );
        }
        return made;
    }

    /// <summary>PATCH: <c>name</c> renames, <c>parentReference.id</c> moves within the library.</summary>
    public static GraphAnswer Rename(GraphCall call, ListRecord library, ItemRecord item)
    {
        var body = call.Json();
        ItemResource.CheckETag(call, item);
        DriveItemResource.RefuseLocked(call, item);
        var name = GraphCall.Text(body, "name") is { } wanted ? FileName.Checked(wanted) : item.Name!;
        var folder = item.Folder;
        if (body["parentReference"] is JsonObject reference && GraphCall.Text(reference, "id") is { } parent)
        {
            var target = DrivePlace.ById(call, library, parent);
            if (target is { IsFolder: false } || IsWithin(call, target, item))
                throw GraphError.Invalid("The item cannot be moved there.");
            folder = target?.Unique;
        }
        DrivePlace.RequireShort(call, library, folder is { } over ? call.State.Item(over) : null, name);
        if (DrivePlace.Child(call.State, library, folder, name) is { } other && other.Id != item.Id)
            throw GraphError.NameTaken();
        var changed = ItemVersions.Next(library, item) with
        {
            Name = name,
            Folder = folder,
            ModifiedBy = call.Actor,
            Modified = call.Now,
        };
        call.Site.Store.Commit(ItemVersions.Save(call.State, library, changed));
        return GraphAnswer.Ok(
            Shape.Entity(
                DriveItemResource.Context(call, library),
                DriveItemResource.Show(call, library, changed, call.Query)
            )
        );
    }

    private static bool IsWithin(GraphCall call, ItemRecord? place, ItemRecord folder)
    {
        for (var at = place; at is not null; at = at.Folder is { } above ? call.State.Item(above) : null)
        {
            if (at.Unique == folder.Unique)
                return true;
        }
        return false;
    }

    private static GraphAnswer Create(GraphCall call, ListRecord library, ItemRecord? above)
    {
        FileContent.RequireNew(call, library, above);
        var body = call.Json();
        if (
            above is { IsFolder: false }
            || body["folder"] is not JsonObject
            || GraphCall.Text(body, "name") is not { } wanted
        )
            throw GraphError.Invalid("Invalid request");
        var name = FileName.Checked(wanted);
        DrivePlace.RequireShort(call, library, above, name);
        var status = 201;
        ItemRecord folder;
        if (DrivePlace.Child(call.State, library, above?.Unique, name) is { } existing)
        {
            switch (GraphCall.Text(body, "@microsoft.graph.conflictBehavior") ?? call.Query.ConflictBehavior ?? "fail")
            {
                case "rename":
                    name = FileName.Free(
                        name,
                        n => DrivePlace.Child(call.State, library, above?.Unique, n) is not null
                    );
                    folder = Make(call, library, above, [name])[0];
                    break;
                case "replace" when existing.IsFolder:
                    // A folder is not emptied: the one that stands there is the answer.
                    (folder, status) = (existing, 200);
                    break;
                default:
                    throw GraphError.NameTaken();
            }
        }
        else
            folder = Make(call, library, above, [name])[0];
        if (status == 201)
            call.Site.Store.Commit(ItemVersions.Save(call.State, library, folder));
        var answer = Shape.Entity(
            DriveItemResource.Context(call, library),
            DriveItemResource.Show(call, library, folder, call.Query)
        );
        return status == 201
            ? GraphAnswer.Created(
                answer,
                $"{call.Site.SharePointRoot}/_api/v2.0/drives/{Ids.Drive(call.State.SiteOf(library), library)}"
                    + $"/items/{Ids.DriveItem(library, folder.Unique)}"
            )
            : GraphAnswer.Ok(answer);
    }
}
