using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>Everything one row or file holds, by the columns' Swedish names.</summary>
internal static class ItemPage
{
    private static readonly string[] AtTheEnd = ["Created", "Author", "Modified", "Editor", "_UIVersionString"];

    public static string Of(Site site, SiteRecord web, ListRecord list, ItemRecord item)
    {
        var display = new CellDisplay(site, list);
        var title = item.Name ?? item.Text("Title") ?? $"Rad {item.Id}";
        var columns = list.Columns
            .Where(c => (!c.BuiltIn || c.Name == "Title") && !c.Hidden)
            .Select(c => c.Name)
            .Concat(list.IsLibrary ? ["FileSizeDisplay", "CheckoutUser", "_CheckinComment"] : [])
            .Concat(AtTheEnd);
        var values = columns.Select(c => $"<dt>{Page.Text(display.Heading(c))}</dt><dd>{Shown(display.Html(item, c))}</dd>\n");
        var main = (item.Content is null ? "" : $"<p>{Page.Link(SiteLinks.File(site.Store.State, web, list, item), $"Hämta {item.Name}")}</p>")
            + $"<dl>{string.Concat(values)}</dl>{Versions(site, display, item)}";
        return Page.Whole(title, SiteLinks.Trail(web, list), main);
    }

    private static string Shown(string html) => html.Length > 0 ? html : "Inget värde";

    private static string Versions(Site site, CellDisplay display, ItemRecord item)
    {
        var rows = site.Store.State.Versions(item).Select(v => (IReadOnlyList<string>)
        [
            Page.Text(v.Label), Page.Text(display.Time(v.Modified)), Page.Text(display.Name(v.ModifiedBy.PersonId)), Page.Text(v.Content is { } content ? CellDisplay.Size(content.Size) : ""),
        ]).ToList();
        return rows.Count == 0 ? "" : "<h2>Versioner</h2>" + Page.Table("Versioner, den senaste först", ["Version", "Ändrad", "Ändrad av", "Storlek"], rows);
    }
}
