namespace SpLg.SharePoint.Throttling;

/// <summary>
/// An answer of status 200 that holds an error in the place of an element. Seen from the service after a deletion: the
/// page has failed and is asked for again.
/// </summary>
internal sealed class FaultInAnswerException(JsonElement error) : Exception("An element of the answer is an error.")
{
    public JsonElement Error { get; } = error;
}
