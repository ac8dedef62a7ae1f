namespace SpLg.Core.Sections;

/// <summary>
/// Training results of the review's year against last year: by their Year column, else by the day they were measured.
/// </summary>
/// <param name="Total">All courses together.</param>
/// <param name="Hidden">How many people a group at least has to be shown, where some have fewer and are in no figure;
/// else null.</param>
public sealed record Trainings(
    SectionSource Source,
    IReadOnlyList<TrainingResult> Rows,
    IReadOnlyList<CourseRate> Courses,
    CourseRate Total,
    string? Hidden
)
{
    public const string GroupName = "Utbildningar";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Trainings>(t => t.Source)
            .Number("Antal", "Antal utbildningar i år.", t => t.Courses.Count)
            .YesNo(
                "Flera rader per utbildning",
                "Ja när någon utbildning har resultat på flera rader, till exempel en för varje enhet.",
                t => t.Rows.Count > t.Courses.Count
            )
            .Text("Mening", "Andelen sammantaget i en mening; tomt när den inte går att räkna.", t => t.Sentence)
            .From(t => t.Total.Compared)
            .Group("Totalt", "Alla utbildningar sammantagna.", t => t.Total, CourseRate.Fields)
            .List(
                "Per utbildning",
                "En rad per utbildning med andelen i år mot förra året.",
                t => t.Courses,
                CourseRate.Fields
            )
            .List("Diagram", "Andelen per utbildning i procent, för ett diagram.", t => t.Bars, TrainingBar.Fields)
            .List(
                "Kommentarer",
                "De resultat som har en kommentar.",
                t => t.Commented,
                new FieldSetBuilder<TrainingResult>()
                    .Text("Utbildning", "Utbildningens namn.", r => r.Title)
                    .Text("Enhet", "Enheten.", r => r.Unit)
                    .Date("Mätt den", "Dagen för mätningen.", r => r.CompletedOn)
                    .Text("Kommentar", "Resultatet i ord.", r => r.Result)
                    .Build()
            )
            .List(
                "Resultat",
                "Resultaten som de står i listan.",
                t => t.Rows,
                new FieldSetBuilder<TrainingResult>()
                    .Text("Utbildning", "Utbildningens namn.", r => r.Title)
                    .Text("Målgrupp", "Vilka som ska gå.", r => r.Audience)
                    .Text("Enhet", "Enheten.", r => r.Unit)
                    .Number("Ska gå", "Antal som ska gå.", r => r.Expected)
                    .Number("Har gått", "Antal som har gått.", r => r.Completed)
                    .Text("Andel", "Andelen som har gått, till exempel 92 %.", r => CourseRate.ShareOf(r))
                    .Date("Mätt den", "Dagen för mätningen.", r => r.CompletedOn)
                    .Text("Kommentar", "Resultatet i ord.", r => r.Result)
                    .Build()
            )
            .Build();

    public static Section<Trainings> Section { get; } =
        new(GroupName, "Utbildningar.", () => Fields, s => Build(s.Lists, s.Years, s.Today))
        {
            Texts = [new("Utbildning", "utbildningarna")],
            Covers = [new("d2", "utbildningar", t => t.Source) { After = ControlPoints.GroupName }],
            Summarises = new((t, _) => t.KeyFigures()),
            Follows = [new(FollowedFigure.Trained, TrainingResult.AsList, (t, _, objective) => t.Followed(objective))],
            Compares = new(
                "Utbildningar.",
                t => t.Source,
                t =>
                    t("Har gått")
                        .Shared(
                            "Andelen som har gått en utbildning",
                            share => $"Av dem som ska gå en utbildning har {share} gjort det."
                        ),
                new("Antal", "Antal utbildningar i år.", t => t.Courses.Count),
                new("Har gått", "Andelen som har gått, av dem som ska gå.", t => t.Trained())
            ),
        };

    private IReadOnlyList<TrainingBar> Bars =>
        [.. Courses.Select(c => new TrainingBar(c.Course, c.Percent, c.IsCompared ? c.PercentBefore : null))];

    private IReadOnlyList<TrainingResult> Commented => [.. Rows.Where(r => r.Result is not null)];

    private string UnknownSentence =>
        Total.Unknown switch
        {
            0 => "",
            1 => " En rad som saknar läsbart antal är inte medräknad.",
            var many =>
                $" {Swedish.Sentence(Swedish.InWords(many))} rader som saknar läsbart antal är inte medräknade.",
        };

    internal string? Sentence
    {
        get
        {
            if (Total.Percent is null)
                return Hidden;
            return $"Sammantaget har {Total.Share} av dem som ska gå en utbildning gjort det ({Trend.AfterNumber(Total.Trend)})."
                + UnknownSentence
                + (Hidden is null ? "" : $" {Hidden}");
        }
    }

    private static Trainings Build(OrganisationLists lists, ReviewYears years, DateOnly today)
    {
        var year = years.FollowUp;
        var (inside, outside) = years.Split(lists.Of(TrainingResult.AsList), YearOf, r => r.CompletedOn.Value);
        var small = lists.Small;
        var byYear = inside.ToLookup(YearOf);
        IReadOnlyList<TrainingResult> rows =
        [
            .. byYear[year]
                .OrderBy(r => r.Title, StringComparer.Ordinal)
                .ThenBy(r => r.Unit, StringComparer.Ordinal)
                .ThenBy(r => RowOrder.ById(r.Origin)),
        ];
        var now = Rated(year, rows);
        var before = Rated(year - 1, years.SamePart(byYear[year - 1], r => r.CompletedOn.Value));
        var beforeByCourse = before.Rows.ToLookup(Course, StringComparer.OrdinalIgnoreCase);
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(TrainingResult.AsList.Title, YearFilter.Of(year, "Mätt den"), rows),
                    lists.Of(TrainingResult.AsList).Count,
                    $"Inga utbildningsresultat har antecknats för {years.PartInWords(today)}.",
                    byYear[null].Count()
                )
                .Over(years, today, outside, small)
                .WithEarlier($"Från {year - 1}", Told(before.Rows))
                .WithEarlier("Utan år", Told(byYear[null].Where(r => !IsSmall(r)))),
            [
                .. rows.Select(r =>
                    IsSmall(r)
                        ? r with
                        {
                            Expected = new(null, small.Words),
                            Completed = new(null, SmallCounts.Hidden),
                            Result = null,
                        }
                        : r
                ),
            ],
            [
                .. now
                    .Rows.GroupBy(Course, StringComparer.OrdinalIgnoreCase)
                    .Select(g => CourseRate.Of(g.Key, Of(now, g.Key, g), Of(before, g.Key, beforeByCourse[g.Key]))),
            ],
            CourseRate.Of("Totalt", now, before) with
            {
                Audience = null,
            },
            rows.Any(IsSmall) ? $"Grupper med {small.Words} personer är inte medräknade." : null
        );

        // Small groups are left out of every sum of both years, so that no subtraction leads to them.
        ChosenRows<TrainingResult> Rated(int of, IEnumerable<TrainingResult> results) =>
            new(TrainingResult.AsList.Title, YearFilter.Of(of, "Mätt den"), [.. results.Where(r => !IsSmall(r))])
            {
                Footing = new(
                    Undated: byYear[null].Count(),
                    Withheld: lists.Withheld.Of(TrainingResult.AsList.Title, of)
                        + lists.Withheld.Of(TrainingResult.AsList.Title, null)
                        + results.Count(IsSmall)
                ),
            };

        ChosenRows<TrainingResult> Of(
            ChosenRows<TrainingResult> all,
            string course,
            IEnumerable<TrainingResult> results
        ) =>
            all.Described($"Utbildning är {course}", results) with
            {
                Footing = all.Footing with
                {
                    Undated = byYear[null]
                        .Count(r =>
                            r.Title is null || string.Equals(Course(r), course, StringComparison.OrdinalIgnoreCase)
                        ),
                    NotStated = course == CountPerValue.NotStated ? 0 : all.Rows.Count(r => r.Title is null),
                },
            };

        bool IsSmall(TrainingResult row) => row.Expected.Value > 0 && row.Expected.Value < small.Limit;
    }

    /// <summary>This year's course of this name.</summary>
    internal CourseRate? CourseNamed(string name) =>
        Courses.FirstOrDefault(c => string.Equals(c.Course, name.Trim(), StringComparison.OrdinalIgnoreCase));

    private FollowedValue Followed(Objective objective)
    {
        var rate = objective.FollowsCourse is { } course ? CourseNamed(course) : Total;
        return rate is null
            ? new(new(null, Footing.NoRows), default(YearFigure), Source.Trace)
            : FollowedValue.Of(rate.Rate, rate.Counted, rate.RateBefore, rate.Before);
    }

    internal static int? YearOf(TrainingResult result) => RowOrder.YearOf(result.Origin, result.CompletedOn);

    private static IReadOnlyList<string> Told(IEnumerable<TrainingResult> rows) =>
        [.. rows.OrderBy(r => RowOrder.ById(r.Origin)).Where(r => r.Title is not null).Select(InWords)];

    private static string InWords(TrainingResult row)
    {
        var went =
            row.Expected.Value > 0 && row.Completed.Value is not null ? $"{CourseRate.ShareOf(row)} har gått" : null;
        var words = string.Join(' ', new[] { went, row.Result }.OfType<string>().Select(Swedish.WithStop));
        return words.Length == 0 ? Swedish.WithStop(Course(row)) : $"{Course(row)}: {words}";
    }

    private static string Course(TrainingResult row) => row.Title ?? CountPerValue.NotStated;

    /// <summary>A section without data gives no figure: a zero would be read as a result.</summary>
    private IEnumerable<KeyFigure> KeyFigures()
    {
        if (Total.Percent is { } rate)
        {
            yield return new(
                "Genomförda utbildningar",
                KeyFigure.Percent(rate) + KeyFigure.Missing(Total.Unknown),
                Total.PercentBefore is { } before
                    ? KeyFigure.Percent(before) + KeyFigure.Missing(Total.UnknownBefore)
                    : null,
                Total.Trend,
                Total.Counted,
                Total.Before
            )
            {
                Meaning = "hur stor del av dem som ska gå utbildningarna som har gjort det",
            };
        }
    }

    /// <summary>Groups too small to be shown are in no review's sum, and so not here either.</summary>
    private ComparedValue Trained()
    {
        var known = Rows.Where(r => r is { Expected.Value: not null, Completed.Value: not null }).ToList();
        return ComparedValue.Share(
            known.Sum(r => r.Completed.Value!.Value),
            known.Sum(r => r.Expected.Value!.Value),
            Total.Unknown
        );
    }
}

/// <summary>One course as a chart shows it: whole per cent this year and last; null where there is none.</summary>
public sealed record TrainingBar(string Course, decimal? Now, decimal? Before)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<TrainingBar>()
            .Text("Utbildning", "Utbildningens namn.", b => b.Course)
            .Number("Procent i år", "Hur många procent som har gått i år.", b => b.Now)
            .Number(
                "Procent förra året",
                "Samma uppgift förra året; tomt när uppgifter saknas eller åren inte går att jämföra.",
                b => b.Before
            )
            .Build();
}
