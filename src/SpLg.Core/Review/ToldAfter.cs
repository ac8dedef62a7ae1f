namespace SpLg.Core.Review;

/// <summary>
/// Order of parts that come from several sections, such as those of the summary: that of the document. A part may
/// say which other it comes after instead.
/// </summary>
internal static class ToldAfter
{
    /// <param name="all">In the order of the document.</param>
    /// <param name="after">The name of what it comes after; null for what stands where the document has it, as does
    /// what comes after something that is not here.</param>
    public static IReadOnlyList<T> InOrder<T>(IReadOnlyList<T> all, Func<T, string> name, Func<T, string?> after)
    {
        var names = all.Select(name).ToHashSet(StringComparer.Ordinal);
        var followers = all.ToLookup(one => after(one) is { } other && names.Contains(other) ? other : null);
        return [.. From(null)];

        IEnumerable<T> From(string? place) => followers[place].SelectMany(one => From(name(one)).Prepend(one));
    }
}
