using SpLg.Core.Review;

namespace SpLg.Core.Rollup;

/// <summary>One organisation's figures in a comparison, or those of all together.</summary>
/// <param name="Figures">By column name; columns of words are made of these.</param>
internal sealed record ComparedRow(string Organisation, IReadOnlyDictionary<string, Measure> Figures, Coverage Coverage)
{
    public bool HasData => Coverage is Coverage.Reported or Coverage.NothingToReport;
}
