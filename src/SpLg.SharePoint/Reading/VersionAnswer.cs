using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.SharePoint.Answers;
using SpLg.SharePoint.Publishing;

namespace SpLg.SharePoint.Reading;

/// <summary>https://learn.microsoft.com/graph/api/resources/listitemversion, and driveitemversion, which has no fields.</summary>
internal sealed record VersionAnswer(
    string? Id, DateTimeOffset? LastModifiedDateTime, IdentitySetAnswer? LastModifiedBy, JsonElement? Fields, JsonElement? Error) : IAnswer
{
    public ItemVersion ToVersion()
    {
        if (Fields is not { ValueKind: JsonValueKind.Object } fields)
            throw new JsonException($"The version '{Id}' came without its fields.");
        return new(
            Expected.Text(Id, "the id of a version"),
            LastModifiedDateTime ?? throw new JsonException($"The version '{Id}' has no lastModifiedDateTime."),
            LastModifiedBy?.ToAuthor() ?? throw new JsonException($"The version '{Id}' does not tell who made it."),
            new RowCells(fields));
    }

    public FileVersion ToFileVersion() =>
        new(LastModifiedDateTime ?? throw new JsonException($"The version '{Id}' has no lastModifiedDateTime."), LastModifiedBy?.ToAuthor());
}
