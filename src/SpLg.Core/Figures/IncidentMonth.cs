namespace SpLg.Core.Figures;

/// <summary>The incidents of one month by kind, for a stacked chart with its data as a table beneath.</summary>
/// <param name="Month">Short month and year: <c>jan 2025</c>.</param>
/// <param name="ByKind">In the order of the kinds, and last those whose kind is empty or not readable.</param>
/// <param name="AreShown">False in the open edition, where a month is too short a time.</param>
public sealed record IncidentMonth(string Month, IReadOnlyList<RowCount> ByKind, RowCount Total, bool AreShown)
{
    /// <summary>Names that can be written in a template, which a slash or the word eller cannot.</summary>
    private static readonly (IncidentKind? Kind, string Name, string Description)[] Columns =
    [
        (IncidentKind.InformationSecurity, "Informationssäkerhet", "Antal som rör informations- eller it-säkerhet."),
        (IncidentKind.DataProtection, "Dataskydd", "Antal som rör dataskydd."),
        (IncidentKind.WorkEnvironment, "Arbetsmiljö", "Antal som rör arbetsmiljö."),
        (IncidentKind.PhysicalSecurity, "Fysisk säkerhet", "Antal som rör fysisk säkerhet."),
        (null, "Annat", "Antal av annan eller ej angiven typ."),
    ];

    public static FieldSet Fields { get; } = BuildFields();

    /// <summary>Twenty-four months, from January last year. What has no day of its year is in none.</summary>
    internal static IReadOnlyList<IncidentMonth> Build(
        ChosenRows<Incident> now,
        ChosenRows<Incident>? before,
        int year,
        KnownMonths known,
        SmallCounts small
    ) =>
        [
            .. Months(
                before ?? now with { Rows = [], Footing = new(Unknowable: Footing.NoRows) },
                year - 1,
                known,
                small
            ),
            .. Months(now, year, known, small),
        ];

    /// <summary>
    /// The month of the list's first incident; null where an incident without day or year may be older.
    /// </summary>
    internal static DateOnly? Begun(IReadOnlyList<Incident> all)
    {
        DateOnly? first = null;
        foreach (var incident in all)
        {
            if (Incidents.YearOf(incident) is not { } year)
                return null;
            var start = new DateOnly(year, 1, 1);
            var day = DayOf(incident) is { } known && (known.Year == year || known < start) ? known : start;
            first = first < day ? first : day;
        }
        return first is { } begun ? new(begun.Year, begun.Month, 1) : null;
    }

    private static IEnumerable<IncidentMonth> Months(
        ChosenRows<Incident> incidents,
        int year,
        KnownMonths known,
        SmallCounts small
    )
    {
        var byMonth = incidents.Rows.ToLookup(i => MonthOf(i, year));
        for (var month = 1; month <= 12; month++)
        {
            var rows = incidents.Described(
                $"Inträffade (annars Upptäcktes) i {Swedish.Month(month)}",
                byMonth[month]
            ) with
            {
                Footing = known.Of(incidents.Footing, year, month, 1),
            };
            yield return new(
                $"{Swedish.Month(month)[..3]} {year.ToString(CultureInfo.InvariantCulture)}",
                [
                    .. Columns.Select(c =>
                        rows.Described(
                            c.Kind is { } kind ? $"Typ är {Choice.Text(kind)}" : "Typ är tom eller inget av valen",
                            rows.Rows.Where(i => i.Kind.Value == c.Kind)
                        ).Count with
                        {
                            Footing = rows.Rows.Count == 0 ? rows.Footing : default,
                        }
                    ),
                ],
                rows.Count,
                !small.IsOn
            );
        }
    }

    /// <summary>
    /// By the day it occurred, else was discovered; null for what has neither, or a day of another year.
    /// </summary>
    internal static int? MonthOf(Incident incident, int year) =>
        DayOf(incident) is { } day && day.Year == year ? day.Month : null;

    internal static DateOnly? DayOf(Incident incident) => incident.OccurredOn.Value ?? incident.DiscoveredOn.Value;

    private static FieldSet BuildFields()
    {
        var fields = new FieldSetBuilder<IncidentMonth>().Text(
            "Månad",
            "Månad och år, till exempel jan 2025.",
            m => m.Month
        );
        for (var column = 0; column < Columns.Length; column++)
        {
            var at = column;
            fields
                .Number(Columns[at].Name, Columns[at].Description, m => m.AreShown ? m.ByKind[at].Figure : default)
                .From(m => m.ByKind[at].Trace);
        }
        // Text, because a chart shows every number field, and the sum would look like one more kind.
        return fields
            .Text(
                "Summa",
                "Antal i månaden; saknas när året inte har några rader.",
                m => m.AreShown ? m.Total.Figure.Text : null
            )
            .From(m => m.Total.Trace)
            .Build();
    }
}
