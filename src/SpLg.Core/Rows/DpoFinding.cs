namespace SpLg.Core.Rows;

/// <summary>
/// A finding of the data protection officer and our answer. A row of the list Dataskyddsrekommendationer.
/// </summary>
public sealed record DpoFinding(
    RowOrigin Origin,
    string? Title,
    Entry<DpoArea> Area,
    Entry<decimal> Severity,
    string? Finding,
    string? Recommendation,
    string? OurAnswer,
    Entry<decimal> ReportYear,
    Entry<bool> InformationSecurity
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "DpoFindings";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<DpoFinding> AsList { get; } =
        new(List, Read)
        {
            Noun = new("dataskyddsrekommendation", "dataskyddsrekommendationer"),
            Rule = OpenRule.WhereChosen,
            Open =
            [
                nameof(Title),
                nameof(Area),
                nameof(Severity),
                nameof(Finding),
                nameof(Recommendation),
                nameof(OurAnswer),
                nameof(ReportYear),
                nameof(InformationSecurity),
            ],
            Sections = [DpoReport.GroupName],
        };

    public static DpoFinding Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Choice<DpoArea>("Area"),
            row.Number("Severity"),
            row.Text("Finding"),
            row.Text("Recommendation"),
            row.Text("OurAnswer"),
            row.Number("ReportYear"),
            row.YesNo("InformationSecurity")
        );
}
