namespace SpLg.LocalSite.Resources;

/// <summary>
/// The <c>fields</c> of an item: empty columns absent, lookup ids as strings, the display text of a person or lookup
/// only when it is selected by name. https://learn.microsoft.com/graph/api/resources/fieldvalueset
/// </summary>
internal static class FieldJson
{
    /// <summary>More lookup-like columns than this in one query and SharePoint refuses it.</summary>
    private const int MostLookups = 12;

    public static JsonObject Show(GraphCall call, ListRecord list, ItemRecord item, IReadOnlyList<string>? select)
    {
        var wanted =
            select is null || select.Contains("*")
                ? null
                : new HashSet<string>(select, StringComparer.OrdinalIgnoreCase);
        var body = new JsonObject { ["@odata.etag"] = ItemJson.ETag(item) };

        void Add(string name, JsonNode? value)
        {
            if (value is not null && wanted?.Contains(name) != false)
                body[name] = value;
        }

        foreach (var column in list.Columns.Where(c => !c.ReadOnly && item.Fields.ContainsKey(c.Name)))
        {
            var value = item.Fields[column.Name];
            if (!column.IsLookup)
                Add(column.Name, Node(value));
            else if (column.IsMultiLookup)
                Add(
                    column.Name,
                    new JsonArray([.. value.EnumerateArray().Select(v => Reference(call, list, column, v.GetInt32()))])
                );
            else
            {
                Add(column.Name + "LookupId", value.GetInt32().ToString());
                if (wanted?.Contains(column.Name) == true)
                    Add(column.Name, LookupText(call, list, column, value.GetInt32()));
            }
        }
        var site = list.SiteId;
        Add("id", item.Id.ToString());
        Add("ContentType", item.ContentType);
        Add("Modified", Shape.Time(item.Modified));
        Add("Created", Shape.Time(item.Created));
        Add("AuthorLookupId", item.CreatedBy.PersonId.ToString());
        Add("EditorLookupId", item.ModifiedBy.PersonId.ToString());
        if (wanted?.Contains("Author") == true)
            Add("Author", Identities.Person(call.State, site, item.CreatedBy.PersonId)?.Text("Title"));
        if (wanted?.Contains("Editor") == true)
            Add("Editor", Identities.Person(call.State, site, item.ModifiedBy.PersonId)?.Text("Title"));
        Add("_UIVersionString", item.Version);
        if (list.IsLibrary)
            AddFileFields(call, list, item, Add);
        else
            AddListFields(item, Add);
        foreach (
            var name in new[]
            {
                "_ComplianceFlags",
                "_ComplianceTag",
                "_ComplianceTagWrittenTime",
                "_ComplianceTagUserId",
            }
        )
            Add(name, "");
        // The id of the application in the hidden list of app principals, which Graph does not show.
        if (item.CreatedBy.IsApplication)
            Add("AppAuthorLookupId", "3");
        if (item.ModifiedBy.IsApplication)
            Add("AppEditorLookupId", "3");
        return body;
    }

    /// <summary>
    /// Refuses what SharePoint's own query would: too many lookup-like columns. Status and code are not recorded.
    /// </summary>
    public static void RefuseManyLookups(ListRecord list, IReadOnlyList<string>? select)
    {
        var lookups = list.Columns.Where(c =>
            c.Facet == "term" || (c.IsLookup && (!c.BuiltIn || c.Name is "Author" or "Editor"))
        );
        var asked = select is null
            ? lookups.Count()
            : lookups.Count(c => Shape.Selects(select, c.Name) || Shape.Selects(select, c.Name + "LookupId"));
        if (asked > MostLookups)
            throw GraphError.Invalid(
                "The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold."
            );
    }

    public static string? LookupText(GraphCall call, ListRecord list, ColumnRecord column, int id) =>
        LookupText(call.State, call.Access, list, column, id);

    /// <summary>
    /// The text that a lookup or person column shows; null when the row is gone, or is not there for this reader.
    /// </summary>
    public static string? LookupText(SiteState state, Access access, ListRecord list, ColumnRecord column, int id)
    {
        if (column.Facet == "personOrGroup")
            return Identities.Person(state, list.SiteId, id)?.Text("Title");
        return LookupRow(state, access, column, id)?.Text(column.Setting("columnName")!);
    }

    /// <summary>The row a lookup points to, as this reader sees it; null when it is not there for them.</summary>
    public static ItemRecord? LookupRow(SiteState state, Access access, ColumnRecord column, int id) =>
        Guid.TryParse(column.Setting("listId"), out var key)
        && state.List(key) is { } target
        && state.Item(key, id) is { } row
            ? access.See(target, row)
            : null;

    private static JsonObject Reference(GraphCall call, ListRecord list, ColumnRecord column, int id)
    {
        var reference = new JsonObject
        {
            ["LookupId"] = id,
            ["LookupValue"] = LookupText(call, list, column, id) ?? "",
        };
        if (column.Facet == "personOrGroup")
            reference["Email"] = Identities.Person(call.State, list.SiteId, id)?.Text("EMail") ?? "";
        return reference;
    }

    private static void AddListFields(ItemRecord item, Action<string, JsonNode?> add)
    {
        add("Attachments", false);
        add("Edit", "");
        add("LinkTitleNoMenu", item.Text("Title"));
        add("LinkTitle", item.Text("Title"));
        add("ItemChildCount", "0");
        add("FolderChildCount", "0");
    }

    private static void AddFileFields(GraphCall call, ListRecord list, ItemRecord item, Action<string, JsonNode?> add)
    {
        add("FileLeafRef", item.Name);
        add("LinkFilenameNoMenu", item.Name);
        add("LinkFilename", item.Name);
        add("DocIcon", item.IsFolder ? null : System.IO.Path.GetExtension(item.Name ?? "").TrimStart('.'));
        add("FileSizeDisplay", item.Content?.Size.ToString());
        add("_CheckinComment", item.CheckInComment);
        add("CheckoutUserLookupId", item.CheckedOutBy?.PersonId.ToString());
        add("Edit", "0");
        var inside = item.IsFolder ? call.Access.Items(list).Where(i => i.Folder == item.Unique).ToList() : [];
        add("ItemChildCount", inside.Count(i => !i.IsFolder).ToString());
        add("FolderChildCount", inside.Count(i => i.IsFolder).ToString());
    }

    private static JsonNode? Node(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => JsonArray.Create(value),
            JsonValueKind.Object => JsonObject.Create(value),
            _ => JsonValue.Create(value),
        };
}
