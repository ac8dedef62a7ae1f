namespace SpLg.LocalSite.Resources;

/// <summary>A list as Graph shows it, and how columns join it.</summary>
internal static class ListJson
{
    public static JsonObject Show(
        GraphCall call,
        ListRecord list,
        IReadOnlyList<string>? select,
        params IEnumerable<string> expanded
    )
    {
        var site = call.State.SiteOf(list);
        var tag = $"\"{list.Id},{list.ETag}\"";
        var body = new JsonObject
        {
            ["@odata.etag"] = tag,
            ["createdDateTime"] = Shape.Time(list.Created),
            ["description"] = list.Description,
            ["eTag"] = tag,
            ["id"] = list.Id.ToString(),
            ["lastModifiedDateTime"] = Shape.Time(list.Modified),
            ["name"] = list.Name,
            ["webUrl"] = call.Site.WebUrl(list),
            ["displayName"] = list.Title,
            ["createdBy"] = Identities.Show(call, site.Id, list.CreatedBy),
        };
        // A fresh list has no lastModifiedBy.
        if (list.ModifiedBy is { } editor)
            body["lastModifiedBy"] = Identities.Show(call, site.Id, editor);
        body["parentReference"] = new JsonObject { ["siteId"] = Site.GraphId(site) };
        body["list"] = new JsonObject
        {
            ["contentTypesEnabled"] = list.Template == ListTemplate.WebPageLibrary,
            ["hidden"] = list.Hidden,
            ["template"] = list.Template,
        };
        if (Shape.Selects(select, "sharepointIds"))
            body["sharepointIds"] = Ids.SharePoint(call, site, list);
        if (list.IsSystem && Shape.Selects(select, "system"))
            body["system"] = new JsonObject();
        return Shape.Select(body, select, expanded);
    }

    /// <summary>The list with further columns, before the built-in ones that always stand last.</summary>
    public static ListRecord WithColumns(ListRecord list, IReadOnlyCollection<ColumnRecord> columns)
    {
        var last = BuiltInColumns.After(list.Template).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return list with
        {
            Columns =
            [
                .. list.Columns.Where(c => !last.Contains(c.Name)),
                .. columns,
                .. list.Columns.Where(c => last.Contains(c.Name)),
            ],
        };
    }
}
