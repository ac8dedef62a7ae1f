namespace SpLg.Core.Sections;

/// <summary>
/// Needs and feedback of interested parties. A row without year and date is standing and shown every year.
/// </summary>
public sealed record Stakeholders(SectionSource Source, IReadOnlyList<StakeholderInput> Rows)
{
    public const string GroupName = "Intressenter";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Stakeholders>(s => s.Source)
            .Number("Antal", "Antal intressenter med behov eller återkoppling.", s => s.Rows.Count)
            .Count("Antal förändrade", "Antal vars behov har förändrats.", s => s.Changed)
            .Number("Antal med återkoppling", "Antal som har lämnat återkoppling.", s => s.WithFeedback.Count)
            .From(s => s.Source.Trace.Described("Återkoppling är ifylld", s.WithFeedback))
            .List("Rader", "Intressenterna med behov och återkoppling.", s => s.Rows, RowFields)
            .List("Återkoppling", "Bara de som har lämnat återkoppling.", s => s.WithFeedback, RowFields)
            .Build();

    public static Section<Stakeholders> Section { get; } =
        new(GroupName, "Intressenter.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Intressenter", "intressenternas behov")],
            Covers = [new("c", "intressenter", s => s.Source), new("e", "intressenter", Feedback)],
        };

    private static FieldSet RowFields =>
        new FieldSetBuilder<StakeholderInput>()
            .Text("Intressent", "Intressentens namn.", r => r.Title)
            .Choice("Kategori", "Individ, Verksamhet, Samhälle, Leverantör eller Tillsyn.", r => r.Category)
            .Text("Behov", "Behov och förväntan.", r => r.Expectation)
            .YesNo("Förändrad", "Ja när behovet har förändrats.", r => r.Changed)
            .Text("Återkoppling", "Vad intressenten har framfört.", r => r.Feedback)
            .Text("Hantering", "Hur återkopplingen har hanterats.", r => r.HandledHow)
            .Date("Mottagen", "Dagen då den kom.", r => r.ReceivedOn)
            .Build();

    private CountWithGaps Changed =>
        CountWithGaps.Of(Source.Chosen(Rows), "Förändrad är ja", r => r.Changed.Value, SmallCounts.None);

    public IReadOnlyList<StakeholderInput> WithFeedback => [.. Rows.Where(r => r.Feedback is not null)];

    public static Stakeholders Build(OrganisationLists lists, ReviewYears years)
    {
        IReadOnlyList<StakeholderInput> rows =
        [
            .. lists
                .Of(StakeholderInput.AsList)
                .Where(r => RowOrder.YearOf(r.Origin, r.ReceivedOn) is not { } of || years.Standing.Contains(of))
                .OrderBy(r => RowOrder.ByChoice(r.Category))
                .ThenBy(r => RowOrder.ById(r.Origin)),
        ];
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(StakeholderInput.AsList.Title, YearFilter.OrStanding(years.Standing, "Mottagen"), rows),
                    lists.Of(StakeholderInput.AsList).Count,
                    $"Inga nya behov eller synpunkter från intressenter har antecknats för {YearFilter.Text(years.Standing)}."
                )
                .Over(years.Standing),
            rows
        );
    }

    private static SectionSource Feedback(Stakeholders stakeholders)
    {
        var basis = stakeholders.Source;
        if (basis.Coverage != Coverage.Reported || stakeholders.WithFeedback.Count > 0)
            return basis;
        return basis.LeftOut is not null
            ? basis with
            {
                Coverage = Coverage.NotOpen,
                Sentence = "Ingen återkoppling redovisas i den öppna utgåvan.",
            }
            : basis with
            {
                Coverage = Coverage.NothingToReport,
                Sentence =
                    $"Ingen återkoppling från intressenter har antecknats. {SectionSource.Responsible(basis.Owner)}",
            };
    }
}
