using SpLg.Core.Choices;
using SpLg.Core.Fields;

namespace SpLg.Core.Review;

/// <summary>Last year's undesired events one by one: what was seen, how it was judged and what is recommended.</summary>
public sealed record FollowedUpEvents(Basis Basis, IReadOnlyList<EventRow> Events, IReadOnlyList<Tally> ByAssessment)
{
    public const string GroupName = "Uppföljda händelser";

    public static FieldSet Fields { get; } = Basis.Fields<FollowedUpEvents>(e => e.Basis)
        .Number("Antal", "Antal oönskade händelser i förra årets analys.", e => e.Events.Count)
        .Number("Antal bedömda", "Antal som har bedömts.", e => e.Assessed.Figure).From(e => e.Assessed.Trace)
        .Number("Antal som följs", "Antal som bedömts som Följs.", e => e.Followed.Figure).From(e => e.Followed.Trace)
        .List("Händelser", "Förra årets händelser, ordnade efter arbetssätt.", e => e.Events, EventRow.Fields)
        .List("Per bedömning", "Antal per bedömning.", e => e.ByAssessment, new FieldSetBuilder<Tally>()
            .Text("Bedömning", "Följs, Följs delvis, Följs inte eller Ej bedömd.", t => t.Name)
            .Number("Antal", "Antal händelser med bedömningen.", t => t.Now).From(t => t.Counted.Trace)
            .Build())
        .Build();

    private KnownCount Assessed => KnownCount.Of(Basis.Chosen(Events), "Bedömning är ifylld och inte Ej bedömd", IsAssessed);

    private KnownCount Followed => KnownCount.Of(
        Basis.Chosen(Events), "Bedömning är Följs", r => r.Event.Assessment.IsUnreadable ? null : r.Event.Assessment.Is(Assessment.Followed));

    public static FollowedUpEvents Build(OrganisationLists lists, int year)
    {
        var events = EventRow.Of(lists.UndesiredEvents, year - 1);
        var basis = Basis.Of(lists, Trace.Of("Oönskade händelser", YearFilter.Of(year - 1), events), lists.UndesiredEvents.Count, $"Det finns inga oönskade händelser för {year - 1} att följa upp.",
            lists.UndesiredEvents.Count(e => RowOrder.YearOf(e.Origin) is null));
        return new(basis, events, Tally.ByChoice(basis.Chosen(events), null, "Bedömning", e => e.Event.Assessment, SmallCounts.None));
    }

    private static bool? IsAssessed(EventRow row) =>
        row.Event.Assessment.IsUnreadable ? null : row.Event.Assessment.Value is { } value && value != Assessment.NotAssessed;
}
