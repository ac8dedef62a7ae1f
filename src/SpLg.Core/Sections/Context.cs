namespace SpLg.Core.Sections;

/// <summary>
/// Factors outside and inside that affect the management system. A factor belongs to its Year column, else to the year
/// it describes (Läget per); with neither it is standing and shown every year.
/// </summary>
public sealed record Context(
    SectionSource Source,
    IReadOnlyList<ContextFactor> Factors,
    IReadOnlyList<ContextGroup> ByKind
)
{
    public const string GroupName = "Omvärld";

    private static readonly FieldSet FactorFields = new FieldSetBuilder<ContextFactor>()
        .Text("Faktor", "Faktorns rubrik.", f => f.Title)
        .Choice("Slag", "Till exempel Omvärld, Lagstiftning eller Budgetuppdrag.", f => f.Kind)
        .Text("Text", "Beskrivningen.", f => f.Text)
        .Text("Påverkan", "Vad den betyder för ledningssystemet.", f => f.EffectOnLis)
        .Text(
            "Faktor med punkt",
            "Rubriken med punkt efter; tomt när den saknas.",
            f => f.Title is { } title && !title.EndsWith('.') ? $"{title}." : f.Title
        )
        .Text("Källrad", "Källan och vilken månad läget gäller; tomt när källan saknas.", SourceLine)
        .Date("Läget per", "Dagen som beskrivningen gäller.", f => f.AsOf)
        .Text("Källa", "Källans namn.", f => f.SourceTitle)
        .Text("Källans adress", "Källans webbadress.", f => f.SourceUrl)
        .Build();

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Context>(c => c.Source)
            .Number("Antal", "Antal faktorer.", c => c.Factors.Count)
            .List("Faktorer", "Alla faktorer, ordnade efter slag.", c => c.Factors, FactorFields)
            .List(
                "Yttre faktorer",
                "Omvärld, lagstiftning och teknik.",
                c => c.Of(ContextKind.World, ContextKind.Legislation, ContextKind.Technology),
                FactorFields
            )
            .List(
                "Inre faktorer",
                "Staden, budgetuppdrag, sektorsansvar och organisation, och faktorer utan slag som går att läsa.",
                c => c.OfOther(),
                FactorFields
            )
            .List(
                "Egen analys",
                "Det som den interna kontrollen och risk- och sårbarhetsanalysen pekar på.",
                c => c.Of(ContextKind.InternalControl, ContextKind.Rsa),
                FactorFields
            )
            .List(
                "Per slag",
                "Faktorerna grupperade efter slag; slag utan faktorer är inte med.",
                c => c.ByKind,
                new FieldSetBuilder<ContextGroup>()
                    .Text("Slag", "Slaget, till exempel Lagstiftning.", g => g.Kind)
                    .Text("Rubrik", "Slaget som rubrik, till exempel Ny och ändrad lagstiftning.", g => HeadingOf(g))
                    .Number("Antal", "Antal faktorer av slaget.", g => g.Factors.Count)
                    .List("Faktorer", "Faktorerna av slaget.", g => g.Factors, FactorFields)
                    .Build()
            )
            .Build();

    public static Section<Context> Section { get; } =
        new(GroupName, "Omvärld, uppdrag och organisation.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Omvärld", "omvärld, uppdrag och organisation"), new("Kompetens", "kompetensförsörjningen")],
            Covers = [new("b", "omvärld, uppdrag och organisation", c => c.Source)],
        };

    private IReadOnlyList<ContextFactor> Of(params IReadOnlyList<ContextKind> kinds) =>
        [.. Factors.Where(f => f.Kind.Value is { } kind && kinds.Contains(kind))];

    private IReadOnlyList<ContextFactor> OfOther() =>
        [
            .. Factors.Where(f =>
                f.Kind.Value
                    is not (
                        ContextKind.World
                        or ContextKind.Legislation
                        or ContextKind.Technology
                        or ContextKind.InternalControl
                        or ContextKind.Rsa
                    )
            ),
        ];

    private static string HeadingOf(ContextGroup group) =>
        group.Factors[0].Kind.Value switch
        {
            ContextKind.World => "Hot och händelser i omvärlden",
            ContextKind.Legislation => "Ny och ändrad lagstiftning",
            ContextKind.Technology => "Teknisk utveckling",
            ContextKind.City => $"Förändringar i {group.Principal}",
            ContextKind.BudgetMission => "Uppdrag i budget",
            ContextKind.SectorResponsibility => "Sektorsansvar",
            ContextKind.InternalControl => "Intern kontroll",
            ContextKind.Rsa => "Risk- och sårbarhetsanalys (RSA)",
            ContextKind.Organisation => "Förändringar i organisationen",
            _ => group.Kind == CountPerValue.NotStated ? "Övrigt" : group.Kind,
        };

    private static string? SourceLine(ContextFactor factor)
    {
        if (factor.SourceTitle is not { } source)
            return null;
        if (factor.AsOf.Value is { } day)
            return $"Källa: {source}, läget i {Swedish.Month(day.Month)} {day.Year.ToString(CultureInfo.InvariantCulture)}.";
        return $"Källa: {source}{(factor.AsOf.Text is { } written ? $", läget {written}" : "")}.";
    }

    public static Context Build(OrganisationLists lists, ReviewYears years)
    {
        IReadOnlyList<ContextFactor> factors =
        [
            .. lists
                .Of(ContextFactor.AsList)
                .Where(f => IsTold(f, years))
                .OrderBy(f => RowOrder.ByChoice(f.Kind))
                .ThenBy(f => f.Order.Value ?? decimal.MaxValue)
                .ThenBy(f => RowOrder.ById(f.Origin)),
        ];
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(ContextFactor.AsList.Title, Filter(years), factors),
                    lists.Of(ContextFactor.AsList).Count,
                    $"Inga förändringar i omvärld eller uppdrag har antecknats för {YearFilter.Text(years.Standing)}."
                )
                .Over(years.Standing),
            factors,
            [
                .. factors
                    .GroupBy(f => f.Kind.Text ?? CountPerValue.NotStated, StringComparer.Ordinal)
                    .Select(g => new ContextGroup(g.Key, [.. g], FormWords.Of(lists.Setting).Principal)),
            ]
        );
    }

    internal static int? YearOf(ContextFactor factor) => RowOrder.YearOf(factor.Origin, factor.AsOf);

    /// <summary>
    /// The missions of the budget are those of the year of the title, and a risk and vulnerability analysis is made
    /// every second year: the newest holds.
    /// </summary>
    internal static bool IsTold(ContextFactor factor, ReviewYears years) =>
        YearOf(factor) is not { } of
        || factor.Kind.Value switch
        {
            ContextKind.Rsa => of == years.Rsa,
            ContextKind.BudgetMission when factor.Origin.WholeYear is { } own => own == years.Title,
            _ => years.Standing.Contains(of),
        };

    /// <summary>The newest there is of the review's year or before, whether an open edition may tell of it or not.</summary>
    internal static int? NewestRsa(OrganisationLists lists, ReviewYears years) =>
        lists
            .Of(ContextFactor.AsList)
            .Where(f => f.Kind.Is(ContextKind.Rsa))
            .Max(f => YearOf(f) is { } of && of <= years.Title ? of : (int?)null);

    private static string Filter(ReviewYears years)
    {
        var filter = YearFilter.OrStanding(years.Standing, "Läget per");
        if (years.FollowUp != years.Title)
            filter += $"; Budgetuppdrag: {YearFilter.Text(years.Title)}";
        return years.Rsa is { } newest ? $"{filter}; RSA: {YearFilter.Text(newest)}" : filter;
    }
}

/// <summary>The factors of one kind.</summary>
/// <param name="Principal">Whose documents hold for the organisation, as in <see cref="FormWords.Principal"/>.</param>
public sealed record ContextGroup(string Kind, IReadOnlyList<ContextFactor> Factors, string Principal);
