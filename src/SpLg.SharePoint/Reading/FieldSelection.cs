namespace SpLg.SharePoint.Reading;

/// <summary>Which cells of a row are asked for.</summary>
internal static class FieldSelection
{
    /// <summary>
    /// Up to 5,000 are given; with some twenty columns a page of 2,000 is a few megabytes, and is soon asked for again
    /// when it fails.
    /// </summary>
    public const int PageSize = 2000;

    // https://learn.microsoft.com/graph/api/resources/fieldvalueset: more of them and SharePoint refuses the query.
    private const int MostLookups = 12;

    /// <summary>
    /// The query option <c>$expand</c> that selects the template's columns. A person or lookup is asked for twice: its
    /// id is always sent, its text only when selected by name. https://learn.microsoft.com/graph/api/listitem-list
    /// </summary>
    /// <exception cref="ArgumentException">The template declares more person and lookup columns than one query may
    /// read.</exception>
    public static string[] Expand(ListSchema schema)
    {
        var lookups = schema.Columns.Count(IsLookup);
        if (lookups > MostLookups)
        {
            throw new ArgumentException(
                $"List '{schema.Title}' has {lookups} person and lookup columns; SharePoint reads at most {MostLookups} in one query.",
                nameof(schema)
            );
        }
        return Expand(schema.Columns.SelectMany(c => IsLookup(c) ? new[] { c.Name, c.Name + "LookupId" } : [c.Name]));
    }

    public static string[] Expand(IEnumerable<string> names) => [$"fields($select={string.Join(',', names)})"];

    private static bool IsLookup(ColumnSchema column) => column.Kind is ColumnKind.Person or ColumnKind.Lookup;
}
