namespace SpLg.Core.Rows;

/// <summary>
/// An undesired event of the materiality and risk analysis (VoR) or the risk and vulnerability analysis (RSA). A row of
/// the list Oönskade händelser.
/// </summary>
public sealed record UndesiredEvent(
    RowOrigin Origin,
    string? Title,
    Entry<WorkingMethod> WorkingMethod,
    Entry<EventSource> Source,
    Entry<decimal> Likelihood,
    Entry<decimal> Impact,
    Entry<decimal> ResidualLikelihood,
    Entry<decimal> ResidualImpact,
    Entry<bool> InInternalControlPlan,
    IReadOnlyList<Entry<FollowUpMethod>> FollowUpMethod,
    string? Observation,
    Entry<Assessment> Assessment,
    string? Recommendation,
    Reference? RecommendationOwner
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "UndesiredEvents";

    /// <summary>The description of the list.</summary>
    public static ListOf<UndesiredEvent> AsList { get; } =
        new(List, "Oönskade händelser", Read)
        {
            Noun = new("oönskad händelse", "oönskade händelser"),
            YearsTold = y => (y.FollowedUpEvents, y.Title),
            Rule = OpenRule.WhereChosen,
            Open =
            [
                nameof(Title),
                nameof(WorkingMethod),
                nameof(Source),
                nameof(Likelihood),
                nameof(Impact),
                nameof(ResidualLikelihood),
                nameof(ResidualImpact),
                nameof(InInternalControlPlan),
                nameof(FollowUpMethod),
                nameof(Observation),
                nameof(Assessment),
                nameof(Recommendation),
                nameof(RecommendationOwner),
            ],
            Sections = [FollowedUpEvents.GroupName, Risks.GroupName],
            MeantBy = [ActionSource.Vor, ActionSource.Rsa],
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear, r.WorkingMethod.Text),
            Checks = EventChecks.Of,
        };

    public static UndesiredEvent Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            WorkingMethod: row.Choice<WorkingMethod>("WorkingMethod"),
            Source: row.Choice<EventSource>("Source"),
            Likelihood: row.Number("Likelihood"),
            Impact: row.Number("Impact"),
            ResidualLikelihood: row.Number("ResidualLikelihood"),
            ResidualImpact: row.Number("ResidualImpact"),
            InInternalControlPlan: row.YesNo("InInternalControlPlan"),
            FollowUpMethod: row.Choices<FollowUpMethod>("FollowUpMethod"),
            Observation: row.Text("Observation"),
            Assessment: row.Choice<Assessment>("Assessment"),
            Recommendation: row.Text("Recommendation"),
            RecommendationOwner: row.Reference("RecommendationOwner")
        );
}

public enum WorkingMethod
{
    [ChoiceText("Behörighetshantering", "Behörigheter")]
    AccessManagement,

    [ChoiceText("Implementering av lokal anvisning", "Lokal anvisning")]
    LocalInstruction,

    [ChoiceText("Incidenthantering")]
    IncidentManagement,

    [ChoiceText("Informationsklassning")]
    Classification,

    [ChoiceText(
        "Informationssäkerhet i upphandling",
        "Informationssäkerhet inom upphandlingsförfarandet",
        "Informationssäkerhet inom upphandlingsförfarande",
        "Upphandling"
    )]
    SecurityInProcurement,

    [ChoiceText(
        "Anskaffning och utveckling",
        "Anskaffning eller utveckling",
        "Informationssäkerhet och dataskydd vid anskaffning eller utveckling",
        "Informationssäkerhet vid anskaffning och utveckling"
    )]
    AcquisitionAndDevelopment,

    [ChoiceText("Riskhantering")]
    RiskManagement,

    [ChoiceText("Roller och ansvar")]
    RolesAndResponsibilities,

    [ChoiceText("Utbildning", "Utbildning inom informationssäkerhet och dataskydd")]
    Training,

    [ChoiceText("Övrigt")]
    Other,
}

public enum EventSource
{
    [ChoiceText("VoR")]
    Vor,

    [ChoiceText("RSA")]
    Rsa,
}

public enum FollowUpMethod
{
    [ChoiceText("Stickprov")]
    Sampling,

    [ChoiceText("Observation")]
    Observation,

    [ChoiceText("Intervju")]
    Interview,

    [ChoiceText("Systemuttag")]
    SystemExtract,
}

public enum Assessment
{
    [ChoiceText("Följs")]
    Followed,

    [ChoiceText("Följs delvis")]
    PartlyFollowed,

    [ChoiceText("Följs inte")]
    NotFollowed,

    [ChoiceText("Ej bedömd")]
    NotAssessed,
}
