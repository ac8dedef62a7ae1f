namespace SpLg.LocalSite.Protocol;

/// <summary>One request, or one part of a batch, with what the resources need to answer it.</summary>
/// <param name="Root">The service root the client used, <c>http://127.0.0.1:5000/v1.0</c>.</param>
/// <param name="Address">The whole address as sent, for next links.</param>
/// <param name="Actor">Who the bearer token stands for.</param>
/// <param name="Body">The JSON body; null when there is none.</param>
/// <param name="Upload">The body of a file upload, already on disk.</param>
internal sealed record GraphCall(
    Site Site,
    string Method,
    GraphPath Path,
    QueryOptions Query,
    string Root,
    string Address,
    Actor Actor,
    JsonNode? Body,
    Blob? Upload,
    string? IfMatch,
    string? Prefer
)
{
    /// <summary>The site key as sent, for <c>@odata.context</c>, which repeats it.</summary>
    public string SiteKey { get; set; } = "";

    /// <summary>A fault set for this request that the resource itself must play; null when there is none.</summary>
    public FaultRule? Trick { get; init; }

    public SiteState State => Site.Store.State;

    /// <summary>The caller's rights: which rows and files they see and may change.</summary>
    public Access Access => field ??= new(State, Actor);

    public DateTimeOffset Now => Site.Now;

    public string Context(string suffix) => $"{Root}/$metadata#{suffix}";

    public string SiteContext(string suffix) => Context($"sites('{Uri.EscapeDataString(SiteKey)}')/{suffix}");

    /// <summary>The JSON body as an object; anything else is refused.</summary>
    public JsonObject Json() => Body as JsonObject ?? throw GraphError.Invalid("Invalid request");

    public JsonObject? JsonOrNothing() => Body is null ? null : Json();

    /// <summary>A text of the body, null when absent or null; another type is refused.</summary>
    public static string? Text(JsonObject json, string name) =>
        json[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw GraphError.Invalid($"The property '{name}' must be a string."),
        };

    /// <summary>A yes/no of the body, null when absent or null; another type is refused.</summary>
    public static bool? Flag(JsonObject json, string name) =>
        json[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False =>
                value.GetValue<bool>(),
            _ => throw GraphError.Invalid($"The property '{name}' must be true or false."),
        };

    /// <summary>The next link: this address with another skip token.</summary>
    public string NextLink(string option, string token)
    {
        var parts = Address.Split('?', 2);
        var kept = (parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries)).Where(p =>
            !Uri.UnescapeDataString(p.Split('=')[0])
                .TrimStart('$')
                .Equals(option.TrimStart('$'), StringComparison.OrdinalIgnoreCase)
        );
        return $"{parts[0]}?{string.Join('&', [.. kept, $"{option}={token}"])}";
    }
}
