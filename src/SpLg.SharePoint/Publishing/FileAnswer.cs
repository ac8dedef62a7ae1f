using System.Text.Json;
using SpLg.SharePoint.Answers;
using SpLg.SharePoint.Reading;

namespace SpLg.SharePoint.Publishing;

/// <summary>https://learn.microsoft.com/graph/api/resources/driveitem</summary>
/// <param name="CTag">Grows with the content only.</param>
/// <param name="Publication">Only when selected.</param>
internal sealed record FileAnswer(
    string? Id,
    string? ETag,
    string? CTag,
    Uri? WebUrl,
    long? Size,
    DateTimeOffset? LastModifiedDateTime,
    IdentitySetAnswer? LastModifiedBy,
    FileAnswer.PublicationFacet? Publication,
    JsonElement? Error) : IAnswer
{
    /// <summary>https://learn.microsoft.com/graph/api/resources/publicationfacet</summary>
    /// <param name="Level"><c>published</c> or <c>checkout</c>; of drafts the documentation says nothing.</param>
    /// <param name="VersionId">1.0 and so on when published, 1.1 when a draft.</param>
    public sealed record PublicationFacet(string? Level, string? VersionId, IdentitySetAnswer? CheckedOutBy);

    public bool IsCheckedOut => Publication?.Level == "checkout";

    public bool IsPublished => !IsCheckedOut && (Publication?.VersionId?.EndsWith(".0", StringComparison.Ordinal) ?? Publication?.Level == "published");

    public LibraryFile ToFile(string name) => new(
        Expected.Id(Id, "the file"),
        name,
        Expected.Text(ETag, "eTag"),
        Expected.Web(WebUrl, "webUrl") ?? throw new JsonException("webUrl is missing"),
        Size is >= 0 ? Size.Value : throw new JsonException(Size is null ? "size is missing" : $"size is {Size}"),
        LastModifiedDateTime ?? throw new JsonException("lastModifiedDateTime is missing"))
    {
        ModifiedBy = LastModifiedBy?.ToAuthor(),
    };
}
