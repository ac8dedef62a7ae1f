namespace SpLg.LocalSite.Html;

/// <summary>The rows of a list in one of its views, a hundred at a time.</summary>
internal static class ListPage
{
    private const int RowsAPage = 100;

    /// <summary>
    /// The view that an address names, by its file or by its title; the default one where it names none that is there.
    /// </summary>
    public static ViewRecord ViewOf(ListRecord list, IReadOnlyList<string> path, string? title) =>
        list.Views.FirstOrDefault(v =>
            title is null
                ? path is [var page] && page.Equals(v.Page, StringComparison.OrdinalIgnoreCase)
                : v.Title == title
        )
        ?? list.Views.FirstOrDefault(v => v.IsDefault)
        ?? list.Views[0];

    /// <param name="number">The page asked for, from 1.</param>
    /// <param name="fault">HTML that tells what could not be saved.</param>
    public static string Of(
        Site site,
        SiteRecord web,
        ListRecord list,
        ViewRecord view,
        int number,
        ItemRecord? visitor,
        string fault = ""
    )
    {
        var access = Visitor.Access(site, visitor);
        var display = new CellDisplay(site, list, access);
        var query = new ViewQuery(list, view, display, site.Now);
        var rows = query.Rows([.. access.Items(list)]);
        var columns = view.Columns.Where(c => display.Heading(c) is not null).ToList();
        var pages = Math.Max(1, (rows.Count + RowsAPage - 1) / RowsAPage);
        var current = Math.Clamp(number, 1, pages);
        var shown = rows.Skip((current - 1) * RowsAPage).Take(RowsAPage).ToList();

        var main =
            $"{(list.Description.Length > 0 ? $"<p>{Page.Text(list.Description)}</p>" : "")}{Views(web, list, view)}"
            + Visitor.Bar(
                visitor,
                access.CanAdd(list),
                $"<p>{Page.Link(SiteLinks.Form(web, list, "NewForm.aspx"), "Ny rad")}</p>"
            )
            + fault
            + (query.IsWhole ? "" : "<p>Vyns villkor kan inte visas här, så alla rader visas.</p>");
        if (rows.Count == 0)
            main += "<p>Vyn har inga rader.</p>";
        else
        {
            var last = (current - 1) * RowsAPage + shown.Count;
            var caption = $"{list.Title}, {view.Title}: rad {(current - 1) * RowsAPage + 1}–{last} av {rows.Count}";
            var headings = columns.Select(c => display.Heading(c)!).ToList();
            main +=
                visitor is not null
                && shown.Exists(item => access.CanEdit(list, item))
                && ManyRowsForm.ColumnOf(list, view) is { } column
                    ? new ManyRowsForm(list, column).Html(
                        Address(web, list, view, 1),
                        caption,
                        headings,
                        shown.Select(item => (item, Row(web, list, display, columns, item)))
                    )
                    : Page.Table(caption, headings, shown.Select(item => Row(web, list, display, columns, item)));
            main += Pager(web, list, view, current, pages);
        }
        return Page.Whole(list.Title, SiteLinks.Trail(web), main);
    }

    /// <summary>The first cell leads to the row; an empty one says so in words.</summary>
    private static IReadOnlyList<string> Row(
        SiteRecord web,
        ListRecord list,
        CellDisplay display,
        IReadOnlyList<string> columns,
        ItemRecord item
    )
    {
        var first = columns.Count > 0 ? display.Text(item, columns[0]) : "";
        return
        [
            Page.Link(SiteLinks.Item(web, list, item), first.Length > 0 ? first : $"Rad {item.Id}"),
            .. columns.Skip(1).Select(c => display.Html(item, c)),
        ];
    }

    private static string Views(SiteRecord web, ListRecord list, ViewRecord current)
    {
        if (list.Views.Count < 2)
            return "";
        var links = list.Views.Select(v =>
            $"<li>{Page.Link(Address(web, list, v, 1), v.Title, v == current ? " aria-current=\"page\"" : "")}</li>"
        );
        return $"<nav aria-label=\"Vyer\"><ul>{string.Concat(links)}</ul></nav>";
    }

    private static string Pager(SiteRecord web, ListRecord list, ViewRecord view, int current, int pages)
    {
        if (pages == 1)
            return "";
        var links = Enumerable
            .Range(1, pages)
            .Select(n =>
                $"<li>{Page.Link(Address(web, list, view, n), $"Sida {n}", n == current ? " aria-current=\"page\"" : "")}</li>"
            );
        return $"<nav aria-label=\"Sidor i listan\"><ul>{string.Concat(links)}</ul></nav>";
    }

    public static string Address(SiteRecord web, ListRecord list, ViewRecord view, int number) =>
        $"{SiteLinks.List(web, list)}?vy={Uri.EscapeDataString(view.Title)}{(number > 1 ? $"&sida={number}" : "")}";
}
