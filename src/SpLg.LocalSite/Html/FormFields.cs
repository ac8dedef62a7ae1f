namespace SpLg.LocalSite.Html;

/// <summary>
/// The columns of a list as the fields of a form, and what was filled in as the <c>fields</c> of a Graph request: only
/// what was changed. Formatted text and columns of several persons or rows are left to SharePoint.
/// </summary>
internal sealed class FormFields(Site site, ListRecord list, Access access)
{
    /// <summary>More rows than this make a choice nobody can use.</summary>
    private const int MostChoices = 500;

    private static readonly string[] DayAndTime = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private readonly SiteState state = site.Store.State;

    private IEnumerable<ColumnRecord> Columns =>
        list.Columns.Where(c =>
            (!c.BuiltIn || (c.Name == "Title" && !list.IsLibrary))
            && c is { Hidden: false, ReadOnly: false, InForms: true, IsRichText: false, IsMultiLookup: false }
            && c.Facet
                is "text"
                    or "choice"
                    or "number"
                    or "currency"
                    or "boolean"
                    or "dateTime"
                    or "lookup"
                    or "personOrGroup"
        );

    public static string Option(string value, string text, bool isChosen) =>
        $"<option value=\"{Page.Text(value)}\"{(isChosen ? " selected" : "")}>{Page.Text(text)}</option>";

    /// <param name="item">Null for a new row.</param>
    /// <param name="posted">What was filled in before, to be shown again; null for what the item holds.</param>
    public string Html(ItemRecord? item, IFormCollection? posted) =>
        string.Concat(
            Columns.Select(c =>
            {
                var values = posted is null ? Values(item, c) : [.. posted[c.Name].OfType<string>()];
                var hint =
                    c.Description.Length > 0
                        ? $"<span class=\"hint\" id=\"{c.Name}-hint\">{Page.Text(c.Description)}</span>"
                        : "";
                var aids =
                    (hint.Length > 0 ? $" aria-describedby=\"{c.Name}-hint\"" : "") + (c.Required ? " required" : "");
                var label = $"{Page.Text(c.DisplayName)}{(c.Required ? " (måste fyllas i)" : "")}";
                if (c.IsMultiChoice)
                    return $"<fieldset><legend>{label}</legend>{hint}"
                        + $"{string.Concat(c.Choices.Select((text, i) => Box(c, $"{c.Name}-{i}", text, text, values.Contains(text))))}"
                        + "</fieldset>\n";
                return c.Facet == "boolean"
                    ? $"<p>{Box(c, c.Name, "1", c.DisplayName, values is ["1"])}{hint}</p>\n"
                    : $"<p><label for=\"{c.Name}\">{label}</label>{hint}"
                        + $"{Input(c, values.FirstOrDefault() ?? "", Values(item, c).FirstOrDefault(), aids)}</p>\n";
            })
        );

    /// <summary>The values that differ from the item, as Graph takes them.</summary>
    public JsonObject Changes(ItemRecord? item, IFormCollection form)
    {
        var changes = new JsonObject();
        foreach (var column in Columns)
        {
            var given = form[column.Name]
                .OfType<string>()
                .Select(v => v.ReplaceLineEndings("\n").Trim())
                .Where(v => v.Length > 0)
                .ToList();
            if (given.SequenceEqual(Values(item, column)))
                continue;
            if (column.IsMultiChoice)
            {
                changes[column.Name + "@odata.type"] = "Collection(Edm.String)";
                changes[column.Name] = new JsonArray([.. given.Select(v => (JsonNode)v)]);
            }
            else
                changes[column.IsLookup ? column.Name + "LookupId" : column.Name] = given switch
                {
                    _ when column.Facet == "boolean" => given is ["1"],
                    [var text] => Value(column, text),
                    _ => null,
                };
        }
        return changes;
    }

    /// <summary>As the form shows them; of a new row the column's default. Empty when the column is.</summary>
    private List<string> Values(ItemRecord? item, ColumnRecord column)
    {
        if (item is null)
            return column.Default is { } value && column.Facet is not "dateTime"
                ?
                [
                    .. value
                        .Split(";#", StringSplitOptions.RemoveEmptyEntries)
                        .Where(v => v != "0" || column.Facet != "boolean"),
                ]
                : [];
        if (!item.Fields.TryGetValue(column.Name, out var kept))
            return [];
        return column.Facet switch
        {
            "boolean" => kept.GetBoolean() ? ["1"] : [],
            "dateTime" =>
            [
                TimeZoneInfo
                    .ConvertTime(
                        DateTimeOffset.Parse(kept.GetString()!, CultureInfo.InvariantCulture),
                        site.Options.TimeZone
                    )
                    .ToString(column.IsDateOnly ? "yyyy-MM-dd" : DayAndTime[0], CultureInfo.InvariantCulture),
            ],
            _ when kept.ValueKind == JsonValueKind.Array => [.. kept.EnumerateArray().Select(v => v.ToString())],
            "number" or "currency" => [kept.GetRawText().Replace('.', ',')],
            _ => [kept.ToString().ReplaceLineEndings("\n").Trim()],
        };
    }

    /// <summary>
    /// A text that is no number or time goes on as it is: Graph's own check says what is wrong with it.
    /// </summary>
    private JsonNode Value(ColumnRecord column, string text)
    {
        switch (column.Facet)
        {
            case "number" or "currency":
                return decimal.TryParse(
                    text.Replace(',', '.'),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : text;
            case "dateTime"
                when !column.IsDateOnly
                    && DateTime.TryParseExact(
                        text,
                        DayAndTime,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var local
                    ):
                return new DateTimeOffset(local, site.Options.TimeZone.GetUtcOffset(local)).UtcDateTime.ToString(
                    "yyyy-MM-dd'T'HH:mm:ss'Z'",
                    CultureInfo.InvariantCulture
                );
            default:
                return text;
        }
    }

    /// <param name="now">What the row holds, whatever has been filled in.</param>
    private string Input(ColumnRecord column, string value, string? now, string aids)
    {
        var named = $"id=\"{column.Name}\" name=\"{column.Name}\"{aids}";
        if (column.Facet == "choice")
            return Select(named, column, Choosable.Of(column, now).Select(c => (c, c)), value);
        if (column.IsLookup)
            return Select(named, column, Rows(column), value);
        if (column.Flag("allowMultipleLines"))
            return $"<textarea {named} rows=\"5\">{Page.Text(value)}</textarea>";
        var type = column.Facet switch
        {
            "dateTime" => column.IsDateOnly ? "date" : "datetime-local",
            _ => "text",
        };
        return $"<input type=\"{type}\" {named} "
            + $"value=\"{Page.Text(value)}\"{(column.Facet is "number" or "currency" ? " inputmode=\"decimal\"" : "")}>";
    }

    private static string Select(
        string named,
        ColumnRecord column,
        IEnumerable<(string Value, string Text)> choices,
        string value
    ) =>
        "<select "
        + $"{named}>{(column.Required && value.Length > 0 ? "" : Option("", "Inget värde", value.Length == 0))}"
        + $"{string.Concat(choices.Select(c => Option(c.Value, c.Text, c.Value == value)))}</select>";

    private static string Box(ColumnRecord column, string id, string value, string label, bool isOn) =>
        $"<span class=\"box\"><input type=\"checkbox\" id=\"{id}\" name=\"{column.Name}\" "
        + $"value=\"{Page.Text(value)}\"{(isOn ? " checked" : "")}><label "
        + $"for=\"{id}\">{Page.Text(label)}</label></span>";

    private IEnumerable<(string Value, string Text)> Rows(ColumnRecord column)
    {
        return Offered()
            .Select(r => ($"{r.Id}", FieldJson.LookupText(state, access, list, column, r.Id) ?? $"rad {r.Id}"))
            .OrderBy(r => r.Item2, StringComparer.Create(Swedish.Culture, false))
            .Take(MostChoices);

        IEnumerable<ItemRecord> Offered()
        {
            if (column.Facet == "personOrGroup")
                return state.Items(Identities.UserList(state, list.SiteId).Id);
            return Guid.TryParse(column.Setting("listId"), out var id) && state.List(id) is { } target
                ? access.Items(target)
                : [];
        }
    }
}
