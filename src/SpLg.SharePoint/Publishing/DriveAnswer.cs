using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Publishing;

/// <summary>https://learn.microsoft.com/graph/api/resources/drive</summary>
internal sealed record DriveAnswer(string? Id, JsonElement? Error) : IAnswer;
