using Microsoft.Graph.Models;
using Microsoft.Kiota.Serialization.Json;

namespace SpLg.SharePoint.Reading;

/// <summary>
/// An item or a version of one as it was sent, cut out of the answer but not read further.
/// https://learn.microsoft.com/graph/api/resources/listitem,
/// https://learn.microsoft.com/graph/api/resources/listitemversion
/// </summary>
/// <param name="Fields">The object of its cells, of which those that are empty are absent; empty when it came
/// without.</param>
/// <param name="IsDeleted">True for what a delta tells is gone.</param>
/// <param name="ModifiedOn">A JSON text; empty when it came without.</param>
/// <param name="ModifiedBy">An identity set; empty when it came without.</param>
internal readonly record struct RowAnswer(
    string? Id,
    string? ETag,
    string? WebUrl,
    ReadOnlyMemory<byte> Fields,
    bool IsDeleted,
    ReadOnlyMemory<byte> ModifiedOn,
    ReadOnlyMemory<byte> ModifiedBy
)
{
    /// <param name="addresses">Of the rows of the same list; null for one alone.</param>
    public ListRow ToRow(RowAddresses? addresses = null) =>
        ListRow.At((addresses ?? new()).Checked(WebUrl), Expected.RowId(Id), ETag, Cells("item"));

    public ItemVersion ToVersion()
    {
        var cells = Cells("version");
        if (ModifiedOn.IsEmpty || !JsonElement.Parse(ModifiedOn.Span).TryGetDateTimeOffset(out var moment))
            throw new JsonException($"The version '{Expected.Short(Id ?? "")}' has no lastModifiedDateTime.");
        if (ModifiedBy.IsEmpty)
            throw new JsonException($"The version '{Expected.Short(Id ?? "")}' does not tell who made it.");
        var author = new JsonParseNode(JsonElement.Parse(ModifiedBy.Span)).GetObjectValue(
            IdentitySet.CreateFromDiscriminatorValue
        );
        return new(Expected.Text(Id, "the id of a version"), moment, author.ToAuthor(), cells);
    }

    private RowCells Cells(string what)
    {
        if (Fields.IsEmpty)
            throw new JsonException($"The {what} '{Expected.Short(Id ?? "")}' came without its fields.");
        return Fields.Length <= Limits.Cells
            ? new(Fields.ToArray())
            : throw new JsonException(
                $"the {what} '{Expected.Short(Id ?? "")}' cannot be read: {Limits.TooLarge(Limits.Cells)}"
            );
    }
}
