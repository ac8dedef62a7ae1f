namespace SpLg.Core.Checklists;

/// <summary>The check points of one phase of a procurement.</summary>
/// <param name="Phase">Null for check points whose phase is empty or cannot be read.</param>
/// <param name="Current">The phase the procurement is in; null when that is not known.</param>
public sealed record ProcurementPhaseChecks(
    ProcurementPhase? Phase,
    ProcurementPhase? Current,
    IReadOnlyList<ProcurementCheck> Checks
)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ProcurementPhaseChecks>()
            .Text("Fas", "Fasens namn.", p => p.Name)
            .Text("Läge", "Avklarad, Pågår nu, Kommande eller Okänt.", p => p.State)
            .YesNo("Nuvarande", "Ja för den fas som upphandlingen är i.", p => p.IsCurrent)
            .Number("Antal", "Antal kontrollpunkter i fasen.", p => p.Checks.Count)
            .From(p => p.Trace("", _ => true))
            .Number("Antal besvarade", "Antal av dem som har svar.", p => p.Shown(p.Answered))
            .From(p => p.Trace(" och Svar är ifyllt", c => !c.Answer.IsEmpty))
            .Number(
                "Obesvarade obligatoriska",
                "Antal obligatoriska kontrollpunkter utan svar.",
                p => p.Shown(p.MandatoryLeft)
            )
            .From(p => p.Trace(", Obligatorisk är Ja och Svar är tomt", IsMandatoryLeft))
            .Text("Mening", "Hur många av fasens kontrollpunkter som är besvarade.", p => p.Sentence)
            .List("Kontrollpunkter", "Fasens kontrollpunkter.", p => p.Checks, CheckFields.Fields)
            .Build();

    private string Name => Phase is { } phase ? Choice.Text(phase) : "Utan fas";

    internal bool IsCurrent => Phase is not null && Phase == Current;

    internal bool IsPast => Phase < Current;

    private string State
    {
        get
        {
            if (Phase is null || Current is null)
                return "Okänt";
            if (IsPast)
                return "Avklarad";
            return IsCurrent ? "Pågår nu" : "Kommande";
        }
    }

    private bool HasCounted => Checks.Any(c => c.Origin.IsCounted);

    /// <summary>
    /// The number of one phase says too much where it has check points of which nothing is told alone.
    /// </summary>
    private Entry<decimal> Shown(int count) => SmallCounts.Shown(count, HasCounted);

    private int Answered => Checks.Count(c => !c.Answer.IsEmpty);

    private int MandatoryLeft => Checks.Count(IsMandatoryLeft);

    private static bool IsMandatoryLeft(ProcurementCheck check) => check.Mandatory.Is(true) && check.Answer.IsEmpty;

    private Trace Trace(string filter, Func<ProcurementCheck, bool> which) =>
        new(
            ProcurementCheck.AsList.Title,
            $"Fas är {(Phase is { } phase ? Choice.Text(phase) : "tom eller går inte att läsa")}{filter}",
            [.. Checks.Where(which).Select(c => c.Origin).OrderBy(RowOrder.ById)]
        );

    private string Sentence =>
        (Checks.Count, Answered) switch
        {
            (0, _) => "Inga kontrollpunkter är inlagda för fasen.",
            var (all, _) when HasCounted =>
                $"Fasen har {Swedish.Count(all, "kontrollpunkt", "kontrollpunkter")}. {ProcurementChecklist.NotAllTold}",
            (1, 1) => "Den enda kontrollpunkten är besvarad.",
            (1, 0) => $"Den enda kontrollpunkten är obesvarad{(MandatoryLeft == 1 ? " och obligatorisk" : "")}.",
            var (all, answered) when all == answered => $"Alla {Swedish.InWords(all)} kontrollpunkter är besvarade.",
            var (all, answered) =>
                $"{Swedish.Sentence(Swedish.HowMany(answered))} av {Swedish.InWords(all)} kontrollpunkter är "
                    + $"{(answered <= 1 ? "besvarad" : "besvarade")}"
                    + MandatoryLeft switch
                    {
                        0 => ".",
                        1 => "; en obligatorisk återstår.",
                        var n => $"; {Swedish.InWords(n)} obligatoriska återstår.",
                    },
        };

    /// <summary>Every phase in order, also those without check points; the check points without a phase last.</summary>
    public static IReadOnlyList<ProcurementPhaseChecks> Build(
        IReadOnlyList<ProcurementCheck> checks,
        ProcurementPhase? current
    )
    {
        var byPhase = checks.ToLookup(c => c.Phase.Value);
        IEnumerable<ProcurementPhase?> phases = Enum.GetValues<ProcurementPhase>().Cast<ProcurementPhase?>();
        return
        [
            .. (byPhase.Contains(null) ? phases.Append(null) : phases).Select(p => new ProcurementPhaseChecks(
                p,
                current,
                [.. byPhase[p]]
            )),
        ];
    }
}
