namespace SpLg.Core.Rollup;

/// <summary>One organisation's figures in a comparison, or those of all together.</summary>
/// <param name="Figures">By column name; columns of words are made of these.</param>
/// <param name="Without">How many of a total's organisations have no data at all; 0 for one of them.</param>
internal sealed record ComparedRow(
    string Organisation,
    IReadOnlyDictionary<string, ComparedValue> Figures,
    Coverage Coverage,
    int Without = 0
)
{
    public bool HasData => Coverage is Coverage.Reported or Coverage.NothingToReport;

    /// <summary>
    /// The figure as words tell it: organisations without data are named in a sentence of their own, and lack every
    /// figure alike.
    /// </summary>
    public ComparedValue Told(string name) =>
        Figures[name] with
        {
            Organisations = Math.Max(0, Figures[name].Organisations - Without),
        };
}
