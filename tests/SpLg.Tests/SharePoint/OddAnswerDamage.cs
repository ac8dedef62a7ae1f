using System.Text.Json.Nodes;

namespace SpLg.Tests.SharePoint;

/// <summary>What is done to an answer.</summary>
public sealed partial class OddAnswerTests
{
    private static IEnumerable<(string How, byte[] Body)> Damage(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        yield return ("nothing", []);
        yield return ("null", "null"u8.ToArray());
        yield return ("array", "[]"u8.ToArray());
        yield return ("number", "7"u8.ToArray());
        yield return ("html", "<html>Logga in</html>"u8.ToArray());
        yield return ("half", bytes[..(bytes.Length / 2)]);
        yield return ("more behind", [.. bytes, .. "x"u8]);
        yield return ("mark before", [.. Encoding.UTF8.Preamble, .. bytes]);
        yield return ("no UTF-8", [.. bytes[..^2], 0xff, .. bytes[^2..]]);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(body));
        yield return ("error", """{"error":{"code":"x","message":"y"}}"""u8.ToArray());
        yield return ("odd error", """{"error":[null]}"""u8.ToArray());
        yield return ("deep", Encoding.UTF8.GetBytes(new string('[', 10_000)));
        yield return ("twice", Encoding.UTF8.GetBytes(body.Trim()[..^1] + "," + body.Trim()[1..]));
        foreach (var path in Paths(JsonNode.Parse(body)!, []))
        {
            foreach (var (how, value) in Values)
                yield return ($"{string.Join('/', path)} {how}", Encoding.UTF8.GetBytes(Changed(body, path, value)));
            if (path[^1] is 0)
                yield return (
                    $"{string.Join('/', path)} doubled",
                    Encoding.UTF8.GetBytes(Changed(body, path, Same(body, path) + "," + Same(body, path)))
                );
            yield return ($"{string.Join('/', path)} gone", Encoding.UTF8.GetBytes(Changed(body, path, null)));
        }
    }

    private static readonly (string How, string Json)[] Values =
    [
        ("null", "null"),
        ("true", "true"),
        ("number", "7"),
        ("huge number", "1e400"),
        ("negative", "-1"),
        ("decimals", "7.5"),
        ("text", "\"x\""),
        ("no text", "\"\""),
        ("half a character", "\"\\ud83d\""),
        ("control characters", "\"\\u0000\\r\\n/../?#\""),
        ("broken address", "\"//[\""),
        ("broken web address", "\"https://[\""),
        ("last version", "\"2147483647.0\""),
        ("last moment", "\"9999-12-31T23:59:59.9999999Z\""),
        ("long text", $"\"{new string('x', 20_000)}\""),
        ("array", "[]"),
        ("array of null", "[null]"),
        ("object", "{}"),
        ("object of null", "{\"id\":null}"),
        ("deep", new string('[', 70) + new string(']', 70)),
    ];

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path)
    {
        if (path.Length > 0)
            yield return path;
        var below = node switch
        {
            JsonObject o => o.Select(p => ((object)p.Key, p.Value)),
            JsonArray a => a.Select((value, i) => ((object)i, value)),
            _ => [],
        };
        foreach (
            var deeper in below.Where(b => b.Item2 is not null).SelectMany(b => Paths(b.Item2!, [.. path, b.Item1]))
        )
            yield return deeper;
    }

    private static string Same(string body, object[] path) =>
        path.Aggregate(JsonNode.Parse(body)!, (node, step) => step is int i ? node[i]! : node[(string)step]!)
            .ToJsonString();

    /// <param name="value">Null takes the node away.</param>
    private static string Changed(string body, object[] path, string? value)
    {
        const string Mark = "the node that is changed";
        var root = JsonNode.Parse(body)!;
        var parent = path[..^1].Aggregate(root, (node, step) => step is int i ? node[i]! : node[(string)step]!);
        if (path[^1] is int index)
        {
            parent.AsArray().RemoveAt(index);
            if (value is not null)
                parent.AsArray().Insert(index, Mark);
        }
        else if (value is null)
        {
            parent.AsObject().Remove((string)path[^1]);
        }
        else
        {
            parent[(string)path[^1]] = Mark;
        }
        return root.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
    }
}
