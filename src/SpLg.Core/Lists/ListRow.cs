using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>One list item as Graph encodes it: <c>fields</c> by internal column name, empty columns absent.</summary>
/// <param name="Id">The item id, a number written as text, unique in its list.</param>
/// <param name="ETag">The item's version for If-Match, quotes included; null when the row comes from a file.</param>
/// <param name="WebUrl">Where a person opens the row; null when the row comes from a file.</param>
/// <param name="Fields">
/// Values as on the wire: text, choice, note: string; number: number; yes/no: boolean; date: UTC text; multi-choice:
/// array; person and lookup: <c>{Name}LookupId</c> as a string of digits and <c>{Name}</c> as display text.
/// A row from a CSV file may hold any of them as the text that was written.
/// https://learn.microsoft.com/graph/api/resources/fieldvalueset
/// </param>
public sealed record ListRow(string Id, string? ETag, Uri? WebUrl, IReadOnlyDictionary<string, JsonElement> Fields)
{
    private string? address;

    /// <summary>
    /// A row whose address is taken apart when somebody asks for it: most rows are counted and compared, and that took
    /// a tenth of the time of reading them.
    /// </summary>
    /// <param name="address">A full one, known to be well formed.</param>
    public static ListRow At(
        string? address,
        string id,
        string? eTag,
        IReadOnlyDictionary<string, JsonElement> fields
    ) => new(id, eTag, WebUrl: null, fields) { address = address };

    public Uri? WebUrl
    {
        get => field ??= address is null ? null : new(address);
        init => (field, address) = (value, null);
    } = WebUrl;
}
