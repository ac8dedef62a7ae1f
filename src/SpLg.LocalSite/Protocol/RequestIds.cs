namespace SpLg.LocalSite.Protocol;

/// <summary>The ids every answer carries: one of the service's own, and the client's, or the same again.</summary>
internal sealed class RequestIds
{
    public RequestIds(HttpContext context, Site site)
    {
        Request = context.TraceIdentifier is { Length: 36 } known ? known : Guid.NewGuid().ToString();
        context.TraceIdentifier = Request;
        Client = context.Request.Headers["client-request-id"].ToString() is { Length: > 0 } sent ? sent : Request;
        Date = site.Clock.GetUtcNow();
    }

    public string Request { get; }

    public string Client { get; }

    public DateTimeOffset Date { get; }
}
