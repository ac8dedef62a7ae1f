using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// Where a file is in its way through check-out and versions.
/// https://learn.microsoft.com/graph/api/resources/publicationfacet
/// </summary>
/// <param name="CTag">Grows with the content only.</param>
/// <param name="IsPublished">
/// True when what it holds is a published version (1.0, 2.0), false for a draft (1.1) and while it is checked out.
/// </param>
internal sealed record FileState(
    string ETag,
    string? CTag,
    long? Size,
    DateTimeOffset? LastModified,
    bool IsCheckedOut,
    bool IsPublished,
    Author? CheckedOutBy
)
{
    /// <summary>The query for a file's state: the publication comes only when selected.</summary>
    public static readonly string[] Selected =
    [
        "id",
        "eTag",
        "cTag",
        "webUrl",
        "size",
        "lastModifiedDateTime",
        "lastModifiedBy",
        "publication",
    ];

    public static FileState Of(DriveItem file)
    {
        // Level is published or checkout; of drafts the documentation says nothing.
        var level = file.Publication?.Level;
        var isCheckedOut = level == "checkout";
        return new(
            // Two states without it would seem to be the same.
            ETag: Expected.Text(file.ETag, "eTag"),
            CTag: file.CTag,
            Size: file.Size,
            LastModified: file.LastModifiedDateTime,
            IsCheckedOut: isCheckedOut,
            IsPublished: !isCheckedOut
                && (file.Publication?.VersionId?.EndsWith(".0", StringComparison.Ordinal) ?? level == "published"),
            CheckedOutBy: Holder(file)
        );
    }

    public static bool IsLeftByApplication(DriveItem file) => Holder(file) is { IsApplication: true };

    private static Author? Holder(DriveItem file) => file.Publication?.CheckedOutBy?.ToAuthor();
}
