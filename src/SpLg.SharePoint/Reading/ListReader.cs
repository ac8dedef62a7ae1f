using System.Globalization;
using System.Net;
using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.Core.Schema;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads the lists of a site, their columns and their rows.</summary>
public sealed class ListReader(GraphClient graph, Site site)
{
    /// <summary>All lists and libraries but SharePoint's own system lists, which Graph leaves out.</summary>
    public async Task<IReadOnlyList<ListHeader>> ListsAsync(CancellationToken cancellationToken)
    {
        var lists = new List<ListHeader>();
        await foreach (var list in graph.AllAsync(graph.Address($"sites/{site.Id}/lists"), GraphJson.Default.PageListAnswer, a => a.ToHeader(), cancellationToken))
            lists.Add(list);
        return lists;
    }

    /// <summary>
    /// The site's hidden list of people, whose row ids person columns hold; null when this application may not see it. It is
    /// a system list, which Graph tells of only when <c>system</c> is selected, and its title is in the site's language.
    /// https://learn.microsoft.com/graph/api/list-list
    /// </summary>
    public async Task<ListHeader?> UserListAsync(CancellationToken cancellationToken)
    {
        var address = graph.Address($"sites/{site.Id}/lists?$select=id,name,displayName,webUrl,list,system");
        await foreach (var list in graph.AllAsync(address, GraphJson.Default.PageListAnswer, a => a.ToHeader(), cancellationToken))
        {
            if (string.Equals(list.Name, "users", StringComparison.OrdinalIgnoreCase))
                return list;
        }
        return null;
    }

    /// <summary>All columns, SharePoint's built-in ones included.</summary>
    public async Task<IReadOnlyList<ColumnHeader>> ColumnsAsync(ListHeader list, CancellationToken cancellationToken)
    {
        var columns = new List<ColumnHeader>();
        await foreach (var column in graph.AllAsync(graph.ListAddress(site, list, "columns"), GraphJson.Default.PageColumnAnswer, a => a.ToHeader(), cancellationToken))
            columns.Add(column);
        return columns;
    }

    /// <summary>All rows in order of id, with the template's columns. A person or lookup comes as <c>{Name}LookupId</c> and, as text, <c>{Name}</c>.</summary>
    public IAsyncEnumerable<ListRow> RowsAsync(ListHeader list, ListSchema schema, CancellationToken cancellationToken) =>
        graph.AllAsync(
            graph.ListAddress(site, list, $"items?{FieldSelection.Expand(schema)}&$top={FieldSelection.PageSize}"),
            GraphJson.Default.PageItemAnswer,
            item => item.ToRow(),
            cancellationToken);

    /// <summary>One row with the template's columns.</summary>
    /// <exception cref="NotFoundException">The row has been deleted.</exception>
    public Task<ListRow> RowAsync(ListHeader list, ListSchema schema, string id, CancellationToken cancellationToken) =>
        graph.SendAsync(
            new(HttpMethod.Get, graph.ListAddress(site, list, $"items/{Uri.EscapeDataString(id)}?{FieldSelection.Expand(schema)}")),
            async (response, token) => (await GraphClient.ReadAsync(response, GraphJson.Default.ItemAnswer, token)).ToRow(),
            cancellationToken);

    /// <summary>What the row has been, newest first. https://learn.microsoft.com/graph/api/listitem-list-versions</summary>
    /// <remarks>Their order is not documented, so they are put in it by their numbers.</remarks>
    public async Task<IReadOnlyList<ItemVersion>> VersionsAsync(ListHeader list, ListSchema schema, string id, CancellationToken cancellationToken)
    {
        var address = graph.ListAddress(site, list, $"items/{Uri.EscapeDataString(id)}/versions?{FieldSelection.Expand(schema)}");
        var versions = new List<ItemVersion>();
        await foreach (var version in graph.AllAsync(address, GraphJson.Default.PageVersionAnswer, a => a.ToVersion(), cancellationToken))
            versions.Add(version);
        return [.. versions.OrderByDescending(v => Version.TryParse(v.Label, out var number) ? number : throw NoNumber(address, v.Label))];
    }

    /// <summary>Everybody in the site's list of people by the id that person columns hold; null when this application may not see the list.</summary>
    public async Task<IReadOnlyDictionary<int, Person>?> PeopleAsync(CancellationToken cancellationToken)
    {
        if (await UserListAsync(cancellationToken) is not { } list)
            return null;
        var people = new Dictionary<int, Person>();
        var address = graph.ListAddress(site, list, $"items?$expand=fields($select=Title,EMail)&$top={FieldSelection.PageSize}");
        await foreach (var row in graph.AllAsync(address, GraphJson.Default.PageItemAnswer, a => a.ToRow(), cancellationToken))
        {
            if (int.TryParse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                people[id] = new(id, Text(row, "Title") ?? row.Id, Text(row, "EMail"));
        }
        return people;
    }

    private static string? Text(ListRow row, string cell) =>
        row.Fields.TryGetValue(cell, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static GraphException NoNumber(Uri address, string label) =>
        new(new(HttpMethod.Get, SafeUrl.Of(address), HttpStatusCode.OK, null, null, null), $"A version of the row is called '{label}', which is no version number.");
}
