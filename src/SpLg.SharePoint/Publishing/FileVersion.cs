using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Publishing;

/// <summary>That a file was saved. https://learn.microsoft.com/graph/api/resources/driveitemversion</summary>
/// <param name="ModifiedBy">Null when SharePoint does not tell.</param>
public sealed record FileVersion(DateTimeOffset ModifiedOn, Author? ModifiedBy)
{
    internal static FileVersion Of(DriveItemVersion version) =>
        new(
            version.LastModifiedDateTime
                ?? throw new JsonException(
                    $"The version '{Expected.Short(version.Id ?? "")}' has no lastModifiedDateTime."
                ),
            version.LastModifiedBy?.ToAuthor()
        );
}
