namespace SpLg.Core.Figures;

/// <summary>Rows of a list and, in Swedish, which they are: what is counted, and what the count is traced to.</summary>
/// <param name="List">Swedish title of the list.</param>
/// <param name="Filter">As <see cref="Trace.Filter"/>.</param>
public sealed record ChosenRows<T>(string List, string Filter, IReadOnlyList<T> Rows)
    where T : class, ISourceRow
{
    /// <summary>How whole the rows are, which goes with everything that is counted among them.</summary>
    public Footing Footing { get; init; }

    /// <summary>
    /// Which of the rows are compared where not all of the year is, and in words what part they are of; null where all
    /// is.
    /// </summary>
    internal (Func<T, bool?> Holds, string Words)? Part { get; init; }

    public Trace Trace => Fields.Trace.Of(List, Filter, Rows);

    /// <summary>Those of the rows for which the condition, in the words of the columns, holds too.</summary>
    public ChosenRows<T> Described(string condition, IEnumerable<T> rows) =>
        this with
        {
            Filter = Filter == Fields.Trace.AllRows ? condition : $"{Filter} och {condition}",
            Rows = [.. rows],
        };

    /// <summary>How many they are.</summary>
    public RowCount Count =>
        new(Trace)
        {
            Footing = Footing,
            Part = Part is { } part
                ? new(Rows.Count(r => part.Holds(r) == true), Rows.Count(r => part.Holds(r) is null), part.Words)
                : null,
        };
}

/// <summary>A number of rows in a part of the year.</summary>
/// <param name="Loose">Rows that do not say whether they are of the part.</param>
/// <param name="Words">As <see cref="Figures.ComparedPart.Words"/>.</param>
internal sealed record PartCount(int Count, int Loose, string Words);
