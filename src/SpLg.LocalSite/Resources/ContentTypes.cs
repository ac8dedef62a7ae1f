namespace SpLg.LocalSite.Resources;

/// <summary>The content types every list has; own ones are not served.</summary>
internal static class ContentTypes
{
    public sealed record ContentType(string Name, string Id, string Base);

    public static IReadOnlyList<ContentType> Of(ListRecord list)
    {
        // A list's own copy: the parent's id, 00, and 32 hex digits of its own.
        var own = list.Id.ToString("N").ToUpperInvariant();
        return list.Template switch
        {
            ListTemplate.GenericList =>
            [
                new("Item", $"0x0100{own}", "0x01"),
                new("Folder", $"0x012000{own}", "0x0120"),
            ],
            ListTemplate.DocumentLibrary =>
            [
                new("Document", $"0x010100{own}", "0x0101"),
                new("Folder", $"0x012000{own}", "0x0120"),
            ],
            ListTemplate.WebPageLibrary =>
            [
                new(
                    "Site Page",
                    $"0x0101009D1CB255DA76424F860D91F20E6C411800{own}",
                    "0x0101009D1CB255DA76424F860D91F20E6C4118"
                ),
                new("Folder", $"0x012000{own}", "0x0120"),
            ],
            _ => [new("Person", $"0x010A00{own}", "0x010A")],
        };
    }

    public static JsonObject Info(ListRecord list, string name) =>
        new() { ["id"] = Of(list).First(t => t.Name == name).Id, ["name"] = name };

    public static JsonObject Show(ContentType type) =>
        new()
        {
            ["id"] = type.Id,
            ["description"] = "",
            ["group"] = type.Name == "Folder" ? "Folder Content Types" : "List Content Types",
            ["hidden"] = false,
            ["name"] = type.Name,
            ["parentId"] = type.Base,
            ["readOnly"] = false,
            ["sealed"] = false,
        };

    public static GraphAnswer Answer(GraphCall call, ListRecord list)
    {
        if (call.Method != "GET")
            throw GraphError.NotServed("changes of content types");
        var context = $"lists('{list.Id}')/contentTypes";
        if (call.Path.AtEnd)
            return GraphAnswer.Ok(
                Shape.Collection(
                    call.SiteContext(context),
                    Of(list).Select(t => Shape.Select(Show(t), call.Query.Select))
                )
            );
        var id = call.Path.Next().Text;
        var type =
            Of(list).FirstOrDefault(t => t.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw GraphError.NotFound();
        if (!call.Path.AtEnd)
            throw GraphError.NotServed("parts of content types");
        return GraphAnswer.Ok(
            Shape.Entity(call.SiteContext(context + "/$entity"), Shape.Select(Show(type), call.Query.Select))
        );
    }
}
