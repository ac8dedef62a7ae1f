using SpLg.Core.Fields;
using SpLg.Core.Language;

namespace SpLg.Core.Review;

/// <summary>The information-security position: ten control points for every processing activity, whatever its year.</summary>
public sealed record Position(
    Basis Basis, StalenessLimits Limits, IReadOnlyList<PositionRow> Rows, IReadOnlyList<PositionGroup> ByObject, IReadOnlyList<ControlPoint> Points)
{
    public const string GroupName = "Informationssäkerhetsläge";

    public static FieldSet Fields { get; } = Basis.Fields<Position>(p => p.Basis)
        .Number("Antal", "Antal informationsbehandlingar.", p => p.Rows.Count)
        .Number("Antal förvaltningsobjekt", "Antal förvaltningsobjekt.", p => p.ByObject.Count)
        .Number("Antal utan brist", "Antal behandlingar där alla tio kontrollpunkter är i ordning.", p => p.WithoutGap)
        .Text("Mening", "Läget i en mening.", p => p.Sentence)
        .Number("Gula", "Summan av öppna punkter som uppfylls delvis.", p => p.Points[8].Sum)
        .Number("Röda", "Summan av öppna punkter som inte uppfylls.", p => p.Points[9].Sum)
        .Number("Antal i fel zon", "Antal behandlingar vars nätverkszon inte är den krävda.", p => p.Rows.Count(IsInWrongZone))
        .Number("Gräns KLASSA", "Hur gammal en klassning får vara, i månader.", p => p.Limits.Classification)
        .Number("Gräns RSA", "Hur gammal en RSA får vara, i månader.", p => p.Limits.RiskAnalysis)
        .Number("Gräns behörighetskontroll", "Hur gammal en behörighetskontroll får vara, i månader.", p => p.Limits.AccessReview)
        .List("Kontrollpunkter", "De tio kontrollpunkterna med summor.", p => p.Points, ControlPoint.Fields)
        .List("Per objekt", "Behandlingarna grupperade efter förvaltningsobjekt.", p => p.ByObject, PositionGroup.ObjectFields)
        .List("Behandlingar", "Alla behandlingar, ordnade efter förvaltningsobjekt, system och namn.", p => p.Rows, PositionRow.Fields)
        .Build();

    public int WithoutGap => Rows.Count(r => r.Points.All(p => p == true));

    private string? Sentence => Rows.Count == 0 ? null
        : $"Av {Swedish.Count(Rows.Count, "informationsbehandling", "informationsbehandlingar")} uppfyller {Swedish.HowMany(WithoutGap)} alla tio kontrollpunkter.";

    public static Position Build(OrganisationLists lists, StalenessLimits limits, DateOnly today)
    {
        var alphabetical = StringComparer.Create(Swedish.Culture, ignoreCase: true);
        IReadOnlyList<PositionRow> rows = [.. lists.ProcessingActivities
            .Select(a => PositionRow.Build(a, limits, today))
            .OrderBy(r => r.Activity.ManagedObject is null).ThenBy(r => r.Activity.ManagedObject, alphabetical)
            .ThenBy(r => r.Activity.System is null).ThenBy(r => r.Activity.System, alphabetical)
            .ThenBy(r => r.Activity.Title, alphabetical).ThenBy(r => RowOrder.ById(r.Activity.Origin))];
        return new(
            Basis.Of(lists, "Informationsbehandlingar", lists.ProcessingActivities.Count, rows.Count, ""),
            limits,
            rows,
            PositionGroup.Build(rows),
            ControlPoint.Build(rows));
    }

    private static bool IsInWrongZone(PositionRow row) =>
        row.Activity is { NetworkZone: { } zone, RequiredZone: { } required } && !string.Equals(zone, required, StringComparison.OrdinalIgnoreCase);
}
