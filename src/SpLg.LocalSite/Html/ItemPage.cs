namespace SpLg.LocalSite.Html;

/// <summary>Everything one row or file holds, by the columns' Swedish names.</summary>
internal static class ItemPage
{
    private static readonly string[] AtTheEnd = ["Created", "Author", "Modified", "Editor", "_UIVersionString"];

    public static string Of(Site site, SiteRecord web, ListRecord list, ItemRecord item, ItemRecord? visitor)
    {
        var access = Visitor.Access(site, visitor);
        var display = new CellDisplay(site, list, access);
        var title = item.Name ?? item.Text("Title") ?? $"Rad {item.Id}";
        var columns = list
            .Columns.Where(c => (!c.BuiltIn || c.Name == "Title") && !c.Hidden)
            .Select(c => c.Name)
            .Concat(list.IsLibrary ? ["FileSizeDisplay", "CheckoutUser", "_CheckinComment"] : [])
            .Concat(AtTheEnd);
        var values = columns.Select(c =>
            $"<dt>{Page.Text(display.Heading(c))}</dt><dd>{Shown(display.Html(item, c))}</dd>\n"
        );
        var main =
            (
                list.Template == ListTemplate.WebPageLibrary
                    ? ""
                    : Visitor.Bar(visitor, access.CanEdit(list, item), Actions(web, list, item))
            )
            + (
                item.Content is null
                    ? ""
                    : $"<p>{Page.Link(SiteLinks.File(site.Store.State, web, list, item), $"Hämta {item.Name}")}</p>"
            )
            + $"<dl>{string.Concat(values)}</dl>{Versions(site, web, list, display, access.Versions(list, item), item)}";
        return Page.Whole(title, SiteLinks.Trail(web, list), main);
    }

    private static string Shown(string html) => html.Length > 0 ? html : "Inget värde";

    private static string Actions(SiteRecord web, ListRecord list, ItemRecord item)
    {
        var edit = $"<p>{Page.Link($"{SiteLinks.Form(web, list, "EditForm.aspx")}?ID={item.Id}", "Ändra")}</p>";
        if (item.Content is null)
            return edit;
        var (action, text) = item.CheckedOutBy is null ? ("checkout", "Checka ut") : ("checkin", "Checka in");
        var comment = item.CheckedOutBy is null
            ? ""
            : "<p><label for=\"comment\">Kommentar till versionen</label><input type=\"text\" id=\"comment\" name=\"comment\"></p>";
        return edit
            + $"""
                <form method="post" action="{Page.Text(SiteLinks.Item(web, list, item))}">{comment}
                <input type="hidden" name="action" value="{action}"><p><button type="submit">{text}</button></p></form>
                """;
    }

    private static string Versions(
        Site site,
        SiteRecord web,
        ListRecord list,
        CellDisplay display,
        IEnumerable<VersionRecord> versions,
        ItemRecord item
    )
    {
        var rows = versions
            .Select(v =>
                (IReadOnlyList<string>)
                    [
                        Page.Text(v.Label),
                        Page.Text(display.Time(v.Modified)),
                        Page.Text(display.Name(v.ModifiedBy.PersonId)),
                        Page.Text(v.Comment),
                        .. list.IsLibrary ? [FileOf(v)] : Array.Empty<string>(),
                    ]
            )
            .ToList();
        IReadOnlyList<string> headings =
        [
            "Version",
            "Ändrad",
            "Ändrad av",
            "Kommentar",
            .. list.IsLibrary ? ["Fil"] : Array.Empty<string>(),
        ];
        return rows.Count == 0 ? "" : "<h2>Versioner</h2>" + Page.Table("Versioner, den senaste först", headings, rows);

        string FileOf(VersionRecord version) =>
            version.Content is { } content
                ? Page.Link(
                    $"{SiteLinks.File(site.Store.State, web, list, item)}?version={version.Label}",
                    $"Hämta version {version.Label} ({Swedish.Size(content.Size)})"
                )
                : "";
    }
}
