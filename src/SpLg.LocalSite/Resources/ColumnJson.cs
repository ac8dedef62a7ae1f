namespace SpLg.LocalSite.Resources;

/// <summary>A column as list scope shows and takes it.</summary>
internal static class ColumnJson
{
    /// <summary>
    /// On list scope the answer never holds hyperlinkOrPicture or term, so such a column arrives without any facet, nor
    /// isDeletable, validation and their like.
    /// </summary>
    public static JsonObject Show(ColumnRecord column)
    {
        var body = new JsonObject
        {
            ["columnGroup"] = column.Group,
            ["description"] = column.Description,
            ["displayName"] = column.DisplayName,
            ["enforceUniqueValues"] = column.Unique,
            ["hidden"] = column.Hidden,
            ["id"] = column.Id.ToString(),
            ["indexed"] = column.Indexed,
            ["name"] = column.Name,
            ["readOnly"] = column.ReadOnly,
            ["required"] = column.Required,
        };
        if (column.Default is { } value)
            body["defaultValue"] = new JsonObject { ["value"] = value };
        if (column.Facet is not (null or "hyperlinkOrPicture" or "term"))
            body[column.Facet] = column.Settings!.DeepClone();
        return body;
    }

    /// <summary>A column from a request body, with a free internal name.</summary>
    public static ColumnRecord Read(GraphCall call, ListRecord list, JsonObject body)
    {
        if ((GraphCall.Text(body, "name") ?? GraphCall.Text(body, "displayName")) is not { Length: > 0 } wanted)
            throw GraphError.Invalid("Invalid request");
        var (facet, settings) = ColumnFacets.Read(body);
        if (
            facet == "lookup"
            && (
                !Guid.TryParse(settings["listId"]!.GetValue<string>(), out var target)
                || call.State.List(target)?.SiteId != list.SiteId
            )
        )
            throw GraphError.Invalid("The lookup column does not point to a list of this site.");
        return Change(
            new(
                Guid.NewGuid(),
                InternalName.For(wanted, list.Columns.Select(c => c.Name)),
                GraphCall.Text(body, "displayName") ?? wanted,
                facet,
                settings
            ),
            body
        );
    }

    /// <summary>The column with the properties a body sets; an index is needed where values must be unique.</summary>
    public static ColumnRecord Change(ColumnRecord column, JsonObject body)
    {
        var changed = column with
        {
            DisplayName = GraphCall.Text(body, "displayName") ?? column.DisplayName,
            Description = GraphCall.Text(body, "description") ?? column.Description,
            Group = GraphCall.Text(body, "columnGroup") ?? column.Group,
            Hidden = GraphCall.Flag(body, "hidden") ?? column.Hidden,
            ReadOnly = GraphCall.Flag(body, "readOnly") ?? column.ReadOnly,
            Required = GraphCall.Flag(body, "required") ?? column.Required,
            Indexed = GraphCall.Flag(body, "indexed") ?? column.Indexed,
            Unique = GraphCall.Flag(body, "enforceUniqueValues") ?? column.Unique,
            Default = body["defaultValue"] switch
            {
                JsonObject value when value["value"] is JsonValue text && text.GetValueKind() == JsonValueKind.String =>
                    text.GetValue<string>(),
                JsonObject => null,
                _ => column.Default,
            },
        };
        if (changed.Unique && !changed.Indexed)
            throw GraphError.Invalid("Values can only be unique in an indexed column.");
        if (
            changed.Indexed
            && (
                changed.Facet is null or "hyperlinkOrPicture" or "calculated"
                || changed.IsMultiChoice
                || changed.IsMultiLookup
                || changed.Flag("allowMultipleLines")
            )
        )
            throw GraphError.Invalid("A column of this type cannot be indexed.");
        return changed;
    }
}
