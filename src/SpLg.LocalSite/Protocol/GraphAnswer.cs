namespace SpLg.LocalSite.Protocol;

/// <summary>A resource's answer: JSON, a file's bytes, or nothing but status and headers.</summary>
internal sealed record GraphAnswer(int Status, JsonObject? Body = null)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public Blob? Content { get; init; }

    /// <summary>A body as a fault rule has it, JSON or not.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// A file that must be made a PDF before this answer is true; it takes too long to hold up the state.
    /// </summary>
    public (Blob Content, string FileName)? ToConvert { get; init; }

    public static GraphAnswer Ok(JsonObject body) => new(200, body) { Headers = ETag(body) };

    /// <summary>
    /// 201 with a Location at SharePoint's own interface, as the SharePoint workload answers: not an address the Graph
    /// token opens.
    /// </summary>
    public static GraphAnswer Created(JsonObject body, string location) =>
        new(201, body) { Headers = [.. ETag(body), ("Location", location)] };

    public static GraphAnswer NoContent() => new(204);

    private static (string, string)[] ETag(JsonObject body) =>
        body["@odata.etag"] is { } tag ? [("ETag", tag.GetValue<string>())] : [];
}
