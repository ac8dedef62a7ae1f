namespace SpLg.Core.Review;

/// <summary>The names a template of the review may use: the order of the document, and nothing else.</summary>
public static class ReviewDocument
{
    public static FieldSet Fields { get; } = Of(KnownLists.All);

    /// <param name="lists">What they declare: a section that none of them tells of in an open edition is not
    /// there.</param>
    internal static FieldSet Of(IReadOnlyList<ListOf> lists) =>
        new SectionBuilder(lists)
            .Section(
                Registration.GroupName,
                "Försättsblad och registreringsuppgifter.",
                r => r.Registration,
                Registration.Fields
            )
            .Section(StandingTexts.GroupName, "Stående texter ur listan Textblock.", r => r.Texts, StandingTexts.Fields)
            .Section(Summary.GroupName, "Sammanfattningen.", r => r.Summary, Summary.Fields)
            .Section(
                GoverningDocuments.GroupName,
                "Styrdokumenten.",
                r => r.GoverningDocuments,
                GoverningDocuments.Fields
            )
            .Section(AnnualWheel.GroupName, "Årshjulet.", r => r.AnnualWheel, AnnualWheel.Fields)
            .Section(
                EarlierActions.GroupName,
                "Status för tidigare beslut och åtgärder.",
                r => r.EarlierActions,
                EarlierActions.Fields
            )
            .Section(
                ChangedSinceApproval.GroupName,
                "Ändringar i listorna sedan den senaste genomgången fastställdes.",
                r => r.Changed,
                ChangedSinceApproval.Fields
            )
            .Section(Context.GroupName, "Omvärld, uppdrag och organisation.", r => r.Context, Context.Fields)
            .Section(Stakeholders.GroupName, "Intressenter.", r => r.Stakeholders, Stakeholders.Fields)
            .Section(Incidents.GroupName, "Incidenter.", r => r.Incidents, Incidents.Fields)
            .Section(
                FollowedUpEvents.GroupName,
                "Förra årets oönskade händelser.",
                r => r.FollowedUpEvents,
                FollowedUpEvents.Fields
            )
            .Section(InternalControls.GroupName, "Intern kontroll.", r => r.InternalControls, InternalControls.Fields)
            .Section(Trainings.GroupName, "Utbildningar.", r => r.Trainings, Trainings.Fields)
            .Section(Audits.GroupName, "Revisioner och tillsyn.", r => r.Audits, Audits.Fields)
            .Section(DpoReport.GroupName, "Dataskyddsombudets rekommendationer.", r => r.DpoReport, DpoReport.Fields)
            .Section(Objectives.GroupName, "Mål.", r => r.Objectives, Objectives.Fields)
            .Section(
                Position.GroupName,
                "Informationssäkerhetsläget: tio kontrollpunkter per informationsbehandling.",
                r => r.Position,
                Position.Fields
            )
            .Section(Procurements.GroupName, "Upphandlingar.", r => r.Procurements, Procurements.Fields)
            .Section(Risks.GroupName, "Oönskade händelser i årets analys.", r => r.Risks, Risks.Fields)
            .Section(Plan.GroupName, "Treårsplanen.", r => r.Plan, Plan.Fields)
            .Section(NewDecisions.GroupName, "Årets beslut.", r => r.Decisions, NewDecisions.Fields)
            .Section(
                SelfAssessment.GroupName,
                "Bilaga A: självskattning.",
                r => r.SelfAssessment,
                SelfAssessment.Fields
            )
            .Section(
                CoveredInput.ListName,
                "Bilaga B: hur underlagen i 9.3.2 är redovisade.",
                CoveredInput.Build,
                CoveredInput.Fields
            )
            .Section(
                DataFindings.GroupName,
                "Bilaga C: iakttagelser i underlaget.",
                r => r.Findings,
                DataFindings.Fields
            )
            .Build();
}
