namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>$filter</c> and <c>$orderby</c> over items. A column that is not indexed is refused even in a tiny list, unless
/// the request carries the Prefer header; and one column at a time, as documented for listing items.
/// https://learn.microsoft.com/graph/api/listitem-list
/// </summary>
internal sealed class ItemQuery(GraphCall call, ListRecord list)
{
    private readonly bool allowsUnindexed =
        call.Prefer?.Contains("HonorNonIndexedQueriesWarningMayFailRandomly", StringComparison.OrdinalIgnoreCase)
        == true;

    public IReadOnlyList<ItemRecord> Rows()
    {
        IEnumerable<ItemRecord> rows = call.Access.Items(list);
        if (call.Trick is { Kind: FaultKind.HideFreshItems } hide)
            rows = rows.Where(i => i.Modified <= call.Now - (hide.Delay ?? TimeSpan.Zero));
        if (call.Query.Filter is { } text)
        {
            var filter = Filter.Parse(text);
            foreach (var property in filter.Properties)
                Check(property);
            var columns = filter.Properties.Where(IsField).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            if (columns > 1 && !allowsUnindexed)
                throw GraphError.Invalid("Only one field can be referenced in filter at a time.");
            rows = rows.Where(row => filter.Matches(property => Value(row, property)));
        }
        if (call.Query.OrderBy is { } order)
            rows = Ordered(rows, order);
        return [.. rows];
    }

    private IEnumerable<ItemRecord> Ordered(IEnumerable<ItemRecord> rows, string order)
    {
        if (
            order.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var property, .. var direction]
            || direction.Length > 1
            || order.Contains(',')
        )
            throw GraphError.Invalid($"Invalid value '{order}' for the query option '$orderby'.");
        Check(property);
        var comparer = Comparer<object?>.Create(
            (a, b) =>
                (a, b) switch
                {
                    (null, null) => 0,
                    (null, _) => -1,
                    (_, null) => 1,
                    (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
                    (IComparable left, _) => left.CompareTo(b),
                    _ => 0,
                }
        );
        return direction is ["desc"]
            ? rows.OrderByDescending(r => Value(r, property), comparer).ThenBy(r => r.Id)
            : rows.OrderBy(r => Value(r, property), comparer).ThenBy(r => r.Id);
    }

    private static bool IsField(string property) => property.StartsWith("fields/", StringComparison.OrdinalIgnoreCase);

    private void Check(string property)
    {
        if (!IsField(property))
        {
            if (
                property.ToLowerInvariant()
                is not ("id" or "createddatetime" or "lastmodifieddatetime" or "contenttype/name" or "weburl")
            )
                throw GraphError.Invalid($"Could not find a property named '{property}' on type 'oneDrive.listItem'.");
            return;
        }
        var name = property[7..];
        var column =
            Column(name)
            ?? (
                name.Equals("id", StringComparison.OrdinalIgnoreCase)
                    ? null
                    : throw GraphError.Invalid($"Field '{name}' is not recognized")
            );
        if (column is { Indexed: false, Name: not "ID" } && !allowsUnindexed)
        {
            throw GraphError.Invalid(
                $"Field '{name}' cannot be referenced in filter or orderby as it is not indexed. Provide the "
                    + "'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that "
                    + "such queries may fail on large lists."
            );
        }
    }

    private ColumnRecord? Column(string name) =>
        list.TryColumn(name)
        ?? (name.EndsWith("LookupId", StringComparison.OrdinalIgnoreCase) ? list.TryColumn(name[..^8]) : null);

    private object? Value(ItemRecord row, string property) =>
        property.ToLowerInvariant() switch
        {
            "id" or "fields/id" => (decimal)row.Id,
            "createddatetime" or "fields/created" => row.Created,
            "lastmodifieddatetime" or "fields/modified" => row.Modified,
            "contenttype/name" or "fields/contenttype" => row.ContentType,
            "weburl" => ItemJson.WebUrl(call.Site, list, row),
            "fields/authorlookupid" => (decimal)row.CreatedBy.PersonId,
            "fields/editorlookupid" => (decimal)row.ModifiedBy.PersonId,
            "fields/fileleafref" => row.Name,
            _ => FieldValue(row, property[7..]),
        };

    private object? FieldValue(ItemRecord row, string name)
    {
        var column = Column(name)!;
        if (!row.Fields.TryGetValue(column.Name, out var value))
            return null;
        if (column.IsLookup && !column.IsMultiLookup && list.TryColumn(name) is not null)
            return FieldJson.LookupText(call, list, column, value.GetInt32());
        return value.ValueKind switch
        {
            JsonValueKind.String when column.Facet == "dateTime" => DateTimeOffset.Parse(
                value.GetString()!,
                CultureInfo.InvariantCulture
            ),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            _ => value.EnumerateArray().Select(v => v.ToString()).ToList(),
        };
    }
}
