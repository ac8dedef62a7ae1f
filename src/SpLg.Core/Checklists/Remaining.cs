namespace SpLg.Core.Checklists;

/// <summary>Something that is still to be done for a procurement, and whose job it is.</summary>
/// <param name="Late">True when it should have been done in an earlier phase.</param>
public sealed record Remaining(string Text, string Who, bool Late)
{
    private const string Coordinator = "Informationssäkerhetssamordnaren";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<Remaining>()
            .Text("Uppgift", "Vad som ska göras.", r => r.Text)
            .Text("Vem", "Vem som gör det.", r => r.Who)
            .YesNo("Försenad", "Ja när det skulle ha gjorts i en tidigare fas.", r => r.Late)
            .Text("Läge", "Försenad eller Nu.", r => r.Late ? "Försenad" : "Nu")
            .Build();

    /// <summary>
    /// Requirements that must be in place before publication, then mandatory check points up to the current phase
    /// without an answer, then answers that need a reason. Nothing is said of phases to come.
    /// </summary>
    internal static IReadOnlyList<Remaining> Build(ProcurementRow row, IReadOnlyList<ProcurementPhaseChecks> phases)
    {
        var buyer = row.Procurement.Buyer?.Text is { } name ? $"Upphandlaren, {name}" : "Upphandlaren";
        List<Remaining> all = [.. BeforePublication(row, buyer)];
        foreach (var phase in phases.Where(p => p.IsPast || p.IsCurrent))
        {
            all.AddRange(
                ToldLines
                    .Of(phase.Checks)
                    .Where(c => c.Mandatory.Is(true) && c.Answer.IsEmpty)
                    .Select(c => new Remaining($"Besvara: {c.Title}", buyer, phase.IsPast))
            );
            all.AddRange(
                ToldLines
                    .Of(phase.Checks)
                    .Where(c => (c.Answer.Is(CheckAnswer.No) || c.Answer.Is(CheckAnswer.Partly)) && c.Comment is null)
                    .Select(c => new Remaining($"Motivera svaret {c.Answer.Text}: {c.Title}", buyer, phase.IsPast))
            );
        }
        return [.. all.OrderByDescending(r => r.Late)];
    }

    private static IEnumerable<Remaining> BeforePublication(ProcurementRow row, string buyer)
    {
        var procurement = row.Procurement;
        if (
            procurement.HandlesInformation.Is(false)
            || !procurement.PublishedOn.IsEmpty
            || procurement.Phase.Value >= ProcurementPhase.Advertised
        )
            yield break;
        if (procurement.CoordinatorInvolvedOn.IsEmpty)
            yield return new("Ta kontakt med informationssäkerhetssamordnaren", buyer, Late: false);
        if (procurement.ClassifiedOn.IsEmpty)
            yield return new("Klassa informationen som ska hanteras", "Objektägaren", Late: false);
        if (procurement.ProcessorAgreement.IsEmpty || procurement.ProcessorAgreement.Is(ProcessorAgreement.Missing))
            yield return new("Ta fram personuppgiftsbiträdesavtal, eller ange att det inte behövs", buyer, Late: false);
        if (procurement.ClearedOn.IsEmpty)
            yield return new("Ge klartecken innan upphandlingen annonseras", Coordinator, Late: false);
    }
}
