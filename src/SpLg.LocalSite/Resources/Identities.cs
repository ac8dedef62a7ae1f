namespace SpLg.LocalSite.Resources;

/// <summary>
/// People of the site's hidden user list, and how an actor is shown. Person columns hold ids of that list, not of the
/// directory.
/// </summary>
internal static class Identities
{
    public const string ApplicationName = "SpLg";

    /// <summary>The user that stands for any application without a signed-in person.</summary>
    public const string ApplicationUser = "SharePoint App";

    public static readonly Guid ApplicationId = new("0b1f3a52-6d7e-4c57-9a43-6f7f5d0e2a10");

    public static ListRecord UserList(SiteState state, Guid site) =>
        state.Lists(site).First(l => l.Template == ListTemplate.UserInformation);

    public static ItemRecord? Person(SiteState state, Guid site, int id) => state.Item(UserList(state, site).Id, id);

    /// <summary>
    /// <c>user:Anna Ek</c> or <c>user:anna.ek@exempel.se</c> is that person signed in, added to the user list when new,
    /// as an employee and no more; <c>app:Flow</c> is another application of that name, and any other token is SpLg's
    /// own without a person.
    /// </summary>
    public static Actor FromToken(Site site, string token)
    {
        var isPerson = token.StartsWith("user:", StringComparison.OrdinalIgnoreCase);
        var isOther = token.StartsWith("app:", StringComparison.OrdinalIgnoreCase);
        var name = ApplicationUser;
        if (isPerson || isOther)
            name = Uri.UnescapeDataString(token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..]).Trim();
        if (name.Length == 0)
            throw new GraphError(401, "InvalidAuthenticationToken", "The token names nobody.");
        var state = site.Store.State;
        // Every site has its own user list; ids agree because people are added to all of them at once.
        var known = state
            .Items(UserList(state, state.Sites.First().Id).Id)
            .FirstOrDefault(p =>
                p.Text("Title") == name
                || (isPerson && string.Equals(p.Text("EMail"), name, StringComparison.OrdinalIgnoreCase))
            );
        return new(known?.Id ?? Add(site, name, name.Contains('@') ? name : Email(name)), !isPerson);
    }

    public static int Add(Site site, string name, string email)
    {
        var state = site.Store.State;
        var people = state
            .Sites.Select(s => UserList(state, s.Id))
            .Select(list => Entry(site, list, name, email))
            .ToList();
        site.Store.Commit(people);
        return people[0].Id;
    }

    public static JsonObject Show(GraphCall call, Guid site, Actor actor)
    {
        var set = new JsonObject();
        var person = Person(call.State, site, actor.PersonId);
        if (actor.IsApplication)
            set["application"] = Application(person);
        var user = new JsonObject();
        if (!actor.IsApplication && person?.Text("EMail") is { } email)
        {
            user["email"] = email;
            user["id"] = person.Unique.ToString();
        }
        user["displayName"] = person?.Text("Title") ?? ApplicationUser;
        set["user"] = user;
        return set;
    }

    public static JsonObject Application() =>
        new() { ["id"] = ApplicationId.ToString(), ["displayName"] = ApplicationName };

    private static JsonObject Application(ItemRecord? user) =>
        user?.Text("Title") is { } name && name != ApplicationUser
            ? new() { ["id"] = user.Unique.ToString(), ["displayName"] = name }
            : Application();

    /// <summary>An identity without <c>id</c>, as site pages show their authors.</summary>
    public static JsonObject ShowBriefly(GraphCall call, Guid site, Actor actor)
    {
        var set = Show(call, site, actor);
        set.Remove("application");
        (set["user"] as JsonObject)?.Remove("id");
        return set;
    }

    private static ItemRecord Entry(Site site, ListRecord list, string name, string email)
    {
        var id = site.Store.State.NextItemId(list.Id);
        var self = new Actor(id, false);
        return new(list.Id, id, Guid.NewGuid())
        {
            ContentType = "Person",
            CreatedBy = self,
            Created = site.Now,
            ModifiedBy = self,
            Modified = site.Now,
            Fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["Title"] = JsonSerializer.SerializeToElement(name),
                ["EMail"] = JsonSerializer.SerializeToElement(email),
                ["Name"] = JsonSerializer.SerializeToElement($"i:0#.f|membership|{email}"),
            },
        };
    }

    /// <summary>A made-up address for a person only known by name: anna.ek@exempel.se.</summary>
    private static string Email(string name)
    {
        var plain = name.ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('é', 'e');
        return string.Join('.', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)) + "@exempel.se";
    }
}
