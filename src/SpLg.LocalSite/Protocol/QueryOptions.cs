namespace SpLg.LocalSite.Protocol;

/// <summary>
/// The options of a request or of one <c>$expand</c> part. Names are taken with and without <c>$</c>, encoded or not,
/// without regard to case, as the service does.
/// </summary>
internal sealed class QueryOptions
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "select",
        "expand",
        "filter",
        "top",
        "skiptoken",
        "orderby",
        "search",
        "token",
        "format",
        "count",
        "levels",
        "skip",
    };

    private readonly Dictionary<string, string> values;

    private QueryOptions(Dictionary<string, string> values) => this.values = values;

    public static QueryOptions None { get; } = new([]);

    public string? Filter => values.GetValueOrDefault("filter");

    public string? OrderBy => values.GetValueOrDefault("orderby");

    public string? SkipToken => values.GetValueOrDefault("skiptoken");

    public string? Token => values.GetValueOrDefault("token");

    public string? Search => values.GetValueOrDefault("search");

    public string? Format => values.GetValueOrDefault("format");

    /// <summary>fail, replace or rename, as the address tells; null when it does not.</summary>
    public string? ConflictBehavior => values.GetValueOrDefault("@microsoft.graph.conflictbehavior");

    /// <summary>Selected properties; null when the default ones are asked for.</summary>
    public IReadOnlyList<string>? Select =>
        values.TryGetValue("select", out var text)
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : null;

    public int? Top
    {
        get
        {
            if (values.TryGetValue("top", out var text))
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top > 0
                    ? top
                    : throw GraphError.Invalid($"Invalid value '{text}' for the query option '$top'.");
            return null;
        }
    }

    /// <param name="query">Without the question mark, still percent-encoded.</param>
    public static QueryOptions Parse(string query) =>
        new(Read(query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Decode)));

    /// <summary>The parts of <c>$expand</c> by name, each with its own options.</summary>
    public IReadOnlyDictionary<string, QueryOptions> Expand()
    {
        var parts = new Dictionary<string, QueryOptions>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Split(values.GetValueOrDefault("expand") ?? "", ','))
        {
            var open = part.IndexOf('(');
            if (open >= 0 && !part.EndsWith(')'))
                throw GraphError.Invalid($"Parsing OData Select and Expand failed: '{part}' is not closed.");
            var name = (open < 0 ? part : part[..open]).Trim();
            parts[name] = open < 0 ? None : new(Read(Split(part[(open + 1)..^1], ';').Select(Pair)));
        }
        return parts;
    }

    /// <summary>Refuses options this resource does not know, which would otherwise silently change nothing.</summary>
    public void Refuse(params IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(values.ContainsKey) is { } name)
            throw GraphError.Invalid($"${name} is not supported on this API.");
    }

    private static Dictionary<string, string> Read(IEnumerable<(string Name, string Value)> pairs)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            var key = (name.StartsWith('$') ? name[1..] : name).ToLowerInvariant();
            if (name.StartsWith('$') && !Known.Contains(key))
                throw GraphError.Invalid($"The query parameter '{name}' is not supported.");
            if (!options.TryAdd(key, value))
                throw GraphError.Invalid(
                    $"Query option '{name}' was specified more than once, but it must be specified at most once."
                );
        }
        return options;
    }

    private static (string, string) Decode(string pair)
    {
        var (name, value) = Pair(pair.Replace('+', ' '));
        return (Uri.UnescapeDataString(name), Uri.UnescapeDataString(value));
    }

    private static (string Name, string Value) Pair(string text) =>
        text.IndexOf('=') is var equals and >= 0 ? (text[..equals].Trim(), text[(equals + 1)..]) : (text.Trim(), "");

    private static IEnumerable<string> Split(string text, char separator)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == separator && depth == 0))
            {
                if (i > start && text[start..i].Trim() is { Length: > 0 } part)
                    yield return part;
                start = i + 1;
            }
            else if (text[i] == '(')
                depth++;
            else if (text[i] == ')')
                depth--;
        }
    }
}
