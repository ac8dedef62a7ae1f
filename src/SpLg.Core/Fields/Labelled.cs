namespace SpLg.Core.Fields;

/// <summary>Small facts of a row in words, each with its name, for where they have no column of their own.</summary>
internal static class Labelled
{
    /// <summary>Those that are there; null when none is.</summary>
    public static string? Of(params IEnumerable<(string Label, string? Value)> facts) =>
        string.Join(' ', facts.Where(f => f.Value is not null).Select(f => Swedish.WithStop($"{f.Label}: {f.Value}")))
            is { Length: > 0 } words
            ? words
            : null;

    /// <summary>The words that are there, with commas; null when none is.</summary>
    public static string? Joined(params IEnumerable<string?> words) =>
        string.Join(", ", words.OfType<string>()) is { Length: > 0 } joined ? joined : null;

    /// <summary>A person's name, which an open edition does not tell.</summary>
    public static string? Name(Reference? person) =>
        person?.Text is { } name and not (OpenCells.SomebodyNamed or OpenCells.SomebodyInWords) ? name : null;

    public static string? Day(Entry<DateOnly> date) => date.Value is { } day ? Swedish.Long(day) : date.Text;
}
