using System.Text.RegularExpressions;

namespace SpLg.LocalSite.Protocol;

/// <summary>
/// The segments of a Graph address, decoded. <c>name:/a/b:</c> is one segment with an inner path; the closing colon may
/// be missing at the end, or be there with nothing after it. A key in parentheses, <c>lists('x')</c>, is split in two.
/// </summary>
internal sealed partial class GraphPath
{
    private readonly IReadOnlyList<GraphSegment> segments;
    private int next;

    private GraphPath(IReadOnlyList<GraphSegment> segments) => this.segments = segments;

    public bool AtEnd => next == segments.Count;

    /// <param name="raw">The path below the version, still percent-encoded.</param>
    public static GraphPath Parse(string raw)
    {
        var found = new List<GraphSegment>();
        List<string>? inner = null;
        foreach (var part in raw.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            // Decoded after the split, so that an encoded slash cannot make a new segment.
            var text = Uri.UnescapeDataString(part);
            if (text.Split('/') is var names && (names.Contains(".") || names.Contains("..")))
                throw GraphError.Invalid("The request URI may not hold relative segments.");
            var closes = text.EndsWith(':');
            if (inner is null)
            {
                // The .NET SDK escapes what it has for an id, so a site's path comes as one segment.
                if (text.IndexOf(":/", StringComparison.Ordinal) is var colon and > 0)
                    found.Add(
                        new(
                            text[..colon],
                            text[(colon + 2)..].TrimEnd(':').Split('/', StringSplitOptions.RemoveEmptyEntries)
                        )
                    );
                else if (closes)
                    found.Add(new(text[..^1], inner = []));
                else if (Key().Match(text) is { Success: true } keyed)
                    found.AddRange([
                        new(keyed.Groups["name"].Value, null),
                        new(keyed.Groups["key"].Value.Replace("''", "'"), null),
                    ]);
                else
                    found.Add(new(text, null));
            }
            else
            {
                if (text.Length > (closes ? 1 : 0))
                    inner.Add(closes ? text[..^1] : text);
                if (closes)
                    inner = null;
            }
        }
        return new(found);
    }

    public GraphSegment Next() =>
        AtEnd ? throw GraphError.Invalid("The request URI ends where a resource is expected.") : segments[next++];

    [GeneratedRegex(@"^(?<name>[A-Za-z]+)\('(?<key>.*)'\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}

/// <param name="Text">The decoded text, without the colon that opens an inner path.</param>
/// <param name="Inner">The inner path of <c>name:/a/b</c>; null when there is none.</param>
internal sealed record GraphSegment(string Text, IReadOnlyList<string>? Inner)
{
    /// <summary>For comparison with resource names, which are matched without regard to case.</summary>
    public string Name => Text.ToLowerInvariant();
}
