using SpLg.LocalSite.Html;

namespace SpLg.LocalSite.Permissions;

/// <summary>
/// <c>/_rights</c>: what an owner does on the permissions pages and Graph cannot do. GET shows who is in the groups and
/// the rights of every list; POST changes the rights of one, who is in a group, or the application's grant. No part of
/// Graph.
/// </summary>
internal sealed class RightsEndpoint(Site site)
{
    private const string Help = """
        Send one of {"list": "WorkDocuments", "rights": "inherit"} (or own, or everyone),
        {"person": "Per Nyström", "group": "…", "member": true}
        and {"application": "write"} (or read, or fullcontrol): lists, people and groups that the site has.
        """;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="Site">The site's path; null for the first site.</param>
    /// <param name="List">Title or English name.</param>
    /// <param name="Rights">inherit: as the site; own: as the template says; everyone: the whole organisation reads
    /// besides.</param>
    /// <param name="Person">Name or e-mail address.</param>
    /// <param name="Application">The role of the application's grant on the site: read, write or fullcontrol.</param>
    private sealed record Change(
        string? Site,
        string? List,
        string? Rights,
        string? Person,
        string? Group,
        bool? Member,
        string? Application
    );

    private sealed record Shown(
        string Site,
        string Application,
        IReadOnlyList<ShownGroup> Groups,
        IReadOnlyList<ShownList> Lists
    );

    private sealed record ShownGroup(string Group, IReadOnlyList<string> Members);

    private sealed record ShownList(string List, bool Inherits, bool OwnRowsOnly, IReadOnlyList<string> Rights);

    public async Task AnswerAsync(HttpContext context)
    {
        // Whoever runs the site asks as nobody; a person is held to what they may do here too.
        if (!site.Store.Alone(() => MayAsk(context.Request)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        switch (context.Request.Method)
        {
            case "GET":
                await context.Response.WriteAsJsonAsync(site.Store.Alone(All), Options, context.RequestAborted);
                return;
            // A JSON content type is asked for, so that no page in a browser can change rights here unasked.
            case "POST" when context.Request.HasJsonContentType():
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                if (await TryReadAsync(context) is not { } change || !site.Store.Alone(() => TryApply(change)))
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    await context.Response.WriteAsync(Help, context.RequestAborted);
                }
                return;
            default:
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
        }
    }

    private bool MayAsk(HttpRequest request) =>
        ActorOf(request) is not { IsApplication: false } person
        || site.Store.State.Sites.All(s => new Access(site.Store.State, person).CanManage(s));

    private Actor? ActorOf(HttpRequest request)
    {
        if (GraphEndpoint.TryToken(request) is { } token)
            return Identities.FromToken(site, token);
        return Visitor.Of(site, request) is { } visitor ? Visitor.Actor(visitor) : null;
    }

    private static async Task<Change?> TryReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<Change>(Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private List<Shown> All()
    {
        var state = site.Store.State;
        return
        [
            .. state.Sites.Select(s => new Shown(
                s.Path,
                s.ApplicationRole,
                [
                    .. state
                        .Groups(s.Id)
                        .Select(g => new ShownGroup(
                            g.Name,
                            [.. g.Members.Select(m => Identities.Person(state, s.Id, m)?.Text("Title") ?? "")]
                        )),
                ],
                [
                    .. state
                        .Lists(s.Id)
                        .Where(l => !l.IsSystem)
                        .Select(l => new ShownList(
                            l.Name,
                            l.Grants is null,
                            l.OwnRowsOnly,
                            [.. Rights.Of(state, l).Select(Told)]
                        )),
                ]
            )),
        ];
    }

    private static string Told(Grant grant) => $"{grant.Name}: {grant.Role}{(grant.SeesAllRows ? ", all rows" : "")}";

    private bool TryApply(Change change)
    {
        var state = site.Store.State;
        if (state.Sites.FirstOrDefault(s => Is(change.Site ?? SiteBuilder.Main(site).Path, s.Path)) is not { } web)
            return false;
        return change switch
        {
            { List: { } list, Rights: "inherit" or "own" or "everyone", Person: null, Application: null } => state
                .Lists(web.Id)
                .FirstOrDefault(l => Is(list, l.Name) || Is(list, l.Title))
                is { } found
                && Commit(WithRights(web, found, change.Rights)),
            { Person: { } person, Group: { } group, Member: { } isMember, List: null, Application: null } => TryMove(
                web,
                person,
                group,
                isMember
            ),
            { Application: "read" or "write" or "fullcontrol", List: null, Person: null } => Commit(
                web with
                {
                    ApplicationRole = change.Application,
                }
            ),
            _ => false,
        };
    }

    private ListRecord WithRights(SiteRecord web, ListRecord list, string rights)
    {
        var declared = site
            .Options.Schema?.Lists.Append(site.Options.Schema.Pages)
            .FirstOrDefault(l => l?.Url == list.Url);
        return list with
        {
            Grants = rights switch
            {
                "inherit" => null,
                // A list the template does not know keeps to its owners.
                "own" => (declared is null ? null : Rights.Declared(web, site.Options.Schema!, declared))
                    ?? [.. Rights.Of(web).Where(g => g.Role == "owner")],
                _ => [.. Rights.Of(site.Store.State, list).Where(g => g.Id != Rights.Everyone.Id), Rights.Everyone],
            },
        };
    }

    private bool TryMove(SiteRecord web, string person, string group, bool isMember)
    {
        var state = site.Store.State;
        if (
            state.Groups(web.Id).FirstOrDefault(g => Is(group, g.Name)) is not { } found
            || state
                .Items(Identities.UserList(state, web.Id).Id)
                .FirstOrDefault(p => p.Text("Title") == person || Is(person, p.Text("EMail") ?? ""))
                is not { } moved
        )
        {
            return false;
        }
        return Commit(
            found with
            {
                Members = [.. found.Members.Where(m => m != moved.Id), .. isMember ? [moved.Id] : Array.Empty<int>()],
            }
        );
    }

    private bool Commit(StateRecord record)
    {
        site.Store.Commit(record);
        return true;
    }

    private static bool Is(string wanted, string name) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
