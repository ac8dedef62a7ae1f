using SpLg.Core.Lists;

namespace SpLg.Core.Fields;

/// <summary>Where a figure comes from, so that it can be followed back to the rows.</summary>
/// <param name="List">Swedish title of the list.</param>
/// <param name="Filter">Swedish, in the words of the list's columns: which rows count, e.g. <c>År är 2026 och Anmäld till IMY är ifylld</c>.</param>
/// <param name="Rows">The rows that were counted or shown, in the order of their ids.</param>
public sealed record Trace(string List, string Filter, IReadOnlyList<RowOrigin> Rows);
