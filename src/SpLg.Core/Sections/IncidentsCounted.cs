namespace SpLg.Core.Sections;

/// <summary>How the incidents of a year are counted.</summary>
public sealed partial record Incidents
{
    private static Incidents Build(OrganisationLists lists, ReviewYears years, DateOnly today)
    {
        var (year, until) = (years.FollowUp, years.KnownUntil(today));
        var (inside, outside) = years.Split(lists.Of(Incident.AsList), YearOf, IncidentMonth.DayOf);
        var small = lists.Small;
        var byYear = inside.ToLookup(i => YearOf(i));
        var withoutYear = byYear[null].Count();
        var begun = lists.Withheld.HasAny(Incident.AsList.Title)
            ? null
            : IncidentMonth.Begun(lists.Of(Incident.AsList));
        var known = KnownMonths.Of(years, today, begun);
        var part = known.Compared;
        var now = Of(year, byYear[year]);
        var before = byYear[year - 1].Any() ? Of(year - 1, byYear[year - 1]) : null;
        var beforeFigures = before is null ? null : FiguresOf(before, year - 1);
        var periods = new Periods(now, before, year, part, known);
        var basis = SectionSource
            .Of(
                lists,
                now.Trace,
                lists.Of(Incident.AsList).Count,
                $"Inga incidenter har rapporterats under {years.PartInWords(today)}.",
                withoutYear
            )
            .Over(years, today, outside, small);
        if (beforeFigures is not null && !small.IsOn)
            basis = basis.WithEarlier($"Från {year - 1}", [InWords(beforeFigures)]);
        return new(
            Source: small.IsOn ? WithoutNumbers(basis, withoutYear) : basis,
            Year: year,
            Period: years.PartInWords(today),
            Now: FiguresOf(now, year),
            Before: beforeFigures,
            ByKind: CountPerValue.ByChoice(now, before, "Typ", i => i.Kind, small),
            BySeverity: CountPerValue.ByChoice(now, before, "Allvarlighetsgrad", i => i.Severity, small),
            ByCause: CountPerValue.ByText(now, before, "Orsak", i => i.Cause, small),
            ByUnit: CountPerValue.ByText(now, before, "Enhet", i => i.Unit, small),
            ByMonth: Months(periods, small),
            ByTertial: Tertials(periods, small),
            ByMonthAndKind: IncidentMonth.Build(now, before, year, periods.Known, small),
            KindBySeverity: IncidentMatrixRow.Build(now, before, small),
            Summaries:
            [
                .. now
                    .Rows.Where(i => i.ReportSummary is not null && i.Origin.Publication.Is(Publication.Open))
                    .OrderBy(i => RowOrder.ByDate(i.OccurredOn))
                    .ThenBy(i => RowOrder.ById(i.Origin))
                    // A summary is told alone, because it was written to be published.
                    .Select(i => i with { Origin = i.Origin with { IsCounted = false } })
                    .Select(i => small.IsOn ? i with { OccurredOn = default, Kind = default, Severity = default } : i),
            ],
            Clocks: small.IsOn
                ? []
                :
                [
                    .. now.Rows.SelectMany(i =>
                        IncidentClock.Of(i, ClockLimits.Of(lists.Setting), today, lists.AsRead.Zone)
                    ),
                ],
            WithoutYear: withoutYear,
            Small: small
        );

        // In the open edition the distance between the two years could tell how few rows have no year.
        ChosenRows<Incident> Of(int of, IEnumerable<Incident> rows) =>
            new(Incident.AsList.Title, YearFilter.Of(of, "Inträffade", "Upptäcktes"), [.. rows])
            {
                Footing = new(
                    Unknown: small.IsOn ? withoutYear : 0,
                    Undated: withoutYear,
                    Withheld: lists.Withheld.Of(Incident.AsList.Title, of),
                    Unknowable: UnknowableIn(of),
                    Part: small.IsOn ? null : known.PartOf(of),
                    IsPartClosed: small.IsOn && part is not null
                ),
                Part = small.IsOn ? null : PartOf(of),
            };

        string? UnknowableIn(int of)
        {
            if (lists.Of(Incident.AsList).Count == 0 || withoutYear > 0)
                return Footing.NoRows;
            return new DateOnly(of, 1, 1) > until ? Footing.NotYet : null;
        }

        // The number of a whole year beside that of a part tells the number of the rest, which may be small. Then the
        // open edition compares nothing, nor the parts of the number, from which it could be found.
        IncidentFigures FiguresOf(ChosenRows<Incident> of, int ofYear)
        {
            var figures = IncidentFigures.Of(of, lists.Of(Incident.AsList), today, part?.LastIn(ofYear), small);
            return !small.IsOn || AreRestsFew()
                ? figures
                : figures with
                {
                    Rows = of with { Part = PartOf(ofYear), Footing = of.Footing with { IsPartClosed = false } },
                };
        }

        (Func<Incident, bool?> Holds, string Words)? PartOf(int of) =>
            part is null ? null : (incident => part.Holds(IncidentMonth.DayOf(incident), of), part.Words);

        bool AreRestsFew() =>
            new[] { year, year - 1 }.Any(of =>
                PartOf(of) is { } compared
                && byYear[of].Where(i => compared.Holds(i) != true).ToList() is var rest
                && (small.IsFew(rest) || rest.Any(i => compared.Holds(i) is null))
            );
    }

    private static string InWords(IncidentFigures figures)
    {
        IReadOnlyList<string> parts =
        [
            .. figures.DataBreaches.Known == 0
                ? (string[])[]
                : [$"{Swedish.HowMany(figures.DataBreaches.Count)} rörde personuppgifter"],
            .. figures.ReportedToImy.Known == 0
                ? (string[])[]
                : [$"{Swedish.HowMany(figures.ReportedToImy.Count)} anmäldes till Integritetsskyddsmyndigheten (IMY)"],
        ];
        return $"{Swedish.Count(figures.Count, "incident", "incidenter")}{(parts.Count == 0 ? "" : $", varav {Swedish.Join(parts)}")}.";
    }

    /// <summary>How many rows the list has besides the year's could tell how many lack a year.</summary>
    private static SectionSource WithoutNumbers(SectionSource basis, int withoutYear) =>
        basis with
        {
            Sources = [basis.Sources[0] with { InList = null }],
            Sentence =
                withoutYear == 0 || basis.Sentence is null
                    ? basis.Sentence
                    : "Underlag saknas: det finns rader i listan Incidenter som inte har något år som går att "
                        + $"läsa, så det går inte att säga om de hör hit. {SectionSource.Responsible(basis.Owner)}",
        };

    internal static int? YearOf(Incident incident) =>
        RowOrder.YearOf(incident.Origin, incident.OccurredOn, incident.DiscoveredOn);

    private static IReadOnlyList<CountPerValue> Months(Periods periods, SmallCounts small)
    {
        var tallies = periods.Count(
            months: 1,
            period: i => i,
            periods: Enumerable.Range(1, 12).Select(m => ((int?)m, m, Swedish.Month(m), $"i {Swedish.Month(m)}"))
        );
        return !small.IsOn
            ? tallies
            :
            [
                .. tallies.Select(t =>
                    t with
                    {
                        Counted = Covered(t.Counted)!,
                        CountedBefore = Covered(t.CountedBefore),
                    }
                ),
            ];

        static RowCount? Covered(RowCount? count) => count is null ? null : count with { Instead = SmallCounts.Hidden };
    }

    private static IReadOnlyList<CountPerValue> Tertials(Periods periods, SmallCounts small)
    {
        var tallies = periods.Count(
            months: 4,
            period: month => (month + 3) / 4,
            periods:
            [
                (1, 1, "T1", "i januari till april"),
                (2, 5, "T2", "i maj till augusti"),
                (3, 9, "T3", "i september till december"),
                (null, 1, "Utan datum", "inte ett datum under året"),
            ]
        );
        return CountPerValue.Guarded(
            [.. tallies.Where(t => t.Name != "Utan datum" || t.Now + (t.Before ?? 0) > 0)],
            small
        );
    }

    /// <summary>What the incidents are counted of when each period of the year is counted by itself.</summary>
    private sealed record Periods(
        ChosenRows<Incident> Now,
        ChosenRows<Incident>? Before,
        int Year,
        ComparedPart? Part,
        KnownMonths Known
    )
    {
        /// <param name="months">How many a period has.</param>
        /// <param name="period">The period a month is in; null for none.</param>
        public IReadOnlyList<CountPerValue> Count(
            int months,
            Func<int?, int?> period,
            IEnumerable<(int? Period, int FirstMonth, string Name, string Words)> periods
        )
        {
            return [.. periods.Select(p => new CountPerValue(p.Name, Of(Now, Year, p)!, Of(Before, Year - 1, p)))];

            RowCount? Of(ChosenRows<Incident>? all, int of, (int? Period, int FirstMonth, string Name, string Words) p)
            {
                if (all is null)
                    return null;
                var byPeriod = all.Rows.ToLookup(i => period(IncidentMonth.MonthOf(i, of)));
                var rows = all.Described($"Inträffade (annars Upptäcktes) är {p.Words}", byPeriod[p.Period]);
                // An incident without a day belongs to no part of the year; months that are known in full are compared
                // in full.
                if (p.Period is null)
                    return (rows with { Part = null }).Count;
                return (rows with { Part = Part?.Cuts(p.FirstMonth, months) == true ? rows.Part : null }).Count with
                {
                    Footing = Known.Of(all.Footing, of, p.FirstMonth, months) with
                    {
                        NotStated = byPeriod[null].Count(),
                    },
                };
            }
        }
    }
}
