namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/users/{id}/sendMail</c>: the mail is kept and shown at <c>/_mail</c>, never sent. The mailbox must be that of
/// somebody in the user list, by address or id. https://learn.microsoft.com/graph/api/user-sendmail
/// </summary>
internal static class MailResource
{
    private static readonly string[] MessageProperties =
    [
        "subject",
        "body",
        "toRecipients",
        "ccRecipients",
        "bccRecipients",
        "replyTo",
        "from",
        "sender",
        "importance",
        "categories",
        "internetMessageHeaders",
        "isDeliveryReceiptRequested",
        "isReadReceiptRequested",
        "flag",
        "inferenceClassification",
    ];

    public static GraphAnswer Answer(GraphCall call)
    {
        if (call.Path.AtEnd)
            throw GraphError.NotServed("/users without an id");
        var key = call.Path.Next().Text;
        if (call.Path.AtEnd)
            throw GraphError.NotServed("users; only their sendMail");
        var action = call.Path.Next();
        if (action.Name is not ("sendmail" or "microsoft.graph.sendmail"))
            throw GraphError.NotServed($"/users/{{id}}/{action.Text}");
        if (call.Method != "POST" || !call.Path.AtEnd)
            throw GraphError.WrongMethod(call.Method);
        var mailbox =
            call.State.Items(Identities.UserList(call.State, call.State.Sites.First().Id).Id)
                .FirstOrDefault(p =>
                    string.Equals(p.Text("EMail"), key, StringComparison.OrdinalIgnoreCase)
                    || p.Unique.ToString() == key
                )
            ?? throw new GraphError(404, "ErrorInvalidUser", $"The requested user '{key}' is invalid.");
        if (!call.Actor.IsApplication && mailbox.Id != call.Actor.PersonId)
            throw new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        call.Site.Store.Commit(Read(call, mailbox.Text("EMail")!));
        return new(202);
    }

    private static MailRecord Read(GraphCall call, string from)
    {
        var body = Named(call.Json(), "message", "saveToSentItems");
        RefuseUnknown(body, "message", "saveToSentItems");
        GraphCall.Flag(body, "saveToSentItems");
        var message = body["message"] as JsonObject ?? throw Invalid("The required property 'message' is missing.");
        // Attachments would have to be kept too; nobody here sends any.
        if (message.ContainsKey("attachments"))
            throw GraphError.NotServed("attachments of mail");
        RefuseUnknown(message, MessageProperties);
        var content = message["body"] switch
        {
            null => [],
            JsonObject given => given,
            _ => throw Invalid("The property 'body' must be an object."),
        };
        RefuseUnknown(content, "contentType", "content");
        var type = GraphCall.Text(content, "contentType") ?? "text";
        if (
            !type.Equals("text", StringComparison.OrdinalIgnoreCase)
            && !type.Equals("html", StringComparison.OrdinalIgnoreCase)
        )
            throw Invalid($"The contentType '{type}' is not known.");
        var to = Recipients(message, "toRecipients")
            .Concat(Recipients(message, "ccRecipients"))
            .Concat(Recipients(message, "bccRecipients"))
            .ToList();
        if (to.Count == 0 || to.Any(a => a.Split('@') is not [{ Length: > 0 }, { Length: > 0 }]))
            throw new GraphError(400, "ErrorInvalidRecipients", "At least one recipient is not valid.");
        return new(
            Id: Guid.NewGuid(),
            Sent: call.Now,
            From: from,
            To: to,
            Subject: GraphCall.Text(message, "subject") ?? "",
            ContentType: type.ToLowerInvariant(),
            Content: GraphCall.Text(content, "content") ?? ""
        );
    }

    /// <summary>The members of an action are the service's parameters, whose names it takes in any case.</summary>
    private static JsonObject Named(JsonObject given, params IReadOnlyList<string> names)
    {
        string Name(string sent) =>
            names.FirstOrDefault(name => name.Equals(sent, StringComparison.OrdinalIgnoreCase)) ?? sent;
        return new(given.Select(member => KeyValuePair.Create(Name(member.Key), member.Value?.DeepClone())));
    }

    private static IEnumerable<string> Recipients(JsonObject message, string name)
    {
        foreach (
            var recipient in message[name] switch
            {
                null => [],
                JsonArray array => array,
                _ => throw Invalid($"The property '{name}' must be an array."),
            }
        )
        {
            var given = recipient as JsonObject ?? throw Invalid($"The property '{name}' must hold recipients.");
            RefuseUnknown(given, "emailAddress");
            var address = given["emailAddress"] as JsonObject ?? throw Invalid("A recipient needs an emailAddress.");
            RefuseUnknown(address, "address", "name");
            yield return GraphCall.Text(address, "address") ?? "";
        }
    }

    private static void RefuseUnknown(JsonObject given, params IReadOnlyList<string> known)
    {
        if (
            given
                .Select(p => p.Key)
                .FirstOrDefault(k => !k.StartsWith('@') && !known.Contains(k, StringComparer.OrdinalIgnoreCase)) is
            { } name
        )
            throw Invalid(
                $"The property '{name}' does not exist on this type. Make sure to only use property names that are defined by the type."
            );
    }

    /// <summary>Mail belongs to another workload, whose codes begin with a capital letter.</summary>
    private static GraphError Invalid(string message) => new(400, "RequestBodyRead", message);
}
