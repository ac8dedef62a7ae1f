using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Figures;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

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
    /// <param name="today">The day the lists were read.</param>
    internal static IReadOnlyList<IncidentMonth> Build(ChosenRows<Incident> now, ChosenRows<Incident>? before, int year, DateOnly today, SmallCounts small) =>
    [
        .. Months(before ?? now with { Rows = [], Footing = new(Unknowable: Footing.NoRows) }, year - 1, today, small),
        .. Months(now, year, today, small),
    ];

    /// <summary>The footing of what is counted from a month on, which may not have begun.</summary>
    internal static Footing From(Footing all, int year, int month, DateOnly today) =>
        new DateOnly(year, month, 1) > today ? all with { Unknowable = Footing.NotYet } : all;

    private static IEnumerable<IncidentMonth> Months(ChosenRows<Incident> incidents, int year, DateOnly today, SmallCounts small)
    {
        var byMonth = incidents.Rows.ToLookup(i => MonthOf(i, year));
        for (var month = 1; month <= 12; month++)
        {
            var rows = incidents.Where($"Inträffade (annars Upptäcktes) i {Swedish.Month(month)}", byMonth[month]) with
            {
                Footing = From(incidents.Footing, year, month, today),
            };
            yield return new(
                $"{Swedish.Month(month)[..3]} {year.ToString(CultureInfo.InvariantCulture)}",
                [.. Columns.Select(c => rows.Where(c.Kind is { } kind ? $"Typ är {Choice.Text(kind)}" : "Typ är tom eller inget av valen", rows.Rows.Where(i => i.Kind.Value == c.Kind)).Count with { Footing = rows.Rows.Count == 0 ? rows.Footing : default })],
                rows.Count,
                !small.IsOn);
        }
    }

    /// <summary>By the day it occurred, else was discovered; null for what has neither, or a day of another year.</summary>
    internal static int? MonthOf(Incident incident, int year) =>
        (incident.OccurredOn.Value ?? incident.DiscoveredOn.Value) is { } day && day.Year == year ? day.Month : null;

    private static FieldSet BuildFields()
    {
        var fields = new FieldSetBuilder<IncidentMonth>()
            .Text("Månad", "Månad och år, till exempel jan 2025.", m => m.Month);
        for (var column = 0; column < Columns.Length; column++)
        {
            var at = column;
            fields.Number(Columns[at].Name, Columns[at].Description, m => m.AreShown ? m.ByKind[at].Figure : default).From(m => m.ByKind[at].Trace);
        }
        // A text, so that a chart of the numbers does not show the sum as one more kind.
        return fields
            .Text("Summa", "Antal i månaden; saknas när året inte har några rader.", m => m.AreShown ? m.Total.Figure.Text : null).From(m => m.Total.Trace)
            .Build();
    }
}
