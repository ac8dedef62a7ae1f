namespace SpLg.Core.Rows;

/// <summary>An action of the three-year plan. A row of the list Åtgärder.</summary>
public sealed record ActionItem(
    RowOrigin Origin,
    string? Title,
    string? Description,
    Entry<ActionSource> Source,
    string? SourceRow,
    Reference? ProcessingActivity,
    Entry<decimal> DecidedInYear,
    IReadOnlyList<string> PlannedYears,
    IReadOnlyList<Entry<ActionRole>> Role,
    Reference? Responsible,
    Entry<ResponsibleMode> ResponsibleMode,
    Entry<Priority> Priority,
    Entry<DateOnly> DueOn,
    string? DueText,
    Entry<ActionStatus> Status,
    string? StatusReason,
    Entry<decimal> PercentDone,
    Entry<DateOnly> CompletedOn,
    Entry<bool> InSummary
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "ActionItems";

    /// <summary>The description of the list.</summary>
    public static ListOf<ActionItem> AsList { get; } =
        new(List, "Åtgärder", Read)
        {
            LongTitle = nameof(Description),
            Noun = new("åtgärd", "åtgärder"),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Description),
                nameof(Source),
                nameof(SourceRow),
                nameof(ProcessingActivity),
                nameof(DecidedInYear),
                nameof(PlannedYears),
                nameof(Role),
                nameof(Responsible),
                nameof(ResponsibleMode),
                nameof(Priority),
                nameof(DueOn),
                nameof(DueText),
                nameof(Status),
                nameof(StatusReason),
                nameof(PercentDone),
                nameof(CompletedOn),
                nameof(InSummary),
            ],
            CountedBy = [nameof(SourceRow), nameof(ProcessingActivity)],
            Sections = [EarlierActions.GroupName, Plan.GroupName, Summary.GroupName],
            ComesFrom = ActionSources.In,
            YearColumns = [nameof(DecidedInYear)],
            Dated = (row, day) => row with { Origin = row.Origin with { ReadOn = day } },
            Checks = ActionChecks.Of,
        };

    public static ActionItem Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Description: row.Text("Description"),
            Source: row.Choice<ActionSource>("Source"),
            SourceRow: row.Text("SourceRow"),
            ProcessingActivity: row.Reference("ProcessingActivity"),
            DecidedInYear: row.Number("DecidedInYear"),
            PlannedYears: row.Texts("PlannedYears"),
            Role: row.Choices<ActionRole>("Role"),
            Responsible: row.Reference("Responsible"),
            ResponsibleMode: row.Choice<ResponsibleMode>("ResponsibleMode"),
            Priority: row.Choice<Priority>("Priority"),
            DueOn: row.Date("DueOn"),
            DueText: row.Text("DueText"),
            Status: row.Choice<ActionStatus>("Status"),
            StatusReason: row.Text("StatusReason"),
            PercentDone: row.Number("PercentDone"),
            CompletedOn: row.Date("CompletedOn"),
            InSummary: row.YesNo("InSummary")
        );
}

public enum ActionSource
{
    [ChoiceText("VoR")]
    Vor,

    [ChoiceText("RSA")]
    Rsa,

    [ChoiceText("Incident")]
    Incident,

    [ChoiceText("DSO", "Dataskyddsombud", "Dataskyddsombudet", "GDPR-årsrapport")]
    DataProtectionOfficer,

    [ChoiceText("Självskattning")]
    SelfAssessment,

    [ChoiceText("KLASSA", "Informationsklassning")]
    Klassa,

    [ChoiceText("Revision", "Revisioner")]
    Audit,

    [ChoiceText("Beslut")]
    Decision,

    [ChoiceText("Årshjul")]
    AnnualWheel,
}

public enum ActionRole
{
    [ChoiceText("Chefer")]
    Managers,

    [ChoiceText("Objektledare")]
    ObjectManagers,

    [ChoiceText("Objektägare")]
    ObjectOwners,

    [ChoiceText("ISAM")]
    Coordinator,

    [ChoiceText("DSO")]
    DataProtectionOfficer,

    [ChoiceText("HR")]
    HumanResources,

    [ChoiceText("Upphandlare")]
    Buyers,

    [ChoiceText("Alla medarbetare")]
    AllStaff,
}

public enum ResponsibleMode
{
    [ChoiceText("initierar", "initiera", "initieras")]
    Initiates,

    [ChoiceText("genomför", "genomföra", "genomförs")]
    Performs,
}

public enum Priority
{
    [ChoiceText("Hög")]
    High,

    [ChoiceText("Medel")]
    Medium,

    [ChoiceText("Låg")]
    Low,

    [ChoiceText("Ingen")]
    None,
}

public enum ActionStatus
{
    [ChoiceText("Ej påbörjad")]
    NotStarted,

    [ChoiceText("Pågår")]
    Ongoing,

    [ChoiceText("Klar")]
    Done,

    [ChoiceText("Uppskjuten")]
    Postponed,

    [ChoiceText("Avslutad utan åtgärd")]
    ClosedWithoutAction,
}
