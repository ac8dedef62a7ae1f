namespace SpLg.LocalSite.Html;

/// <summary>The addresses of the pages for people.</summary>
internal static class SiteLinks
{
    public static string Home(SiteRecord site) => site.Path.Length == 0 ? "/" : site.Path;

    public static string List(SiteRecord site, ListRecord list) => $"{site.Path}/{Site.Escape(list.Url)}";

    public static string Item(SiteRecord site, ListRecord list, ItemRecord item) =>
        $"{Form(site, list, "DispForm.aspx")}?ID={item.Id}";

    public static string Form(SiteRecord site, ListRecord list, string name) =>
        $"{List(site, list)}/{(list.IsLibrary ? "Forms/" : "")}{name}";

    /// <summary>The file's own address, or the folder's.</summary>
    public static string File(SiteState state, SiteRecord site, ListRecord list, ItemRecord item) =>
        $"{List(site, list)}/{Site.Escape(string.Join('/', ItemJson.PathOf(state, item)))}";

    public static IReadOnlyList<(string, string)> Trail(SiteRecord site, ListRecord? list = null)
    {
        (string, string) home = (site.Title, Home(site));
        return list is null ? [home] : [home, (list.Title, List(site, list))];
    }
}
