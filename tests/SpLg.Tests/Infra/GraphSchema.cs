using System.Text.RegularExpressions;

namespace SpLg.Tests.Infra;

/// <summary>
/// Checks JSON against the closed schemas of Graph v1.0, with exactly the JSON Schema keywords these use. An unknown
/// keyword throws, so that the schema cannot ask for something that is silently not checked.
/// </summary>
internal sealed class GraphSchema
{
    private static readonly HashSet<string> Known =
    [
        "type",
        "$ref",
        "anyOf",
        "properties",
        "additionalProperties",
        "patternProperties",
        "items",
        "pattern",
        "required",
        "enum",
        "maxItems",
        "minItems",
        "x-openType",
        "description",
    ];

    private readonly JsonElement definitions;

    private GraphSchema(JsonElement root) => definitions = root.GetProperty("$defs");

    /// <summary>The schema, or null when its file is absent; then <paramref name="say"/> has been told that nothing is checked.</summary>
    public static GraphSchema? TryLoad(Action<string> say)
    {
        if (GraphMaterial.TryPath("graph-schema/graph-jsonschema-strict.json", say) is not { } path)
            return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(json.RootElement.Clone());
    }

    public bool Has(string definition) => definitions.TryGetProperty(definition, out _);

    /// <summary>
    /// What is wrong with the instance, each line beginning with its JSON pointer ("/" is the whole); empty when it is
    /// valid.
    /// </summary>
    /// <param name="definition">A name under <c>$defs</c>, e.g. <c>listItem</c> or
    /// <c>collectionOf.listItem</c>.</param>
    public IReadOnlyList<string> Validate(string definition, JsonElement instance)
    {
        var failures = new List<string>();
        Check(definitions.GetProperty(definition), instance, "", failures);
        return failures;
    }

    private void Check(JsonElement schema, JsonElement instance, string at, List<string> failures)
    {
        if (schema.ValueKind == JsonValueKind.True)
            return;
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name))
                throw new NotSupportedException(
                    $"The schema uses '{keyword.Name}', which this validator does not check."
                );
        }

        if (schema.TryGetProperty("$ref", out var reference))
            Check(definitions.GetProperty(reference.GetString()!["#/$defs/".Length..]), instance, at, failures);
        if (schema.TryGetProperty("anyOf", out var choices))
            CheckAny(choices, instance, at, failures);
        if (schema.TryGetProperty("type", out var type) && !Names(type).Any(name => IsType(name, instance)))
            failures.Add($"{Pointer(at)}: is {instance.ValueKind}, expected {type}");
        if (
            schema.TryGetProperty("enum", out var allowed)
            && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, instance))
        )
            failures.Add($"{Pointer(at)}: {instance.GetRawText()} is none of {allowed}");
        if (
            schema.TryGetProperty("pattern", out var pattern)
            && instance.ValueKind == JsonValueKind.String
            && !Matches(instance.GetString()!, pattern.GetString()!)
        )
            failures.Add($"{Pointer(at)}: \"{instance}\" does not match {pattern}");
        if (instance.ValueKind == JsonValueKind.Object)
            CheckObject(schema, instance, at, failures);
        if (instance.ValueKind == JsonValueKind.Array)
            CheckArray(schema, instance, at, failures);
    }

    private void CheckAny(JsonElement choices, JsonElement instance, string at, List<string> failures)
    {
        List<string>? nearest = null;
        foreach (var choice in choices.EnumerateArray())
        {
            var own = new List<string>();
            Check(choice, instance, at, own);
            if (own.Count == 0)
                return;
            // The first alternative is the type itself, the others are null or a digit string: its failures say most.
            nearest ??= own;
        }

        failures.AddRange(nearest ?? [$"{Pointer(at)}: anyOf without alternatives"]);
    }

    private void CheckObject(JsonElement schema, JsonElement instance, string at, List<string> failures)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            failures.AddRange(
                required
                    .EnumerateArray()
                    .Where(name => !instance.TryGetProperty(name.GetString()!, out _))
                    .Select(name => $"{Pointer(at)}: '{name}' is missing")
            );
        }

        foreach (var property in instance.EnumerateObject())
        {
            var below = $"{at}/{property.Name.Replace("~", "~0").Replace("/", "~1")}";
            var named =
                schema.TryGetProperty("properties", out var properties)
                && properties.TryGetProperty(property.Name, out var own)
                    ? own
                    : (JsonElement?)null;
            if (named is { } known)
                Check(known, property.Value, below, failures);
            var byPattern = PatternsFor(schema, property.Name);
            foreach (var matched in byPattern)
                Check(matched, property.Value, below, failures);
            if (
                named is null
                && byPattern.Count == 0
                && schema.TryGetProperty("additionalProperties", out var additional)
            )
            {
                if (additional.ValueKind == JsonValueKind.False)
                    failures.Add($"{below}: is not a property Graph knows");
                else
                    Check(additional, property.Value, below, failures);
            }
        }
    }

    private void CheckArray(JsonElement schema, JsonElement instance, string at, List<string> failures)
    {
        var count = instance.GetArrayLength();
        if (schema.TryGetProperty("minItems", out var least) && count < least.GetInt32())
            failures.Add($"{Pointer(at)}: {count} elements, at least {least}");
        if (schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32())
            failures.Add($"{Pointer(at)}: {count} elements, at most {most}");
        if (!schema.TryGetProperty("items", out var items))
            return;
        var index = 0;
        foreach (var element in instance.EnumerateArray())
            Check(items, element, $"{at}/{index++}", failures);
    }

    private static List<JsonElement> PatternsFor(JsonElement schema, string name) =>
        schema.TryGetProperty("patternProperties", out var patterns)
            ? [.. patterns.EnumerateObject().Where(p => Matches(name, p.Name)).Select(p => p.Value)]
            : [];

    private static IEnumerable<string> Names(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsType(string name, JsonElement instance) =>
        name switch
        {
            "null" => instance.ValueKind == JsonValueKind.Null,
            "string" => instance.ValueKind == JsonValueKind.String,
            "boolean" => instance.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "object" => instance.ValueKind == JsonValueKind.Object,
            "array" => instance.ValueKind == JsonValueKind.Array,
            "number" => instance.ValueKind == JsonValueKind.Number,
            "integer" => instance.ValueKind == JsonValueKind.Number
                && instance.TryGetDecimal(out var number)
                && decimal.IsInteger(number),
            _ => throw new NotSupportedException($"The schema uses the type '{name}'."),
        };

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static string Pointer(string at) => at.Length == 0 ? "/" : at;
}
