using Microsoft.AspNetCore.Http;
using SpLg.LocalSite.Resources;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary>Whom the person at the browser plays: somebody of the user list, chosen on a page and kept in a cookie. No sign-in.</summary>
internal static class Visitor
{
    public const string Address = "/_person";
    private const string Cookie = "splg-person";

    /// <summary>Null when nobody is chosen: then pages can only be read.</summary>
    public static ItemRecord? Of(Site site, HttpRequest request) =>
        int.TryParse(request.Cookies[Cookie], out var id) ? People(site).FirstOrDefault(p => p.Id == id) : null;

    public static void Choose(HttpResponse response, string? id) =>
        response.Cookies.Append(Cookie, id ?? "", new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });

    /// <summary>Who a change is made by.</summary>
    public static Actor Actor(ItemRecord visitor) => new(visitor.Id, false);

    /// <param name="back">Where to go on.</param>
    public static string Form(Site site, ItemRecord? visitor, string back)
    {
        var choices = People(site).OrderBy(p => PartOf(site, p) is null).Select(p => FormFields.Option($"{p.Id}", $"{p.Text("Title")}{(PartOf(site, p) is { } part ? $", {part}" : "")}", p.Id == visitor?.Id));
        return Page.Whole("Välj vem du är", [("Webbplatser", "/")], $"""
            <p>Här finns ingen inloggning. Den du väljer står som den som har ändrat, så att du kan prova både samordnarens och förvaltningschefens del.
            Den som fastställer ska stå i programmets inställning Approval:Approvers.</p>
            {Closed(site)}
            <form method="post" action="{Address}">
            <input type="hidden" name="back" value="{Page.Text(back)}">
            <p><label for="person">Person</label><select id="person" name="person">{FormFields.Option("", "Ingen, jag läser bara", visitor is null)}{string.Concat(choices)}</select></p>
            <p><button type="submit">Spara</button></p>
            </form>
            """);
    }

    /// <summary>Who acts, and the way to change it; <paramref name="what"/> is HTML that is shown when somebody is chosen.</summary>
    public static string Bar(ItemRecord? visitor, string what) => visitor is null
        ? $"<p>Du läser bara. {Page.Link(Address, "Välj vem du är")} för att ändra.</p>"
        : $"<p>Du är {Page.Text(visitor.Text("Title"))} ({Page.Link(Address, "byt person")}).</p>{what}";

    private static string? PartOf(Site site, ItemRecord person) =>
        site.Options.People.FirstOrDefault(p => string.Equals(p.Email, person.Text("EMail"), StringComparison.OrdinalIgnoreCase))?.Part;

    /// <summary>Which libraries staff cannot open in SharePoint, though here anybody may; nothing where there is none.</summary>
    private static string Closed(Site site)
    {
        var state = site.Store.State;
        var titles = state.Sites.SelectMany(s => state.Lists(s.Id).Where(l => l.Grants is { } own && !own.Any(g => g.Id == Rights.Everyone.Id || g.Name == Rights.Visitors(s))))
            .Select(l => l.Title).Distinct(StringComparer.Ordinal).Order(StringComparer.Create(Swedish.Culture, false)).ToList();
        return titles.Count == 0 ? "" : $"""
            <p>I SharePoint kan en medarbetare utan egen behörighet inte öppna {Page.Text(string.Join(" eller ", titles))}. Här ser du allt, vem du än är:
            den lokala webbplatsen visar behörigheterna men spärrar ingenting.</p>
            """;
    }

    /// <summary>The system's own entries cannot be played.</summary>
    private static IEnumerable<ItemRecord> People(Site site)
    {
        var state = site.Store.State;
        return state.Items(Identities.UserList(state, state.Sites.First().Id).Id)
            .Where(p => p.Id > 1 && p.Text("Title") != Identities.ApplicationUser)
            .OrderBy(p => p.Text("Title"), StringComparer.Create(Swedish.Culture, false));
    }
}
