using System.Net;

namespace SpLg.Core.Findings;

/// <summary>The findings of one list, in their order.</summary>
/// <param name="Findings">The same kind of fault in several rows is one of them.</param>
public sealed record FindingGroup(string List, IReadOnlyList<RepeatedFinding> Findings)
{
    /// <summary>The parts of a message that quote its row: quotations, dates and other numbers.</summary>
    private static readonly Regex WhatDiffers = new(
        "”[^”]*”|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|[0-9]+",
        RegexOptions.NonBacktracking
    );

    /// <summary>More row numbers than these in a cell are of no use to a reader.</summary>
    private const int MostRows = 50;

    /// <summary>Groups come in the order of their first finding.</summary>
    public static IReadOnlyList<FindingGroup> Build(IReadOnlyList<Finding> findings) =>
        [
            .. findings
                .GroupBy(f => f.List, StringComparer.Ordinal)
                .Select(list => new FindingGroup(
                    list.Key,
                    [
                        .. list.GroupBy(f => (f.Level, f.Column, Kind: WhatDiffers.Replace(f.Message, "")))
                            .Select(same => Repeated([.. same])),
                    ]
                )),
        ];

    private static RepeatedFinding Repeated(IReadOnlyList<Finding> same)
    {
        var rows = same.Where(f => f.RowId is not null)
            .DistinctBy(f => f.RowId, StringComparer.Ordinal)
            .Select(Linked)
            .ToList();
        var message = same.Select(f => f.Message).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? $"Till exempel rad {same[0].RowId}: {same[0].Message}"
            : same[0].Message;
        return new(same[0].Level, InWords(rows), same[0].Column, message);
    }

    private static string Linked(Finding finding)
    {
        var number = WebUtility.HtmlEncode(finding.RowId!);
        return finding.Link is { } link
            ? $"<a href=\"{WebUtility.HtmlEncode(link.AbsoluteUri)}\">{number}</a>"
            : number;
    }

    private static string? InWords(IReadOnlyList<string> rows) =>
        rows.Count == 0 ? null : Swedish.JoinMost(rows, MostRows);
}

/// <summary>A finding and every row it is about.</summary>
/// <param name="Rows">HTML: row numbers, <c>3, 8 och 12</c>, each a link to its row where that has an address; null
/// when it is about the whole list.</param>
public sealed record RepeatedFinding(FindingLevel Level, string? Rows, string? Column, string Message);
