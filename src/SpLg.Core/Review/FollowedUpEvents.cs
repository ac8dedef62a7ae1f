using SpLg.Core.Choices;
using SpLg.Core.Fields;

namespace SpLg.Core.Review;

/// <summary>Last year's undesired events one by one: what was seen, how it was judged and what is recommended.</summary>
public sealed record FollowedUpEvents(Basis Basis, IReadOnlyList<EventRow> Events, IReadOnlyList<Tally> ByAssessment)
{
    public const string GroupName = "Uppföljda händelser";

    public static FieldSet Fields { get; } = Basis.Fields<FollowedUpEvents>(e => e.Basis)
        .Number("Antal", "Antal oönskade händelser i förra årets analys.", e => e.Events.Count)
        .Number("Antal bedömda", "Antal som har bedömts.", e => KnownCount.Of(e.Events, IsAssessed).Figure)
        .Number("Antal som följs", "Antal som bedömts som Följs.", e => KnownCount.Of(e.Events, r => r.Event.Assessment.IsUnreadable ? null : r.Event.Assessment.Is(Assessment.Followed)).Figure)
        .List("Händelser", "Förra årets händelser, ordnade efter arbetssätt.", e => e.Events, EventRow.Fields)
        .List("Per bedömning", "Antal per bedömning.", e => e.ByAssessment, new FieldSetBuilder<Tally>()
            .Text("Bedömning", "Följs, Följs delvis, Följs inte eller Ej bedömd.", t => t.Name)
            .Number("Antal", "Antal händelser med bedömningen.", t => t.Now)
            .Build())
        .Build();

    public static FollowedUpEvents Build(OrganisationLists lists, int year)
    {
        var events = EventRow.Of(lists.UndesiredEvents, year - 1);
        return new(
            Basis.Of(lists, "Oönskade händelser", lists.UndesiredEvents.Count, events.Count, $"Det finns inga oönskade händelser för {year - 1} att följa upp.",
                lists.UndesiredEvents.Count(e => RowOrder.YearOf(e.Origin) is null)),
            events,
            Tally.ByChoice(events, [], e => e.Event.Assessment));
    }

    private static bool? IsAssessed(EventRow row) =>
        row.Event.Assessment.IsUnreadable ? null : row.Event.Assessment.Value is { } value && value != Assessment.NotAssessed;
}
