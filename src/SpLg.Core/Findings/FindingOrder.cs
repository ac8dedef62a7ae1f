namespace SpLg.Core.Findings;

/// <summary>
/// The one order findings are told in, whichever check found them: the gravest first, then by list, row and column.
/// </summary>
public static class FindingOrder
{
    public static IReadOnlyList<Finding> WorstFirst(IEnumerable<Finding> findings) =>
        [
            .. findings
                .OrderByDescending(f => f.Level)
                .ThenBy(f => f.List, StringComparer.Ordinal)
                .ThenBy(f => RowOrder.ById(f.RowId))
                .ThenBy(f => f.Column, StringComparer.Ordinal)
                .ThenBy(f => f.Message, StringComparer.Ordinal),
        ];
}
