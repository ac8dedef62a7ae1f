namespace SpLg.LocalSite.Html;

/// <summary>
/// Whom the person at the browser plays: somebody of the user list, chosen on a page and kept in a cookie. No sign-in.
/// </summary>
internal static class Visitor
{
    public const string Address = "/_person";
    private const string Cookie = "splg-person";

    /// <summary>Null when nobody is chosen: then pages can only be read.</summary>
    public static ItemRecord? Of(Site site, HttpRequest request) =>
        int.TryParse(request.Cookies[Cookie], out var id) ? People(site).FirstOrDefault(p => p.Id == id) : null;

    public static void Choose(HttpResponse response, string? id) =>
        response.Cookies.Append(
            Cookie,
            id ?? "",
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            }
        );

    /// <summary>Who a change is made by.</summary>
    public static Actor Actor(ItemRecord visitor) => new(visitor.Id, false);

    /// <summary>Their rights; with nobody chosen those of every employee.</summary>
    public static Access Access(Site site, ItemRecord? visitor) =>
        new(site.Store.State, visitor is null ? null : Actor(visitor));

    /// <param name="back">Where to go on.</param>
    public static string Form(Site site, ItemRecord? visitor, string back)
    {
        var choices = People(site)
            .Select(p => (Person: p, Part: PartOf(site, p)))
            .OrderBy(c => c.Part is null)
            .Select(c =>
                FormFields.Option(
                    $"{c.Person.Id}",
                    c.Person.Text("Title") + (c.Part is null ? "" : $", {c.Part}"),
                    c.Person.Id == visitor?.Id
                )
            );
        return Page.Whole(
            "Välj vem du är",
            [("Webbplatser", "/")],
            $"""
            <p>Här finns ingen inloggning. Du ser och kan göra det som den du väljer får: vad det är säger
            behörigheterna till varje lista och bibliotek. Den du väljer står som den som har ändrat.
            Den som fastställer ska stå i programmets inställning Approval:Approvers.</p>
            <p>En medarbetare som inte är med i någon av grupperna läser publicerade sidor och Publicerade genomgångar, och inget annat.</p>
            <form method="post" action="{Address}">
            <input type="hidden" name="back" value="{Page.Text(back)}">
            <p><label for="person">Person</label><select id="person" name="person">{FormFields.Option(
                "",
                "Ingen, jag läser som medarbetare",
                visitor is null
            )}{string.Concat(choices)}</select></p>
            <p><button type="submit">Spara</button></p>
            </form>
            """
        );
    }

    /// <summary>
    /// Who reads, and the way to change it; <paramref name="what"/> is HTML that is shown to those who may do it.
    /// </summary>
    public static string Bar(ItemRecord? visitor, bool isAllowed, string what)
    {
        if (visitor is null)
            return $"<p>Du läser som medarbetare. {Page.Link(Address, "Välj vem du är")} för att se eller ändra mer.</p>";
        return $"<p>Du är {Page.Text(visitor.Text("Title"))} ({Page.Link(Address, "byt person")}).</p>{(isAllowed ? what : "")}";
    }

    /// <summary>The page in the place of one that this visitor may not read.</summary>
    public static string Refusal(ItemRecord? visitor) =>
        Page.Whole(
            "Du har inte behörighet",
            [("Webbplatser", "/")],
            Bar(visitor, false, "")
                + "<p>Behörigheterna till listan eller biblioteket ger dig inte det här. Be en samordnare om du behöver det.</p>"
        );

    /// <summary>Their description, or else their groups; null for an employee who is in none.</summary>
    private static string? PartOf(Site site, ItemRecord person)
    {
        var state = site.Store.State;
        var told = site
            .Options.People.FirstOrDefault(p =>
                string.Equals(p.Email, person.Text("EMail"), StringComparison.OrdinalIgnoreCase)
            )
            ?.Part;
        var groups = state
            .Sites.SelectMany(s => state.Groups(s.Id))
            .Where(g => g.Members.Contains(person.Id))
            .Select(g => g.Name)
            .Distinct(StringComparer.Ordinal);
        return told ?? (string.Join(", ", groups) is { Length: > 0 } names ? names : null);
    }

    /// <summary>The system's own entries cannot be played.</summary>
    private static IEnumerable<ItemRecord> People(Site site)
    {
        var state = site.Store.State;
        return state
            .Items(Identities.UserList(state, state.Sites.First().Id).Id)
            .Where(p => p.Id > 1 && p.Text("Title") != Identities.ApplicationUser)
            .OrderBy(p => p.Text("Title"), StringComparer.Create(Swedish.Culture, false));
    }
}
