using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads the lists of a site, their columns and their rows.</summary>
public sealed class ListReader(GraphClient graph, Site site)
{
    /// <summary>All lists and libraries but SharePoint's own system lists, which Graph leaves out.</summary>
    public async Task<IReadOnlyList<ListHeader>> ListsAsync(CancellationToken cancellationToken)
    {
        var address = graph.Address($"sites/{site.Id}/lists");
        return (await graph.AllAsync(address, GraphJson.Default.PageListAnswer, a => a.ToHeader(), list => list.Id, cancellationToken)).Elements;
    }

    /// <summary>
    /// The site's hidden list of people, whose row ids person columns hold; null when this application may not see it. It is
    /// a system list, which Graph tells of only when <c>system</c> is selected, and its title is in the site's language.
    /// https://learn.microsoft.com/graph/api/list-list
    /// </summary>
    public async Task<ListHeader?> UserListAsync(CancellationToken cancellationToken)
    {
        var address = graph.Address($"sites/{site.Id}/lists?$select=id,name,displayName,webUrl,list,system");
        var lists = await graph.AllAsync(address, GraphJson.Default.PageListAnswer, a => a.ToHeader(), list => list.Id, cancellationToken);
        return lists.Elements.FirstOrDefault(list => string.Equals(list.Name, "users", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Who has rights to the list. Graph's metadata of v1.0 has this address and its documentation that of the beta version, for applications'
    /// grants: that people's and groups' stand beside them is believed. https://learn.microsoft.com/graph/api/list-list-permissions
    /// </summary>
    public Task<IReadOnlyList<LibraryGrant>> GrantsAsync(ListHeader list, CancellationToken cancellationToken) =>
        PermissionAnswer.GrantsAsync(graph, graph.Address($"sites/{site.Id}/lists/{list.Id}/permissions"), cancellationToken);

    /// <summary>The grants that applications have on the site. https://learn.microsoft.com/graph/api/site-list-permissions</summary>
    public Task<IReadOnlyList<LibraryGrant>> SiteGrantsAsync(CancellationToken cancellationToken) =>
        PermissionAnswer.GrantsAsync(graph, graph.Address($"sites/{site.Id}/permissions"), cancellationToken);

    /// <summary>All columns, SharePoint's built-in ones included.</summary>
    public async Task<IReadOnlyList<ColumnHeader>> ColumnsAsync(ListHeader list, CancellationToken cancellationToken)
    {
        // A column is known by its internal name, of which a list has only one.
        var address = graph.ListAddress(site, list, "columns");
        return (await graph.AllAsync(address, GraphJson.Default.PageColumnAnswer, a => a.ToHeader(), c => c.Name, cancellationToken)).Elements;
    }

    /// <summary>All rows in order of id, as <see cref="AllRowsAsync"/> reads them; none comes before all have.</summary>
    public async IAsyncEnumerable<ListRow> RowsAsync(
        ListHeader list, ListSchema schema, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in (await AllRowsAsync(list, schema, cancellationToken)).Elements)
            yield return row;
    }

    /// <summary>
    /// All rows with the template's columns, each id once. A person or lookup comes as <c>{Name}LookupId</c> and, as text, <c>{Name}</c>.
    /// </summary>
    public Task<Collected<ListRow>> AllRowsAsync(ListHeader list, ListSchema schema, CancellationToken cancellationToken) =>
        graph.AllAsync(
            graph.ListAddress(site, list, $"items?{FieldSelection.Expand(schema)}&$top={FieldSelection.PageSize}"),
            GraphJson.Default.PageItemAnswer,
            item => item.ToRow(),
            row => row.Id,
            cancellationToken);

    /// <summary>One row with the template's columns.</summary>
    /// <exception cref="NotFoundException">The row has been deleted.</exception>
    public Task<ListRow> RowAsync(ListHeader list, ListSchema schema, string id, CancellationToken cancellationToken) =>
        graph.SendAsync(
            new(HttpMethod.Get, graph.ListAddress(site, list, $"items/{Uri.EscapeDataString(id)}?{FieldSelection.Expand(schema)}")),
            GraphJson.Default.ItemAnswer,
            answer => answer.ToRow(),
            cancellationToken);

    /// <summary>What the row has been, newest first. https://learn.microsoft.com/graph/api/listitem-list-versions</summary>
    /// <remarks>Their order is not documented, so they are put in it by their numbers.</remarks>
    public async Task<IReadOnlyList<ItemVersion>> VersionsAsync(ListHeader list, ListSchema schema, string id, CancellationToken cancellationToken)
    {
        var address = graph.ListAddress(site, list, $"items/{Uri.EscapeDataString(id)}/versions?{FieldSelection.Expand(schema)}");
        var versions = await graph.AllAsync(
            address, GraphJson.Default.PageVersionAnswer, a => a.ToVersion(), version => version.Label, cancellationToken);
        return [.. versions.Elements.OrderByDescending(v => Version.TryParse(v.Label, out var number) ? number : throw NoNumber(address, v.Label))];
    }

    /// <summary>Everybody in the site's list of people by the id that person columns hold; null when this application may not see the list.</summary>
    public async Task<IReadOnlyDictionary<int, Person>?> PeopleAsync(CancellationToken cancellationToken)
    {
        if (await UserListAsync(cancellationToken) is not { } list)
            return null;
        var people = new Dictionary<int, Person>();
        var address = graph.ListAddress(site, list, $"items?$expand=fields($select=Title,EMail)&$top={FieldSelection.PageSize}");
        var rows = await graph.AllAsync(address, GraphJson.Default.PageItemAnswer, a => a.ToRow(), row => row.Id, cancellationToken);
        foreach (var row in rows.Elements)
        {
            var id = int.Parse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture);
            people[id] = new(id, Text(row, "Title") ?? row.Id, Text(row, "EMail"));
        }
        return people;
    }

    private static string? Text(ListRow row, string cell) =>
        row.Fields.TryGetValue(cell, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static GraphException NoNumber(Uri address, string label) =>
        GraphFault.Odd(address, $"a version of the row is called '{Expected.Short(label)}', which is no version number");
}
