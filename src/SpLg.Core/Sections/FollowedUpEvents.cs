namespace SpLg.Core.Sections;

/// <summary>
/// Last year's undesired events one by one: what was seen, how it was judged and what is recommended.
/// </summary>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record FollowedUpEvents(
    SectionSource Source,
    int Year,
    IReadOnlyList<EventRow> Events,
    IReadOnlyList<CountPerValue> ByAssessment,
    SmallCounts Small
)
{
    public const string GroupName = "Uppföljda händelser";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<FollowedUpEvents>(e => e.Source)
            .Number("Antal", "Antal oönskade händelser i förra årets analys.", e => e.Events.Count)
            .Count("Antal bedömda", "Antal som har bedömts.", e => e.Assessed)
            .Count("Antal som följs", "Antal som bedömts som Följs.", e => e.Followed)
            .Text("Antalsmening", "Hur många händelser förra årets analys tog upp, i en mening.", e => e.CountSentence)
            .Text(
                "Internkontrollmening",
                "Hur många av dem som var med i internkontrollplanen, i en mening.",
                e => e.PlanSentence
            )
            .Text(
                "Metodmening",
                "Hur händelserna har följts upp, i en mening; tomt när det inte är angivet.",
                e =>
                    EventRow.HowFollowedUp(
                        e.Events.Where(r => !r.Origin.IsCounted).SelectMany(r => r.Event.FollowUpMethod)
                    )
            )
            .Text(
                "Bedömningsmening",
                "Hur många som följs, följs delvis, inte följs och inte är bedömda, i en mening.",
                e => e.JudgementSentence
            )
            .List("Händelser", "Förra årets händelser, ordnade efter arbetssätt.", e => e.Events, EventRow.Fields)
            .List(
                "Per bedömning",
                "Antal per bedömning.",
                e => e.ByAssessment,
                new FieldSetBuilder<CountPerValue>()
                    .Text("Bedömning", "Följs, Följs delvis, Följs inte eller Ej bedömd.", t => t.Name)
                    .Count("Antal", "Antal händelser med bedömningen.", t => t.Counted)
                    .Build()
            )
            // A year without an analysis is not a year in which the analysis found no event.
            .InsteadOfZero(e => e.Events.Count > 0 ? null : e.Source.Unknowable ?? Footing.NoRows)
            .Build();

    public static Section<FollowedUpEvents> Section { get; } =
        new(GroupName, "Förra årets oönskade händelser.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Händelser", "oönskade händelser förra året")],
            Covers = [new("f", "uppföljning av förra årets händelser", e => e.Source) { After = Risks.GroupName }],
            Compares = new(
                "Förra årets oönskade händelser.",
                e => e.Source,
                t =>
                    t("Följs")
                        .Shared(
                            "Andelen oönskade händelser där arbetssättet följs",
                            share => $"Av de bedömda oönskade händelserna följs arbetssättet för {share}."
                        ),
                new(
                    "Antal",
                    "Antal oönskade händelser i förra årets analys.",
                    e => e.Events.Count is var count && count == 0 ? null : count
                ),
                new("Följs", "Andelen där arbetssättet följs, av de bedömda.", e => e.FollowedShare()),
                new("Följs delvis", "Antal där arbetssättet följs delvis.", e => e.CountOf(Assessment.PartlyFollowed)),
                new("Följs inte", "Antal där arbetssättet inte följs.", e => e.CountOf(Assessment.NotFollowed))
            ),
        };

    private string? CountSentence =>
        Events.Count == 0
            ? null
            : $"Analysen för {Year.ToString(CultureInfo.InvariantCulture)} tog upp "
                + $"{Swedish.Count(Events.Count, "oönskad händelse", "oönskade händelser")} inom informationssäkerhet.";

    private string? PlanSentence
    {
        get
        {
            if (Events.Count == 0)
                return null;
            var inPlan = CountWithGaps.Of(
                Source.Chosen(Events),
                "I internkontrollplanen är ja",
                r => r.Event.InInternalControlPlan.Value,
                Small
            );
            if (inPlan.IsHidden)
                return $"Hur många av dem som fanns med i internkontrollplanen (IKP) {SmallCounts.NotShown}.";
            if (Events.Count == 1)
            {
                if (inPlan.Known == 0)
                    return "Det är inte angivet om den fanns med i internkontrollplanen (IKP).";
                return $"Den fanns {(inPlan.Count == 1 ? "" : "inte ")}med i internkontrollplanen (IKP).";
            }
            if (inPlan.Known == 0)
                return "Det är inte angivet om någon av dem fanns med i internkontrollplanen (IKP).";
            return $"{Swedish.Sentence(Swedish.HowMany(inPlan.Count))} av dem fanns med i internkontrollplanen "
                + $"(IKP){(inPlan.Unknown == 0 ? "" : $"; för {Swedish.InWords(inPlan.Unknown)} är det inte angivet")}.";
        }
    }

    private string? JudgementSentence
    {
        get
        {
            if (Events.Count == 0)
                return null;
            if (ByAssessment.Any(t => t.Counted.Instead is not null))
                return $"Hur många av arbetssätten som följs {SmallCounts.NotShown}.";
            var followed = Count(Assessment.Followed);
            var partly = Count(Assessment.PartlyFollowed);
            var not = Count(Assessment.NotFollowed);
            var unreadable = Events.Count(e => e.Event.Assessment.IsUnreadable);
            var unjudged = Events.Count - followed - partly - not - unreadable;
            IReadOnlyList<(int Count, string Words)> parts =
            [
                (followed, $"följs för {Swedish.InWords(followed)}"),
                (partly, $"följs delvis för {Swedish.InWords(partly)}"),
                (not, $"följs inte för {Swedish.InWords(not)}"),
            ];
            var judged = parts.Where(p => p.Count > 0).Select(p => p.Words).ToList();
            var unread = unreadable == 0 ? "" : $" För {Swedish.InWords(unreadable)} går bedömningen inte att läsa.";
            var form = Swedish.Form(unjudged, "bedömd", "bedömda");
            return (judged.Count, unreadable) switch
            {
                (0, 0) => "Ingen av händelserna är bedömd.",
                (0, _) when unjudged == 0 => unread.TrimStart(),
                (0, _) => $"{Swedish.Sentence(Swedish.InWords(unjudged))} av händelserna är inte {form}.{unread}",
                _ when unjudged == 0 => $"Arbetssättet {Swedish.Join(judged)}.{unread}",
                _ => $"Arbetssättet {Swedish.Join(judged)}; {Swedish.InWords(unjudged)} är inte {form}.{unread}",
            };
        }
    }

    private int Count(Assessment assessment) => Events.Count(e => e.Event.Assessment.Is(assessment));

    private CountWithGaps Assessed =>
        CountWithGaps.Of(Source.Chosen(Events), "Bedömning är ifylld och inte Ej bedömd", IsAssessed, Small);

    private CountWithGaps Followed =>
        CountWithGaps.Of(
            Source.Chosen(Events),
            "Bedömning är Följs",
            r => r.Event.Assessment.IsUnreadable ? null : r.Event.Assessment.Is(Assessment.Followed),
            Small
        );

    public static FollowedUpEvents Build(OrganisationLists lists, ReviewYears years)
    {
        var year = years.FollowedUpEvents;
        var events = EventRow.Of(lists, year);
        var basis = SectionSource
            .Of(
                lists,
                Trace.Of(UndesiredEvent.AsList.Title, YearFilter.Of(year), events),
                lists.Of(UndesiredEvent.AsList).Count,
                $"Det finns inga oönskade händelser för {year} att följa upp.",
                lists.Of(UndesiredEvent.AsList).Count(e => RowOrder.YearOf(e.Origin) is null)
            )
            .Over(year);
        var footing = new Footing(Unknowable: basis.Unknowable ?? Footing.NoRows);
        var byAssessment = CountPerValue.ByChoice(
            basis.Chosen(events) with
            {
                Footing = footing,
            },
            null,
            "Bedömning",
            e => e.Event.Assessment,
            lists.Small
        );
        return new(basis, year, events, byAssessment, lists.Small);
    }

    private static bool? IsAssessed(EventRow row) =>
        row.Event.Assessment.IsUnreadable
            ? null
            : row.Event.Assessment.Value is { } value && value != Assessment.NotAssessed;

    private ComparedValue FollowedShare()
    {
        if (ByAssessment.Any(t => t.Counted.Instead is not null))
            return ComparedValue.Hidden;
        var judged = Events.Count(e => e.Event.Assessment.Value is { } value && value != Assessment.NotAssessed);
        return ComparedValue.Share(
            Events.Count(e => e.Event.Assessment.Is(Assessment.Followed)),
            judged,
            Events.Count - judged
        );
    }

    private ComparedValue CountOf(Assessment assessment) =>
        ComparedValue.Of(ByAssessment.First(t => t.Name == Choice.Text(assessment)).Counted);
}
