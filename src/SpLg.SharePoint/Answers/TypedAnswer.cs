using System.Text.Json.Nodes;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SpLg.SharePoint.Answers;

/// <summary>Reads from the SDK's models what they do not tell apart, or have no property for.</summary>
internal static class TypedAnswer
{
    /// <summary>
    /// An error in the place of a thing would be a thing without id: the models keep what they do not know among the
    /// rest.
    /// </summary>
    /// <exception cref="FaultInAnswerException">An error stands in the place of the thing.</exception>
    public static void ThrowIfFault(IParsable answer)
    {
        // Of all models that are read the site alone has an error of its own.
        if (answer is Microsoft.Graph.Models.Site { Error: { } told })
            throw new FaultInAnswerException(
                JsonSerializer.SerializeToElement(new { code = told.Code, message = told.Message })
            );
        if (
            answer is IAdditionalDataHolder { AdditionalData: { } rest }
            && rest.TryGetValue("error", out var error)
            && error is not null
        )
            throw new FaultInAnswerException(Json(error));
    }

    /// <summary>
    /// Who did something. What an application did on its own comes with <c>application</c> and a <c>user</c> who is
    /// nobody: a display name such as "SharePoint App", neither id nor e-mail. A person who used an application is that
    /// person. Who is neither told as an application nor known by id or e-mail is somebody unknown, and never the
    /// application.
    /// https://learn.microsoft.com/graph/api/resources/identityset
    /// </summary>
    public static Author ToAuthor(this IdentitySet identities)
    {
        var user = identities.User;
        return identities.Application is { } application && Given(user?.Id) is null && Email(user) is null
            ? new(application.DisplayName, null, null, true) { ApplicationId = Given(application.Id) }
            : new(user?.DisplayName, Email(user), Given(user?.Id), false);
    }

    /// <summary>The model of an identity has no e-mail address, although SharePoint sends one.</summary>
    public static string? Email(Identity? identity) =>
        identity?.AdditionalData.TryGetValue("email", out var email) is true && email is string address
            ? Given(address)
            : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>
    /// An error as JSON, from the models; of its values those that say something, objects and texts.
    /// </summary>
    private static JsonElement Json(object value) =>
        JsonSerializer.SerializeToElement(Node(value as UntypedNode) ?? new JsonObject());

    private static JsonNode? Node(UntypedNode? value) =>
        value switch
        {
            UntypedObject inner => new JsonObject(
                inner.GetValue().ToDictionary(member => member.Key, member => Node(member.Value))
            ),
            UntypedString text => text.GetValue(),
            _ => null,
        };
}
