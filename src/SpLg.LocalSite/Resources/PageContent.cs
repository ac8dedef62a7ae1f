namespace SpLg.LocalSite.Resources;

/// <summary>
/// The content of a site page as a client sends it. Whatever is wrong in it, the service only says "Invalid request";
/// so does this. https://learn.microsoft.com/graph/api/resources/sitepage
/// </summary>
internal static class PageContent
{
    private static readonly string[] Sections =
    [
        "none",
        "oneColumn",
        "twoColumns",
        "threeColumns",
        "oneThirdLeftColumn",
        "oneThirdRightColumn",
        "fullWidth",
    ];
    private static readonly string[] Emphases = ["none", "neutral", "soft", "strong"];
    private static readonly string[] TitleLayouts = ["imageAndTitle", "plain", "colorBlock", "overlap"];

    /// <summary>
    /// Only some of SharePoint's own web parts can be put on a page; these are those whose ids are known here.
    /// </summary>
    private static readonly HashSet<Guid> WebPartTypes =
    [
        new("b7dd04e1-19ce-4b24-9132-b60a1c2b910d"),
        new("c70391ea-0b10-4ee9-b2b4-006d3fcad0cd"),
        new("0f087d7f-520e-42b7-89c0-496aaf979d58"),
        new("2161a1c6-db61-4731-b97c-3cdb303f7cbb"),
        new("d1d91016-032f-456d-98a4-721247c305e8"),
    ];

    /// <summary>The page's properties, what the body sets over what was before.</summary>
    public static JsonObject Read(JsonObject before, JsonObject body)
    {
        if (
            GraphCall.Text(body, "@odata.type") is { } type
                ? type.TrimStart('#') != "microsoft.graph.sitePage"
                : before.Count == 0
        )
            throw Invalid();
        var page = (JsonObject)before.DeepClone();
        foreach (var name in new[] { "title", "description", "thumbnailWebUrl" })
            page[name] = GraphCall.Text(body, name) ?? page[name]?.DeepClone();
        page["pageLayout"] =
            OneOf(body, "pageLayout", "article", "home") ?? page["pageLayout"]?.DeepClone() ?? "article";
        page["promotionKind"] =
            OneOf(body, "promotionKind", "page", "newsPost") ?? page["promotionKind"]?.DeepClone() ?? "page";
        page["showComments"] = GraphCall.Flag(body, "showComments") ?? page["showComments"]?.DeepClone() ?? false;
        page["showRecommendedPages"] =
            GraphCall.Flag(body, "showRecommendedPages") ?? page["showRecommendedPages"]?.DeepClone() ?? false;
        if (body["titleArea"] is { } titleArea)
            page["titleArea"] = TitleArea(titleArea as JsonObject ?? throw Invalid());
        if (body["canvasLayout"] is { } canvas)
            page["canvasLayout"] = Canvas(canvas as JsonObject ?? throw Invalid());
        foreach (var empty in page.Where(p => p.Value is null).Select(p => p.Key).ToList())
            page.Remove(empty);
        return GraphCall.Text(page, "title") is { Length: > 0 } ? page : throw Invalid();
    }

    private static JsonObject TitleArea(JsonObject sent)
    {
        OneOf(sent, "layout", TitleLayouts);
        OneOf(sent, "textAlignment", "left", "center");
        var kept = new JsonObject();
        foreach (var name in new[] { "alternativeText", "imageWebUrl", "layout", "textAboveTitle", "textAlignment" })
        {
            if (GraphCall.Text(sent, name) is { } text)
                kept[name] = text;
        }
        foreach (
            var name in new[] { "enableGradientEffect", "showAuthor", "showPublishedDate", "showTextBlockAboveTitle" }
        )
        {
            if (GraphCall.Flag(sent, name) is { } flag)
                kept[name] = flag;
        }
        return kept;
    }

    private static JsonObject Canvas(JsonObject sent)
    {
        var canvas = new JsonObject();
        var sections = Objects(sent["horizontalSections"])
            .Select(
                (section, i) =>
                {
                    var columns = Objects(section["columns"])
                        .Select(
                            (column, c) =>
                                new JsonObject
                                {
                                    ["id"] = GraphCall.Text(column, "id") ?? $"{c + 1}",
                                    ["width"] =
                                        column["width"] is JsonValue width && width.TryGetValue<int>(out var cells)
                                            ? cells
                                            : 12,
                                    ["webparts"] = WebParts(column["webparts"]),
                                }
                        );
                    return new JsonObject
                    {
                        ["layout"] = OneOf(section, "layout", Sections) ?? throw Invalid(),
                        ["id"] = GraphCall.Text(section, "id") ?? $"{i + 1}",
                        ["emphasis"] = OneOf(section, "emphasis", Emphases) ?? "none",
                        ["columns"] = new JsonArray([.. columns]),
                    };
                }
            );
        canvas["horizontalSections"] = new JsonArray([.. sections]);
        if (sent["verticalSection"] is JsonObject vertical)
            canvas["verticalSection"] = new JsonObject
            {
                ["emphasis"] = OneOf(vertical, "emphasis", Emphases) ?? "none",
                ["webparts"] = WebParts(vertical["webparts"]),
            };
        return canvas;
    }

    private static JsonArray WebParts(JsonNode? sent)
    {
        var parts = Objects(sent)
            .Select(part =>
            {
                var id = GraphCall.Text(part, "id") ?? Guid.NewGuid().ToString();
                return GraphCall.Text(part, "@odata.type")?.TrimStart('#') switch
                {
                    // Which tags the service keeps is not documented; here those of ordinary text.
                    null or "microsoft.graph.textWebPart" when part.ContainsKey("innerHtml") => new()
                    {
                        ["@odata.type"] = "#microsoft.graph.textWebPart",
                        ["id"] = id,
                        ["innerHtml"] = SafeHtml.Clean(GraphCall.Text(part, "innerHtml") ?? ""),
                    },
                    null
                    or "microsoft.graph.standardWebPart"
                        when Guid.TryParse(GraphCall.Text(part, "webPartType"), out var type)
                            && WebPartTypes.Contains(type) => new JsonObject
                    {
                        ["@odata.type"] = "#microsoft.graph.standardWebPart",
                        ["id"] = id,
                        ["webPartType"] = type.ToString(),
                        ["data"] = (part["data"] as JsonObject ?? throw Invalid()).DeepClone(),
                    },
                    _ => throw Invalid(),
                };
            });
        return new([.. parts]);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray array => array.Select(e => e as JsonObject ?? throw Invalid()),
            _ => throw Invalid(),
        };

    private static string? OneOf(JsonObject json, string name, params string[] known)
    {
        if (GraphCall.Text(json, name) is not { } text)
            return null;
        return known.Contains(text, StringComparer.Ordinal) ? text : throw Invalid();
    }

    private static GraphError Invalid() => GraphError.Invalid("Invalid request");
}
