namespace SpLg.LocalSite.Html;

/// <summary>A column's value as people read it: Swedish dates and numbers, ja and nej, names for ids.</summary>
internal sealed class CellDisplay(Site site, ListRecord list, Access access)
{
    private readonly SiteState state = site.Store.State;

    /// <summary>The heading of a column of a view; null when the list has no such column.</summary>
    public string? Heading(string name) =>
        list.TryColumn(name is "LinkTitle" or "LinkTitleNoMenu" ? "Title" : name)?.DisplayName;

    /// <summary>The value as HTML, encoded; empty when the column is.</summary>
    public string Html(ItemRecord item, string name)
    {
        var column = list.TryColumn(name);
        if (name is "Created" or "Modified" || column?.Facet == "dateTime")
            return Text(item, name) is { Length: > 0 } time
                ? $"<time datetime=\"{time.Replace(' ', 'T')}\">{time}</time>"
                : "";
        if (column is { IsRichText: true } && item.Text(column.Name) is { } html)
            return SafeHtml.Clean(html);
        var text = Text(item, name);
        // Addresses are text columns, which SharePoint shows as links by column formatting.
        if (
            column?.Facet == "text"
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        )
            return Page.Link(address.AbsoluteUri, Uri.UnescapeDataString(text));
        return Page.Lines(text);
    }

    public string Text(ItemRecord item, string name) =>
        name switch
        {
            "ID" => item.Id.ToString(),
            "LinkTitle" or "LinkTitleNoMenu" or "Title" => item.Text("Title") ?? "",
            "LinkFilename" or "LinkFilenameNoMenu" or "FileLeafRef" => item.Name ?? "",
            "ContentType" => item.ContentType,
            "Created" => Time(item.Created),
            "Modified" => Time(item.Modified),
            "Author" => Name(item.CreatedBy.PersonId),
            "Editor" => Name(item.ModifiedBy.PersonId),
            "CheckoutUser" => item.CheckedOutBy is { } holder ? Name(holder.PersonId) : "",
            "_CheckinComment" => item.CheckInComment ?? "",
            "_UIVersionString" => item.Version,
            "FileSizeDisplay" => item.Content is { } content ? Swedish.Size(content.Size) : "",
            "DocIcon" => item.IsFolder ? "Mapp" : System.IO.Path.GetExtension(item.Name ?? "").TrimStart('.'),
            _ => list.TryColumn(name) is { } column && item.Fields.TryGetValue(column.Name, out var value)
                ? Value(column, value)
                : "",
        };

    public string Name(int person) =>
        Identities.Person(state, list.SiteId, person)?.Text("Title") ?? $"person {person}";

    /// <summary>Day and time in the site's time zone.</summary>
    public string Time(DateTimeOffset time) => Time(site, time);

    public static string Time(Site site, DateTimeOffset time) =>
        TimeZoneInfo
            .ConvertTime(time, site.Options.TimeZone)
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Value(ColumnRecord column, JsonElement value) =>
        column.Facet switch
        {
            "boolean" => value.GetBoolean() ? "Ja" : "Nej",
            "number" or "currency" => value
                .GetDecimal()
                .ToString("0.#####", CultureInfo.InvariantCulture)
                .Replace('.', ','),
            "dateTime" when column.IsDateOnly => Time(
                DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture)
            )[..10],
            "dateTime" => Time(DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "lookup" or "personOrGroup" when column.IsMultiLookup => string.Join(
                "; ",
                value.EnumerateArray().Select(v => Shown(column, v.GetInt32()))
            ),
            "lookup" or "personOrGroup" => Shown(column, value.GetInt32()),
            _ when value.ValueKind == JsonValueKind.Array => string.Join(
                "; ",
                value.EnumerateArray().Select(v => v.ToString())
            ),
            _ => value.ToString(),
        };

    private string Shown(ColumnRecord column, int id) =>
        FieldJson.LookupText(state, access, list, column, id) ?? $"rad {id}";
}
