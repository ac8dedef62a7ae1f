namespace SpLg.Core.Checklists;

/// <summary>
/// An action on a checklist: with whether it is late or left from an earlier year, and whom it lies on where no person
/// is named.
/// </summary>
public sealed record ListedAction(ActionItem Action, int Year) : ISourceRow
{
    public RowOrigin Origin => Action.Origin;

    /// <summary>The processing activity or object it is about, where the checklist is ordered by that.</summary>
    public ActionLink? Link { get; init; }

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ListedAction>()
            .Include(ActionFields.Fields, a => a.Action)
            .Text(
                "Ansvarig eller roll",
                "Namnet på den ansvariga, eller rollen när ingen är namngiven.",
                a => ActionFields.WhoOf(a.Action)
            )
            .Text("Gäller", "Vad åtgärden gäller: behandlingen, eller det som står i Källans rad.", a => a.About)
            .Text(
                "När",
                "Slutdatumet eller tiden i ord, och om det är försenat eller kvar från ett tidigare år.",
                a => a.When
            )
            .Text(
                "Övriga uppgifter",
                "Det som inte står i egna kolumner, i ord: källa, år, roller och om den ansvariga initierar eller genomför.",
                a => a.Others
            )
            .Text("Ruta", "En ruta att kryssa i, med ord: ☐ Klart.", _ => RoleChecklist.TickBox)
            .Build();

    public bool IsLate => Lateness.IsLate(Action);

    /// <summary>One activity by its name; a system or an object by the name that the action has for it.</summary>
    private string? About => Link is { IsPlaced: true, Activities: [{ Title: { } title }] } ? title : Action.SourceRow;

    private string? Others =>
        Labelled.Of(
            ("Källa", ActionFields.SourceOf(Action)),
            ("Beslutad år", Action.DecidedInYear.Text),
            ("Planerade år", ActionFields.YearsOf(Action)),
            (
                "Roller",
                Action.Role.Count == 0
                    ? null
                    : ActionFields.RolesInWords(Action.Role.Select(r => r.Text).OfType<string>())
            ),
            ("Ansvarssätt", Action.ResponsibleMode.Text)
        );

    private string When
    {
        get
        {
            var time = Action.DueOn.Value is { } due
                ? Swedish.Long(due)
                : Action.DueOn.Text ?? Action.DueText ?? "Tid saknas";
            var planned = ActionFields.PlannedYears(Action).ToList();
            if (IsLate)
                return Lateness.Mark(time, isLate: true)!;
            return EarlierActions.IsOpen(Action) && planned.Count > 0 && planned.Max() < Year
                ? $"{time}, kvar från {planned.Max().ToString(CultureInfo.InvariantCulture)}"
                : time;
        }
    }
}
