using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>The undesired events of the review's year, grouped by working method and set in a 5×5 matrix.</summary>
/// <param name="MissingMethods">Those of the five mandatory working methods that have no event.</param>
public sealed record Risks(
    Basis Basis, IReadOnlyList<EventRow> Events, IReadOnlyList<RiskGroup> ByMethod, IReadOnlyList<string> MissingMethods, IReadOnlyList<RiskMatrixRow> Matrix)
{
    public const string GroupName = "Risker";

    /// <summary>The working methods every administration must assess each year.</summary>
    internal static readonly WorkingMethod[] Mandatory =
    [
        WorkingMethod.AccessManagement, WorkingMethod.LocalInstruction, WorkingMethod.IncidentManagement,
        WorkingMethod.Classification, WorkingMethod.SecurityInProcurement,
    ];

    public static FieldSet Fields { get; } = Basis.Fields<Risks>(r => r.Basis)
        .Number("Antal", "Antal oönskade händelser i årets analys.", r => r.Events.Count)
        .Number("Högsta riskvärde", "Det högsta riskvärdet.", r => r.Highest).From(r => r.Basis.Trace.Where("riskvärdet är det högsta", r.Having(r.Highest)))
        .Number("Antal i internkontrollplanen", "Antal som är med i internkontrollplanen.", r => r.InPlan.Figure).From(r => r.InPlan.Trace)
        .Number("Antal saknade arbetssätt", "Antal av de fem obligatoriska arbetssätten som saknar händelse.", r => r.MissingMethods.Count)
        .Text("Saknade arbetssätt", "De obligatoriska arbetssätt som saknar händelse, uppräknade.", r => Swedish.Join(r.MissingMethods))
        .Text("Mening", "En mening om de fem obligatoriska arbetssätten.", r => r.Sentence)
        .Text("Antalsmening", "Antalet händelser, hur många som är med i internkontrollplanen och det högsta riskvärdet.", r => r.CountSentence)
        .List("Händelser", "Årets händelser, ordnade efter arbetssätt.", r => r.Events, EventRow.Fields)
        .List("Per arbetssätt", "Händelserna grupperade efter arbetssätt.", r => r.ByMethod, new FieldSetBuilder<RiskGroup>()
            .Text("Arbetssätt", "Arbetssättets namn.", g => g.Method)
            .Number("Antal", "Antal händelser för arbetssättet.", g => g.Events.Count)
            .List("Händelser", "Händelserna, den högsta risken först.", g => g.Events, EventRow.Fields)
            .Build())
        .List("Matris", "Riskmatris: en rad per sannolikhet från 5 till 1, händelsernas nummer i rutorna.", r => r.Matrix, RiskMatrixRow.Fields)
        .Build();

    private decimal? Highest => Events.Max(e => e.RiskValue);

    private KnownCount InPlan => KnownCount.Of(Basis.Chosen(Events), "I internkontrollplanen är ja", e => e.Event.InInternalControlPlan.Value);

    private IEnumerable<EventRow> Having(decimal? value) => Events.Where(e => e.RiskValue is { } own && own == value);

    private string? CountSentence
    {
        get
        {
            if (Events.Count == 0)
                return null;
            var unvalued = Events.Count(e => e.RiskValue is null);
            var highest = unvalued == Events.Count ? "Riskvärdet går inte att räkna, eftersom sannolikhet eller konsekvens saknas."
                : $"Det högsta riskvärdet är {Swedish.Number(Highest!.Value)} av 25{(unvalued == 0 ? "" : $"; för {Swedish.InWords(unvalued)} {(unvalued == 1 ? "händelse" : "händelser")} går det inte att räkna")}.";
            return $"Analysen omfattar {Swedish.Count(Events.Count, "oönskad händelse", "oönskade händelser")}. {PlanSentence} {highest}";
        }
    }

    private string PlanSentence => InPlan switch
    {
        { Unknown: > 0 } or { IsHidden: true } => $"Antal som är med i internkontrollplanen: {InPlan}.",
        { Rows: 1, Count: var count } => count == 1 ? "Den är med i internkontrollplanen." : "Den är inte med i internkontrollplanen.",
        { Count: var count } => $"{Swedish.Sentence(Swedish.HowMany(count))} av dem är med i internkontrollplanen.",
    };

    private string? Sentence => Events.Count == 0 ? null : Methods + (Events.Count(e => e.Event.WorkingMethod.Value is null) switch
    {
        _ when MissingMethods.Count == 0 => "",
        0 => "",
        1 => " En händelse har inget arbetssätt som går att läsa.",
        var n => $" {Swedish.Sentence(Swedish.InWords(n))} händelser har inget arbetssätt som går att läsa.",
    });

    private string Methods => MissingMethods.Count switch
    {
        0 => "Alla fem obligatoriska arbetssätt har minst en oönskad händelse.",
        1 => $"Ett av de fem obligatoriska arbetssätten saknar oönskad händelse: {MissingMethods[0]}.",
        5 => "Inget av de fem obligatoriska arbetssätten har någon oönskad händelse.",
        var n => $"{Swedish.Sentence(Swedish.InWords(n))} av de fem obligatoriska arbetssätten saknar oönskad händelse: {Swedish.Join(MissingMethods)}.",
    };

    public static Risks Build(OrganisationLists lists, int year)
    {
        var events = EventRow.Of(lists.UndesiredEvents, year);
        return new(
            Basis.Of(lists, Trace.Of("Oönskade händelser", YearFilter.Of(year), events), lists.UndesiredEvents.Count, $"Inga oönskade händelser har tagits upp för {year.ToString(CultureInfo.InvariantCulture)}.",
                lists.UndesiredEvents.Count(e => RowOrder.YearOf(e.Origin) is null)),
            events,
            [.. events.GroupBy(e => e.Event.WorkingMethod.Text ?? Tally.NotStated, StringComparer.Ordinal)
                .Select(g => new RiskGroup(g.Key, [.. g.OrderByDescending(e => e.RiskValue ?? 0).ThenBy(e => e.Number)]))],
            [.. Mandatory.Where(m => !events.Any(e => e.Event.WorkingMethod.Is(m))).Select(Choice.Text)],
            RiskMatrixRow.Build(events));
    }
}
