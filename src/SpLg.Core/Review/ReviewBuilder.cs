using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>Rows in, review out: pure and deterministic, the same rows and dates give the same review.</summary>
public static class ReviewBuilder
{
    /// <param name="request">The row that asked for the review; null when made without one.</param>
    /// <param name="year">The review's year; figures are compared with the year before.</param>
    /// <param name="today">The day the lists were read, from which ages are counted.</param>
    /// <param name="findings">Those of the reading; the checks of the data are added, and all of them stand in the review.</param>
    public static ManagementReview Build(OrganisationLists lists, ReviewRequest? request, int year, DateOnly today, ICollection<Finding> findings)
    {
        // The list is meant to have one row; the data checks say so when it has not.
        var setting = lists.Settings.OrderBy(s => RowOrder.ById(s.Origin)).FirstOrDefault();
        var limits = StalenessLimits.Of(setting);
        var incidents = Incidents.Build(lists, year, today);
        var earlier = EarlierActions.Build(lists, year);
        var trainings = Trainings.Build(lists, year);
        var position = Position.Build(lists, limits, today);
        var procurements = Procurements.Build(lists, year);
        var assessment = SelfAssessment.Build(lists, year);
        var plan = Plan.Build(lists, year);
        DataChecks.Run(lists, limits, year, today, findings);
        return new()
        {
            Registration = Registration.Build(setting, request, year, today, [.. plan.Years.Select(y => y.Year)]),
            Texts = StandingTexts.Build(lists.TextBlocks, FormOf(setting), today),
            Summary = Summary.Build(lists, incidents, earlier, trainings, position, procurements, assessment),
            GoverningDocuments = GoverningDocuments.Build(lists),
            AnnualWheel = AnnualWheel.Build(lists),
            EarlierActions = earlier,
            Context = Context.Build(lists, year),
            Stakeholders = Stakeholders.Build(lists, year),
            Incidents = incidents,
            FollowedUpEvents = FollowedUpEvents.Build(lists, year),
            InternalControls = InternalControls.Build(lists, year),
            Trainings = trainings,
            Audits = Audits.Build(lists, year),
            DpoReport = DpoReport.Build(lists, year),
            Objectives = Objectives.Build(lists, year),
            Position = position,
            Procurements = procurements,
            Risks = Risks.Build(lists, year),
            Plan = plan,
            Decisions = NewDecisions.Build(lists, year),
            SelfAssessment = assessment,
            Findings = DataFindings.Build(findings),
        };
    }

    private static OrganisationForm? FormOf(Setting? setting) => setting?.OrganisationForm.Value;
}
