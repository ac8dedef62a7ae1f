using SpLg.Core.Fields;

namespace SpLg.Core.Review;

/// <summary>The names a template of the review may use: the order of the document, and nothing else.</summary>
public static class ReviewDocument
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<ManagementReview>()
        .Group(Registration.GroupName, "Försättsblad och registreringsuppgifter.", r => r.Registration, Registration.Fields)
        .Group(StandingTexts.GroupName, "Stående texter ur listan Textblock.", r => r.Texts, StandingTexts.Fields)
        .Group(Summary.GroupName, "Sammanfattningen.", r => r.Summary, Summary.Fields)
        .Group(GoverningDocuments.GroupName, "Styrdokumenten.", r => r.GoverningDocuments, GoverningDocuments.Fields)
        .Group(AnnualWheel.GroupName, "Årshjulet.", r => r.AnnualWheel, AnnualWheel.Fields)
        .Group(EarlierActions.GroupName, "Status för tidigare beslut och åtgärder.", r => r.EarlierActions, EarlierActions.Fields)
        .Group(ChangedSinceApproval.GroupName, "Ändringar i listorna sedan den senaste genomgången fastställdes.", r => r.Changed, ChangedSinceApproval.Fields)
        .Group(Context.GroupName, "Omvärld, uppdrag och organisation.", r => r.Context, Context.Fields)
        .Group(Stakeholders.GroupName, "Intressenter.", r => r.Stakeholders, Stakeholders.Fields)
        .Group(Incidents.GroupName, "Incidenter.", r => r.Incidents, Incidents.Fields)
        .Group(FollowedUpEvents.GroupName, "Förra årets oönskade händelser.", r => r.FollowedUpEvents, FollowedUpEvents.Fields)
        .Group(InternalControls.GroupName, "Intern kontroll.", r => r.InternalControls, InternalControls.Fields)
        .Group(Trainings.GroupName, "Utbildningar.", r => r.Trainings, Trainings.Fields)
        .Group(Audits.GroupName, "Revisioner och tillsyn.", r => r.Audits, Audits.Fields)
        .Group(DpoReport.GroupName, "Dataskyddsombudets rekommendationer.", r => r.DpoReport, DpoReport.Fields)
        .Group(Objectives.GroupName, "Mål.", r => r.Objectives, Objectives.Fields)
        .Group(Position.GroupName, "Informationssäkerhetsläget: tio kontrollpunkter per informationsbehandling.", r => r.Position, Position.Fields)
        .Group(Procurements.GroupName, "Upphandlingar.", r => r.Procurements, Procurements.Fields)
        .Group(Risks.GroupName, "Oönskade händelser i årets analys.", r => r.Risks, Risks.Fields)
        .Group(Plan.GroupName, "Treårsplanen.", r => r.Plan, Plan.Fields)
        .Group(NewDecisions.GroupName, "Årets beslut.", r => r.Decisions, NewDecisions.Fields)
        .Group(SelfAssessment.GroupName, "Bilaga A: självskattning.", r => r.SelfAssessment, SelfAssessment.Fields)
        .List("Täckning", "Bilaga B: hur underlagen i 9.3.2 är redovisade.", CoveredInput.Build, CoveredInput.Fields)
        .Group(DataFindings.GroupName, "Bilaga C: iakttagelser i underlaget.", r => r.Findings, DataFindings.Fields)
        .Build();
}
