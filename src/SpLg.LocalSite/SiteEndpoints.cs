using Microsoft.AspNetCore.Http.Features;
using SpLg.LocalSite.Html;

namespace SpLg.LocalSite;

/// <summary>
/// Sorts what comes in: Graph, upload addresses, downloads, fault rules, rights, mail, and pages for people.
/// </summary>
internal sealed class SiteEndpoints(Site site, FaultRules faults)
{
    private readonly GraphEndpoint graph = new(site, faults, new(site.Options.ResourceUnitsPerMinute, site.Clock));
    private readonly UploadEndpoint uploads = new(site, faults);
    private readonly RightsEndpoint rights = new(site);
    private readonly HtmlPages pages = new(site);

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await SortedAsync(context);
        }
        catch (GraphError e) when (!context.Response.HasStarted)
        {
            // A token that names nobody is refused outside Graph's own addresses as well.
            await graph.RefuseAsync(context, e);
        }
    }

    private Task SortedAsync(HttpContext context)
    {
        // Only our own names: a page elsewhere whose name was made to point here must not read the site.
        if (context.Request.Host.Host.ToLowerInvariant() is not ("localhost" or "127.0.0.1" or "[::1]" or "::1"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync(
                "The local site answers under localhost and 127.0.0.1 only.",
                context.RequestAborted
            );
        }
        var path = context.Request.Path;
        if (path.StartsWithSegments(GraphEndpoint.Version, StringComparison.OrdinalIgnoreCase))
            return graph.AnswerAsync(context);
        if (path.StartsWithSegments("/beta", StringComparison.OrdinalIgnoreCase))
            return graph.RefuseAsync(context, GraphError.NotServed("the beta version; use v1.0"));
        if (path.StartsWithSegments("/_faults", StringComparison.OrdinalIgnoreCase))
            return FaultEndpoint.AnswerAsync(context, faults);
        if (path.Equals("/_rights", StringComparison.OrdinalIgnoreCase))
            return rights.AnswerAsync(context);
        if (path.Equals("/_mail.json", StringComparison.OrdinalIgnoreCase))
            return MailPage.AnswerJsonAsync(context, site);
        var target = path.Value ?? "";
        if (
            target.Contains("/_api/v2.0/", StringComparison.OrdinalIgnoreCase)
            && target.EndsWith("/uploadSession", StringComparison.OrdinalIgnoreCase)
        )
            return uploads.AnswerAsync(context);
        if (target.Contains(Copying.Monitors, StringComparison.OrdinalIgnoreCase))
            return Copying.MonitorAsync(context, site);
        if (target.EndsWith("/_layouts/15/download.aspx", StringComparison.OrdinalIgnoreCase))
            return Download.AnswerAsync(context, site);
        return pages.AnswerAsync(context);
    }

    /// <summary>The request line's target as sent, without a host: Kestrel's path is already decoded.</summary>
    public static string RawTarget(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        return target.StartsWith('/') ? target : new Uri(target).PathAndQuery;
    }
}
