namespace SpLg.Core.Checklists;

/// <summary>
/// Whether the coordinator has cleared a procurement before it is published, in one or two words and in a sentence.
/// </summary>
internal sealed record ProcurementGate(string State, string Sentence)
{
    public const string Missing = "Saknas";

    public static ProcurementGate Of(ProcurementRow row)
    {
        var procurement = row.Procurement;
        if (row.Deviation is { } deviation)
            return new("Avvikelse", $"Avvikelse: upphandlingen {deviation}.");
        if (row.NotJudged is { } reason)
            return new(
                CountWithGaps.NotJudged,
                $"Det går inte att bedöma om upphandlingen fick klartecken före annonseringen: {reason}."
            );
        if (procurement.HandlesInformation.Is(false))
            return new(
                "Behövs inte",
                "Upphandlingen hanterar ingen information, så klartecken från informationssäkerhetssamordnaren behövs inte."
            );
        if (procurement.ClearedOn.IsUnreadable)
            return new(
                CountWithGaps.NotJudged,
                $"Datumet för klartecken går inte att läsa (”{procurement.ClearedOn.Text}”). Upphandlingen får "
                    + "inte annonseras förrän det är rättat."
            );
        if (procurement.ClearedOn.Value is not { } cleared)
            return new(
                Missing,
                "Klartecken saknas. Upphandlingen får inte annonseras förrän informationssäkerhetssamordnaren har gett klartecken."
            );
        var given =
            $"Klartecken gavs den {Swedish.Long(cleared)}{(procurement.ClearedBy?.Text is { } who ? $" av {who}" : "")}";
        return new(
            "Givet",
            procurement.PublishedOn.Value is { } published
                ? $"{given}. Upphandlingen annonserades den {Swedish.Long(published)}."
                : $"{given}. Upphandlingen är inte annonserad än."
        );
    }
}
