using System.Globalization;
using System.Text.Json;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// The body that makes a page. A wrong or missing <c>@odata.type</c> is answered with "Invalid request" and nothing more, and
/// a single web part cannot be changed reliably: the whole canvas is always sent. https://learn.microsoft.com/graph/api/sitepage-create
/// </summary>
internal static class PageBody
{
    private const string SitePage = "#microsoft.graph.sitePage";

    public static ReadOnlyMemory<byte> New(string name, SitePageContent content) => JsonBody.Object(json =>
    {
        json.WriteString("@odata.type", SitePage);
        json.WriteString("name", name);
        json.WriteString("pageLayout", "article");
        json.WriteString("promotionKind", "newsPost");
        Write(json, content);
    });

    public static ReadOnlyMemory<byte> Changed(SitePageContent content) => JsonBody.Object(json =>
    {
        json.WriteString("@odata.type", SitePage);
        Write(json, content);
    });

    private static void Write(Utf8JsonWriter json, SitePageContent content)
    {
        json.WriteString("title", content.Title);
        json.WriteString("description", content.Description);
        json.WriteBoolean("showComments", false);
        json.WriteBoolean("showRecommendedPages", false);
        json.WriteStartObject("titleArea");
        json.WriteString("layout", "plain");
        json.WriteString("textAlignment", "left");
        json.WriteBoolean("showAuthor", false);
        json.WriteBoolean("showPublishedDate", true);
        json.WriteBoolean("showTextBlockAboveTitle", false);
        json.WriteBoolean("enableGradientEffect", false);
        json.WriteEndObject();
        json.WriteStartObject("canvasLayout");
        json.WriteStartArray("horizontalSections");
        for (var n = 0; n < content.Sections.Count; n++)
            WriteSection(json, n + 1, content.Sections[n]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, int number, string html)
    {
        json.WriteStartObject();
        json.WriteString("id", number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("layout", "oneColumn");
        json.WriteString("emphasis", "none");
        json.WriteStartArray("columns");
        json.WriteStartObject();
        json.WriteString("id", "1");
        json.WriteNumber("width", 12);
        json.WriteStartArray("webparts");
        json.WriteStartObject();
        json.WriteString("@odata.type", "#microsoft.graph.textWebPart");
        json.WriteString("innerHtml", html);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
