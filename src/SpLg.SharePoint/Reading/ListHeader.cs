using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Reading;

/// <summary>A list or library of the site.</summary>
/// <param name="Title">The title staff see; they may change it.</param>
/// <param name="Name">The last segment of the address; never changes.</param>
public sealed record ListHeader(string Id, string Title, string Name, Uri WebUrl, bool IsLibrary, bool Hidden)
{
    internal static ListHeader Of(List list)
    {
        var id = Expected.Id(list.Id, "the list");
        return new(
            id,
            list.DisplayName ?? list.Name ?? id,
            list.Name ?? "",
            Expected.Web(list.WebUrl, "webUrl") ?? throw new JsonException($"The list '{id}' has no webUrl."),
            list.ListProp?.Template is "documentLibrary",
            list.ListProp?.Hidden is true
        );
    }

    /// <summary>
    /// True when this is the list the template declares: by its address, or by its title where the address is another.
    /// </summary>
    public bool Is(ListSchema schema) =>
        string.Equals(Name, schema.Name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Title, schema.Title, StringComparison.OrdinalIgnoreCase);
}
