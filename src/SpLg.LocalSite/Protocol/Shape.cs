namespace SpLg.LocalSite.Protocol;

/// <summary>The parts of answers that are alike everywhere.</summary>
internal static class Shape
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>
    /// Keeps the selected properties and their annotations; <c>@odata</c> annotations of the whole stay. A selected
    /// property that has no value is left out, as the service does.
    /// </summary>
    public static JsonObject Select(
        JsonObject whole,
        IReadOnlyList<string>? select,
        params IEnumerable<string> expanded
    )
    {
        if (select is null || select.Contains("*"))
            return whole;
        var kept = new HashSet<string>(select.Concat(expanded), StringComparer.OrdinalIgnoreCase);
        foreach (var name in whole.Select(p => p.Key).ToList())
        {
            var at = name.IndexOf('@');
            if (at != 0 && !kept.Contains(at < 0 ? name : name[..at]))
                whole.Remove(name);
        }
        return whole;
    }

    public static bool Selects(IReadOnlyList<string>? select, string name) =>
        select?.Contains(name, StringComparer.OrdinalIgnoreCase) == true;

    public static JsonObject Collection(string context, IEnumerable<JsonObject> values, string? nextLink = null)
    {
        var answer = new JsonObject { ["@odata.context"] = context };
        if (nextLink is not null)
            answer["@odata.nextLink"] = nextLink;
        answer["value"] = new JsonArray([.. values]);
        return answer;
    }

    /// <summary>An entity as the answer's root, where it carries its context first.</summary>
    public static JsonObject Entity(string context, JsonObject entity)
    {
        entity.Insert(0, "@odata.context", context);
        return entity;
    }
}
