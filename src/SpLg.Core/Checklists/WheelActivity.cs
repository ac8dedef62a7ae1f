namespace SpLg.Core.Checklists;

/// <summary>An activity of the annual wheel as a role meets it.</summary>
/// <param name="Months">1–12 in order; empty when the list does not say.</param>
public sealed record WheelActivity(AnnualWheelActivity Activity, IReadOnlyList<int> Months) : ISourceRow
{
    public RowOrigin Origin => Activity.Origin;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<WheelActivity>()
            .Text("Aktivitet", "Vad som ska göras.", a => a.Activity.Title)
            .Text("Beskrivning", "Beskrivningen.", a => a.Activity.Description)
            .Text("Återkommer", "En gång om året, Varje tertial eller Varje månad.", a => a.Recurs)
            .Text(
                "Månader",
                "Månaderna, till exempel januari, maj och september.",
                a => a.Months.Count == 0 ? null : Swedish.Join([.. a.Months.Select(Swedish.Month)])
            )
            .Text("Process", "Processen som aktiviteten hör till.", a => a.Activity.Process)
            .YesNo("Gäller alla", "Ja när aktiviteten gäller alla medarbetare.", a => a.IsForAll)
            .Text("Ruta", "En ruta att kryssa i, med ord: ☐ Klart.", _ => RoleChecklist.TickBox)
            .Text(
                "Rutor",
                "En ruta för varje månad: ☐ jan och så vidare.",
                a => string.Join(' ', a.Months.Select(m => $"☐\u00a0{Swedish.Month(m)[..3]}"))
            )
            .Build();

    public bool IsMonthly => Activity.Recurs.Is(Recurrence.Monthly);

    private bool IsForAll => Activity.Role.Any(r => r.Is(ActionRole.AllStaff));

    private string? Recurs =>
        Activity.Recurs.Value switch
        {
            Recurrence.Yearly => "En gång om året",
            Recurrence.EveryTertial => "Varje tertial",
            Recurrence.Monthly => "Varje månad",
            _ => Activity.Recurs.Text,
        };

    public static WheelActivity Build(AnnualWheelActivity activity) =>
        new(
            activity,
            activity.Recurs.Value switch
            {
                Recurrence.Monthly => [.. Enumerable.Range(1, 12)],
                // A tertial is four months: the month that is given and those four months apart from it; without one
                // the last of each tertial.
                Recurrence.EveryTertial =>
                [
                    .. new[] { 0, 4, 8 }
                        .Select(later => ((AnnualWheel.MonthOf(activity) ?? 4) + later - 1) % 12 + 1)
                        .Order(),
                ],
                _ => AnnualWheel.MonthOf(activity) is { } month ? [month] : [],
            }
        );
}
