using Microsoft.AspNetCore.Http;

namespace SpLg.LocalSite.Html;
internal sealed class HtmlPages(Site site)
{
    public Task AnswerAsync(HttpContext context) { context.Response.StatusCode = 404; return context.Response.WriteAsync(site.SharePointRoot); }
}
