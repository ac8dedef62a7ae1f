namespace SpLg.Core.Review;

/// <summary>The key figures of the other sections and the actions marked for the summary.</summary>
public sealed record Summary(Basis Basis, IReadOnlyList<KeyFigure> Figures, IReadOnlyList<ActionItem> Actions)
{
    public const string GroupName = "Sammanfattning";

    public static FieldSet Fields { get; } =
        Basis
            .Fields<Summary>(s => s.Basis)
            .List("Nyckeltal", "Nyckeltal i år mot förra året.", s => s.Figures, KeyFigure.Fields)
            .Number("Antal åtgärder", "Antal åtgärder som är med i sammanfattningen.", s => s.Actions.Count)
            .List(
                "Åtgärder",
                "Åtgärderna som ska vara med i sammanfattningen, de viktigaste först.",
                s => s.Actions,
                ActionFields.Fields
            )
            .Build();

    public static Summary Build(
        OrganisationLists lists,
        Incidents incidents,
        EarlierActions earlier,
        Trainings trainings,
        Position position,
        Procurements procurements,
        SelfAssessment assessment
    )
    {
        var actions = ActionFields.InOrder(
            lists.ActionItems.Where(a => a.InSummary.Is(true) && EarlierActions.IsOpen(a))
        );
        return new(
            Basis
                .Of(
                    lists,
                    Trace.Of("Åtgärder", "Med i sammanfattningen är ja och Status är öppen", actions),
                    lists.ActionItems.Count,
                    "Inga åtgärder är valda till sammanfattningen."
                )
                .ShowingRows(actions),
            [.. FiguresOf(lists, incidents, earlier, trainings, position, procurements, assessment)],
            ToldLines.Of(actions)
        );
    }

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private static IEnumerable<KeyFigure> FiguresOf(
        OrganisationLists lists,
        Incidents incidents,
        EarlierActions earlier,
        Trainings trainings,
        Position position,
        Procurements procurements,
        SelfAssessment assessment
    )
    {
        if (incidents.Basis.Coverage != Coverage.NoData)
        {
            yield return Count("Rapporterade incidenter", incidents.Now.Rows.Count, incidents.Before?.Rows.Count) with
            {
                Meaning =
                    "händelser där information har förlorats, blivit fel eller kommit i orätta händer, eller där "
                    + "det var nära. Fler rapporter behöver inte vara en försämring: det kan betyda att fler "
                    + "rapporterar",
            };
            yield return new(
                "Personuppgiftsincidenter",
                incidents.Now.DataBreaches.ToString(),
                incidents.Before?.DataBreaches.ToString(),
                incidents.Now.DataBreaches.Trend(incidents.Before?.DataBreaches),
                incidents.Now.DataBreaches.Trace,
                incidents.Before?.DataBreaches.Trace
            )
            {
                Meaning = "de av incidenterna som rörde uppgifter om människor",
            };
            if (incidents.Now.MedianDays is { } days)
            {
                yield return new(
                    "Tid från upptäckt till avslut (median)",
                    Days(days),
                    incidents.Before?.MedianDays is { } before ? Days(before) : null,
                    incidents.DaysTrend,
                    incidents.Now.Timed.Trace,
                    incidents.Before?.Timed.Trace
                )
                {
                    Meaning = "hälften av incidenterna avslutades snabbare än så, hälften tog längre tid",
                };
            }
        }
        if (earlier.Actions.Count > 0)
        {
            yield return new(
                "Tidigare åtgärder som är klara",
                earlier.IsHidden
                    ? SmallCounts.Hidden
                    : $"{Swedish.Number(earlier.Done)} av {Swedish.Number(earlier.Actions.Count)}",
                null,
                KeyFigure.NotByYear,
                earlier.Basis.Trace
            )
            {
                Meaning = "hur många av förbättringarna som beslutades tidigare år som är genomförda",
            };
        }
        if (lists.ActionItems.Where(EarlierActions.IsOpen).ToList() is { Count: > 0 } open)
        {
            var all = new ChosenRows<ActionItem>("Åtgärder", "Status är varken Klar eller Avslutad utan åtgärd", open);
            var late = KnownCount.Of(all, "Klart senast har passerat", a => Lateness.IsLate(a), lists.Small);
            var now = late.IsHidden
                ? SmallCounts.Hidden
                : $"{Swedish.Number(late.Count)} av {Swedish.Number(open.Count)}";
            yield return new("Öppna åtgärder som är försenade", now, null, KeyFigure.NotByYear, late.Trace)
            {
                Meaning =
                    "förbättringar som inte var klara fast deras slutdatum hade passerat den dag uppgifterna lästes",
            };
        }
        if (trainings.Total.Percent is { } rate)
        {
            yield return new(
                "Genomförda utbildningar",
                Percent(rate) + Missing(trainings.Total.Unknown),
                trainings.Total.PercentBefore is { } before
                    ? Percent(before) + Missing(trainings.Total.UnknownBefore)
                    : null,
                trainings.Total.Trend,
                trainings.Total.Counted,
                trainings.Total.Before
            )
            {
                Meaning = "hur stor del av dem som ska gå utbildningarna som har gjort det",
            };
        }
        if (position.Rows.Count > 0)
        {
            var known = position.Rows.Count - position.Points[0].Unknown;
            yield return new(
                "Behandlingar med aktuell informationsklassning",
                position.Points[0].IsHidden ? SmallCounts.Hidden
                    : known == 0 ? KnownCount.NoData
                    : $"{Swedish.Number(position.Points[0].InOrder)} av {Swedish.Number(known)}{Missing(position.Points[0].Unknown)}",
                null,
                KeyFigure.NotByYear,
                position.Points[0].Judged.InOrder.Trace
            )
            {
                Meaning =
                    "sammanhang där information hanteras och där det är bedömt hur känslig och viktig den är och vilket skydd den behöver",
            };
        }
        if (procurements.ClearedPercent is { } cleared)
        {
            yield return new(
                "Upphandlingar med klartecken före annonsering",
                Percent(cleared) + Missing(procurements.NotJudged.Count),
                procurements.ClearedPercentBefore is { } before
                    ? Percent(before) + Missing(procurements.NotJudgedBefore)
                    : null,
                procurements.Trend,
                procurements.ShareTrace,
                procurements.Before
            )
            {
                Meaning = "inköp där kraven på informationssäkerhet var granskade innan anbud begärdes in",
            };
        }
        if (assessment.Clauses.Count > 0)
        {
            yield return new(
                "Uppfyllda krav i självskattningen",
                assessment.Total.Answers(assessment.Total.Now)[0].Instead ?? assessment.Total.Fulfilled.ToString(),
                assessment.Total.Before is { } before
                    ? assessment.Total.Answers(before)[0].Instead ?? assessment.Total.FulfilledBefore?.ToString()
                    : null,
                assessment.Total.Trend,
                assessment.Total.Fulfilled.Trace,
                assessment.Total.FulfilledBefore?.Trace
            )
            {
                Meaning = "krav i standarden för informationssäkerhet som vi själva bedömer att vi uppfyller",
            };
        }
    }

    private static KeyFigure Count(string name, RowCount now, RowCount? before) =>
        new(name, now.Figure.ToString(), before?.Figure.Text, now.Trend(before), now.Trace, before?.Trace);

    private static string Missing(int rows) => rows == 0 ? "" : $" (uppgift saknas för {Swedish.Number(rows)})";

    private static string Percent(decimal percent) => $"{Swedish.Number(percent)}\u00a0%";

    private static string Days(decimal days) => $"{Swedish.Number(days)}\u00a0{(days == 1 ? "dag" : "dagar")}";
}
