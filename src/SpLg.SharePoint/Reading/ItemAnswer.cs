using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpLg.Core.Lists;
using SpLg.SharePoint.Answers;

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
    JsonElement? Error) : IAnswer
{
    public ListRow ToRow()
    {
        if (Fields is not { ValueKind: JsonValueKind.Object } fields)
            throw new JsonException($"The item '{Id}' came without its fields.");
        if (JsonMarshal.GetRawUtf8Value(fields).Length > Limits.Cells)
            throw new JsonException($"the item '{Expected.Short(Id ?? "")}' cannot be read: {Limits.TooLarge(Limits.Cells)}");
        return new(Expected.RowId(Id), ETag ?? ODataETag, Expected.Web(WebUrl, "webUrl"), new RowCells(fields));
    }
}
