namespace SpLg.Bench;

/// <summary>A row of seven columns, the shape of a position table in a review.</summary>
internal sealed record BenchRow(
    string Title,
    string System,
    string Owner,
    string Status,
    DateOnly ClassifiedOn,
    decimal OpenPoints,
    string Comment
)
{
    public static readonly FieldSet Fields = new FieldSetBuilder<IReadOnlyList<BenchRow>>()
        .List(
            "Rader",
            "Alla rader.",
            rows => rows,
            new FieldSetBuilder<BenchRow>()
                .Text("Titel", "Rubrik.", r => r.Title)
                .Text("System", "System.", r => r.System)
                .Text("Ägare", "Ägare.", r => r.Owner)
                .Text("Status", "Status.", r => r.Status)
                .Date("Klassad", "Dag.", r => r.ClassifiedOn)
                .Number("Öppna", "Antal.", r => r.OpenPoints)
                .Text("Kommentar", "Fritext.", r => r.Comment)
                .Build()
        )
        .Build();

    /// <summary>The same rows every time; comments differ enough that deflate has work to do.</summary>
    public static IReadOnlyList<BenchRow> Make(int count)
    {
        string[] statuses = ["Följs", "Följs delvis", "Följs inte", "Ej bedömd"];
        var rows = new BenchRow[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = new(
                $"Behandling {i} & tillhörande register",
                $"System {i % 97}",
                $"Ägare {i % 31}",
                statuses[i % statuses.Length],
                new DateOnly(2024, 1, 1).AddDays(i % 700),
                i % 13,
                $"Nästa steg <{i * 7919 % 100003:x}> beslutas i förvaltningsgruppen, ärende {i * 104729 % 1299709}."
            );
        }
        return rows;
    }
}
