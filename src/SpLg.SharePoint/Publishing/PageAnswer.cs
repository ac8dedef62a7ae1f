using System.Text.Json;
using SpLg.SharePoint.Reading;

namespace SpLg.SharePoint.Publishing;

/// <summary>https://learn.microsoft.com/graph/api/resources/sitepage</summary>
/// <param name="CanvasLayout">Only when expanded.</param>
internal sealed record PageAnswer(string? Id, string? Name, string? Title, Uri? WebUrl, PageAnswer.State? PublishingState, PageAnswer.Canvas? CanvasLayout, JsonElement? Error) : IPageElement
{
    public sealed record State(string? Level);

    public sealed record Canvas(IReadOnlyList<Section>? HorizontalSections, Column? VerticalSection);

    public sealed record Section(IReadOnlyList<Column>? Columns);

    public sealed record Column(IReadOnlyList<WebPart>? Webparts);

    /// <param name="InnerHtml">Only text web parts have it.</param>
    public sealed record WebPart(string? InnerHtml);

    public SitePage ToPage() => new(
        Id ?? throw new JsonException("A page came without id."),
        Name ?? throw new JsonException($"The page '{Id}' has no name."),
        Title,
        WebUrl ?? throw new JsonException($"The page '{Id}' has no webUrl."),
        PublishingState?.Level == "published",
        CanvasLayout is { } canvas ? string.Concat(Parts(canvas).Select(part => part.InnerHtml)) : null);

    private static IEnumerable<WebPart> Parts(Canvas canvas) =>
        (canvas.HorizontalSections ?? []).SelectMany(section => section.Columns ?? []).Append(canvas.VerticalSection).SelectMany(column => column?.Webparts ?? []);
}
