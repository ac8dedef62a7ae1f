using SpLg.Core.Fields;

namespace SpLg.Word.Expressions;

/// <summary>Finds what a person probably meant by a name that is not known.</summary>
internal static class Suggestion
{
    /// <summary>The full name of the likeliest field, or null when none is near.</summary>
    public static string? TryFor(Resolution.Unknown unknown)
    {
        var wanted = FieldName.Fold(unknown.Part);
        var best = (Name: (string?)null, Distance: 1 + Math.Max(1, wanted.Length / 3));
        foreach (var (name, field) in Candidates(unknown))
        {
            var distance = Distance(wanted, FieldName.Fold(field.Name));
            if (distance < best.Distance)
                best = (name, distance);
        }
        return best.Name;
    }

    private static IEnumerable<(string Name, Field Field)> Candidates(Resolution.Unknown unknown)
    {
        if (unknown.Owner is { } owner)
        {
            foreach (var field in owner.Inner?.Fields ?? [])
                yield return ($"{unknown.OwnerPath}.{field.Name}", field);
            yield break;
        }
        for (var scope = unknown.Scope; scope is not null; scope = scope.Outer)
        {
            foreach (var field in scope.Fields.Fields)
                yield return (field.Name, field);
        }
        // A field of a list, written without the list.
        for (var scope = unknown.Scope; scope is not null; scope = scope.Outer)
        {
            foreach (var list in scope.Fields.Fields)
            {
                foreach (var field in list.Inner?.Fields ?? [])
                    yield return ($"{list.Name}.{field.Name}", field);
            }
        }
    }

    // Levenshtein distance, and a swap of neighbours counts once. https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
