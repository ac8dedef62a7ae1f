namespace SpLg.Core.Sections;

/// <summary>An undesired event with its number in the section and its risk value.</summary>
/// <param name="Levels">What risk values are called.</param>
public sealed record EventRow(int Number, UndesiredEvent Event, RiskLevels Levels) : ISourceRow
{
    public RowOrigin Origin => Event.Origin;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<EventRow>()
            .Number("Nr", "Händelsens nummer i avsnittet.", r => r.Number)
            .Text("Händelse", "Den oönskade händelsen.", r => r.Event.Title)
            .Choice("Arbetssätt", "Arbetssättet, till exempel Behörighetshantering.", r => r.Event.WorkingMethod)
            .Choice("Källa", "VoR eller RSA.", r => r.Event.Source)
            .Number("Sannolikhet", "Sannolikhet 1–5.", r => r.Event.Likelihood)
            .Number("Konsekvens", "Konsekvens 1–5.", r => r.Event.Impact)
            .Number("Riskvärde", "Sannolikhet gånger konsekvens; tomt när någon av dem saknas.", r => r.RiskValue)
            .Text(
                "Sannolikhet gånger konsekvens",
                "Till exempel 3 × 4, med ett frågetecken för det som saknas; tomt när båda saknas.",
                r =>
                    r.Event.Likelihood.IsEmpty && r.Event.Impact.IsEmpty
                        ? null
                        : $"{r.Event.Likelihood.Text ?? "?"} × {r.Event.Impact.Text ?? "?"}"
            )
            .Text(
                "Risknivå",
                "Låg, medel, hög eller mycket hög, efter riskvärdet; tomt när det saknas.",
                r => r.RiskValue is { } value ? r.Levels.Of(value) : null
            )
            .Number(
                "Kvarvarande riskvärde",
                "Riskvärdet när åtgärderna är genomförda; tomt när det inte är bedömt.",
                r => r.ResidualValue
            )
            .Text(
                "Kvarvarande risknivå",
                "Risknivån när åtgärderna är genomförda; tomt när den inte är bedömd.",
                r => r.ResidualValue is { } value ? r.Levels.Of(value) : null
            )
            .Text("Uppgifter", "Arbetssätt, källa och riskvärde i ord, även när de saknas.", r => r.Facts)
            .YesNo(
                "I internkontrollplanen",
                "Ja när händelsen är med i internkontrollplanen.",
                r => r.Event.InInternalControlPlan
            )
            .Text(
                "Uppföljningsmetod",
                "Hur den har följts upp, till exempel Stickprov och Intervju.",
                r => Swedish.Join([.. r.Event.FollowUpMethod.Select(m => m.Text).OfType<string>()])
            )
            .Text(
                "Uppföljningsmening",
                "Hur den har följts upp, i en mening; tomt när det inte är angivet.",
                r => HowFollowedUp(r.Event.FollowUpMethod)
            )
            .Text("Observation", "Vad uppföljningen visade.", r => r.Event.Observation)
            .Choice("Bedömning", "Följs, Följs delvis, Följs inte eller Ej bedömd.", r => r.Event.Assessment)
            .Text(
                "Bedömning i ord",
                "Bedömningen, eller att uppgift saknas.",
                r => r.Event.Assessment.Text ?? CountWithGaps.NoData
            )
            .Text("Bedömningsmening", "Bedömningen i en mening, även när den saknas.", r => r.Judgement)
            .Text("Rekommendation", "Samordnarens rekommendation.", r => r.Event.Recommendation)
            .Text(
                "Åtgärder",
                "Åtgärderna som kommer ur händelsen, med läge, till exempel Öva (Pågår, 60 %); tomt när det inte finns någon.",
                r => r.ActionsInWords
            )
            .Text("Ansvarig", "Namnet på den ansvariga för rekommendationen.", r => r.Event.RecommendationOwner?.Text)
            .Build();

    /// <summary>The actions that come from the event.</summary>
    public IReadOnlyList<ActionItem> Actions { get; init; } = [];

    private string? ActionsInWords =>
        Swedish.Join([
            .. ToldLines
                .Of(Actions)
                .Where(a => a.Title is not null)
                .Select(a => $"{a.Title} ({ActionFields.StateOf(a) ?? CountPerValue.NotStated})"),
        ])
            is { Length: > 0 } words
            ? words
            : null;

    private string Facts =>
        $"Arbetssätt: {Event.WorkingMethod.Text ?? CountWithGaps.NoData}. Källa: {Event.Source.Text ?? CountWithGaps.NoData}. "
        + $"Riskvärde: {(RiskValue is { } value ? Swedish.Number(value) : CountWithGaps.NoData)}.";

    private string Judgement =>
        Event.Assessment.Value switch
        {
            Assessment.Followed => "Bedömningen är att arbetssättet följs.",
            Assessment.PartlyFollowed => "Bedömningen är att arbetssättet följs delvis.",
            Assessment.NotFollowed => "Bedömningen är att arbetssättet inte följs.",
            Assessment.NotAssessed => "Händelsen är inte bedömd.",
            _ => Event.Assessment.Text is { } written
                ? $"Bedömningen är antecknad som ”{written}”."
                : "Bedömning saknas.",
        };

    /// <summary>The methods in the order they are declared, each once; null when none is stated.</summary>
    internal static string? HowFollowedUp(IEnumerable<Entry<FollowUpMethod>> methods)
    {
        IReadOnlyList<string> names =
        [
            .. methods
                .Where(m => !m.IsEmpty)
                .OrderBy(RowOrder.ByChoice)
                .Select(InWords)
                .Distinct(StringComparer.Ordinal),
        ];
        return names.Count == 0 ? null : $"Uppföljningen har gjorts genom {Swedish.Join(names)}.";
    }

    private static string InWords(Entry<FollowUpMethod> method) =>
        method.Value switch
        {
            FollowUpMethod.Sampling => "stickprov",
            FollowUpMethod.Observation => "observation",
            FollowUpMethod.Interview => "intervjuer",
            FollowUpMethod.SystemExtract => "uttag ur system",
            _ => method.ToString(),
        };

    /// <summary>
    /// Likelihood times impact, 1–25; null when either is empty or unreadable (also when outside the scale).
    /// </summary>
    public decimal? RiskValue => Event.Likelihood.Value * Event.Impact.Value;

    /// <summary>
    /// The same once the actions are done. What is not stated of likelihood or impact is as before; null when neither is.
    /// </summary>
    public decimal? ResidualValue =>
        Event is { ResidualLikelihood.Value: null, ResidualImpact.Value: null }
            ? null
            : (Event.ResidualLikelihood.Value ?? Event.Likelihood.Value)
                * (Event.ResidualImpact.Value ?? Event.Impact.Value);

    /// <summary>
    /// The events of a year (their Year column; they have no date), by working method and within it the highest risk
    /// first, numbered from 1. Those of which nothing is told alone come last, without a number of their own.
    /// </summary>
    public static IReadOnlyList<EventRow> Of(OrganisationLists lists, int year)
    {
        var levels = RiskLevels.Of(lists.Setting);
        var actions = ActionLinks.Of(lists).BySource(UndesiredEvent.AsList);
        return
        [
            .. lists
                .Of(UndesiredEvent.AsList)
                .Where(e => RowOrder.YearOf(e.Origin) == year)
                .OrderBy(e => e.Origin.IsCounted)
                .ThenBy(e => RowOrder.ByChoice(e.WorkingMethod))
                .ThenByDescending(e => e.Likelihood.Value * e.Impact.Value ?? 0)
                .ThenBy(e => RowOrder.ById(e.Origin))
                .Select(
                    (e, i) =>
                        new EventRow(e.Origin.IsCounted ? 0 : i + 1, e, levels) { Actions = [.. actions[e.Origin.Id]] }
                ),
        ];
    }
}
