namespace SpLg.Core.Review;

/// <summary>One input that ISO/IEC 27001:2022 9.3.2 asks for, in our own words, and how the review covers it.</summary>
/// <param name="Point">a to g, or d1 to d4.</param>
/// <param name="Parts">The sections that together are the input: what each is about, as a reader finds it; templates
/// choose their own headings.</param>
public sealed record StandardInput(
    string Point,
    string Input,
    params IReadOnlyList<(string Section, SectionSource Source)> Parts
)
{
    public const string ListName = "Täckning";

    private static readonly (string Point, string Input)[] Inputs =
    [
        ("a", "Åtgärder från tidigare genomgångar"),
        ("b", "Förändringar i omvärlden och i organisationen"),
        ("c", "Förändrade behov hos intressenter"),
        ("d1", "Avvikelser och korrigerande åtgärder"),
        ("d2", "Mätresultat"),
        ("d3", "Resultat av revisioner"),
        ("d4", "Hur målen nås"),
        ("e", "Återkoppling från intressenter"),
        ("f", "Riskbedömning och hur riskerna hanteras"),
        ("g", "Möjligheter till förbättring"),
    ];

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<StandardInput>()
            .Text(
                SectionSource.TextName,
                "En mening när något av avsnitten inte har något att redovisa eller saknar underlag; annars tomt.",
                c => c.Sentence
            )
            .Text(
                SectionSource.CoverageName,
                "Redovisad, Inget att rapportera, Underlag saknas eller Redovisas inte öppet, för avsnitten tillsammans.",
                c => Choice.Text(c.Coverage)
            )
            .Text(
                SectionSource.LeftOutName,
                "Hur många rader ur listorna som den öppna utgåvan utelämnar och varför; annars tomt.",
                c => Words(c.Parts.Select(p => p.Source.LeftOut))
            )
            .Text(
                SectionSource.OwnerName,
                "Rollerna som ansvarar för underlaget.",
                c => Swedish.Join([.. c.Parts.Select(p => p.Source.Owner).Distinct(StringComparer.Ordinal)])
            )
            .RichText(
                SectionSource.SourceName,
                "Listorna som avsnitten kommer ur, med länk, antal rader och dagen då de lästes.",
                c =>
                    ListSource.Line([.. c.Parts.SelectMany(p => p.Source.Sources).Distinct()], c.Parts[0].Source.ReadOn)
            )
            .Text("Punkt", "Punkten i 9.3.2, a till g.", c => c.Point)
            .Text("Krav", "Vad punkten gäller, i egna ord.", c => c.Input)
            .Text(
                "Avsnitt",
                "Var det redovisas.",
                c => Swedish.Sentence(Swedish.Join([.. c.Parts.Select(p => p.Section)]))
            )
            .AllFrom(c => c.Parts[0].Source.Trace)
            .Build();

    public static Section<IReadOnlyList<StandardInput>> Section { get; } =
        new LinesSection<StandardInput>(
            ListName,
            "Bilaga B: hur underlagen i 9.3.2 är redovisade.",
            () => Fields,
            Build
        );

    /// <summary>
    /// As bad as the worst section where one lacks data or may not be shown; else reported when any section is: a year
    /// with incidents and no deviations is a report of both.
    /// </summary>
    public Coverage Coverage
    {
        get
        {
            if (Parts.Any(p => p.Source.Coverage == Coverage.NoData))
                return Coverage.NoData;
            if (Parts.Any(p => p.Source.Coverage == Coverage.NotOpen))
                return Coverage.NotOpen;
            return Parts.Any(p => p.Source.Coverage == Coverage.Reported)
                ? Coverage.Reported
                : Coverage.NothingToReport;
        }
    }

    /// <summary>
    /// Each section's own sentence; where others are reported, which ones, so that the gap does not hide them.
    /// </summary>
    private string? Sentence
    {
        get
        {
            IReadOnlyList<string> reported =
            [
                .. Parts.Where(p => p.Source.Coverage == Coverage.Reported).Select(p => p.Section),
            ];
            var sentences = Words(Parts.Select(p => p.Source.Sentence));
            return sentences is null || reported.Count == 0
                ? sentences
                : $"{Swedish.Sentence(Swedish.Join(reported))} redovisas. {sentences}";
        }
    }

    private static IReadOnlyList<StandardInput> Build(ReviewSource source)
    {
        var parts = ReviewSections.All.SelectMany(s => s.CoveredIn(source)).ToLookup(p => p.Point);
        return
        [
            .. Inputs.Select(i => new StandardInput(
                i.Point,
                i.Input,
                [
                    .. ToldAfter
                        .InOrder([.. parts[i.Point]], p => p.Section, p => p.After)
                        .Select(p => (p.What, p.Source)),
                ]
            )),
        ];
    }

    private static string? Words(IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } words
            ? words
            : null;
}
