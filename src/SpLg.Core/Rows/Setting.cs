namespace SpLg.Core.Rows;

/// <summary>
/// The organisation's name and the limits that its review uses; one row. A row of the list Inställningar.
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
    Entry<decimal> RiskMedium,
    Entry<decimal> RiskHigh,
    Entry<decimal> RiskVeryHigh,
    Entry<ReviewForm> ReviewForm,
    Entry<FollowUpEnd> FollowUpEnd,
    Entry<decimal> PlanLength,
    Entry<decimal> ImyHours,
    Entry<bool> CybersecurityActApplies,
    Entry<decimal> EarlyWarningHours,
    Entry<decimal> NotificationHours,
    Entry<decimal> FinalReportMonths,
    string? IncidentReceiver,
    Entry<bool> NotifiedThroughCity,
    string? Reminders
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Settings";

    /// <summary>The description of the list.</summary>
    public static ListOf<Setting> AsList { get; } =
        new(List, "Inställningar", Read)
        {
            KnownBy = [],
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
                nameof(RiskMedium),
                nameof(RiskHigh),
                nameof(RiskVeryHigh),
                nameof(ReviewForm),
                nameof(FollowUpEnd),
                nameof(PlanLength),
                nameof(ImyHours),
                nameof(CybersecurityActApplies),
                nameof(EarlyWarningHours),
                nameof(NotificationHours),
                nameof(FinalReportMonths),
                nameof(NotifiedThroughCity),
            ],
            Sections = [Cover.GroupName],
            OnCover = [nameof(OrganisationName), nameof(CityName), nameof(ApproverGroup)],
            IsExamined = false,
            Checks = SettingChecks.Of,
        };

    public static Setting Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            OrganisationName: row.Text("OrganisationName"),
            OrganisationForm: row.Choice<OrganisationForm>("OrganisationForm"),
            CityName: row.Text("CityName"),
            ApproverGroup: row.Text("ApproverGroup"),
            ClassificationMonths: row.Number("ClassificationMonths"),
            RiskAnalysisMonths: row.Number("RiskAnalysisMonths"),
            AccessReviewMonths: row.Number("AccessReviewMonths"),
            SmallCount: row.Number("SmallCount"),
            RiskMedium: row.Number("RiskMedium"),
            RiskHigh: row.Number("RiskHigh"),
            RiskVeryHigh: row.Number("RiskVeryHigh"),
            ReviewForm: row.Choice<ReviewForm>("ReviewForm"),
            FollowUpEnd: row.Choice<FollowUpEnd>("FollowUpEnd"),
            PlanLength: row.Number("PlanLength"),
            ImyHours: row.Number("ImyHours"),
            CybersecurityActApplies: row.YesNo("CybersecurityActApplies"),
            EarlyWarningHours: row.Number("EarlyWarningHours"),
            NotificationHours: row.Number("NotificationHours"),
            FinalReportMonths: row.Number("FinalReportMonths"),
            IncidentReceiver: row.Text("IncidentReceiver"),
            NotifiedThroughCity: row.YesNo("NotifiedThroughCity"),
            Reminders: row.Text("Reminders")
        );
}

/// <summary>Rules for Inställningar.</summary>
internal static class SettingChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<Setting> rows, DataToCheck data)
    {
        if (rows.Count == 0)
        {
            var isRead = !data.Lists.NotRead.Contains(Setting.AsList.Title);
            yield return new(
                FindingLevel.Warning,
                Setting.AsList.Title,
                null,
                null,
                $"Listan Inställningar {(isRead ? "är tom" : "har inte lästs")}, "
                    + "så organisationens namn saknas och standardgränser används. "
                    + $"{(isRead ? "Lägg till en rad." : "Lägg till listan i underlaget.")}",
                null
            );
            yield break;
        }
        var used = rows.MinBy(r => RowOrder.ById(r.Origin))!;
        if (!RiskLevels.Written(used).AreInOrder)
            yield return used.Origin.Warning(
                "Risken är medel från riskvärde",
                "Gränserna för medel, hög och mycket hög risk ligger inte i den ordningen, så standardgränserna används. Rätta dem."
            );
        foreach (var row in rows.Where(r => r != used))
            yield return row.Origin.Warning(
                "Inställning",
                $"Listan ska ha en enda rad. Rad {used.Origin.Id} används; ta bort den här."
            );
    }
}

/// <summary>When a review is written, which decides what it follows up.</summary>
public enum ReviewForm
{
    /// <summary>In the autumn before the year of its title: the year before is followed up as far as it has gone.</summary>
    [ChoiceText("Före året")]
    BeforeTheYear,

    /// <summary>During the year of its title: the year before is followed up as a whole.</summary>
    [ChoiceText("Efter året")]
    AfterTheYear,
}

/// <summary>The day that the follow-up of a review written before its year goes to.</summary>
public enum FollowUpEnd
{
    [ChoiceText("30 april")]
    April,

    [ChoiceText("31 augusti")]
    August,

    [ChoiceText("31 december")]
    December,
}

/// <summary>Form of the organisation, which decides the words for it.</summary>
public enum OrganisationForm
{
    [ChoiceText("Nämnd")]
    Committee,

    [ChoiceText("Bolag")]
    Company,

    [ChoiceText("Kommunalförbund")]
    Federation,

    [ChoiceText("Region")]
    Region,

    [ChoiceText("Statlig myndighet")]
    StateAgency,
}
