namespace SpLg.LocalSite.Resources;

/// <summary><c>/lists/{id}/columns</c>. https://learn.microsoft.com/graph/api/list-list-columns</summary>
internal static class ColumnResource
{
    public static GraphAnswer Answer(GraphCall call, ListRecord list)
    {
        var context = $"lists('{list.Id}')/columns";
        if (call.Method != "GET")
            call.Access.RequireManage(list);
        if (call.Path.AtEnd)
        {
            return call.Method switch
            {
                // Hidden columns need an explicit select of them, which the documents do not spell out: they are never
                // listed.
                "GET" => GraphAnswer.Ok(
                    Shape.Collection(
                        call.SiteContext(context),
                        list.Columns.Where(c => !c.Hidden)
                            .Select(c => Shape.Select(ColumnJson.Show(c), call.Query.Select))
                    )
                ),
                "POST" => Create(call, list, context),
                _ => throw GraphError.WrongMethod(call.Method),
            };
        }
        var key = call.Path.Next().Text;
        var column =
            list.Columns.FirstOrDefault(c => c.Id.ToString().Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? list.TryColumn(key)
            ?? throw GraphError.NotFound();
        if (!call.Path.AtEnd)
            throw GraphError.UnknownSegment(call.Path.Next().Text);
        return call.Method switch
        {
            "GET" => GraphAnswer.Ok(
                Shape.Entity(
                    call.SiteContext(context + "/$entity"),
                    Shape.Select(ColumnJson.Show(column), call.Query.Select)
                )
            ),
            "PATCH" => Update(call, list, column, context),
            "DELETE" => Delete(call, list, column),
            _ => throw GraphError.WrongMethod(call.Method),
        };
    }

    private static GraphAnswer Create(GraphCall call, ListRecord list, string context)
    {
        var column = ColumnJson.Read(call, list, call.Json());
        Save(call, list, ListJson.WithColumns(list, [column]));
        return GraphAnswer.Created(
            Shape.Entity(call.SiteContext(context + "/$entity"), ColumnJson.Show(column)),
            $"{call.Site.SharePointRoot}/_api/v2.0/sites/{list.SiteId}/lists/{list.Id}/columns/{column.Id}"
        );
    }

    private static GraphAnswer Update(GraphCall call, ListRecord list, ColumnRecord column, string context)
    {
        var body = call.Json();
        var changed = ColumnJson.Change(column, body);
        if (column.Facet is { } facet && body.ContainsKey(facet))
            changed = changed with { Settings = ColumnFacets.Read(body).Settings };
        else if (
            body.Any(p =>
                p.Key is "text" or "number" or "choice" or "dateTime" or "boolean" or "lookup" or "personOrGroup"
            )
        )
            throw GraphError.Invalid("The type of a column cannot be changed.");
        Save(call, list, list with { Columns = [.. list.Columns.Select(c => c.Id == column.Id ? changed : c)] });
        return GraphAnswer.Ok(Shape.Entity(call.SiteContext(context + "/$entity"), ColumnJson.Show(changed)));
    }

    private static GraphAnswer Delete(GraphCall call, ListRecord list, ColumnRecord column)
    {
        if (column.BuiltIn)
            throw new GraphError(403, "accessDenied", "The column is part of every list and cannot be deleted.");
        Save(call, list, list with { Columns = [.. list.Columns.Where(c => c.Id != column.Id)] });
        return GraphAnswer.NoContent();
    }

    private static void Save(GraphCall call, ListRecord before, ListRecord after) =>
        call.Site.Store.Commit(after with { ETag = before.ETag + 1, ModifiedBy = call.Actor, Modified = call.Now });
}
