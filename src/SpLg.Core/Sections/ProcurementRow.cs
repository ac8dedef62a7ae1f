namespace SpLg.Core.Sections;

/// <summary>
/// A procurement with its check points and, in words, whether it passed the coordinator before it was published.
/// </summary>
/// <param name="Deviation">Why it is a deviation, a clause without full stop; null when it is none.</param>
public sealed record ProcurementRow(Procurement Procurement, string? Deviation, IReadOnlyList<ProcurementCheck> Checks)
    : ISourceRow
{
    public RowOrigin Origin => Procurement.Origin;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ProcurementRow>()
            .Text("Upphandling", "Upphandlingens namn.", r => r.Procurement.Title)
            .Text("Diarienummer", "Upphandlingens diarienummer.", r => r.Procurement.RegistryNumber)
            .Text(
                "Diarienummer med upphandlare",
                "Diarienumret och upphandlarens namn, det som finns av dem.",
                r =>
                    Joined(
                        r.Procurement.RegistryNumber,
                        r.Procurement.Buyer?.Text is { } buyer ? $"upphandlare {buyer}" : null
                    )
            )
            .YesNo(
                "Hanterar information",
                "Ja när det som upphandlas hanterar information.",
                r => r.Procurement.HandlesInformation
            )
            .Choice(
                "Fas",
                "Behov, Kravställning, Annonserad, Utvärdering, Avtal eller Förvaltning.",
                r => r.Procurement.Phase
            )
            .Date("ISAM involverad", "Dagen då samordnaren kom med.", r => r.Procurement.CoordinatorInvolvedOn)
            .Date("Informationsklassad", "Dagen då informationen klassades.", r => r.Procurement.ClassifiedOn)
            .Choice("Biträdesavtal", "Ja, Behövs ej eller Saknas.", r => r.Procurement.ProcessorAgreement)
            .Text("Klartecken av", "Namnet på den som gav klartecken.", r => r.Procurement.ClearedBy?.Text)
            .Date("Klartecken den", "Dagen då klartecken gavs.", r => r.Procurement.ClearedOn)
            .Date("Annonserad den", "Dagen då upphandlingen annonserades.", r => r.Procurement.PublishedOn)
            .Text("Upphandlare", "Upphandlarens namn.", r => r.Procurement.Buyer?.Text)
            .Date("Avtalet löper ut", "Sista dagen för avtalet.", r => r.Procurement.ContractEndsOn)
            .Text(
                "Klartecken i tid",
                "Ja, Nej, Går inte att bedöma, Behövs inte eller Ej annonserad.",
                r => r.InTimeText
            )
            .Text("Avvikelse", "Avvikelsen i ord; tomt när det inte finns någon.", r => r.Deviation)
            .Text(
                "Ej bedömbar",
                "Varför det är oklart om klartecken gavs i tid; tomt när det är känt.",
                r => r.NotJudged
            )
            .Text(
                "Övriga uppgifter",
                "Det som inte står i egna kolumner i en kort tabell, i ord: upphandlare, samordnarens medverkan, klassning, avtal.",
                r => r.Others
            )
            .Number(
                "Obesvarade obligatoriska",
                "Antal obligatoriska kontrollpunkter utan svar.",
                r => r.UnansweredShown
            )
            .List("Kontrollpunkter", "Upphandlingens kontrollpunkter per fas.", r => r.Checks, CheckFields.Fields)
            .List(
                "Kvarstående",
                "Kontrollpunkterna som är obesvarade eller har svaret Delvis eller Nej.",
                r => r.Remaining,
                CheckFields.Fields
            )
            .Build();

    /// <summary>
    /// True when it has been published and does not say that it handles no information: then it must have been cleared.
    /// </summary>
    public bool IsGated => IsPublishedWithInformation(Procurement) == true;

    /// <summary>
    /// Why it is not known whether it was cleared in time, a clause without full stop; null when it is known or need
    /// not be.
    /// </summary>
    public string? NotJudged
    {
        get
        {
            if (IsPublishedWithInformation(Procurement) is null)
                return "det framgår inte om den har annonserats";
            return IsGated && Deviation is null ? Unknown(Procurement) : null;
        }
    }

    /// <summary>Cleared in time; null when that is not known or it need not be cleared.</summary>
    public bool? InTime => !IsGated || NotJudged is not null ? null : Deviation is null;

    private string InTimeText =>
        InTime switch
        {
            true => "Ja",
            false => "Nej",
            null when NotJudged is not null => CountWithGaps.NotJudged,
            null => IsPublished(Procurement) == false ? "Ej annonserad" : "Behövs inte",
        };

    /// <summary>Not answered, or answered with something left to do.</summary>
    public IReadOnlyList<ProcurementCheck> Remaining =>
        [.. Checks.Where(c => c.Answer.Value is not (CheckAnswer.Yes or CheckAnswer.NotApplicable))];

    /// <summary>
    /// The number of one procurement says too much of those check points of which nothing is told alone.
    /// </summary>
    private Entry<decimal> UnansweredShown => SmallCounts.Shown(Unanswered, Checks.Any(c => c.Origin.IsCounted));

    public int Unanswered => UnansweredChecks.Count();

    internal IEnumerable<ProcurementCheck> UnansweredChecks =>
        Checks.Where(c => c.Mandatory.Is(true) && c.Answer.IsEmpty);

    public static ProcurementRow Build(Procurement procurement, IEnumerable<ProcurementCheck> checks) =>
        new(
            procurement,
            DeviationOf(procurement),
            [.. checks.OrderBy(c => RowOrder.ByChoice(c.Phase)).ThenBy(c => RowOrder.ById(c.Origin))]
        );

    private string? Others =>
        Labelled.Of(
            ("Upphandlare", Labelled.Name(Procurement.Buyer)),
            ("Hanterar information", Procurement.HandlesInformation.Text),
            ("Samordnaren med från", Labelled.Day(Procurement.CoordinatorInvolvedOn)),
            ("Informationsklassad", Labelled.Day(Procurement.ClassifiedOn)),
            ("Personuppgiftsbiträdesavtal", Procurement.ProcessorAgreement.Text),
            ("Klartecken av", Labelled.Name(Procurement.ClearedBy)),
            ("Avtalet löper ut", Labelled.Day(Procurement.ContractEndsOn))
        );

    private static string? Joined(params IEnumerable<string?> parts) =>
        string.Join(", ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string? DeviationOf(Procurement procurement)
    {
        if (IsPublishedWithInformation(procurement) != true || procurement.HandlesInformation.IsUnreadable)
            return null;
        var published = procurement.PublishedOn.Value is { } day
            ? $"annonserades den {Swedish.Long(day)}"
            : "har annonserats";
        if (procurement.ClearedOn.IsEmpty)
            return $"{published} utan klartecken från samordnaren";
        if (procurement.ClearedOn.Value > procurement.PublishedOn.Value)
            return $"{published} men fick klartecken först den {Swedish.Long(procurement.ClearedOn.Value.Value)}";
        return null;
    }

    private static string? Unknown(Procurement procurement) =>
        procurement switch
        {
            { HandlesInformation.IsUnreadable: true } =>
                $"det framgår inte om den hanterar information (”{procurement.HandlesInformation.Text}”)",
            { ClearedOn.IsUnreadable: true } =>
                $"datumet för klartecken går inte att läsa (”{procurement.ClearedOn.Text}”)",
            { PublishedOn.IsUnreadable: true } =>
                $"datumet för annonseringen går inte att läsa (”{procurement.PublishedOn.Text}”)",
            { PublishedOn.IsEmpty: true } => "datumet för annonseringen saknas",
            _ => null,
        };

    private static bool? IsPublishedWithInformation(Procurement procurement) =>
        procurement.HandlesInformation.Is(false) ? false : IsPublished(procurement);

    /// <summary>Null when there is no day of publication and the phase does not say.</summary>
    private static bool? IsPublished(Procurement procurement)
    {
        if (!procurement.PublishedOn.IsEmpty)
            return true;
        return procurement.Phase.Value is { } phase ? phase >= ProcurementPhase.Advertised : null;
    }
}
