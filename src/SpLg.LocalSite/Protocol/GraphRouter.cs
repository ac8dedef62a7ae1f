namespace SpLg.LocalSite.Protocol;

/// <summary>The first segment of an address below the version.</summary>
internal static class GraphRouter
{
    public static GraphAnswer Answer(GraphCall call)
    {
        var first = call.Path.Next();
        return first.Name switch
        {
            "sites" => SiteResource.Answer(call),
            "drives" => DriveResource.AnswerById(call),
            "subscriptions" => SubscriptionResource.Answer(call),
            "users" => MailResource.Answer(call),
            "me" when !call.Actor.IsApplication => throw GraphError.NotServed(
                "/me; a person asks at the application's addresses"
            ),
            // As the service answers an application without a signed-in person.
            "me" => throw new GraphError(
                400,
                "BadRequest",
                "/me request is only valid with delegated authentication flow."
            ),
            "groups" or "shares" or "search" or "drive" or "directory" or "applications" => throw GraphError.NotServed(
                $"/{first.Text}"
            ),
            _ => throw GraphError.UnknownSegment(first.Text),
        };
    }
}
