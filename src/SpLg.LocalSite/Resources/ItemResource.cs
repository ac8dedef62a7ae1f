namespace SpLg.LocalSite.Resources;

/// <summary><c>/lists/{id}/items</c>. https://learn.microsoft.com/graph/api/listitem-list and its neighbours</summary>
internal static class ItemResource
{
    public static GraphAnswer Answer(GraphCall call, ListRecord list)
    {
        if (call.Path.AtEnd)
        {
            return call.Method switch
            {
                "GET" => All(call, list),
                "POST" => Create(call, list),
                _ => throw GraphError.WrongMethod(call.Method),
            };
        }
        var key = call.Path.Next().Text;
        if (DeltaResource.IsDelta(key))
            return DeltaResource.Answer(call, list, key);
        return AnswerOne(call, list, TryFind(call, list, key) ?? throw NotThere());
    }

    private static ItemRecord? TryFind(GraphCall call, ListRecord list, string key)
    {
        if (int.TryParse(key, out var id))
            return call.State.Item(list.Id, id);
        return Guid.TryParse(key, out var unique)
            ? call.State.Items(list.Id).FirstOrDefault(i => i.Unique == unique)
            : null;
    }

    /// <summary>
    /// The rest of an address that has come to an item, also by way of a drive item's <c>listItem</c>.
    /// </summary>
    public static GraphAnswer AnswerOne(GraphCall call, ListRecord list, ItemRecord item)
    {
        if (call.Access.See(list, item) is not { } seen)
            throw NotThere();
        if (call.Method != "GET")
            call.Access.RequireEdit(list, item);
        if (call.Path.AtEnd)
        {
            switch (call.Method)
            {
                case "GET":
                    FieldJson.RefuseManyLookups(list, call.Query.Expand().GetValueOrDefault("fields")?.Select);
                    // A single item brings its fields unasked, as recorded for shares/listItem.
                    return GraphAnswer.Ok(
                        Shape.Entity(Context(call, list), ItemJson.Show(call, list, item, call.Query, withFields: true))
                    );
                case "PATCH":
                    var changed = Update(
                        call,
                        list,
                        item,
                        call.Json()["fields"] as JsonObject ?? throw GraphError.Invalid("Invalid request")
                    );
                    return GraphAnswer.Ok(
                        Shape.Entity(
                            Context(call, list),
                            ItemJson.Show(call, list, changed, call.Query, withFields: true)
                        )
                    );
                case "DELETE":
                    CheckETag(call, item);
                    Delete(call, list, item);
                    return GraphAnswer.NoContent();
                default:
                    throw GraphError.WrongMethod(call.Method);
            }
        }
        var next = call.Path.Next();
        switch (next.Name)
        {
            case "fields" when call.Path.AtEnd:
                var context = call.SiteContext($"lists('{list.Id}')/items('{item.Id}')/fields/$entity");
                return call.Method switch
                {
                    "GET" => GraphAnswer.Ok(Shape.Entity(context, FieldJson.Show(call, list, seen, call.Query.Select))),
                    "PATCH" => GraphAnswer.Ok(
                        Shape.Entity(context, FieldJson.Show(call, list, Update(call, list, item, call.Json()), null))
                    ),
                    _ => throw GraphError.WrongMethod(call.Method),
                };
            case "versions":
                return ItemVersions.Answer(call, list, item);
            case "driveitem":
                return DriveItemResource.OfListItem(call, list, item);
            case "permissions":
                return PermissionResource.OfItem(call, list, item);
            case "createdbyuser" or "lastmodifiedbyuser" or "analytics" or "activities":
                throw GraphError.NotServed($"/items/{{id}}/{next.Text}");
            default:
                throw GraphError.UnknownSegment(next.Text);
        }
    }

    /// <summary>Also for an item that is there for others.</summary>
    private static GraphError NotThere() => GraphError.NotFound("The specified item was not found");

    /// <summary>
    /// If-Match holds the item's eTag or cTag, or * for any; another value means somebody changed it meanwhile.
    /// </summary>
    public static void CheckETag(GraphCall call, ItemRecord item)
    {
        if (call.IfMatch is { } wanted && !IsCurrent(wanted, item))
            throw GraphError.Changed("resourceModified");
    }

    /// <summary>
    /// Quotes, braces and case differ between list item and drive item; the GUID and the number must agree.
    /// </summary>
    public static bool IsCurrent(string ifMatch, ItemRecord item)
    {
        var text = ifMatch.Replace("W/", "").Trim(' ', '"');
        var isContent = text.StartsWith("c:", StringComparison.OrdinalIgnoreCase);
        var parts = (isContent ? text[2..] : text).Split(',');
        return text == "*"
            || (
                parts.Length == 2
                && Guid.TryParse(parts[0], out var unique)
                && unique == item.Unique
                && parts[1] == (isContent ? item.ContentTag : item.ETag).ToString()
            );
    }

    public static void Delete(GraphCall call, ListRecord list, ItemRecord item)
    {
        if (list.IsSystem)
            throw new GraphError(403, "accessDenied", "The user list cannot be changed.");
        // A folder takes what stands in it along.
        var inside = call.State.Items(list.Id).Where(i => i.Folder == item.Unique).ToList();
        foreach (var child in inside)
            Delete(call, list, child);
        call.Site.Store.Commit(new ItemGone(list.Id, item.Id, item.ContentType) { Unique = item.Unique });
    }

    private static GraphAnswer All(GraphCall call, ListRecord list)
    {
        // Paging goes by the links that were answered, never by counting.
        call.Query.Refuse("skip", "search");
        var expand = call.Query.Expand();
        if (expand.TryGetValue("fields", out var fields))
            FieldJson.RefuseManyLookups(list, fields.Select);
        var rows = new ItemQuery(call, list).Rows();
        var (page, nextLink) = Paging.Cut(
            call,
            rows,
            r => r.Id,
            list.Template == ListTemplate.WebPageLibrary ? r => $"p_FileLeafRef={Uri.EscapeDataString(r.Name!)}&" : null
        );
        var expanded = fields is null ? "" : $"(fields({string.Join(',', fields.Select ?? [])}))";
        return GraphAnswer.Ok(
            Shape.Collection(
                call.SiteContext($"lists('{list.Id}')/items{expanded}"),
                page.Select(i => ItemJson.Show(call, list, i, call.Query)),
                nextLink
            )
        );
    }

    private static GraphAnswer Create(GraphCall call, ListRecord list)
    {
        call.Access.RequireAdd(list);
        if (list.IsSystem)
            throw new GraphError(403, "accessDenied", "The user list cannot be changed.");
        if (list.IsLibrary)
            throw GraphError.Invalid("A file is added by uploading it to the library's drive.");
        // Whether the service insists on fields is not documented; what it would be an empty row without is asked for
        // here.
        // Required columns are not: SharePoint enforces them in its forms, and no answer that refuses a row for one is
        // known.
        var fields = call.Json()["fields"] as JsonObject ?? throw GraphError.Invalid("Invalid request");
        var item = new ItemRecord(list.Id, call.State.NextItemId(list.Id), Guid.NewGuid())
        {
            ContentType = "Item",
            CreatedBy = call.Actor,
            Created = call.Now,
            ModifiedBy = call.Actor,
            Modified = call.Now,
            Fields = new FieldWriter(call, list, null).Write(fields),
        };
        call.Site.Store.Commit(ItemVersions.Save(call.State, list, item));
        var body = ItemJson.Show(call, list, item, call.Query, withFields: true);
        EchoDates(list, fields, body);
        return GraphAnswer.Created(
            Shape.Entity(Context(call, list), body),
            $"{call.Site.SharePointRoot}/_api/v2.0/sites/{list.SiteId}/lists/{list.Id}/items/{item.Id}"
        );
    }

    /// <summary>
    /// The answer to a POST shows a date-only column as it was sent; the next GET shows it as it is kept. Reported of
    /// the service, and reproduced so that a client does not trust it.
    /// </summary>
    private static void EchoDates(ListRecord list, JsonObject sent, JsonObject body)
    {
        foreach (var column in list.Columns.Where(c => c.IsDateOnly))
        {
            if (
                sent[column.Name] is { } value
                && body["fields"] is JsonObject fields
                && fields.ContainsKey(column.Name)
            )
                fields[column.Name] = value.DeepClone();
        }
    }

    private static ItemRecord Update(GraphCall call, ListRecord list, ItemRecord item, JsonObject fields)
    {
        if (list.IsSystem)
            throw new GraphError(403, "accessDenied", "The user list cannot be changed.");
        CheckETag(call, item);
        DriveItemResource.RefuseLocked(call, item);
        var changed = ItemVersions.Next(list, item) with
        {
            Fields = new FieldWriter(call, list, item).Write(fields),
            ModifiedBy = call.Actor,
            Modified = call.Now,
        };
        call.Site.Store.Commit(ItemVersions.Save(call.State, list, changed));
        return changed;
    }

    private static string Context(GraphCall call, ListRecord list) =>
        call.SiteContext($"lists('{list.Id}')/items/$entity");
}
