using System.Text.RegularExpressions;

namespace SpLg.Tracing;

/// <summary>Finds a figure of a document by the template's name for it.</summary>
internal static partial class TraceAnswer
{
    private const int MostSuggested = 3;

    /// <summary>
    /// The figures with this name, however it is spaced or cased; with braces or a format as in the template too. A
    /// name within a list, without saying which line, means those of all lines.
    /// </summary>
    public static IReadOnlyList<DocumentFigure> Find(DocumentTrace trace, string tag)
    {
        var wanted = Fold(tag);
        var exact = trace.Figures.Where(f => FieldName.Fold(f.Tag) == wanted).ToList();
        return exact.Count > 0
            ? exact
            : [.. trace.Figures.Where(f => FieldName.Fold(Line().Replace(f.Tag, "")) == wanted)];
    }

    /// <summary>The names that are nearest to one that is not there.</summary>
    public static IReadOnlyList<string> Near(DocumentTrace trace, string tag)
    {
        var wanted = Fold(tag);
        return
        [
            .. trace
                .Figures.Select(f => f.Tag)
                .Distinct(StringComparer.Ordinal)
                .Select(t => (Tag: t, Distance: Distance(FieldName.Fold(t), wanted)))
                .Where(t => t.Distance <= Math.Max(1, wanted.Length / 5))
                .OrderBy(t => t.Distance)
                .Take(MostSuggested)
                .Select(t => t.Tag),
        ];
    }

    /// <summary>The last part of a name is often all that is remembered.</summary>
    private static int Distance(string tag, string wanted) =>
        Math.Min(
            EditDistance.Of(tag, wanted),
            EditDistance.Of(tag[(tag.IndexOf('.', StringComparison.Ordinal) + 1)..], wanted)
        );

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    private static string Fold(string tag)
    {
        var bare = tag.Trim().TrimStart('{', '#').TrimEnd('}');
        return FieldName.Fold(
            bare.IndexOf(':', StringComparison.Ordinal) is > 0 and var format ? bare[..format] : bare
        );
    }
}
