namespace SpLg.Core.Figures;

/// <summary>
/// The incidents of one kind, counted by severity; the last row of the table is the sum of the others.
/// </summary>
/// <param name="BySeverity">Low, medium, high, critical, and those whose severity is empty or not readable.</param>
/// <param name="TotalBefore">Null when last year has no incidents at all.</param>
public sealed record IncidentMatrixRow(
    string Kind,
    IReadOnlyList<RowCount> BySeverity,
    RowCount Total,
    RowCount? TotalBefore
)
{
    private static readonly (string Name, string Description)[] Columns =
    [
        ("Låg", "Antal med låg allvarlighetsgrad."),
        ("Medel", "Antal med medelhög allvarlighetsgrad."),
        ("Hög", "Antal med hög allvarlighetsgrad."),
        ("Kritisk", "Antal med kritisk allvarlighetsgrad."),
        ("Annat", "Antal med annan eller ingen allvarlighetsgrad."),
    ];

    public static FieldSet Fields { get; } = BuildFields();

    /// <summary>
    /// The sums are those of the tallies, as they may be shown. When one cell is small no cell is shown, because with
    /// two sums to subtract from, hiding some of them would seldom hide the small one.
    /// </summary>
    internal static IReadOnlyList<IncidentMatrixRow> Build(
        ChosenRows<Incident> now,
        ChosenRows<Incident>? before,
        SmallCounts small
    )
    {
        var kinds = Enum.GetValues<IncidentKind>()
            .Select(k => (IncidentKind?)k)
            .Concat(now.Rows.Concat(before?.Rows ?? []).Any(i => i.Kind.Value is null) ? [null] : [])
            .ToList();
        var totals = CountPerValue.Guarded(
            [
                .. kinds.Select(k => new CountPerValue(
                    NameOf(k),
                    Of(now, k).Count,
                    before is null ? null : Of(before, k).Count
                )),
            ],
            small
        );
        var rows = kinds
            .Select(
                (k, i) =>
                    new IncidentMatrixRow(totals[i].Name, Cells(Of(now, k)), totals[i].Counted, totals[i].CountedBefore)
            )
            .ToList();
        if (rows.Any(r => r.BySeverity.Any(c => small.IsSmall(c.Count))))
            rows =
            [
                .. rows.Select(r =>
                    r with
                    {
                        BySeverity = [.. r.BySeverity.Select(c => c with { Instead = SmallCounts.Hidden })],
                    }
                ),
            ];
        return [.. rows, new("Summa", small.Hide(Cells(now)), now.Count, before?.Count)];
    }

    private static ChosenRows<Incident> Of(ChosenRows<Incident> incidents, IncidentKind? kind) =>
        incidents.Described(
            kind is null ? "Typ är tom eller inget av valen" : $"Typ är {NameOf(kind)}",
            incidents.Rows.Where(i => i.Kind.Value == kind)
        );

    private static IReadOnlyList<RowCount> Cells(ChosenRows<Incident> incidents) =>
        [
            .. Enum.GetValues<Severity>()
                .Select(s => (Severity?)s)
                .Append(null)
                .Select(s =>
                    incidents
                        .Described(
                            s is { } known
                                ? $"Allvarlighetsgrad är {Choice.Text(known)}"
                                : "Allvarlighetsgrad är tom eller inget av valen",
                            incidents.Rows.Where(i => i.Severity.Value == s)
                        )
                        .Count
                ),
        ];

    private static string NameOf(IncidentKind? kind) =>
        kind is { } known ? Choice.Text(known) : CountPerValue.OtherOrNotStated;

    private static FieldSet BuildFields()
    {
        var fields = new FieldSetBuilder<IncidentMatrixRow>().Text(
            "Typ",
            "Incidentens typ; sista raden är Summa.",
            r => r.Kind
        );
        for (var column = 0; column < Columns.Length; column++)
        {
            var at = column;
            fields
                .Number(Columns[at].Name, Columns[at].Description, r => r.BySeverity[at].Figure)
                .From(r => r.BySeverity[at].Trace);
        }
        return fields
            .Count("Summa", "Antal i år.", r => r.Total)
            .Count("Summa förra året", "Antal förra året; saknas när året inte har några rader.", r => r.TotalBefore)
            .Build();
    }
}
