namespace SpLg.Word.Expressions;

/// <summary>Finds what a person probably meant by a name that is not known.</summary>
internal static class Suggestion
{
    // What is longer was never meant as one.
    private const int LongestName = 100;

    /// <summary>The full name of the likeliest field, or null when none is near.</summary>
    public static string? TryFor(Resolution.Unknown unknown)
    {
        if (unknown.Part.Length > LongestName || !unknown.Scope.MaySuggest())
            return null;
        var wanted = FieldName.Fold(unknown.Part);
        var best = (Owner: (string?)null, Field: (Field?)null, Distance: 1 + Math.Max(1, wanted.Length / 3));
        foreach (var (owner, folded, field) in Candidates(unknown))
        {
            if (EditDistance.Within(wanted, folded, best.Distance - 1) is { } distance)
                best = (owner, field, distance);
        }
        if (best.Field is null)
            return null;
        return best.Owner is null ? best.Field.Name : $"{best.Owner}.{best.Field.Name}";
    }

    private static IEnumerable<(string? Owner, string Folded, Field Field)> Candidates(Resolution.Unknown unknown)
    {
        if (unknown.Owner is { } owner)
        {
            foreach (var (folded, field) in owner.Inner?.ByFoldedName ?? [])
                yield return (unknown.OwnerPath, folded, field);
            yield break;
        }
        for (var scope = unknown.Scope; scope is not null; scope = scope.Outer)
        {
            foreach (var (folded, field) in scope.Fields.ByFoldedName)
                yield return (null, folded, field);
        }
        // A field of a list, written without the list.
        for (var scope = unknown.Scope; scope is not null; scope = scope.Outer)
        {
            foreach (var list in scope.Fields.Fields)
            {
                foreach (var (folded, field) in list.Inner?.ByFoldedName ?? [])
                    yield return (list.Name, folded, field);
            }
        }
    }
}
