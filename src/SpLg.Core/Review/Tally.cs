using SpLg.Core.Fields;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>How many rows have one value, this year and last.</summary>
/// <param name="Before">Null when last year has no rows at all.</param>
public sealed record Tally(string Name, int Now, int? Before)
{
    /// <summary>What rows with an empty cell are counted as.</summary>
    public const string NotStated = "Ej angivet";

    public string Trend => Language.Trend.OfCount(Now, Before);

    /// <summary>One tally per choice in declared order (also zeros), then values outside the choices, then empty cells.</summary>
    public static IReadOnlyList<Tally> ByChoice<TRow, TChoice>(
        IReadOnlyList<TRow> now, IReadOnlyList<TRow> before, Func<TRow, Entry<TChoice>> choice)
        where TChoice : struct, Enum
    {
        var (counts, earlier) = (Count(now, Name), Count(before, Name));
        var known = Choice.Texts<TChoice>();
        var others = counts.Keys.Concat(earlier.Keys).Distinct(StringComparer.Ordinal)
            .Except(known, StringComparer.Ordinal)
            .OrderBy(n => n == NotStated).ThenBy(n => n, StringComparer.Ordinal);
        return [.. known.Concat(others).Select(n => new Tally(n, counts.GetValueOrDefault(n), before.Count == 0 ? null : earlier.GetValueOrDefault(n)))];

        string Name(TRow row) => choice(row) is var entry && entry.Value is { } value ? Choice.Text(value) : entry.Text ?? NotStated;
    }

    /// <summary>One tally per text that occurs, the most frequent first; case does not count.</summary>
    public static IReadOnlyList<Tally> ByText<TRow>(IReadOnlyList<TRow> now, IReadOnlyList<TRow> before, Func<TRow, string?> text)
    {
        var (counts, earlier) = (Count(now, Name), Count(before, Name));
        return [.. counts.Keys.Concat(earlier.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(n => new Tally(n, counts.GetValueOrDefault(n), before.Count == 0 ? null : earlier.GetValueOrDefault(n)))
            .OrderBy(t => t.Name is NotStated or OpenEdition.NotShown).ThenByDescending(t => t.Now).ThenByDescending(t => t.Before).ThenBy(t => t.Name, StringComparer.Ordinal)];

        string Name(TRow row) => text(row) ?? NotStated;
    }

    /// <summary>The fields of a list of tallies whose first column has this name.</summary>
    /// <param name="now">The name of this year's column, which is what a chart's legend says.</param>
    public static FieldSet Fields(string name, string description, string now = "Antal") => new FieldSetBuilder<Tally>()
        .Text(name, description, t => t.Name)
        .Number(now, "Antal i år.", t => t.Now)
        .Number("Förra året", "Antal förra året; tomt när uppgifter saknas.", t => t.Before)
        .Text("Trend", "Jämförelsen med förra året i ord.", t => t.Trend)
        .Build();

    private static Dictionary<string, int> Count<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string> name)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var key = name(row);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts;
    }
}
