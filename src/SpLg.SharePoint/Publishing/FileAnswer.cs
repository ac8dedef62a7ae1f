using System.Text.Json;

namespace SpLg.SharePoint.Publishing;

/// <summary>https://learn.microsoft.com/graph/api/resources/driveitem</summary>
/// <param name="Publication">Only when selected.</param>
internal sealed record FileAnswer(string Id, string? ETag, Uri? WebUrl, long? Size, DateTimeOffset? LastModifiedDateTime, FileAnswer.PublicationFacet? Publication)
{
    /// <param name="Level"><c>published</c> or <c>checkout</c>.</param>
    /// <param name="VersionId">For example <c>2.0</c>; a draft's does not end in zero.</param>
    public sealed record PublicationFacet(string? Level, string? VersionId);

    public LibraryFile ToFile(string name) => new(
        Id,
        name,
        ETag ?? throw new JsonException($"The file '{name}' has no eTag."),
        WebUrl ?? throw new JsonException($"The file '{name}' has no webUrl."),
        Size ?? throw new JsonException($"'{name}' has no size."),
        LastModifiedDateTime ?? throw new JsonException($"The file '{name}' has no lastModifiedDateTime."));
}
