using System.Globalization;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Review;
using SpLg.Core.Rows;

namespace SpLg.Core.Checklists;

/// <summary>An action on a checklist: with whether it is late or left from an earlier year, and whom it lies on where no person is named.</summary>
public sealed record ListedAction(ActionItem Action, int Year, DateOnly Today) : ISourceRow
{
    public RowOrigin Origin => Action.Origin;

    public static FieldSet Fields { get; } = new FieldSetBuilder<ListedAction>()
        .Include(ActionFields.Fields, a => a.Action)
        .Text("Ansvarig eller roll", "Namnet på den ansvariga, eller rollen när ingen är namngiven.", a => ActionFields.WhoOf(a.Action))
        .YesNo("Försenad", "Ja när slutdatumet har passerat.", a => a.IsLate)
        .Text("När", "Slutdatumet eller tiden i ord, och om det är försenat eller kvar från ett tidigare år.", a => a.When)
        .Text("Ruta", "En ruta att kryssa i, med ord: ☐ Klart.", _ => RoleChecklist.TickBox)
        .Build();

    public bool IsLate => EarlierActions.IsOpen(Action) && Action.DueOn.Value < Today;

    private string When
    {
        get
        {
            var time = Action.DueOn.Value is { } due ? Swedish.Long(due) : Action.DueOn.Text ?? Action.DueText ?? "Tid saknas";
            var planned = ActionFields.PlannedYears(Action).ToList();
            return IsLate ? $"{time}, försenad"
                : EarlierActions.IsOpen(Action) && planned.Count > 0 && planned.Max() < Year ? $"{time}, kvar från {planned.Max().ToString(CultureInfo.InvariantCulture)}"
                : time;
        }
    }
}
