namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/subscriptions</c>: what a request must hold is checked as documented, but none is ever made. A notification goes
/// to a public https address, which a program on loopback neither has nor can be asked to prove; delta is the way here.
/// https://learn.microsoft.com/graph/api/subscription-post-subscriptions
/// </summary>
internal static class SubscriptionResource
{
    private const int LongestMinutes = 42_300;
    private const int LongestClientState = 128;

    public static GraphAnswer Answer(GraphCall call)
    {
        if (!call.Path.AtEnd)
            throw GraphError.NotFound("The subscription was not found.");
        return call.Method switch
        {
            "GET" => GraphAnswer.Ok(Shape.Collection(call.Context("subscriptions"), [])),
            "POST" => throw Refuse(call, call.Json()),
            _ => throw GraphError.WrongMethod(call.Method),
        };
    }

    private static GraphError Refuse(GraphCall call, JsonObject body)
    {
        if (GraphCall.Text(body, "changeType") != "updated")
            return GraphError.Invalid("The changeType of a list must be 'updated'.");
        if (GraphCall.Text(body, "resource")?.Trim('/').Split('/') is not ["sites", _, "lists", var list])
            return GraphError.Invalid("The resource must be sites/{site-id}/lists/{list-id}.");
        if (Guid.TryParse(list, out var id) && call.State.List(id) is { } watched)
            call.Access.RequireOpen(watched);
        if (
            !Uri.TryCreate(GraphCall.Text(body, "notificationUrl"), UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps
        )
            return GraphError.Invalid("The notificationUrl must be an https address.");
        if (GraphCall.Text(body, "clientState") is { Length: > LongestClientState })
            return GraphError.Invalid($"The clientState must not be longer than {LongestClientState} characters.");
        if (
            !(
                body["expirationDateTime"] is JsonValue value
                && value.GetValueKind() == JsonValueKind.String
                && value.TryGetValue<DateTimeOffset>(out var expires)
            )
        )
            return GraphError.Invalid("The expirationDateTime is missing or no time.");
        if (expires <= call.Now || expires > call.Now.AddMinutes(LongestMinutes))
            return GraphError.Invalid($"The expirationDateTime must be at most {LongestMinutes} minutes ahead.");
        return GraphError.NotServed("notifications: they need a public https address; read changes through delta");
    }
}
