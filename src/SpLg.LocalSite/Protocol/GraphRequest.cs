namespace SpLg.LocalSite.Protocol;

/// <summary>One request before it is understood: from the wire, or from a batch.</summary>
/// <param name="PathAndQuery">Below the version, still percent-encoded, beginning with a slash.</param>
/// <param name="Root">The service root the client used.</param>
internal sealed record GraphRequest(
    string Method,
    string PathAndQuery,
    string Root,
    string Token,
    Func<string, string?> Header,
    Stream Body
);
