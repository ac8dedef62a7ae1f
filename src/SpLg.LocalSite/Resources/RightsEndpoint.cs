using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/_rights</c>: what an owner does on a library's permissions page and Graph cannot do. GET shows the rights of every list;
/// POST <c>{"list": "WorkDocuments", "rights": "inherit"}</c> changes them. No part of Graph.
/// </summary>
internal sealed class RightsEndpoint(Site site)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="Site">The site's path; null for the first site.</param>
    /// <param name="List">Title or English name.</param>
    /// <param name="Rights">inherit: as the site; own: as the template says; everyone: the whole organisation reads besides.</param>
    private sealed record Change(string? Site, string List, string Rights);

    private sealed record Shown(string Site, string List, bool Inherits, IReadOnlyList<string> Rights);

    public async Task AnswerAsync(HttpContext context)
    {
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
                    await context.Response.WriteAsync("""Send {"list": "WorkDocuments", "rights": "inherit"}: a list of the site, and inherit, own or everyone.""", context.RequestAborted);
                }
                return;
            default:
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
        }
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

    private List<Shown> All() =>
    [
        .. site.Store.State.Sites.SelectMany(s => site.Store.State.Lists(s.Id).Where(l => !l.IsSystem).Select(l => new Shown(
            s.Path, l.Name, l.Grants is null, [.. Rights.Of(site.Store.State, l).Select(g => $"{g.Name}: {g.Role}")]))),
    ];

    private bool TryApply(Change change)
    {
        var state = site.Store.State;
        var web = state.Sites.FirstOrDefault(s => change.Site is null ? s.Path == SiteBuilder.Main(site).Path : s.Path.Equals(change.Site, StringComparison.OrdinalIgnoreCase));
        var list = web is null ? null : state.Lists(web.Id).FirstOrDefault(l => Is(change.List, l.Name) || Is(change.List, l.Title));
        if (list is null || change.Rights is not ("inherit" or "own" or "everyone"))
            return false;
        var declared = site.Options.Schema?.Lists.FirstOrDefault(l => l.Url == list.Url);
        site.Store.Commit(list with
        {
            Grants = change.Rights switch
            {
                "inherit" => null,
                // A list the template does not know keeps to its owners.
                "own" => (declared is null ? null : Rights.Declared(web!, declared)) ?? [.. Rights.Of(web!).Where(g => g.Role == "owner")],
                _ => [.. Rights.Of(state, list).Where(g => g.Id != Rights.Everyone.Id), Rights.Everyone],
            },
        });
        return true;
    }

    private static bool Is(string wanted, string name) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
