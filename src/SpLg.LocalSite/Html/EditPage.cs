namespace SpLg.LocalSite.Html;

/// <summary>The form for a row, new or not, and for the columns of a file.</summary>
internal static class EditPage
{
    /// <param name="item">Null for a new row.</param>
    /// <param name="posted">What was filled in and could not be saved; null at first.</param>
    /// <param name="fault">Why not, in Swedish.</param>
    public static string Of(
        Site site,
        Place place,
        ItemRecord visitor,
        ItemRecord? item,
        IFormCollection? posted = null,
        string? fault = null
    )
    {
        var list = place.List!;
        var address = item is null
            ? SiteLinks.Form(place.Web, list, "NewForm.aspx")
            : $"{SiteLinks.Form(place.Web, list, "EditForm.aspx")}?ID={item.Id}";
        var title = item is null
            ? $"Ny rad i {list.Title}"
            : $"Ändra {item.Name ?? item.Text("Title") ?? $"rad {item.Id}"}";
        var main =
            (fault is null ? "" : $"<p role=\"alert\" class=\"fault\">{Page.Text(fault)}</p>")
            + Visitor.Bar(
                visitor,
                true,
                $"""
                <form method="post" action="{Page.Text(address)}">
                {(
                    item is null
                        ? ""
                        : $"<input type=\"hidden\" name=\"etag\" value=\"{Page.Text(ItemJson.ETag(item))}\">"
                )}
                {new FormFields(site, list, Visitor.Access(site, visitor)).Html(item, posted)}
                <p><button type="submit">Spara</button></p>
                </form>
                """
            )
            + (item is null ? "" : Told(site, list, item, Visitor.Access(site, visitor)));
        return Page.Whole(title, SiteLinks.Trail(place.Web, list), main);
    }

    /// <summary>What a program has filled in, and the list's own view shows, to read beside what one fills in.</summary>
    private static string Told(Site site, ListRecord list, ItemRecord item, Access access)
    {
        var display = new CellDisplay(site, list, access);
        var shown = list.Views.FirstOrDefault(v => v.IsDefault)?.Columns ?? [];
        var told = list
            .Columns.Where(c => !c.BuiltIn && !c.InForms && shown.Contains(c.Name))
            .Select(c => (Heading: display.Heading(c.Name), Html: display.Html(item, c.Name)))
            .Where(c => c.Html.Length > 0)
            .Select(c => $"<dt>{Page.Text(c.Heading)}</dt><dd>{c.Html}</dd>\n")
            .ToList();
        return told.Count == 0 ? "" : $"<h2>Fylls i av programmet</h2>\n<dl>{string.Concat(told)}</dl>";
    }
}
