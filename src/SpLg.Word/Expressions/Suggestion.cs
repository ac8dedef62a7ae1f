using SpLg.Core.Fields;
using SpLg.Core.Language;

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
            var distance = EditDistance.Of(wanted, FieldName.Fold(field.Name));
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
}
