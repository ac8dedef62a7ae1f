using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Publishing;

/// <summary>https://learn.microsoft.com/graph/api/resources/sitepage</summary>
/// <param name="CanvasLayout">Only when expanded.</param>
internal sealed record PageAnswer(
    string? Id,
    string? Name,
    string? Title,
    Uri? WebUrl,
    PageAnswer.State? PublishingState,
    PageAnswer.Canvas? CanvasLayout,
    JsonElement? Error) : IAnswer
{
    public sealed record State(string? Level);

    public sealed record Canvas(IReadOnlyList<Section>? HorizontalSections, Column? VerticalSection);

    public sealed record Section(IReadOnlyList<Column>? Columns);

    public sealed record Column(IReadOnlyList<WebPart>? Webparts);

    /// <param name="InnerHtml">Only text web parts have it.</param>
    public sealed record WebPart(string? InnerHtml);

    /// <param name="site">A page that is new may come with its address below the site.</param>
    public SitePage ToPage(Uri site) => new(
        Expected.Id(Id, "the page"),
        Expected.Text(Name, $"the name of the page '{Id}'"),
        Title,
        Expected.Web(WebUrl is null ? null : Expected.Below(new(site.AbsoluteUri.TrimEnd('/') + "/"), WebUrl, "webUrl"), "webUrl")
            ?? throw new JsonException($"The page '{Id}' has no webUrl."),
        PublishingState?.Level == "published",
        CanvasLayout is { } canvas ? string.Concat(Parts(canvas).Select(part => part.InnerHtml)) : null);

    private static IEnumerable<WebPart> Parts(Canvas canvas) =>
        Expected.Each(canvas.HorizontalSections, "horizontalSections")
            .SelectMany(section => Expected.Each(section.Columns, "columns"))
            .Append(canvas.VerticalSection)
            .SelectMany(column => Expected.Each(column?.Webparts, "webparts"));
}
