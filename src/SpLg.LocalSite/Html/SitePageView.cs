using System.Text.Json;
using System.Text.Json.Nodes;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>A site page as published: the text of its text web parts, made safe once more.</summary>
internal static class SitePageView
{
    public static string Title(ItemRecord page) =>
        page.PublishedPage is { } content && content.TryGetProperty("title", out var title) ? title.GetString()! : page.Name!;

    /// <summary>Null when the page was never published: then nobody sees it.</summary>
    public static string? TryOf(SiteRecord web, ItemRecord page)
    {
        if (page.PublishedPage is not { } content)
            return null;
        var canvas = JsonObject.Create(content)?["canvasLayout"] as JsonObject ?? [];
        var columns = (canvas["horizontalSections"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(s => (s["columns"] as JsonArray ?? []).OfType<JsonObject>());
        if (canvas["verticalSection"] is JsonObject vertical)
            columns = columns.Append(vertical);
        var texts = columns.SelectMany(c => (c["webparts"] as JsonArray ?? []).OfType<JsonObject>()).Select(Part);
        return Page.Whole(Title(page), SiteLinks.Trail(web), string.Concat(texts.Select(t => $"<section>{t}</section>\n")));
    }

    private static string Part(JsonObject part) =>
        part["innerHtml"] is JsonValue html && html.GetValueKind() == JsonValueKind.String
            ? SafeHtml.Clean(html.GetValue<string>())
            : $"<p>Webbdelen {Page.Text(part["data"]?["title"]?.ToString() ?? "utan namn")} visas bara i SharePoint.</p>";
}
