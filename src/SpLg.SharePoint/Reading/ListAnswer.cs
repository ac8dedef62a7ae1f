using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>https://learn.microsoft.com/graph/api/resources/list</summary>
internal sealed record ListAnswer(string? Id, string? Name, string? DisplayName, Uri? WebUrl, ListAnswer.Info? List, JsonElement? Error) : IAnswer
{
    public sealed record Info(string? Template, bool? Hidden);

    public ListHeader ToHeader() => new(
        Expected.Id(Id, "the list"),
        DisplayName ?? Name ?? Id!,
        Name ?? "",
        Expected.Web(WebUrl, "webUrl") ?? throw new JsonException($"The list '{Id}' has no webUrl."),
        List?.Template is "documentLibrary",
        List?.Hidden is true);
}
