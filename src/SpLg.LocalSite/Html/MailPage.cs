using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Html;

/// <summary><c>/_mail</c>: the mails that would have been sent, newest first; <c>/_mail.json</c> gives them to a program, oldest first.</summary>
internal static class MailPage
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Task AnswerJsonAsync(HttpContext context, Site site) =>
        context.Response.WriteAsJsonAsync(site.Store.Alone<List<MailRecord>>(() => [.. site.Store.State.Mails]), Options, context.RequestAborted);

    public static string Of(Site site)
    {
        var mails = site.Store.State.Mails.Reverse().Select(m => $"""
            <article>
            <h2>{Page.Text(m.Subject)}</h2>
            <dl><dt>Skickat</dt><dd>{CellDisplay.Time(site, m.Sent)}</dd><dt>Från</dt><dd>{Page.Text(m.From)}</dd><dt>Till</dt><dd>{Page.Text(string.Join(", ", m.To))}</dd></dl>
            <div class="mail">{(m.ContentType == "html" ? SafeHtml.Clean(m.Content) : Page.Lines(m.Content))}</div>
            </article>

            """);
        return Page.Whole("E-post", [("Webbplatser", "/")], string.Concat(mails) is { Length: > 0 } shown
            ? "<p>Så här ser de meddelanden ut som skulle ha skickats. Ingenting skickas härifrån.</p>" + shown
            : "<p>Inget meddelande har skickats.</p>");
    }
}
