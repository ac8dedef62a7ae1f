using System.Text.Json;

namespace SpLg.SharePoint.Reading;

/// <summary>https://learn.microsoft.com/graph/api/resources/list</summary>
internal sealed record ListAnswer(string Id, string? Name, string? DisplayName, Uri? WebUrl, ListAnswer.Info? List, JsonElement? Error) : IPageElement
{
    public sealed record Info(string? Template, bool? Hidden);

    public ListHeader ToHeader() => new(
        Id,
        DisplayName ?? Name ?? Id,
        Name ?? "",
        WebUrl ?? throw new JsonException($"The list '{Id}' has no webUrl."),
        List?.Template is "documentLibrary",
        List?.Hidden is true);
}
