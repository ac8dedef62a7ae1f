namespace SpLg.Core.Rows;

/// <summary>
/// What the organisation is called and the limits its review uses; one row. A row of the list Inställningar.
/// </summary>
/// <param name="Reminders">The day that reminders were last sent for and the worker that sends them, as the worker
/// writes it.</param>
public sealed record Setting(
    RowOrigin Origin,
    string? Title,
    string? OrganisationName,
    Entry<OrganisationForm> OrganisationForm,
    string? CityName,
    string? ApproverGroup,
    Entry<decimal> ClassificationMonths,
    Entry<decimal> RiskAnalysisMonths,
    Entry<decimal> AccessReviewMonths,
    Entry<decimal> SmallCount,
    string? Reminders
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Settings";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<Setting> AsList { get; } =
        new(List, Read)
        {
            Noun = new("inställning", "inställningar"),
            Rule = OpenRule.NumbersAlways,
            Open =
            [
                nameof(Title),
                nameof(OrganisationName),
                nameof(OrganisationForm),
                nameof(CityName),
                nameof(ApproverGroup),
                nameof(ClassificationMonths),
                nameof(RiskAnalysisMonths),
                nameof(AccessReviewMonths),
                nameof(SmallCount),
            ],
            Sections = [Registration.GroupName],
            IsExamined = false,
        };

    public static Setting Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Text("OrganisationName"),
            row.Choice<OrganisationForm>("OrganisationForm"),
            row.Text("CityName"),
            row.Text("ApproverGroup"),
            row.Number("ClassificationMonths"),
            row.Number("RiskAnalysisMonths"),
            row.Number("AccessReviewMonths"),
            row.Number("SmallCount"),
            row.Text("Reminders")
        );
}
