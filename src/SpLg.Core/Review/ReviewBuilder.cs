namespace SpLg.Core.Review;

/// <summary>Rows in, review out: pure and deterministic, the same rows and dates give the same review.</summary>
public static class ReviewBuilder
{
    /// <param name="request">The row that asked for the review; null when made without one.</param>
    /// <param name="year">The review's year; figures are compared with the year before.</param>
    /// <param name="edition">An open edition is built from the rows it may hold alone; the checks look at all of
    /// them.</param>
    /// <param name="today">The day the lists were read, from which ages are counted.</param>
    /// <param name="findings">Those of the reading; the checks of the data are added, and all of them stand in the
    /// review's full edition.</param>
    public static ManagementReview Build(
        OrganisationLists lists,
        ReviewRequest? request,
        int year,
        Edition edition,
        DateOnly today,
        ICollection<Finding> findings
    )
    {
        lists = lists.AsOf(today);
        var limits = StalenessLimits.Of(SettingOf(lists));
        DataChecks.Run(lists, limits, year, today, findings);
        foreach (var finding in lists.SinceApproval is { } since ? ChangedSinceApproval.FindingsOf(since) : [])
            findings.Add(finding);
        if (edition == Edition.Open)
            (lists, request) = (OpenEdition.Of(lists), request is null ? null : OpenEdition.Of(request));
        var setting = SettingOf(lists);
        var small = lists.Small;
        var incidents = Incidents.Build(lists, year, today, small);
        var earlier = EarlierActions.Build(lists, year);
        var trainings = Trainings.Build(lists, year, small);
        var position = Position.Build(lists, limits, today);
        var procurements = Procurements.Build(lists, year);
        var assessment = SelfAssessment.Build(lists, year);
        var plan = Plan.Build(lists, year);
        return new()
        {
            Registration = Registration.Build(
                lists,
                setting,
                request,
                year,
                edition,
                today,
                [.. plan.Years.Select(y => y.Year)]
            ),
            Texts = StandingTexts.Build(lists.TextBlocks, FormOf(setting), year, today),
            Summary = Summary.Build(lists, incidents, earlier, trainings, position, procurements, assessment),
            GoverningDocuments = GoverningDocuments.Build(lists),
            AnnualWheel = AnnualWheel.Build(lists),
            EarlierActions = earlier,
            Changed = new(edition, lists.SinceApproval),
            Context = Context.Build(lists, year),
            Stakeholders = Stakeholders.Build(lists, year),
            Incidents = incidents,
            FollowedUpEvents = FollowedUpEvents.Build(lists, year),
            InternalControls = InternalControls.Build(lists, year, today),
            Trainings = trainings,
            Audits = Audits.Build(lists, year),
            DpoReport = DpoReport.Build(lists, year),
            Objectives = Objectives.Build(
                lists,
                year,
                new(lists, incidents, earlier, trainings, position, procurements, assessment)
            ),
            Position = position,
            Procurements = procurements,
            Risks = Risks.Build(lists, year),
            Plan = plan,
            Decisions = NewDecisions.Build(lists, year),
            SelfAssessment = assessment,
            Findings = DataFindings.Build(edition, findings),
        };
    }

    /// <summary>The list is meant to have one row; the data checks say so when it has not.</summary>
    private static Setting? SettingOf(OrganisationLists lists) => lists.Settings.MinBy(s => RowOrder.ById(s.Origin));

    private static OrganisationForm? FormOf(Setting? setting) => setting?.OrganisationForm.Value;
}
