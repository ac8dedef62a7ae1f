using System.Text.Json;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// https://learn.microsoft.com/graph/api/resources/uploadsession; also the answer to the last chunk, which is a drive
/// item in SharePoint's own shape, of which only the id is the same in Graph.
/// </summary>
internal sealed record UploadSessionAnswer(Uri? UploadUrl, IReadOnlyList<string>? NextExpectedRanges, string? Id, JsonElement? Error) : IAnswer;
