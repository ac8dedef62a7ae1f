namespace SpLg.Tests.Lists;

/// <summary>The lists by name, because tests name them often.</summary>
internal static class TypedLists
{
    extension(OrganisationLists lists)
    {
        public IReadOnlyList<Incident> Incidents => lists.Of(Incident.AsList);

        public IReadOnlyList<UndesiredEvent> UndesiredEvents => lists.Of(UndesiredEvent.AsList);

        public IReadOnlyList<InternalControlResult> InternalControlResults => lists.Of(InternalControlResult.AsList);

        public IReadOnlyList<ProcessingActivity> ProcessingActivities => lists.Of(ProcessingActivity.AsList);

        public IReadOnlyList<Procurement> Procurements => lists.Of(Procurement.AsList);

        public IReadOnlyList<ProcurementCheck> ProcurementChecks => lists.Of(ProcurementCheck.AsList);

        public IReadOnlyList<ActionItem> ActionItems => lists.Of(ActionItem.AsList);

        public IReadOnlyList<ContextFactor> ContextFactors => lists.Of(ContextFactor.AsList);

        public IReadOnlyList<DpoFinding> DpoFindings => lists.Of(DpoFinding.AsList);

        public IReadOnlyList<Audit> Audits => lists.Of(Audit.AsList);

        public IReadOnlyList<GoverningDocument> GoverningDocuments => lists.Of(GoverningDocument.AsList);

        public IReadOnlyList<TrainingResult> TrainingResults => lists.Of(TrainingResult.AsList);

        public IReadOnlyList<RequirementAssessment> RequirementAssessments => lists.Of(RequirementAssessment.AsList);

        public IReadOnlyList<Objective> Objectives => lists.Of(Objective.AsList);

        public IReadOnlyList<StakeholderInput> StakeholderInputs => lists.Of(StakeholderInput.AsList);

        public IReadOnlyList<Decision> Decisions => lists.Of(Decision.AsList);

        public IReadOnlyList<TextBlock> TextBlocks => lists.Of(TextBlock.AsList);

        public IReadOnlyList<ReviewRequest> ReviewRequests => lists.Of(ReviewRequest.AsList);

        public IReadOnlyList<Setting> Settings => lists.Of(Setting.AsList);
    }
}
