using System.Globalization;
using SpLg.Core.Schema;

namespace SpLg.Running;

/// <summary>The people a site knows: a person column holds the id of a row in the site's own hidden list.</summary>
internal static class SitePeople
{
    /// <summary>Columns of that list, which our template does not declare.</summary>
    private static readonly ListSchema Users = new(
        "User Information List", "_catalogs/users", IsLibrary: false, Versioning: false, MinorVersions: false,
        [Column("Title"), Column("EMail")], []);

    /// <summary>Ids by name and by e-mail address, whatever the case; none when this application may not see the list.</summary>
    public static async Task<ILookup<string, int>> IdsAsync(OpenSite site, CancellationToken cancellationToken)
    {
        var found = new List<(string Text, int Id)>();
        if (await site.Reader.UserListAsync(cancellationToken) is { } header)
        {
            await foreach (var row in site.Reader.RowsAsync(header, Users, cancellationToken))
            {
                var id = int.Parse(row.Id, CultureInfo.InvariantCulture);
                foreach (var name in Users.Columns.Select(c => c.Name).Where(row.Fields.ContainsKey))
                    found.Add((row.Fields[name].ToString(), id));
            }
        }
        return found.ToLookup(p => p.Text, p => p.Id, StringComparer.OrdinalIgnoreCase);
    }

    private static ColumnSchema Column(string name) =>
        new(Guid.Empty, name, name, ColumnKind.Text, Required: false, Indexed: false, [], Default: null, LookupList: null, EnforceUnique: false, Description: null);
}
