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

    /// <summary>The description of the list.</summary>
    public static ListOf<DpoFinding> AsList { get; } =
        new(List, "Dataskyddsrekommendationer", Read)
        {
            LongTitle = nameof(Finding),
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
            Owner = "dataskyddsombudet",
            YearColumns = [nameof(ReportYear), "Year"],
            MeantBy = [ActionSource.DataProtectionOfficer],
            PointedAt = r => new(r.Origin, r.Title, RowOrigin.YearIn(r.ReportYear) ?? r.Origin.WholeYear, r.Area.Text),
            Checks = DpoFindingChecks.Of,
        };

    public static DpoFinding Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Area: row.Choice<DpoArea>("Area"),
            Severity: row.Number("Severity"),
            Finding: row.Text("Finding"),
            Recommendation: row.Text("Recommendation"),
            OurAnswer: row.Text("OurAnswer"),
            ReportYear: row.Number("ReportYear"),
            InformationSecurity: row.YesNo("InformationSecurity")
        );
}

/// <summary>Rules for Dataskyddsrekommendationer.</summary>
internal static class DpoFindingChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<DpoFinding> rows, DataToCheck data) =>
        [
            .. rows.SelectMany(r =>
                new[]
                {
                    WithoutAnswer(r),
                    r.Origin.WithoutYear(RowOrigin.YearIn(r.ReportYear) ?? RowOrder.YearOf(r.Origin)),
                }
            ),
            .. RowChecks.Told(
                rows,
                r => r.Title,
                "Rubrik",
                r => r.Finding is null && r.Recommendation is null,
                "Iakttagelse",
                "iakttagelsen eller rekommendationen"
            ),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, r.Area.Text, r.ReportYear.Text),
                r => $"Rekommendationen ”{r.Title}”",
                ("Allvar (1–4)", r => r.Severity.Text)
            ),
        ];

    private static Finding? WithoutAnswer(DpoFinding row) =>
        row.Severity.Value >= 2 && row.OurAnswer is null
            ? row.Origin.Warning(
                "Vårt svar",
                "Dataskyddsombudets rekommendation är inte besvarad. Skriv hur den tas om hand."
            )
            : null;
}

public enum DpoArea
{
    [ChoiceText("Registerförteckning")]
    ProcessingRegister,

    [ChoiceText("Styrdokument")]
    GoverningDocuments,

    [ChoiceText("Tekniska och organisatoriska åtgärder")]
    Measures,

    [ChoiceText("Konsekvensbedömningar")]
    ImpactAssessments,

    [ChoiceText("Individens rättigheter")]
    Rights,

    [ChoiceText("Personuppgiftsincidenter")]
    DataBreaches,
}
