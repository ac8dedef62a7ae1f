namespace SpLg.LocalSite.Protocol;

/// <summary>
/// An answer that is an error in Graph's envelope. The codes and texts are those of recorded answers where there is
/// one;
/// where none was found the factory says so.
/// </summary>
internal sealed class GraphError(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>A further header the answer carries, such as the address to go on from after 410.</summary>
    public (string Name, string Value)? Header { get; init; }

    public static GraphError Invalid(string message) => new(400, "invalidRequest", message);

    public static GraphError NotFound(string message = "Item not found") => new(404, "itemNotFound", message);

    public static GraphError General(string message = "General exception while processing") =>
        new(500, "generalException", message);

    /// <summary>As when a site has used up its storage. https://learn.microsoft.com/graph/errors</summary>
    public static GraphError NoRoom(string message) => new(507, "quotaLimitReached", message);

    /// <summary>A segment the service does not know: capital B and all, as recorded.</summary>
    public static GraphError UnknownSegment(string segment) =>
        new(400, "BadRequest", $"Resource not found for the segment '{segment}'.");

    /// <summary>
    /// A segment that is known but not served here; a local rule, so that a client sees what is missing.
    /// </summary>
    public static GraphError NotServed(string what) =>
        new(501, "notImplemented", $"The local site does not serve {what}.");

    /// <summary>Not recorded anywhere; 405 is what HTTP asks for.</summary>
    public static GraphError WrongMethod(string method) =>
        new(405, "invalidRequest", $"The HTTP method '{method}' is not supported on this resource.");

    public static GraphError Changed(string code) => new(412, code, "ETag does not match current item's value");

    public static GraphError NameTaken() => new(409, "nameAlreadyExists", "The specified item name already exists.");
}
