namespace SpLg.Core.Rows;

/// <summary>Rules for Åtgärder.</summary>
internal static class ActionChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<ActionItem> rows, DataToCheck data)
    {
        Func<ActionItem, Finding?>[] rules =
        [
            WithoutResponsible,
            WithoutPlannedYear,
            NotAYear,
            OpenWithCompletedDay,
            DoneWithoutDay,
            DoneButNotAllOfIt,
            ClosedWithoutReason,
            r => PlannedForThePast(r, data.Years.PlanFrom),
            r => Overdue(r, data.Today),
            r => r.Origin.ProseDeadline(r.DueText, r.DueOn),
            r => r.Origin.InFuture("Klar den", r.CompletedOn, data.Today),
        ];
        return
        [
            .. rows.SelectMany(r => rules.Select(rule => rule(r))),
            .. ActionLinkChecks.Of(data.Lists, data.Links),
            .. RowChecks.Pointing(
                rows.Select(r => (r.Origin, r.ProcessingActivity)),
                data,
                ProcessingActivity.AsList,
                a => a.Title,
                "Informationsbehandling",
                ", så åtgärden står inte i någon handlingsplan. Välj om informationsbehandlingen."
            ),
            .. RowChecks.Named(rows, r => r.Title, "Åtgärd"),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, r.DecidedInYear.Text, r.SourceRow),
                r => $"Åtgärden ”{r.Title}”",
                ("Status", r => r.Status.Text),
                ("Klart senast", r => r.DueOn.Text)
            ),
        ];
    }

    /// <summary>A role is somebody who answers.</summary>
    private static Finding? WithoutResponsible(ActionItem row) =>
        EarlierActions.IsOpen(row) && row.Responsible is null && row.Role.Count == 0
            ? row.Origin.Warning("Ansvarig", "Åtgärden har ingen ansvarig. Utse någon, eller välj en roll.")
            : null;

    private static Finding? WithoutPlannedYear(ActionItem row) =>
        EarlierActions.IsOpen(row) && row.PlannedYears.Count == 0
            ? row.Origin.Warning(
                "Planerade år",
                "Åtgärden har inget planerat år och kommer inte med i treårsplanen. Välj ett eller flera år."
            )
            : null;

    private static Finding? PlannedForThePast(ActionItem row, int year) =>
        EarlierActions.IsOpen(row)
        && ActionFields.PlannedYears(row).ToList() is { Count: > 0 } years
        && years.Max() < year
            ? row.Origin.Warning(
                "Planerade år",
                $"Åtgärden är inte klar men planerad bara för år som har gått, senast {years.Max()}, så den "
                    + "kommer inte med i planen. Lägg till ett planerat år."
            )
            : null;

    private static Finding? NotAYear(ActionItem row) =>
        row.PlannedYears.FirstOrDefault(y =>
            y.Length != 4 || !int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
            is { } text
            ? row.Origin.Warning("Planerade år", $"”{text}” är inte ett år. Skriv fyra siffror, till exempel 2027.")
            : null;

    private static Finding? Overdue(ActionItem row, DateOnly today) =>
        Lateness.IsLate(row, today)
            ? row.Origin.Warning(
                "Klart senast",
                $"Åtgärden skulle ha varit klar den {Swedish.Long(row.DueOn.Value!.Value)} men "
                    + $"{(row.Status.Text is { } status ? $"har status {status}" : "saknar status")}. Ändra status "
                    + "eller sätt ett nytt datum."
            )
            : null;

    private static Finding? OpenWithCompletedDay(ActionItem row) =>
        !row.CompletedOn.IsEmpty && row.Status.Value is not null && EarlierActions.IsOpen(row)
            ? row.Origin.Warning(
                "Klar den",
                $"Åtgärden har ett datum då den blev klar men status är {row.Status.Text}. Rätta den uppgift som är fel."
            )
            : null;

    private static Finding? DoneWithoutDay(ActionItem row) =>
        row.Status.Is(ActionStatus.Done) && row.CompletedOn.IsEmpty
            ? row.Origin.Warning("Klar den", "Åtgärden är klar men datumet saknas. Fyll i dagen då den blev klar.")
            : null;

    private static Finding? DoneButNotAllOfIt(ActionItem row) =>
        row.Status.Is(ActionStatus.Done) && row.PercentDone.Value < 100
            ? row.Origin.Warning(
                "Procent klart",
                $"Status är Klar men {row.PercentDone.Text} procent är angivet. Rätta den uppgift som är fel."
            )
            : null;

    private static Finding? ClosedWithoutReason(ActionItem row) =>
        (row.Status.Is(ActionStatus.ClosedWithoutAction) || row.Status.Is(ActionStatus.Postponed))
        && row.StatusReason is null
            ? row.Origin.Warning("Skäl till status", $"Status är {row.Status.Text} men skälet saknas. Skriv varför.")
            : null;
}
