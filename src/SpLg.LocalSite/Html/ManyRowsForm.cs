using System.Xml.Linq;

namespace SpLg.LocalSite.Html;

/// <summary>
/// In a view of the rows in which a choice is empty: that choice for many of them at once. It stands in for the grid in
/// which people fill a column in SharePoint.
/// </summary>
/// <param name="column">The choice that is empty in the view's rows.</param>
internal sealed class ManyRowsForm(ListRecord list, ColumnRecord column)
{
    public const string Rows = "rad";

    private const string ETag = "etag-";

    /// <summary>A text that goes with the choice and that the list may ask for.</summary>
    private ColumnRecord? Reason => column.Name == "Publication" ? list.TryColumn("SecrecyGround") : null;

    /// <summary>The choice that is empty in all rows of the view; null for another view.</summary>
    public static ColumnRecord? ColumnOf(ListRecord list, ViewRecord view) =>
        view.Caml.Length > 0
        && XElement.Parse(view.Caml).Element("Where")?.Elements().ToList() is [{ Name.LocalName: "IsNull" } isNull]
        && list.TryColumn((string?)isNull.Element("FieldRef")?.Attribute("Name") ?? "")
            is { Facet: "choice", IsMultiChoice: false, ReadOnly: false } column
            ? column
            : null;

    /// <param name="rows">Each with the cells that the view shows of it, as HTML.</param>
    public string Html(
        string address,
        string caption,
        IReadOnlyList<string> headings,
        IEnumerable<(ItemRecord Item, IReadOnlyList<string> Cells)> rows
    )
    {
        var table = Page.Table(
            caption,
            [.. headings.Take(1), "Välj", .. headings.Skip(1)],
            rows.Select(r => (IReadOnlyList<string>)[r.Cells[0], Box(r.Item), .. r.Cells.Skip(1)])
        );
        var choices = string.Concat(column.Choices.Select(c => FormFields.Option(c, c, false)));
        var reason = Reason is { } text
            ? $"<p><label for=\"{text.Name}\">{Page.Text(text.DisplayName)}</label><span class=\"hint\" "
                + $"id=\"{text.Name}-hint\">{Page.Text(text.Description)}</span>"
                + $"<input type=\"text\" id=\"{text.Name}\" name=\"{text.Name}\" aria-describedby=\"{text.Name}-hint\"></p>"
            : "";
        return $"""
            <form method="post" action="{Page.Text(address)}">
            {table}
            <p><label for="{column.Name}">{Page.Text(
                column.DisplayName
            )} för raderna som är valda</label><select id="{column.Name}" name="{column.Name}" required>{FormFields.Option(
                "",
                "Inget värde",
                true
            )}{choices}</select></p>
            {reason}
            <p><button type="submit">Spara de valda raderna</button></p>
            </form>
            """;
    }

    /// <summary>
    /// The change to each marked row, as Graph takes it, with the row's version as the page showed it.
    /// </summary>
    /// <exception cref="Protocol.GraphError">No row is marked, or nothing is chosen.</exception>
    public IReadOnlyList<(int Id, string ETag, JsonObject Fields)> Changes(IFormCollection form)
    {
        var value = form[column.Name].ToString();
        if (value.Length == 0)
            throw Protocol.GraphError.Invalid($"Välj {column.DisplayName}.");
        var reason = Reason is { } text ? (text.Name, Value: form[text.Name].ToString().Trim()) : default;
        var ids = form[Rows].Select(r => int.TryParse(r, out var id) ? id : 0).Where(id => id > 0).Distinct().ToList();
        if (ids.Count == 0)
            throw Protocol.GraphError.Invalid("Markera minst en rad.");
        return [.. ids.Select(id => (id, form[ETag + id].ToString(), Fields()))];

        JsonObject Fields()
        {
            var fields = new JsonObject { [column.Name] = value };
            if (reason is { Name: not null, Value.Length: > 0 })
                fields[reason.Name] = reason.Value;
            return fields;
        }
    }

    private static string Box(ItemRecord item) =>
        $"<input type=\"checkbox\" name=\"{Rows}\" value=\"{item.Id}\" aria-label=\"Välj rad {item.Id}: {Page.Text(item.Text("Title"))}\">"
        + $"<input type=\"hidden\" name=\"{ETag}{item.Id}\" value=\"{Page.Text(ItemJson.ETag(item))}\">";
}
