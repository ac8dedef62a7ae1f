using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>https://learn.microsoft.com/graph/api/resources/site</summary>
internal sealed record SiteAnswer(string? Id, string? Name, string? DisplayName, Uri? WebUrl, JsonElement? Error) : IAnswer;
