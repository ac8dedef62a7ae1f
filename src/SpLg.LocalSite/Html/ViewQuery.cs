using System.Xml.Linq;

namespace SpLg.LocalSite.Html;

/// <summary>
/// The rows of a view in its order: the conditions and sort order of its CAML query. A condition that is not understood
/// makes <see cref="IsWhole"/> false, so that the page can say that all rows are shown.
/// </summary>
internal sealed class ViewQuery
{
    private readonly ListRecord list;
    private readonly CellDisplay display;
    private readonly DateTimeOffset today;
    private readonly XElement? where;
    private readonly IReadOnlyList<(string Name, bool Descending)> order;

    public ViewQuery(ListRecord list, ViewRecord view, CellDisplay display, DateTimeOffset today)
    {
        this.list = list;
        this.display = display;
        this.today = today;
        var query = view.Caml.Length == 0 ? null : XElement.Parse(view.Caml);
        where = query?.Element("Where")?.Elements().FirstOrDefault();
        order =
        [
            .. (
                query
                    ?.Elements()
                    .Where(e => e.Name.LocalName is "GroupBy" or "OrderBy")
                    .SelectMany(e => e.Elements("FieldRef"))
                ?? []
            ).Select(f =>
                (
                    (string?)f.Attribute("Name") ?? "",
                    string.Equals((string?)f.Attribute("Ascending"), "FALSE", StringComparison.OrdinalIgnoreCase)
                )
            ),
        ];
        IsWhole = where is null || Understood(where);
    }

    /// <summary>True when every condition of the view could be applied.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<ItemRecord> Rows(IEnumerable<ItemRecord> items)
    {
        var rows = where is null || !IsWhole ? items : items.Where(i => Holds(where, i));
        var sorted = rows.OrderBy(_ => 0);
        foreach (var (name, descending) in order)
            sorted = descending ? sorted.ThenByDescending(i => Key(i, name)) : sorted.ThenBy(i => Key(i, name));
        return [.. sorted.ThenBy(i => i.Id)];
    }

    private static bool Understood(XElement condition) =>
        condition.Name.LocalName switch
        {
            "And" or "Or" => condition.Elements().All(Understood),
            "IsNull" or "IsNotNull" => condition.Element("FieldRef") is not null,
            "In" => condition.Element("FieldRef") is not null
                && condition.Element("Values") is { } values
                && values.Elements().All(v => !v.HasElements),
            "Eq" or "Neq" or "Lt" or "Leq" or "Gt" or "Geq" or "BeginsWith" or "Contains" => condition.Element(
                "FieldRef"
            )
                is not null
                && condition.Element("Value") is { } value
                && value.Elements().All(e => e.Name.LocalName == "Today"),
            _ => false,
        };

    private bool Holds(XElement condition, ItemRecord item)
    {
        var parts = condition.Elements().ToList();
        switch (condition.Name.LocalName)
        {
            case "And":
                return parts.TrueForAll(p => Holds(p, item));
            case "Or":
                return parts.Exists(p => Holds(p, item));
            case var name:
                var column = (string)condition.Element("FieldRef")!.Attribute("Name")!;
                var key = Key(item, column);
                if (name is "IsNull" or "IsNotNull")
                    return string.IsNullOrEmpty(display.Text(item, column)) == (name == "IsNull");
                if (name == "In")
                    return Several(item, column)
                        .Intersect(condition.Element("Values")!.Elements().Select(v => Wanted(v, column)))
                        .Any();
                var wanted = Wanted(condition.Element("Value")!, column);
                return name switch
                {
                    "Eq" => Several(item, column).Contains(wanted),
                    "Neq" => !Several(item, column).Contains(wanted),
                    "BeginsWith" => $"{key}".StartsWith($"{wanted}", StringComparison.OrdinalIgnoreCase),
                    "Contains" => $"{key}".Contains($"{wanted}", StringComparison.OrdinalIgnoreCase),
                    _ when key is null || wanted is null || key.GetType() != wanted.GetType() => false,
                    "Lt" => key.CompareTo(wanted) < 0,
                    "Leq" => key.CompareTo(wanted) <= 0,
                    "Gt" => key.CompareTo(wanted) > 0,
                    _ => key.CompareTo(wanted) >= 0,
                };
        }
    }

    private List<IComparable?> Several(ItemRecord item, string name) =>
        item.Fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.ToString())]
            : [Key(item, name)];

    private IComparable? Wanted(XElement value, string column)
    {
        var days = value.Element("Today") is { } now ? (int?)now.Attribute("OffsetDays") ?? 0 : (int?)null;
        var text = days is { } offset
            ? today.AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value.Value.Trim();
        return list.TryColumn(column)?.Facet switch
        {
            "number" or "currency" => decimal.TryParse(
                text,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            "boolean" => text is "1" or "TRUE" or "true" ? "Ja" : "Nej",
            _ => text.Length > 10 && text[10] == 'T' ? text[..10] : text,
        };
    }

    private IComparable? Key(ItemRecord item, string name)
    {
        if (name == "ID")
            return item.Id;
        var isNumber = list.TryColumn(name)?.Facet is "number" or "currency";
        if (isNumber)
            return item.Fields.TryGetValue(name, out var value) ? value.GetDecimal() : null;
        return display.Text(item, name) is { Length: > 0 } text ? text : null;
    }
}
