namespace SpLg.Core.Checklists;

/// <summary>Finds what a person means by the words in Urval.</summary>
internal static class ChecklistSelection
{
    private const int MostNamed = 6;

    private const int LongestName = 60;

    /// <summary>
    /// The one thing that is called exactly this (case, spaces and dashes do not count), else the only one whose name
    /// holds it.
    /// </summary>
    /// <param name="names">What a thing goes by, the name to show it with first.</param>
    /// <param name="none">Swedish, what is said when there is nothing to choose from: <c>ingen upphandling</c>.</param>
    /// <exception cref="ChecklistSelectionException">None or several are meant.</exception>
    public static T One<T>(IReadOnlyList<T> things, Func<T, IReadOnlyList<string>> names, string selection, string none)
        where T : class
    {
        if (things.Count == 0)
            throw new ChecklistSelectionException(
                $"Urvalet ”{selection.Trim()}” går inte att hitta: det finns {none} i underlaget."
            );
        var wanted = FieldName.Fold(selection);
        var meant = things.Where(t => names(t).Any(n => FieldName.Fold(n) == wanted)).ToList();
        if (meant.Count == 0)
            meant = [.. things.Where(t => FieldName.Fold(names(t)[0]).Contains(wanted, StringComparison.Ordinal))];
        return meant switch
        {
            [var only] => only,
            [] => throw new ChecklistSelectionException(
                $"Urvalet ”{selection.Trim()}” finns inte. {Near([.. things.Select(t => names(t)[0])], wanted)}"
            ),
            _ => throw new ChecklistSelectionException(
                $"Urvalet ”{selection.Trim()}” kan betyda flera: {Named([.. meant.Select(t => Told(names(t)))])}. "
                    + "Skriv det som står inom parentes för den som menas."
            ),
        };
    }

    private static string Shortened(string name) =>
        name.Length <= LongestName
            ? name
            : name[..(name.LastIndexOf(' ', LongestName) is > 0 and var end ? end : LongestName)] + " …";

    private static string Told(IReadOnlyList<string> names) => names.Count > 1 ? $"{names[0]} ({names[1]})" : names[0];

    private static string Near(IReadOnlyList<string> names, string wanted)
    {
        var furthest = wanted.Length / 4;
        var near = names
            .Distinct(StringComparer.Ordinal)
            .Select(n => (Name: n, Distance: Distance(FieldName.Fold(n), wanted)))
            .Where(n => n.Distance <= furthest)
            .OrderBy(n => n.Distance)
            .Select(n => n.Name)
            .Take(MostNamed / 2)
            .ToList();
        return near.Count > 0
            ? $"Menas {Swedish.Join(near, "eller")}?"
            : $"Det som finns är {Named([.. names.Distinct(StringComparer.Ordinal).Select(Shortened)])}.";
    }

    /// <summary>A name is often longer than what is typed of it, so the typed may be near to a part of it.</summary>
    private static int Distance(string name, string wanted) =>
        Enumerable
            .Range(0, Math.Max(0, name.Length - wanted.Length) + 1)
            .Min(start => EditDistance.Of(name.Substring(start, Math.Min(wanted.Length, name.Length - start)), wanted));

    private static string Named(IReadOnlyList<string> names) =>
        Swedish.JoinMost([.. names.Select(n => $"”{n}”")], MostNamed);
}
