using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>The incidents of one kind, counted by severity; the last row of the table is the sum of the others.</summary>
/// <param name="Unstated">Severity empty or not readable.</param>
/// <param name="TotalBefore">Null when last year has no incidents at all.</param>
public sealed record IncidentMatrixRow(string Kind, int Low, int Medium, int High, int Critical, int Unstated, int Total, int? TotalBefore)
{
    /// <summary>What rows stand under whose kind is empty or none of the choices.</summary>
    private const string NoKind = "Annat eller ej angivet";

    public static FieldSet Fields { get; } = new FieldSetBuilder<IncidentMatrixRow>()
        .Text("Typ", "Incidentens typ; sista raden är Summa.", r => r.Kind)
        .Number("Låg", "Antal med låg allvarlighetsgrad.", r => r.Low)
        .Number("Medel", "Antal med medelhög allvarlighetsgrad.", r => r.Medium)
        .Number("Hög", "Antal med hög allvarlighetsgrad.", r => r.High)
        .Number("Kritisk", "Antal med kritisk allvarlighetsgrad.", r => r.Critical)
        .Number("Annat", "Antal med annan eller ingen allvarlighetsgrad.", r => r.Unstated)
        .Number("Summa", "Antal i år.", r => r.Total)
        .Number("Summa förra året", "Antal förra året; tomt när uppgifter saknas.", r => r.TotalBefore)
        .Build();

    public static IReadOnlyList<IncidentMatrixRow> Build(IReadOnlyList<Incident> now, IReadOnlyList<Incident> before)
    {
        var byKind = now.ToLookup(i => i.Kind.Value);
        var earlier = before.ToLookup(i => i.Kind.Value);
        var kinds = Enum.GetValues<IncidentKind>().Select(k => (IncidentKind?)k)
            .Concat(byKind.Contains(null) || earlier.Contains(null) ? [null] : []);
        return
        [
            .. kinds.Select(k => Row(k is { } kind ? Choice.Text(kind) : NoKind, [.. byKind[k]], before.Count == 0 ? null : earlier[k].Count())),
            Row("Summa", now, before.Count == 0 ? null : before.Count),
        ];
    }

    private static IncidentMatrixRow Row(string kind, IReadOnlyList<Incident> incidents, int? before) => new(
        kind,
        incidents.Count(i => i.Severity.Is(Severity.Low)),
        incidents.Count(i => i.Severity.Is(Severity.Medium)),
        incidents.Count(i => i.Severity.Is(Severity.High)),
        incidents.Count(i => i.Severity.Is(Severity.Critical)),
        incidents.Count(i => i.Severity.Value is null),
        incidents.Count,
        before);
}
