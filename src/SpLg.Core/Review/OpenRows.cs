using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>Chooses the rows an open edition shows and remembers what it left out, list by list.</summary>
/// <param name="before">What an earlier choice has left out.</param>
internal sealed class OpenRows(IReadOnlyDictionary<string, LeftOutRows> before)
{
    private readonly Dictionary<string, LeftOutRows> leftOut = new(before, StringComparer.Ordinal);

    /// <summary>By Swedish list title; lists that lack nothing are not there.</summary>
    public IReadOnlyDictionary<string, LeftOutRows> LeftOut => leftOut;

    /// <summary>
    /// Openness is the rule: a row that says nothing is shown; one whose word cannot be read is not, nor one that says
    /// nothing but why it would be secret.
    /// </summary>
    public static bool IsShown(RowOrigin origin) => origin.Publication.Is(Publication.Open) || (origin.Publication.IsEmpty && origin.SecrecyGround is null);

    /// <param name="open">The row with what may be told of it and its new origin.</param>
    public IReadOnlyList<T> Shown<T>(IReadOnlyList<T> rows, Func<T, RowOrigin> origin, Func<T, RowOrigin, T> open)
    {
        var shown = new List<T>(rows.Count);
        foreach (var row in rows)
        {
            var from = origin(row);
            if (IsShown(from))
                shown.Add(open(row, Bare(from)));
            else
                LeaveOut(from.List, from);
        }
        return shown;
    }

    /// <param name="because">The origin that says why; the row's own or that of the row it belongs to.</param>
    public void LeaveOut(string list, RowOrigin because) =>
        leftOut[list] = leftOut.GetValueOrDefault(list, LeftOutRows.None).With(because);

    /// <summary>Where the row is, without what people have written about it.</summary>
    public static RowOrigin Bare(RowOrigin origin) => origin with { ExternalKey = null, SecrecyGround = null };
}
