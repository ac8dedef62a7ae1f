namespace SpLg.Core.Rows;

/// <summary>Rules for Upphandlingar and Kontrollpunkter.</summary>
internal static class ProcurementChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<Procurement> rows, DataToCheck data)
    {
        Func<Procurement, Finding?>[] rules =
        [
            NotClearedInTime,
            NotJudged,
            AdvertisedWithoutDay,
            PublishedTooEarlyInPhase,
            r => r.Origin.YearAgainst("Annonserad den", r.PublishedOn),
        ];
        return
        [
            .. rows.SelectMany(r => rules.Select(rule => rule(r))),
            .. RowChecks.Named(rows, r => r.Title, "Upphandling"),
            .. RowChecks.Twice(
                rows,
                r => r.RegistryNumber,
                "Diarienummer",
                "Rad {0} har samma diarienummer. Samma upphandling kan redovisas två gånger: ta bort den ena raden eller rätta numret."
            ),
        ];
    }

    public static IEnumerable<Finding?> Of(IReadOnlyList<ProcurementCheck> rows, DataToCheck data)
    {
        var targets = new RowLookup<Procurement>(data.Lists.Of(Procurement.AsList), r => r.Origin, r => r.Title);
        return
        [
            .. rows.SelectMany(c =>
                new[] { NoWithoutComment(c), NotAnsweredInTime(c, targets.TryFind(c.Procurement)) }
            ),
            .. RowChecks.Pointing(
                rows.Select(r => (r.Origin, r.Procurement)),
                data,
                Procurement.AsList,
                p => p.Title,
                "Upphandling",
                ", och kontrollpunkten redovisas inte. Välj om upphandlingen."
            ),
            .. RowChecks.Named(rows, r => r.Title, "Kontrollpunkt"),
        ];
    }

    private static Finding? NotClearedInTime(Procurement row)
    {
        if (ProcurementRow.Build(row, []).Deviation is not { } deviation)
            return null;
        return row.Origin.Error(
            "Klartecken den",
            $"Upphandlingen {deviation}. Rätta datumen om de är fel; annars redovisas den som avvikelse."
        );
    }

    private static Finding? AdvertisedWithoutDay(Procurement row) =>
        row.PublishedOn.IsEmpty && row.Phase.Value >= ProcurementPhase.Advertised
            ? row.Origin.Warning(
                "Annonserad den",
                $"Fasen är {row.Phase.Text} men annonseringsdatum saknas. Fyll i datumet."
            )
            : null;

    private static Finding? PublishedTooEarlyInPhase(Procurement row) =>
        row.PublishedOn.Value is { } day && row.Phase.Value < ProcurementPhase.Advertised
            ? row.Origin.Warning(
                "Fas",
                $"Upphandlingen annonserades den {Swedish.Long(day)} men fasen är {row.Phase.Text}. Rätta den uppgift som är fel."
            )
            : null;

    private static Finding? NoWithoutComment(ProcurementCheck check) =>
        (check.Answer.Is(CheckAnswer.No) || check.Answer.Is(CheckAnswer.Partly)) && check.Comment is null
            ? check.Origin.Warning(
                "Kommentar",
                $"Svaret är {check.Answer.Text} men motivering saknas. Skriv varför och vad som görs."
            )
            : null;

    private static Finding? NotJudged(Procurement row) =>
        ProcurementRow.Build(row, []).NotJudged is { } reason
            ? row.Origin.Warning(
                "Klartecken den",
                $"Det går inte att bedöma om upphandlingen fick klartecken i tid: {reason}. Rätta uppgiften."
            )
            : null;

    private static Finding? NotAnsweredInTime(ProcurementCheck check, Procurement? procurement) =>
        check.Mandatory.Is(true) && check.Answer.IsEmpty && check.Phase.Value < procurement?.Phase.Value
            ? check.Origin.Warning(
                "Svar",
                $"Den obligatoriska kontrollpunkten är obesvarad men upphandlingen har lämnat fasen {check.Phase.Text}. Besvara den."
            )
            : null;
}
