namespace SpLg.Core.Rollup;

/// <summary>A section that every review has, compared over the organisations: one row each and a total.</summary>
/// <param name="Name">The group's name in templates, the same as in a review.</param>
/// <param name="Say">The total in a sentence, of the total's figures by column name; asked only when something is
/// known.</param>
internal sealed record ComparedSection(
    string Name,
    string Description,
    Func<BuiltReview, SectionSource> Source,
    Func<Func<string, ComparedValue>, string> Say,
    params IReadOnlyList<ComparedFigure> Figures
)
{
    /// <summary>The section it comes after; null where the order of the sections says so.</summary>
    public string? After { get; init; }

    /// <summary>All sections that are compared, in the order of the roll-up.</summary>
    public static IReadOnlyList<ComparedSection> All { get; } =
        ToldAfter.InOrder(
            [.. ReviewSections.All.Select(s => s.Compared).OfType<ComparedSection>()],
            s => s.Name,
            s => s.After
        );

    public FieldSet Fields() =>
        new FieldSetBuilder<Comparison>()
            .Text("Mening", "Organisationerna sammantagna i en mening.", c => c.Sentence)
            .Text(
                "Saknas",
                "Vilka organisationer som inte har något underlag, i en mening; annars tomt.",
                c => c.MissingSentence
            )
            .Text("Utelämnat", "Vad organisationernas öppna utgåvor utelämnar och varför; annars tomt.", c => c.LeftOut)
            .List(
                "Organisationer",
                "En rad per organisation.",
                c => c.Rows,
                FiguresOf(
                        new FieldSetBuilder<ComparedRow>().Text(
                            "Organisation",
                            "Organisationens namn.",
                            r => r.Organisation
                        )
                    )
                    .Build()
            )
            .Group(
                "Totalt",
                "Alla organisationer sammantagna.",
                c => c.Total,
                FiguresOf(new FieldSetBuilder<ComparedRow>()).Build()
            )
            .Build();

    public Comparison Compare(IReadOnlyList<RollupOrganisation> organisations)
    {
        IReadOnlyList<ComparedRow> rows =
        [
            .. organisations.Select(o => new ComparedRow(o.Name, Read(o.Review), Source(o.Review).Coverage)),
        ];
        var total = Figures
            .Where(f => f.Read is not null)
            .ToDictionary(
                f => f.Name,
                f => ComparedValue.Total([.. rows.Select(r => r.Figures[f.Name])]),
                StringComparer.Ordinal
            );
        var together = new ComparedRow("Totalt", total, Coverage.Reported, rows.Count(r => !r.HasData));
        var leftOut = organisations
            .Select(o => (o.Name, Source(o.Review).LeftOut))
            .Where(o => o.LeftOut is not null)
            .Select(o => $"{o.Name}: {o.LeftOut}");
        return new(
            rows,
            together,
            rows.Any(r => r.HasData) ? Say(together.Told) : null,
            string.Join(' ', leftOut) is { Length: > 0 } text ? text : null
        );
    }

    private Dictionary<string, ComparedValue> Read(BuiltReview review) =>
        Figures
            .Where(f => f.Read is not null)
            .ToDictionary(
                f => f.Name,
                f =>
                    Source(review).Coverage switch
                    {
                        Coverage.NoData => ComparedValue.Missing,
                        Coverage.NotOpen => ComparedValue.NotOpen,
                        _ => f.Read!(review),
                    },
                StringComparer.Ordinal
            );

    private FieldSetBuilder<ComparedRow> FiguresOf(FieldSetBuilder<ComparedRow> fields)
    {
        foreach (var figure in Figures)
        {
            if (figure.Say is { } say)
                fields.Text(figure.Name, figure.Description, r => say(r.Told));
            else
                fields.Number(figure.Name, figure.Description, r => r.Figures[figure.Name].Figure);
        }
        return fields;
    }
}

/// <summary>How organisations are compared by a section of their reviews.</summary>
/// <param name="Say"><inheritdoc cref="ComparedSection" path="/param[@name='Say']"/></param>
internal sealed record Compared<T>(
    string Description,
    Func<T, SectionSource> Source,
    Func<Func<string, ComparedValue>, string> Say,
    params IReadOnlyList<ComparedFigure<T>> Figures
)
    where T : class
{
    /// <inheritdoc cref="ComparedSection.After"/>
    public string? After { get; init; }

    public ComparedSection Of(Section<T> section) =>
        new(
            section.Name,
            Description,
            review => Source(review.Of(section)),
            Say,
            [.. Figures.Select(f => f.Of(section))]
        )
        {
            After = After,
        };
}
