namespace SpLg.Core.Checklists;

/// <summary>
/// Lathund: what one role is to do during a year, by the annual wheel and the open actions. What all staff are to do is
/// there too.
/// </summary>
/// <param name="You">How the role is spoken to, the beginning of a sentence.</param>
/// <param name="Monthly">Activities of every month; they do not stand in <paramref name="Months"/>.</param>
/// <param name="Undated">Activities whose month the list does not say.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
/// <param name="Actions">Open actions planned for the year or left from an earlier one.</param>
public sealed record RoleChecklist(
    ChecklistCover Cover,
    string Role,
    string You,
    SectionSource Source,
    IReadOnlyList<WheelMonth> Months,
    IReadOnlyList<WheelActivity> Monthly,
    IReadOnlyList<WheelActivity> Undated,
    IReadOnlyList<ListedAction> Actions,
    SmallCounts Small
)
{
    /// <summary>A box to tick that says in words what it is for.</summary>
    internal const string TickBox = "☐\u00a0Klart";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<RoleChecklist>(c => c.Source)
            .Group(ChecklistCover.GroupName, "Uppgifter om dokumentet.", c => c.Cover, ChecklistCover.Fields)
            .Text("Roll", "Rollen som den heter i listorna, till exempel Chefer.", c => c.Role)
            .Text("Tilltal", "Början på en mening till rollen, till exempel Du som är chef.", c => c.You)
            .Text("Mening", "Hur mycket rollen har att göra under året.", c => c.Sentence)
            .List("Månader", "Månaderna som har något att göra, i ordning.", c => c.Months, WheelMonth.Fields)
            .List("Varje månad", "Aktiviteter som görs varje månad.", c => c.Monthly, WheelActivity.Fields)
            .List(
                "Utan månad",
                "Aktiviteter som inte har någon månad i årshjulet.",
                c => c.Undated,
                WheelActivity.Fields
            )
            .List(
                "Åtgärder",
                "Öppna åtgärder för året och de som är kvar från tidigare år, de viktigaste först.",
                c => c.Actions,
                ListedAction.Fields
            )
            .Build();

    public static ChecklistKind Kind { get; } =
        new(DocumentType.RoleChecklist, "role-checklist", "lathund", Fields, Documents);

    /// <summary>Every activity once.</summary>
    public IReadOnlyList<WheelActivity> Activities =>
        [.. Months.SelectMany(m => m.Activities).Concat(Monthly).Concat(Undated).Distinct()];

    private string? Sentence
    {
        get
        {
            var activities = Activities.Count;
            if (activities + Actions.Count == 0)
                return null;
            if (Small.IsFew(Actions))
            {
                return $"{You} har {Swedish.InWords(activities)} {Swedish.Form(activities, "aktivitet", "aktiviteter")} i "
                    + $"årshjulet under {Cover.Year}. "
                    + "Antalet åtgärder visas inte i den öppna utgåvan.";
            }
            var late = Small.IsFew(Actions.Where(a => a.IsLate)) ? 0 : Actions.Count(a => a.IsLate);
            string[] parts =
            [
                .. Swedish.Some(activities, "aktivitet i årshjulet", "aktiviteter i årshjulet"),
                .. Swedish.Some(Actions.Count, "öppen åtgärd", "öppna åtgärder"),
            ];
            return $"{You} har {Swedish.Join(parts)} under {Cover.Year}."
                + late switch
                {
                    0 => "",
                    1 => " En åtgärd är försenad.",
                    _ => $" {Swedish.Sentence(Swedish.InWords(late))} åtgärder är försenade.",
                };
        }
    }

    internal static RoleChecklist Build(RoleName role, OrganisationLists lists, ChecklistContext context)
    {
        var activities = lists
            .Of(AnnualWheelActivity.AsList)
            .Where(a => (RowOrder.YearOf(a.Origin) ?? context.Year) == context.Year && IsFor(a.Role, role))
            .Select(WheelActivity.Build)
            .ToList();
        var actions = ActionFields
            .InOrder(
                lists
                    .Of(ActionItem.AsList)
                    .Where(a => IsFor(a.Role, role) && EarlierActions.IsOpen(a) && IsDue(a, context.Year))
            )
            .Select(a => new ListedAction(a, context.Year))
            .ToList();
        var wheel = Trace.Of(
            AnnualWheelActivity.AsList.Title,
            $"Roll är {role.Role} eller Alla medarbetare och År är {context.Year} eller tomt",
            activities
        );
        var todo = Trace.Of(
            ActionItem.AsList.Title,
            $"Roll är {role.Role} eller Alla medarbetare, Status är öppen och Planerade år är {context.Year} eller tidigare",
            actions
        );
        var nothing = $"{role.You} har inga aktiviteter i årshjulet och inga öppna åtgärder för {context.Year}.";
        return new(
            Cover: ChecklistCover.Build(
                $"Lathund {context.Year} för {role.For}",
                lists,
                context,
                AnnualWheelActivity.AsList.Title,
                ActionItem.AsList.Title
            ),
            Role: role.Role,
            You: role.You,
            Source: actions.Count > 0 || (activities.Count == 0 && lists.Of(ActionItem.AsList).Count > 0)
                ? SectionSource
                    .Of(lists, todo, lists.Of(ActionItem.AsList).Count, nothing)
                    .And(lists, wheel, lists.Of(AnnualWheelActivity.AsList).Count)
                : SectionSource
                    .Of(lists, wheel, lists.Of(AnnualWheelActivity.AsList).Count, nothing)
                    .And(lists, todo, lists.Of(ActionItem.AsList).Count),
            Months: WheelMonth.Build([.. activities.Where(a => !a.IsMonthly)]),
            Monthly: [.. activities.Where(a => a.IsMonthly)],
            Undated: [.. activities.Where(a => a.Months.Count == 0)],
            Actions: actions,
            Small: lists.Small
        );
    }

    /// <summary>True when there is something for the role itself, not only for all staff.</summary>
    internal static bool HasOwn(RoleName role, OrganisationLists lists) =>
        lists.Of(AnnualWheelActivity.AsList).Any(a => Names(a.Role, role))
        || ToldLines.Of(lists.Of(ActionItem.AsList)).Any(a => EarlierActions.IsOpen(a) && Names(a.Role, role));

    private static bool IsFor(IReadOnlyList<Entry<ActionRole>> roles, RoleName role) =>
        Names(roles, role) || roles.Any(r => r.Is(ActionRole.AllStaff));

    private static bool Names(IReadOnlyList<Entry<ActionRole>> roles, RoleName role) =>
        roles.Any(r => r.Text == role.Role);

    private static bool IsDue(ActionItem action, int year) =>
        ActionFields.PlannedYears(action).DefaultIfEmpty(action.DueOn.Value?.Year ?? int.MaxValue).Any(y => y <= year);

    private static IReadOnlyList<ChecklistDocument> Documents(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        IReadOnlyList<RoleName> roles = selection is null
            ? [.. RoleName.All.Where(r => HasOwn(r, lists))]
            : [ChecklistSelection.One(RoleName.All, r => [r.Role, r.For], selection, "ingen roll")];
        return
        [
            .. roles.Select(role =>
            {
                var checklist = Build(role, lists, context);
                return Kind.Document(
                    checklist.Cover.Title,
                    FileNames.Legal(checklist.Cover.Title),
                    checklist,
                    SheetsOf(checklist)
                );
            }),
        ];
    }

    private static IReadOnlyList<Sheet> SheetsOf(RoleChecklist checklist) =>
        [
            new(
                "Årshjul",
                checklist.Cover.Title,
                [
                    .. ChecklistSheets.About(checklist.Cover),
                    .. SheetFact.Of(Fields, checklist, checklist.Source.Sentence is null ? "Mening" : "Underlag"),
                ],
                ChecklistSheets.Columns(
                    WheelActivity.Fields,
                    ("Aktivitet", 46),
                    ("Månader", 30),
                    ("Återkommer", 18),
                    ("Beskrivning", 50),
                    ("Process", 24)
                ),
                checklist.Activities
            ),
            .. ChecklistSheets.OnlyWithRows(
                ChecklistSheets.Actions("Åtgärder", $"Öppna åtgärder {checklist.Cover.Year}", checklist.Actions)
            ),
        ];
}
