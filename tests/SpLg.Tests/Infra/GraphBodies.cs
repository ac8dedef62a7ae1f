using System.Text.RegularExpressions;

namespace SpLg.Tests.Infra;

/// <summary>Checks the body of a request against the closed schema of what is sent there.</summary>
internal static class GraphBodies
{
    private static readonly (string Method, string Path, string Definition)[] Kinds =
    [
        ("POST", "/lists$", "list"),
        ("PATCH", "/lists/[^/]+$", "list"),
        ("POST", "/columns$", "columnDefinition"),
        ("PATCH", "/columns/[^/]+$", "columnDefinition"),
        ("POST", "/items$", "listItem"),
        ("PATCH", "/fields$", "fieldValueSet"),
        ("POST", "/pages$", "sitePage"),
        ("PATCH", "/microsoft.graph.sitePage$", "sitePage"),
    ];

    /// <summary>
    /// What is wrong, a line each; empty when all is well, or when there is no schema and no more can be said.
    /// </summary>
    public static IReadOnlyList<string> Failures(GraphSchema? schema, GraphCall call)
    {
        if (call.Body.Length == 0 || call.Header("Content-Type") != "application/json")
            return [];
        var path = call.Target.Split('?')[0];
        if (path.EndsWith("/checkin", StringComparison.Ordinal))
            return OnlyProperties(call.Json(), "comment", "checkInAs");
        if (path.EndsWith("/sendMail", StringComparison.Ordinal))
            return
            [
                .. OnlyProperties(call.Json(), "Message", "SaveToSentItems"),
                .. OnlyProperties(call.Json().GetProperty("Message"), "@odata.type", "subject", "body", "toRecipients"),
            ];
        if (path.EndsWith("/createUploadSession", StringComparison.Ordinal))
            return
            [
                .. OnlyProperties(call.Json(), "item"),
                .. schema?.Validate("driveItemUploadableProperties", call.Json().GetProperty("item")) ?? [],
            ];
        var definition = Kinds
            .FirstOrDefault(k =>
                k.Method == call.Method && Regex.IsMatch(path, k.Path, RegexOptions.None, TimeSpan.FromSeconds(1))
            )
            .Definition;
        if (definition is null)
            return [$"{call}: nobody knows what this body should be"];
        return [.. (schema?.Validate(definition, call.Json()) ?? []).Select(failure => $"{call}: {failure}")];
    }

    private static IReadOnlyList<string> OnlyProperties(JsonElement body, params string[] names) =>
        [
            .. body.EnumerateObject()
                .Where(p => !names.Contains(p.Name))
                .Select(p => $"/{p.Name}: is not a property of this action"),
        ];
}
