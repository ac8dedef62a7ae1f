using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>Rules for Upphandlingar and Kontrollpunkter.</summary>
internal static class ProcurementChecks
{
    public static IEnumerable<Finding> Of(IReadOnlyList<Procurement> rows, IReadOnlyList<ProcurementCheck> checks)
    {
        Func<Procurement, Finding?>[] rules = [NotClearedInTime, AdvertisedWithoutDay, PublishedTooEarlyInPhase, r => r.Origin.YearAgainst("Annonserad den", r.PublishedOn)];
        var phaseById = rows.ToLookup(r => r.Origin.Id, StringComparer.Ordinal);
        var phaseByTitle = rows.Where(r => r.Title is not null).ToLookup(r => r.Title!, StringComparer.OrdinalIgnoreCase);
        return rows.SelectMany(r => rules.Select(rule => rule(r))).OfType<Finding>()
            .Concat(checks.SelectMany(c => new[] { NoWithoutComment(c), WithoutProcurement(c, Procurement(c)), NotAnsweredInTime(c, Procurement(c)) }).OfType<Finding>());

        Procurement? Procurement(ProcurementCheck check) => check.Procurement switch
        {
            { Id: { } id } => phaseById[id.ToString(CultureInfo.InvariantCulture)].FirstOrDefault(),
            { Text: { } title } => phaseByTitle[title].FirstOrDefault(),
            _ => null,
        };
    }

    private static Finding? NotClearedInTime(Procurement row)
    {
        if (ProcurementRow.Build(row, []).Deviation is not { } deviation)
            return null;
        return row.Origin.Error("Klartecken den", $"Upphandlingen {deviation}. Rätta datumen om de är fel; annars redovisas den som avvikelse.");
    }

    private static Finding? AdvertisedWithoutDay(Procurement row) =>
        row.PublishedOn.IsEmpty && row.Phase.Value >= ProcurementPhase.Advertised
            ? row.Origin.Warning("Annonserad den", $"Fasen är {row.Phase.Text} men annonseringsdatum saknas. Fyll i datumet.")
            : null;

    private static Finding? PublishedTooEarlyInPhase(Procurement row) =>
        row.PublishedOn.Value is { } day && row.Phase.Value < ProcurementPhase.Advertised
            ? row.Origin.Warning("Fas", $"Upphandlingen annonserades den {Swedish.Long(day)} men fasen är {row.Phase.Text}. Rätta den uppgift som är fel.")
            : null;

    private static Finding? NoWithoutComment(ProcurementCheck check) =>
        (check.Answer.Is(CheckAnswer.No) || check.Answer.Is(CheckAnswer.Partly)) && check.Comment is null
            ? check.Origin.Warning("Kommentar", $"Svaret är {check.Answer.Text} men motivering saknas. Skriv varför och vad som görs.")
            : null;

    private static Finding? WithoutProcurement(ProcurementCheck check, Procurement? procurement) =>
        check.Procurement is not null && procurement is null
            ? check.Origin.Warning("Upphandling", $"Upphandlingen ”{check.Procurement.Text}” finns inte i listan Upphandlingar, så kontrollpunkten redovisas inte. Välj om upphandlingen.")
            : null;

    private static Finding? NotAnsweredInTime(ProcurementCheck check, Procurement? procurement) =>
        check.Mandatory.Is(true) && check.Answer.IsEmpty && check.Phase.Value < procurement?.Phase.Value
            ? check.Origin.Warning("Svar", $"Den obligatoriska kontrollpunkten är obesvarad men upphandlingen har lämnat fasen {check.Phase.Text}. Besvara den.")
            : null;
}
