namespace SpLg.Core.Rows;

/// <summary>Rules for Incidenter.</summary>
internal static class IncidentChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<Incident> rows, DataToCheck data)
    {
        var today = data.Today;
        Func<Incident, Finding?>[] rules =
        [
            OpenWithClosingDay,
            ClosedWithoutDay,
            ClosedBeforeItHappened,
            ClosedBeforeDiscovery,
            DiscoveredBeforeItHappened,
            ReportedBeforeItHappened,
            ReportedButNoBreach,
            r => SignificantNotReported(r, data.Lists.Setting),
            SummaryWithoutPublication,
            r => r.Origin.InFuture("Inträffade", r.OccurredOn, today),
            r => r.Origin.InFuture("Upptäcktes", r.DiscoveredOn, today),
            r => r.Origin.InFuture("Avslutad den", r.ClosedOn, today),
            r => r.Origin.InFuture("Anmäld till IMY", r.ReportedToImyOn, today),
            r => r.Origin.InFuture("Anmäld enligt cybersäkerhetslagen", r.ReportedOn, today),
            r => r.Origin.WithoutYear(Incidents.YearOf(r)),
            r => r.Origin.YearAgainst("Inträffade", r.OccurredOn),
        ];
        return
        [
            .. rows.SelectMany(r => rules.Select(rule => rule(r))),
            .. Clocks(rows, data),
            .. SameNumber(rows),
            .. RowChecks.Pointing(
                rows.Select(r => (r.Origin, r.ProcessingActivity)),
                data,
                ProcessingActivity.AsList,
                a => a.Title,
                "Informationsbehandling",
                ". Välj om informationsbehandlingen."
            ),
            .. RowChecks.Different(
                rows,
                r => r.IaId,
                r => $"Incident {r.IaId}",
                ("Inträffade", r => r.OccurredOn.Text),
                ("Upptäcktes", r => r.DiscoveredOn.Text),
                ("Typ", r => r.Kind.Text),
                ("Allvarlighetsgrad", r => r.Severity.Text)
            ),
        ];
    }

    private static Finding? OpenWithClosingDay(Incident row) =>
        !row.ClosedOn.IsEmpty && row.Status.Value is { } status && status != IncidentStatus.Closed
            ? row.Origin.Error(
                "Avslutad den",
                $"Incidenten har ett avslutsdatum men status är {row.Status.Text}. Ändra status till Avslutad eller ta bort datumet."
            )
            : null;

    private static Finding? ClosedWithoutDay(Incident row) =>
        row.Status.Is(IncidentStatus.Closed) && row.ClosedOn.IsEmpty
            ? row.Origin.Warning(
                "Avslutad den",
                "Incidenten är avslutad men datumet saknas, så den räknas inte med i tiden till avslut. Fyll i datumet."
            )
            : null;

    private static Finding? ClosedBeforeItHappened(Incident row) =>
        row.ClosedOn.Value < row.OccurredOn.Value
            ? row.Origin.Error(
                "Avslutad den",
                "Incidenten avslutades före den dag då den inträffade. Rätta det datum som är fel."
            )
            : null;

    /// <summary>Its time to closing would be less than nothing, so it is in no median.</summary>
    private static Finding? ClosedBeforeDiscovery(Incident row) =>
        row.ClosedOn.Value < row.DiscoveredOn.Value && !(row.ClosedOn.Value < row.OccurredOn.Value)
            ? row.Origin.Error(
                "Avslutad den",
                "Incidenten avslutades före den dag då den upptäcktes, så den räknas inte med i tiden till "
                    + "avslut. Rätta det datum som är fel."
            )
            : null;

    private static Finding? ReportedBeforeItHappened(Incident row) =>
        (
            row.ReportedToImyOn.Value < (row.DiscoveredOn.Value ?? row.OccurredOn.Value),
            row.ReportedOn.Value < (row.DiscoveredOn.Value ?? row.OccurredOn.Value)
        ) switch
        {
            (true, _) => row.Origin.Error(
                "Anmäld till IMY",
                "Incidenten är anmäld till IMY före den dag då den upptäcktes eller inträffade. Rätta det datum som är fel."
            ),
            (_, true) => row.Origin.Error(
                "Anmäld enligt cybersäkerhetslagen",
                "Incidenten är anmäld enligt cybersäkerhetslagen före den dag då den upptäcktes eller "
                    + "inträffade. Rätta det datum som är fel."
            ),
            _ => null,
        };

    private static Finding? DiscoveredBeforeItHappened(Incident row) =>
        row.DiscoveredOn.Value < row.OccurredOn.Value
            ? row.Origin.Warning(
                "Upptäcktes",
                "Incidenten upptäcktes före den dag då den inträffade. Rätta det datum som är fel."
            )
            : null;

    private static Finding? ReportedButNoBreach(Incident row) =>
        !row.ReportedToImyOn.IsEmpty && row.PersonalDataBreach.Is(false)
            ? row.Origin.Warning(
                "Personuppgiftsincident",
                "Incidenten är anmäld till IMY men är inte märkt som personuppgiftsincident. Rätta den uppgift som är fel."
            )
            : null;

    private static Finding? SignificantNotReported(Incident row, Setting? setting) =>
        row.SignificantUnderCybersecurityAct.Is(true)
        && row is { ReportedOn.IsEmpty: true, ReportedAt.IsEmpty: true }
        && ClockLimits.Of(setting).CybersecurityActApplies
            ? row.Origin.Warning(
                "Anmäld enligt cybersäkerhetslagen",
                "Incidenten är betydande men datum för anmälan saknas. Fyll i datumet, eller anmäl incidenten."
            )
            : null;

    private static Finding? SummaryWithoutPublication(Incident row) =>
        row.ReportSummary is not null && row.Origin.Publication.Value is null
            ? row.Origin.Warning(
                "Publicering",
                "Sammanfattningen visas inte, eftersom det inte framgår om raden får publiceras. Välj Öppen om den får visas."
            )
            : null;

    /// <summary>
    /// Of the time that the review follows up and later. Dates without time of day are told once, because most lists
    /// have no other.
    /// </summary>
    private static IEnumerable<Finding> Clocks(IReadOnlyList<Incident> rows, DataToCheck data)
    {
        var limits = ClockLimits.Of(data.Lists.Setting);
        var notShown = new List<Incident>();
        foreach (var row in rows.Where(r => Incidents.YearOf(r) >= data.Years.FollowUp))
        {
            foreach (var clock in IncidentClock.Of(row, limits, data.Today, data.Lists.AsRead.Zone))
            {
                if (clock is { State: ClockState.Missing, Column: IncidentClock.NotificationColumn })
                    continue;
                if (clock.State is ClockState.Late or ClockState.Missing)
                    yield return row.Origin.Warning(
                        clock.Column,
                        clock.InWords
                            + (
                                row.LateReason is null
                                    ? " Fyll i tidpunkten om den är fel, annars Skäl till sen anmälan."
                                    : ""
                            )
                    );
                else if (clock.State == ClockState.NotShown)
                    notShown.Add(row);
            }
        }
        if (notShown.Count > 0)
            yield return new(
                FindingLevel.Info,
                Incident.AsList.Title,
                null,
                "Vetskap, tidpunkt",
                "Datum utan klockslag visar inte om lagens timmar hölls "
                    + $"(rad {string.Join(", ", notShown.Select(r => r.Origin.Id).Distinct())}). "
                    + "Fyll i Vetskap, tidpunkt och anmälans tidpunkt.",
                null
            );
    }

    private static IEnumerable<Finding> SameNumber(IReadOnlyList<Incident> rows) =>
        RowChecks.Twice(
            rows,
            r => r.IaId,
            "IA-nummer",
            "Rad {0} har samma IA-nummer. Samma incident kan räknas två gånger: ta bort den ena raden eller rätta numret."
        );
}
