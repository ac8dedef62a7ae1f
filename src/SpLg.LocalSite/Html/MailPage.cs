namespace SpLg.LocalSite.Html;

/// <summary>
/// <c>/_mail</c>: the mails that would have been sent to whoever is chosen, newest first; <c>/_mail.json</c> gives all
/// to a program, oldest first.
/// </summary>
internal static class MailPage
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// A mailbox is its owner's: a program shows that it is one with a token, and one that signs a person in gets
    /// theirs.
    /// </summary>
    public static Task AnswerJsonAsync(HttpContext context, Site site)
    {
        if (GraphEndpoint.TryToken(context.Request) is not { } token)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        return context.Response.WriteAsJsonAsync(
            site.Store.Alone(() => Shown(site, Identities.FromToken(site, token))),
            Options,
            context.RequestAborted
        );
    }

    private static List<MailRecord> Shown(Site site, Actor actor) =>
        actor.IsApplication
            ? [.. site.Store.State.Mails]
            : [.. To(site, Identities.Person(site.Store.State, site.Store.State.Sites.First().Id, actor.PersonId))];

    private static IEnumerable<MailRecord> To(Site site, ItemRecord? person) =>
        site.Store.State.Mails.Where(m =>
            person?.Text("EMail") is { } address && m.To.Contains(address, StringComparer.OrdinalIgnoreCase)
        );

    public static string Of(Site site, ItemRecord? visitor)
    {
        var mails = To(site, visitor)
            .Reverse()
            .Select(m =>
                $"""
                    <article>
                    <h2>{Page.Text(m.Subject)}</h2>
                    <dl><dt>Skickat</dt><dd>{CellDisplay.Time(site, m.Sent)}</dd><dt>Från</dt><dd>{Page.Text(
                        m.From
                    )}</dd><dt>Till</dt><dd>{Page.Text(string.Join(", ", m.To))}</dd></dl>
                    <div class="mail">{(
                        m.ContentType == "html" ? SafeHtml.Clean(m.Content) : Page.Lines(m.Content)
                    )}</div>
                    </article>

                    """
            );
        return Page.Whole(
            "E-post",
            [("Webbplatser", "/")],
            string.Concat(mails) is { Length: > 0 } shown
                ? "<p>Så här ser de meddelanden ut som skulle ha skickats. Ingenting skickas härifrån.</p>" + shown
                : $"<p>Inget meddelande har skickats till dig. {Page.Link(Visitor.Address, "Välj vem du är")}.</p>"
        );
    }
}
