namespace SpLg.Core.Sections;

/// <summary>
/// Audits of the review's year: by their Year column, else by completion; one with neither is going on and shown.
/// </summary>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record Audits(SectionSource Source, IReadOnlyList<Audit> Rows, SmallCounts Small)
{
    public const string GroupName = "Revisioner";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Audits>(a => a.Source)
            .Number("Antal", "Antal revisioner och tillsyner i år.", a => a.Rows.Count)
            .List(
                "Rader",
                "Årets revisioner och tillsyner i tidsordning.",
                a => a.Rows,
                new FieldSetBuilder<Audit>()
                    .Text("Revision", "Revisionens namn.", r => r.Title)
                    .Choice("Slag", "Intern, Stadsrevision, Tredjepart eller Tillsyn.", r => r.Kind)
                    .Text("Granskare", "Vem som granskade.", r => r.Auditor)
                    .Date("Genomförd", "Dagen då den blev klar.", r => r.CompletedOn)
                    .Text(
                        "Uppgifter",
                        "Slag, granskare och status i ord, även när de saknas.",
                        r =>
                            $"Slag: {r.Kind.Text ?? CountWithGaps.NoData}. Granskare: "
                            + $"{r.Auditor ?? CountWithGaps.NoData}. Status: {r.Status.Text ?? CountWithGaps.NoData}."
                    )
                    .Text("Resultat", "Resultatet.", r => r.Result)
                    .Text("Iakttagelser", "Granskarens iakttagelser.", r => r.Findings)
                    .Choice("Status", "Pågår, Besvarad eller Avslutad.", r => r.Status)
                    .Build()
            )
            .Build();

    public static Section<Audits> Section { get; } =
        new(GroupName, "Revisioner och tillsyn.", () => Fields, s => Build(s.Lists, s.Years, s.Today))
        {
            Texts = [new("Revisioner", "revisioner och tillsyn")],
            Covers = [new("d3", "revisioner och tillsyn", a => a.Source)],
            Compares = new(
                "Revisioner och tillsyn.",
                a => a.Source,
                t =>
                    $"Sammanlagt är {t("Antal").Counted("revision eller tillsyn redovisad", "revisioner och tillsyner redovisade")}.",
                new("Antal", "Antal revisioner och tillsyner i år.", a => a.Rows.Count),
                new("Avslutade", "Antal som är avslutade.", a => ComparedValue.Of(a.Closed))
            ),
        };

    internal CountWithGaps Closed =>
        CountWithGaps.Of(Source.Chosen(Rows), "Status är Avslutad", a => a.Status.Is(AuditStatus.Closed), Small);

    public static Audits Build(OrganisationLists lists, ReviewYears years, DateOnly today)
    {
        var year = years.FollowUp;
        var (inside, outside) = years.Split(
            lists.Of(Audit.AsList),
            a => RowOrder.YearOf(a.Origin, a.CompletedOn),
            a => a.CompletedOn.Value
        );
        IReadOnlyList<Audit> rows =
        [
            .. inside
                .Where(a => RowOrder.YearOf(a.Origin, a.CompletedOn) is not { } of || of == year)
                .OrderBy(a => RowOrder.ByDate(a.CompletedOn))
                .ThenBy(a => RowOrder.ById(a.Origin)),
        ];
        var nothing =
            $"Ingen revision eller tillsyn av informationssäkerheten är antecknad för {years.PartInWords(today)}.";
        var used = Trace.Of(Audit.AsList.Title, YearFilter.OrStanding(year, "Genomförd"), rows);
        return new(
            SectionSource
                .Of(lists, used, lists.Of(Audit.AsList).Count, nothing)
                .Over(years, today, outside, lists.Small)
                .ShowingRows(rows),
            rows,
            lists.Small
        );
    }
}
