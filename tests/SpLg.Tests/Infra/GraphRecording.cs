namespace SpLg.Tests.Infra;

/// <summary>A real answer of Graph, recorded or passed on by somebody.</summary>
/// <param name="Name">Folder and file name without ending, e.g. <c>transcribed/site-get</c>.</param>
internal sealed record GraphRecording(
    string Name,
    int Status,
    JsonElement Body,
    IReadOnlyList<(string Name, string Value)> Headers
)
{
    private static readonly string[] Folders = ["recorded/graph", "transcribed"];

    /// <summary>All of them; empty (said aloud) where they are absent.</summary>
    public static IReadOnlyList<GraphRecording> All(Action<string> say) =>
        [
            .. Folders.SelectMany(folder =>
                GraphMaterial.TryPath("graph-fixtures/" + folder, say) is { } path
                    ? Directory
                        .EnumerateFiles(path, "*.json")
                        .Order(StringComparer.Ordinal)
                        .Select(file => Read(folder, file))
                    : []
            ),
        ];

    /// <summary>One of the documentation's own examples; null (said aloud) where they are absent.</summary>
    public static GraphRecording? Documented(string name, Action<string> say) =>
        GraphMaterial.TryPath($"graph-fixtures/documented/{name}.json", say) is { } file
            ? Read("documented", file)
            : null;

    private static GraphRecording Read(string folder, string file)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
        var response = json.RootElement.GetProperty("response");
        return new(
            $"{folder}/{Path.GetFileNameWithoutExtension(file)}",
            response.GetProperty("status").GetInt32(),
            response.GetProperty("body").Clone(),
            [
                .. response
                    .GetProperty("headers")
                    .EnumerateObject()
                    .Where(h => h.Name is not ("Transfer-Encoding" or "Date" or "Vary"))
                    .Select(h => (h.Name, h.Value.GetString()!)),
            ]
        );
    }
}
