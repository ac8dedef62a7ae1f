using System.Runtime.CompilerServices;
using Microsoft.Graph.Sites.Item;
using Microsoft.Graph.Sites.Item.Lists.Item;

namespace SpLg.SharePoint.Reading;

/// <summary>Reads the lists of a site, their columns and their rows.</summary>
public sealed class ListReader(GraphClient graph, Site site)
{
    private SiteItemRequestBuilder Api => graph.Api.Sites[site.Id];

    /// <summary>All lists and libraries but SharePoint's own system lists, which Graph leaves out.</summary>
    public Task<IReadOnlyList<ListHeader>> ListsAsync(CancellationToken cancellationToken) =>
        ListsAsync(null, cancellationToken);

    /// <summary>
    /// The site's hidden list of people, whose row ids person columns hold; null when this application may not see it.
    /// It is a system list, which Graph tells of only when <c>system</c> is selected, and its title is in the site's
    /// language.
    /// https://learn.microsoft.com/graph/api/list-list
    /// </summary>
    public async Task<ListHeader?> UserListAsync(CancellationToken cancellationToken)
    {
        var lists = await ListsAsync(["id", "name", "displayName", "webUrl", "list", "system"], cancellationToken);
        return lists.FirstOrDefault(list => string.Equals(list.Name, "users", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Who has rights to the list. Graph's metadata of v1.0 has this address and its documentation that of the beta
    /// version, for applications' grants: that people's and groups' stand beside them is believed.
    /// https://learn.microsoft.com/graph/api/list-list-permissions
    /// </summary>
    public Task<IReadOnlyList<LibraryGrant>> GrantsAsync(ListHeader list, CancellationToken cancellationToken)
    {
        var permissions = Of(list).Permissions;
        return graph.GrantsAsync(
            (link, call, token) => (link is null ? permissions : permissions.WithUrl(link)).GetAsync(call.On, token),
            cancellationToken
        );
    }

    /// <summary>
    /// The grants that applications have on the site. https://learn.microsoft.com/graph/api/site-list-permissions
    /// </summary>
    public Task<IReadOnlyList<LibraryGrant>> SiteGrantsAsync(CancellationToken cancellationToken)
    {
        var permissions = Api.Permissions;
        return graph.GrantsAsync(
            (link, call, token) => (link is null ? permissions : permissions.WithUrl(link)).GetAsync(call.On, token),
            cancellationToken
        );
    }

    /// <summary>All columns, SharePoint's built-in ones included.</summary>
    public async Task<IReadOnlyList<ColumnHeader>> ColumnsAsync(ListHeader list, CancellationToken cancellationToken)
    {
        var columns = Of(list).Columns;
        // A column is known by its internal name, of which a list has only one.
        return (
            await graph.AllAsync(
                (link, call, token) => (link is null ? columns : columns.WithUrl(link)).GetAsync(call.On, token),
                page => page.Value,
                ColumnHeader.Of,
                column => column.Name,
                cancellationToken
            )
        ).Elements;
    }

    /// <summary>
    /// All rows in order of id, as <see cref="AllRowsAsync"/> reads them; none comes before all have.
    /// </summary>
    public async IAsyncEnumerable<ListRow> RowsAsync(
        ListHeader list,
        ListSchema schema,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var row in (await AllRowsAsync(list, schema, cancellationToken)).Elements)
            yield return row;
    }

    /// <summary>
    /// All rows with the template's columns, each id once. A person or lookup comes as <c>{Name}LookupId</c> and, as
    /// text, <c>{Name}</c>.
    /// </summary>
    public Task<Collected<ListRow>> AllRowsAsync(
        ListHeader list,
        ListSchema schema,
        CancellationToken cancellationToken
    ) => graph.AllAsync(Pages(list, FieldSelection.Expand(schema)), row => row.Id, cancellationToken);

    /// <summary>
    /// All rows as <see cref="AllRowsAsync"/> reads them, handed on page by page: one that comes again comes again, and
    /// what is handed on last of an id counts.
    /// </summary>
    public async IAsyncEnumerable<ListRow> RowsAsTheyComeAsync(
        ListHeader list,
        ListSchema schema,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var walk = new PageWalk(graph);
        var reader = Pages(list, FieldSelection.Expand(schema));
        var seen = new HashSet<int>();
        while (!walk.IsOver)
        {
            var before = seen.Count;
            var page = await walk.NextAsync(reader, cancellationToken);
            foreach (var row in page.Elements)
            {
                seen.Add(int.Parse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture));
                yield return row;
            }
            walk.GoOn(page.NextLink, seen.Count - before);
        }
    }

    /// <summary>One row with the template's columns.</summary>
    /// <exception cref="NotFoundException">The row has been deleted.</exception>
    public Task<ListRow> RowAsync(ListHeader list, ListSchema schema, string id, CancellationToken cancellationToken)
    {
        var expand = FieldSelection.Expand(schema);
        return graph.ReadAsync(
            () => Of(list).Items[id].ToGetRequestInformation(request => request.QueryParameters.Expand = expand),
            new RowAnswerReader<ListRow>(row => row.ToRow()).One,
            cancellationToken
        );
    }

    /// <summary>
    /// The versions of the row, newest first. https://learn.microsoft.com/graph/api/listitem-list-versions
    /// </summary>
    /// <remarks>Their order is not documented, so they are put in it by their numbers.</remarks>
    public async Task<IReadOnlyList<ItemVersion>> VersionsAsync(
        ListHeader list,
        ListSchema schema,
        string id,
        CancellationToken cancellationToken
    )
    {
        var expand = FieldSelection.Expand(schema);
        var address = Of(list).Items[id].Versions;
        var pages = graph.Pages(
            link =>
                link is null
                    ? address.ToGetRequestInformation(request => request.QueryParameters.Expand = expand)
                    : address.WithUrl(link).ToGetRequestInformation(),
            new RowAnswerReader<ItemVersion>(version => version.ToVersion())
        );
        var versions = await graph.AllAsync(pages, version => version.Label, cancellationToken);
        return
        [
            .. versions.Elements.OrderByDescending(v =>
                Version.TryParse(v.Label, out var number) ? number : throw NoNumber(v.Label)
            ),
        ];

        GraphException NoNumber(string label) =>
            GraphFault.Odd(
                address.ToGetRequestInformation().URI,
                $"a version of the row is called '{Expected.Short(label)}', which is no version number"
            );
    }

    /// <summary>
    /// Everybody in the site's list of people by the id that person columns hold; null when this application may not
    /// see the list.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, Person>?> PeopleAsync(CancellationToken cancellationToken)
    {
        if (await UserListAsync(cancellationToken) is not { } list)
            return null;
        var people = new Dictionary<int, Person>();
        var rows = await graph.AllAsync(
            Pages(list, FieldSelection.Expand(["Title", "EMail"])),
            row => row.Id,
            cancellationToken
        );
        foreach (var row in rows.Elements)
        {
            var id = int.Parse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture);
            people[id] = new(id, Text(row, "Title") ?? row.Id, Text(row, "EMail"));
        }
        return people;
    }

    private Func<string?, GraphCall, CancellationToken, Task<PageOf<ListRow>>> Pages(ListHeader list, string[] expand)
    {
        var items = Of(list).Items;
        var addresses = new RowAddresses();
        return graph.Pages(
            link =>
                link is not null
                    ? items.WithUrl(link).ToGetRequestInformation()
                    : items.ToGetRequestInformation(request =>
                    {
                        request.QueryParameters.Expand = expand;
                        request.QueryParameters.Top = FieldSelection.PageSize;
                    }),
            new RowAnswerReader<ListRow>(row => row.ToRow(addresses))
        );
    }

    private async Task<IReadOnlyList<ListHeader>> ListsAsync(string[]? select, CancellationToken cancellationToken)
    {
        var lists = Api.Lists;
        return (
            await graph.AllAsync(
                (link, call, token) =>
                    link is null
                        ? lists.GetAsync(
                            request =>
                            {
                                call.On(request);
                                request.QueryParameters.Select = select;
                            },
                            token
                        )
                        : lists.WithUrl(link).GetAsync(call.On, token),
                page => page.Value,
                ListHeader.Of,
                list => list.Id,
                cancellationToken
            )
        ).Elements;
    }

    // The list is named by its id, which neither a new title nor a move changes.
    private ListItemRequestBuilder Of(ListHeader list) => Api.Lists[list.Id];

    private static string? Text(ListRow row, string cell) =>
        row.Fields.TryGetValue(cell, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
