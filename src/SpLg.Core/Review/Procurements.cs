using System.Globalization;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>
/// The procurements of the review's year: by their Year column, else by publication, else by when the coordinator came
/// in; one with none of these is under way and shown.
/// </summary>
public sealed record Procurements(Basis Basis, IReadOnlyList<ProcurementRow> Rows, int? CountBefore, int? ClearedPercentBefore)
{
    public const string GroupName = "Upphandlingar";

    public static FieldSet Fields { get; } = Basis.Fields<Procurements>(p => p.Basis)
        .Number("Antal", "Antal upphandlingar i år.", p => p.Rows.Count)
        .Number("Antal förra året", "Antal förra året; tomt när uppgifter saknas.", p => p.CountBefore)
        .Number("Antal annonserade", "Antal annonserade som hanterar information.", p => p.Gated)
        .Number("Klartecken i tid", "Antal av dem som fick klartecken före annonseringen.", p => p.Cleared)
        .Text("Andel", "Andelen med klartecken före annonseringen, till exempel 75 %.", p => Swedish.Share(p.Cleared, p.Gated))
        .Text("Trend", "Andelen mot förra året i ord.", p => p.Trend)
        .Text("Mening", "Andelen i en mening.", p => p.Sentence)
        .Number("Antal avvikelser", "Antal annonserade utan klartecken i tid.", p => p.Deviations.Count)
        .Number("Obesvarade obligatoriska", "Antal obligatoriska kontrollpunkter utan svar, sammanlagt.", p => p.Rows.Sum(r => r.Unanswered))
        .List("Rader", "Årets upphandlingar med sina kontrollpunkter.", p => p.Rows, ProcurementRow.Fields)
        .List("Avvikelser", "Bara upphandlingarna med avvikelse.", p => p.Deviations, ProcurementRow.Fields)
        .Build();

    public int Gated => Rows.Count(r => r.IsGated);

    public int Cleared => Rows.Count(r => r is { IsGated: true, Deviation: null });

    public IReadOnlyList<ProcurementRow> Deviations => [.. Rows.Where(r => r.Deviation is not null)];

    /// <summary>Whole per cent; null when none has been published.</summary>
    public int? ClearedPercent => Percent(Rows);

    public string Trend => Language.Trend.OfMeasure(ClearedPercent, ClearedPercentBefore, "procent", Polarity.HigherIsBetter);

    private string? Sentence => Gated switch
    {
        0 => Rows.Count == 0 ? null : "Ingen upphandling som hanterar information har annonserats.",
        1 => Cleared == 1 ? "Den enda annonserade upphandlingen som hanterar information fick klartecken före annonseringen."
            : "Den enda annonserade upphandlingen som hanterar information fick inte klartecken före annonseringen.",
        _ => $"Av {Swedish.InWords(Gated)} annonserade upphandlingar som hanterar information fick {Swedish.HowMany(Cleared)} klartecken före annonseringen.",
    };

    public static Procurements Build(OrganisationLists lists, int year)
    {
        var checksById = lists.ProcurementChecks.Where(c => c.Procurement?.Id is not null)
            .ToLookup(c => c.Procurement!.Id!.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        // Rows from a file carry the procurement's title only.
        var checksByTitle = lists.ProcurementChecks.Where(c => c.Procurement is { Id: null, Text: not null })
            .ToLookup(c => c.Procurement!.Text!, StringComparer.OrdinalIgnoreCase);
        var byYear = lists.Procurements.ToLookup(p => YearOf(p) ?? year);
        IReadOnlyList<ProcurementRow> rows = Rows(byYear[year]), before = Rows(byYear[year - 1]);
        return new(
            Basis.Of(lists, "Upphandlingar", lists.Procurements.Count, rows.Count, $"Inga upphandlingar har pågått under {year}."),
            rows,
            before.Count == 0 ? null : before.Count,
            Percent(before));

        IReadOnlyList<ProcurementRow> Rows(IEnumerable<Procurement> procurements) =>
            [.. procurements
                .OrderBy(p => RowOrder.ByDate(p.PublishedOn)).ThenBy(p => RowOrder.ById(p.Origin))
                .Select(p => ProcurementRow.Build(p, checksById[p.Origin.Id].Concat(checksByTitle[p.Title ?? ""])))];
    }

    internal static int? YearOf(Procurement procurement) =>
        RowOrder.YearOf(procurement.Origin, procurement.PublishedOn, procurement.CoordinatorInvolvedOn);

    private static int? Percent(IReadOnlyList<ProcurementRow> rows)
    {
        var gated = rows.Count(r => r.IsGated);
        return gated == 0 ? null : (int)Math.Round(100m * rows.Count(r => r is { IsGated: true, Deviation: null }) / gated, MidpointRounding.AwayFromZero);
    }
}
