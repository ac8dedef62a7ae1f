namespace SpLg.Core.Lists;

/// <summary>
/// Finds the row of another list that a cell points to: by id, or by title where a file has only that.
/// </summary>
internal sealed class RowLookup<T>(IReadOnlyList<T> rows, Func<T, RowOrigin> origin, Func<T, string?> title)
    where T : class
{
    private readonly ILookup<string, T> byId = rows.ToLookup(r => origin(r).Id, StringComparer.Ordinal);
    private readonly ILookup<string, T> byTitle = rows.Where(r => title(r) is not null)
        .ToLookup(r => title(r)!, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, T> byName = rows.Where(r => title(r) is not null)
        .ToLookup(r => title(r)!, Names.Comparer);

    /// <summary>The one row that is meant; null when there is none or when several have the title.</summary>
    public T? TryFind(Reference? reference) => reference is not null && Found(reference) is [var only] ? only : null;

    /// <summary>The fault of a reference as a clause for a finding; null when there is none.</summary>
    /// <param name="list">Swedish title of the list it points to.</param>
    public string? Fault(Reference? reference, string list)
    {
        if (reference is null)
            return null;
        var said = reference.Text ?? $"rad {reference.Id!.Value.ToString(CultureInfo.InvariantCulture)}";
        return Found(reference) switch
        {
            [] => $"”{said}” finns inte i listan {list}",
            [_] => null,
            _ => $"Det finns flera rader som heter ”{said}” i listan {list}, så det framgår inte vilken som menas",
        };
    }

    /// <summary>
    /// The rows of a file have ids of their own, so a reference whose id is not found may still be found by title.
    /// </summary>
    private IReadOnlyList<T> Found(Reference reference)
    {
        if (reference.Id is { } id && byId[id.ToString(CultureInfo.InvariantCulture)].ToList() is { Count: > 0 } found)
            return found;
        if (reference.Text is not { } text)
            return [];
        return byTitle[text].ToList() is { Count: > 0 } alike ? alike : [.. byName[text]];
    }
}
