using System.Text.RegularExpressions;

namespace SpLg.LocalSite.Html;

/// <summary>
/// A site page for its readers: the text of its text web parts, made safe once more, and its pictures with their texts.
/// </summary>
internal static partial class SitePageView
{
    private const string ImageWebPart = "d1d91016-032f-456d-98a4-721247c305e8";

    /// <summary>
    /// A page as somebody sees it: as published, or as last saved when it is checked out to them. Null when there is
    /// nothing for them.
    /// </summary>
    public static JsonElement? TryContent(ItemRecord page, ItemRecord? visitor) =>
        PageResource.Visible(page, visitor?.Id);

    /// <summary>Null when there is nothing for this visitor to see.</summary>
    public static string? TryOf(Site site, SiteRecord web, ItemRecord page, ItemRecord? visitor)
    {
        if (TryContent(page, visitor) is not { } content)
            return null;
        var isDraft = page.CheckedOutBy is not null && page.CheckedOutBy.PersonId == visitor?.Id;
        var canvas = JsonObject.Create(content)?["canvasLayout"] as JsonObject ?? [];
        var columns = (canvas["horizontalSections"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(s => (s["columns"] as JsonArray ?? []).OfType<JsonObject>());
        if (canvas["verticalSection"] is JsonObject vertical)
            columns = columns.Append(vertical);
        var parts = columns
            .SelectMany(c => (c["webparts"] as JsonArray ?? []).OfType<JsonObject>())
            .Select(p => Part(site, p));
        var main =
            (isDraft ? "<p>Detta är ett utkast som bara du ser. Det syns för andra när sidan publiceras.</p>" : "")
            + string.Concat(parts.Select(p => $"<div class=\"part\">{p}</div>\n"));
        return Page.Whole(
            content.TryGetProperty("title", out var title) ? title.GetString()! : page.Name!,
            SiteLinks.Trail(web),
            main
        );
    }

    /// <summary>
    /// A picture of this site; empty when there is none, or when it lies elsewhere and so cannot be shown.
    /// </summary>
    public static string Picture(Site site, string? address, string alternativeText) =>
        address is not null
        && Uri.TryCreate(new Uri(site.SharePointRoot), address, out var uri)
        && uri.Authority == new Uri(site.SharePointRoot).Authority
            ? $"<p><img src=\"{Page.Text(uri.PathAndQuery)}\" alt=\"{Page.Text(alternativeText)}\"></p>"
            : "";

    private static string Part(Site site, JsonObject part)
    {
        if (part["innerHtml"] is JsonValue html && html.GetValueKind() == JsonValueKind.String)
            return Scrolling(SafeHtml.Clean(html.GetValue<string>()));
        if (part["webPartType"]?.ToString() == ImageWebPart && part["data"] is JsonObject data)
        {
            var address = ((data["serverProcessedContent"] as JsonObject)?["imageSources"] as JsonArray)
                ?.OfType<JsonObject>()
                .Select(s => s["value"]?.ToString())
                .FirstOrDefault();
            return Picture(site, address, (data["properties"] as JsonObject)?["altText"]?.ToString() ?? "");
        }
        return $"<p>Webbdelen {Page.Text(part["data"]?["title"]?.ToString() ?? "utan namn")} visas bara i SharePoint.</p>";
    }

    /// <summary>
    /// A wide table scrolls by itself on a narrow screen, as those of <see cref="Page.Table"/> do, and leaves the text
    /// its width.
    /// </summary>
    private static string Scrolling(string html) =>
        Table()
            .Replace(
                html,
                m =>
                    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                    + $"aria-label=\"{(m.Groups["caption"].Value is { Length: > 0 } caption ? caption : "Tabell")}\">{m.Value}"
            )
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);

    [GeneratedRegex(
        "<table>(<caption>(?<caption>[^<]*)</caption>)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Table();
}
