namespace SpLg.Core.Review;

/// <summary>The standing texts of the list Textblock, each in the place its key names.</summary>
/// <param name="HtmlByKey">The chosen text as HTML, by folded key.</param>
public sealed record StandingTexts(IReadOnlyDictionary<string, string> HtmlByKey)
{
    public const string GroupName = "Texter";

    public static Section<StandingTexts> Section { get; } =
        new(
            GroupName,
            "Stående texter ur listan Textblock.",
            () => Fields,
            s => Build(s.Lists.Of(TextBlock.AsList), s.Lists.Setting?.OrganisationForm.Value, s.Years.Title, s.Today)
        )
        {
            Texts =
            [
                new("Syfte", "varför genomgången görs"),
                new("LIS", "ledningssystemet för informationssäkerhet"),
                new("Utgångspunkt", "vad arbetet utgår från: standard, styrande dokument och uppdrag"),
                new("Ansvar", "roller och ansvar"),
                new("Metod", "hur risker identifieras, bedöms och hanteras"),
                new("Förbättringar", "möjligheter till förbättring") { After = "Självskattning" },
                new("Slutsats", "slutsatsen: om ledningssystemet är lämpligt, tillräckligt och verkningsfullt")
                {
                    After = "Beslut",
                },
                new("Fastställande", "vad genomgången är underlag för och när den görs nästa gång")
                {
                    After = "Slutsats",
                },
            ],
        };

    /// <summary>
    /// The places of all sections. They are asked for when the sections are there, of which this is one.
    /// </summary>
    private static readonly Lazy<IReadOnlyList<TextPlace>> Places = new(() =>
        ToldAfter.InOrder([.. ReviewSections.All.SelectMany(s => s.Texts)], t => t.Name, t => t.After)
    );

    private static readonly Lazy<FieldSet> AllFields = new(BuildFields);

    public static FieldSet Fields => AllFields.Value;

    /// <summary>True when the key, folded as <see cref="Fold"/> does, has a place in a template.</summary>
    internal static bool IsKey(string key) => Places.Value.Any(p => Fold(p.Name) == Fold(key));

    /// <summary>How a person would write the keys, for messages.</summary>
    internal static IEnumerable<string> Names => Places.Value.Select(p => p.Name);

    /// <summary>
    /// Of texts with the same key for this form, one of the review's own year before one of none, then the one that
    /// began to hold last, then the highest id. A text of no year has to hold today, or at the end of the review's year
    /// when that has passed: what was written for the next year is not said of this one.
    /// </summary>
    public static StandingTexts Build(
        IReadOnlyList<TextBlock> blocks,
        OrganisationForm? form,
        int year,
        DateOnly today
    ) =>
        new(
            blocks
                .Where(b => b is { Key: not null, Text: not null } && IsOfYear(b, year, today) && IsFor(b, form))
                .GroupBy(b => Fold(b.Key!), StringComparer.Ordinal)
                .ToDictionary(
                    g => g.Key,
                    g =>
                        g.OrderBy(b => b.Origin.WholeYear is not null)
                            .ThenBy(b => b.ValidFrom.Value ?? DateOnly.MinValue)
                            .ThenBy(b => RowOrder.ById(b.Origin))
                            .Last()
                            .Text!,
                    StringComparer.Ordinal
                )
        );

    /// <summary>
    /// Lower case without spaces, hyphens and the rings and dots of å, ä and ö: "omvarld" finds "Omvärld".
    /// </summary>
    internal static string Fold(string key)
    {
        var folded = new StringBuilder();
        foreach (var c in Letters.Composed(FieldName.Fold(key), NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                folded.Append(c);
        }
        return folded.ToString();
    }

    private static bool IsOfYear(TextBlock block, int year, DateOnly today) =>
        block.Origin.WholeYear is { } own
            ? own == year && Holds(block, today)
            : Holds(block, today.Year > year ? new(year, 12, 31) : today);

    internal static bool Holds(TextBlock block, DateOnly today) =>
        !(block.ValidFrom.Value > today) && !(block.ValidTo.Value < today);

    internal static bool IsFor(TextBlock block, OrganisationForm? form) =>
        block.Form.IsEmpty || block.Form.Is(TextForm.All) || form is null || block.Form.Text == Choice.Text(form.Value);

    private static FieldSet BuildFields()
    {
        var fields = new FieldSetBuilder<StandingTexts>();
        foreach (var (name, about) in Places.Value)
            fields.RichText(
                name,
                $"Textblocket om {about}, valt efter nyckel, organisationsform och datum.",
                t => t.HtmlByKey.GetValueOrDefault(Fold(name))
            );
        return fields.Build();
    }
}
