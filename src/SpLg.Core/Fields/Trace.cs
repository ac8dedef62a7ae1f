namespace SpLg.Core.Fields;

/// <summary>Where a figure comes from, so that it can be followed back to the rows.</summary>
/// <param name="List">Swedish title of the list.</param>
/// <param name="Filter">Swedish, in the words of the list's columns: which rows count, e.g. <c>År är 2026 och Anmäld
/// till IMY är ifylld</c>.</param>
/// <param name="Rows">The rows that were counted or shown, each once.</param>
public sealed record Trace(string List, string Filter, IReadOnlyList<RowOrigin> Rows)
{
    /// <summary>The filter of a section that takes every row.</summary>
    public const string AllRows = "alla rader";

    public static Trace Of(string list, string filter, IEnumerable<ISourceRow> rows) =>
        new(list, filter, [.. rows.Select(r => r.Origin)]);

    /// <summary>Some of these rows: those for which the condition, in the same words, holds too.</summary>
    public Trace Described(string condition, IEnumerable<ISourceRow> rows) =>
        Of(List, Filter == AllRows ? condition : $"{Filter} och {condition}", rows);

    /// <summary>These and last year's, for a figure that compares them.</summary>
    public Trace Against(Trace? before) =>
        before is null ? this : new(List, $"{Filter}, jämfört med {before.Filter}", [.. Rows, .. before.Rows]);
}
