namespace SpLg.SharePoint.Publishing;

/// <summary>https://learn.microsoft.com/graph/api/resources/drive</summary>
internal sealed record DriveAnswer(string Id, string? Name);
