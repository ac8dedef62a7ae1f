using System.Text.RegularExpressions;

namespace SpLg.LocalSite.Html;

/// <summary>
/// The choices that a person may make now. Where the column's formatting has buttons that set it, those shown at the
/// value it has are the steps from there, and what no button sets is left to programs.
/// </summary>
internal static partial class Choosable
{
    /// <param name="now">What the column holds; null for nothing, which anything may follow.</param>
    public static IReadOnlyList<string> Of(ColumnRecord column, string? now)
    {
        if (column.Formatter is null || now is null)
            return column.Choices;
        using var formatter = JsonDocument.Parse(column.Formatter);
        var steps = Elements(formatter.RootElement).Select(e => StepOf(e, column.Name)).OfType<Step>().ToList();
        return steps.Count == 0
            ? column.Choices
            : [.. column.Choices.Where(c => c == now || steps.Any(s => s.Sets == c && s.From.Contains(now)))];
    }

    private static IEnumerable<JsonElement> Elements(JsonElement element) =>
        element.TryGetProperty("children", out var children)
            ? children.EnumerateArray().SelectMany(Elements).Prepend(element)
            : [element];

    private static Step? StepOf(JsonElement element, string column) =>
        element.TryGetProperty("customRowAction", out var action)
        && action.TryGetProperty("actionInput", out var input)
        && input.TryGetProperty(column, out var sets)
        && element.TryGetProperty("style", out var style)
        && style.TryGetProperty("display", out var shown)
            ? new(sets.GetString()!, [.. ShownAt().Matches(shown.GetString()!).Select(m => m.Groups["at"].Value)])
            : null;

    [GeneratedRegex("@currentField == '(?<at>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShownAt();

    /// <summary>What a button sets, and at which values it is shown.</summary>
    private sealed record Step(string Sets, IReadOnlyList<string> From);
}
