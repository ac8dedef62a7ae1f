namespace SpLg.Tests.Review;

/// <summary>The sections by name, because tests name them often.</summary>
internal static class PartsOfReview
{
    extension(BuiltReview review)
    {
        public StandingTexts Texts => review.Of(StandingTexts.Section);

        public Summary Summary => review.Of(Summary.Section);

        public GoverningDocuments GoverningDocuments => review.Of(GoverningDocuments.Section);

        public AnnualWheel AnnualWheel => review.Of(AnnualWheel.Section);

        public EarlierActions EarlierActions => review.Of(EarlierActions.Section);

        public ChangedSinceApproval Changed => review.Of(ChangedSinceApproval.Section);

        public Context Context => review.Of(Context.Section);

        public Incidents Incidents => review.Of(Incidents.Section);

        public FollowedUpEvents FollowedUpEvents => review.Of(FollowedUpEvents.Section);

        public InternalControls InternalControls => review.Of(InternalControls.Section);

        public Trainings Trainings => review.Of(Trainings.Section);

        public Audits Audits => review.Of(Audits.Section);

        public DpoReport DpoReport => review.Of(DpoReport.Section);

        public Objectives Objectives => review.Of(Objectives.Section);

        public ControlPoints ControlPoints => review.Of(ControlPoints.Section);

        public Procurements Procurements => review.Of(Procurements.Section);

        public Risks Risks => review.Of(Risks.Section);

        public Plan Plan => review.Of(Plan.Section);

        public NewDecisions Decisions => review.Of(NewDecisions.Section);

        public SelfAssessment SelfAssessment => review.Of(SelfAssessment.Section);

        public DataFindings Findings => review.Of(DataFindings.Section);

        /// <summary>The same review with another part in the place of a section's.</summary>
        public BuiltReview With<T>(Section<T> section, T part)
            where T : class =>
            review with
            {
                Parts = new Dictionary<Section, object>(review.Parts) { [section] = part },
            };
    }
}
