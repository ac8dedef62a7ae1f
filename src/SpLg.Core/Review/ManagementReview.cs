namespace SpLg.Core.Review;

/// <summary>
/// The review (ledningens genomgång) as a passive tree: one record a section, in the order of the document.
/// </summary>
public sealed record ManagementReview
{
    public required Registration Registration { get; init; }

    public required StandingTexts Texts { get; init; }

    public required Summary Summary { get; init; }

    public required GoverningDocuments GoverningDocuments { get; init; }

    public required AnnualWheel AnnualWheel { get; init; }

    public required EarlierActions EarlierActions { get; init; }

    public required ChangedSinceApproval Changed { get; init; }

    public required Context Context { get; init; }

    public required Stakeholders Stakeholders { get; init; }

    public required Incidents Incidents { get; init; }

    public required FollowedUpEvents FollowedUpEvents { get; init; }

    public required InternalControls InternalControls { get; init; }

    public required Trainings Trainings { get; init; }

    public required Audits Audits { get; init; }

    public required DpoReport DpoReport { get; init; }

    public required Objectives Objectives { get; init; }

    public required Position Position { get; init; }

    public required Procurements Procurements { get; init; }

    public required Risks Risks { get; init; }

    public required Plan Plan { get; init; }

    public required NewDecisions Decisions { get; init; }

    public required SelfAssessment SelfAssessment { get; init; }

    public required DataFindings Findings { get; init; }
}
