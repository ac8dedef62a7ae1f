using System.Text.Json;
using System.Text.Json.Serialization;
using SpLg.Core.Lists;

namespace SpLg.SharePoint.Reading;

/// <summary>https://learn.microsoft.com/graph/api/resources/listitem</summary>
/// <param name="Fields">Kept as one piece of JSON; cells that are empty are not in it.</param>
/// <param name="Deleted">Present on what a delta tells is gone.</param>
/// <param name="Error">Present when the service has put an error in the item's place.</param>
internal sealed record ItemAnswer(
    string? Id,
    string? ETag,
    [property: JsonPropertyName("@odata.etag")] string? ODataETag,
    Uri? WebUrl,
    JsonElement? Fields,
    JsonElement? Deleted,
    JsonElement? Error) : IPageElement
{
    public ListRow ToRow()
    {
        if (Fields is not { ValueKind: JsonValueKind.Object } fields)
            throw new JsonException($"The item '{Id}' came without its fields.");
        return new(Id ?? throw new JsonException("An item came without id."), ETag ?? ODataETag, WebUrl, new RowCells(fields));
    }
}
