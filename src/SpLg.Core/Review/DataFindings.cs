namespace SpLg.Core.Review;

/// <summary>
/// Findings in the lists, the gravest first, then by list and row. It quotes rows, so it stands in the full
/// edition alone.
/// </summary>
/// <param name="Rows">None in the open edition.</param>
public sealed record DataFindings(Edition Edition, IReadOnlyList<Finding> Rows)
{
    public const string GroupName = "Iakttagelser";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<DataFindings>()
            .Number("Antal", "Antal iakttagelser i underlaget; tomt i den öppna utgåvan.", f => f.Shown(f.Rows.Count))
            .From(f => f.Traced)
            .Number("Antal fel", "Antal fel.", f => f.Shown(f.Count(FindingLevel.Error)))
            .From(f => TraceOf(f.Rows, FindingLevel.Error))
            .Number("Antal varningar", "Antal varningar.", f => f.Shown(f.Count(FindingLevel.Warning)))
            .From(f => TraceOf(f.Rows, FindingLevel.Warning))
            .Number("Antal upplysningar", "Antal upplysningar.", f => f.Shown(f.Count(FindingLevel.Info)))
            .From(f => TraceOf(f.Rows, FindingLevel.Info))
            .Text(
                "Mening",
                "Antalet iakttagelser efter nivå i en mening; i den öppna utgåvan att de inte redovisas.",
                f => f.Sentence
            )
            .From(f => f.Traced)
            // A line of these names its row itself; were every line traced to all rows, ten thousand findings would
            // fill gigabytes.
            .List(
                "Per lista",
                "Iakttagelserna grupperade efter lista; samma slags iakttagelse på flera rader står en gång.",
                f => f.ByList,
                new FieldSetBuilder<FindingGroup>()
                    .Text("Lista", "Listans namn.", g => g.List)
                    .List(
                        "Iakttagelser",
                        "Listans iakttagelser, felen först.",
                        g => g.Findings,
                        new FieldSetBuilder<RepeatedFinding>()
                            .Text("Nivå", "Fel, Varning eller Upplysning.", r => Choice.Text(r.Level))
                            .RichText(
                                "Rader",
                                "Radernas nummer med länk till raden, till exempel 3, 8 och 12; tomt när det gäller hela listan.",
                                r => r.Rows
                            )
                            .Text("Kolumn", "Kolumnens namn.", r => r.Column)
                            .Text(
                                "Iakttagelse",
                                "Vad som är fel och vad man gör åt det; för flera rader ett exempel.",
                                r => r.Message
                            )
                            .Build()
                    )
                    .Build()
            )
            .List(
                "Rader",
                "Alla iakttagelser, felen först.",
                f => f.Rows,
                new FieldSetBuilder<Finding>()
                    .Text("Nivå", "Fel, Varning eller Upplysning.", r => Choice.Text(r.Level))
                    .Text("Lista", "Listans namn.", r => r.List)
                    .Text("Rad", "Radens nummer i listan.", r => r.RowId)
                    .Text("Kolumn", "Kolumnens namn.", r => r.Column)
                    .Text("Iakttagelse", "Vad som är fel och vad man gör åt det.", r => r.Message)
                    .Text("Länk", "Radens adress.", r => r.Link?.AbsoluteUri)
                    .Build()
            )
            .Build();

    public static Section<DataFindings> Section { get; } =
        new(GroupName, "Bilaga C: iakttagelser i underlaget.", () => Fields, s => Build(s.Edition, s.Findings));

    /// <summary>Grouped once: fields are read several times.</summary>
    private IReadOnlyList<FindingGroup> ByList { get; } = FindingGroup.Build(Rows);

    private Trace Traced { get; } = TraceOf(Rows, null);

    public static DataFindings Build(Edition edition, IEnumerable<Finding> findings) =>
        new(edition, edition == Edition.Open ? [] : FindingOrder.WorstFirst(findings));

    private string? Sentence =>
        Rows switch
        {
            _ when Edition == Edition.Open => "Iakttagelser om underlaget redovisas bara i den fullständiga utgåvan.",
            [] => null,
            _ =>
                $"När listorna lästes gjordes {Swedish.Count(Rows.Count, "iakttagelse", "iakttagelser")}: {Swedish.Join([.. new[]
        {
            (Count: Count(FindingLevel.Error), One: "fel", Many: "fel"),
            (Count: Count(FindingLevel.Warning), One: "varning", Many: "varningar"),
            (Count: Count(FindingLevel.Info), One: "upplysning", Many: "upplysningar"),
        }.Where(l => l.Count > 0).Select(l => Swedish.Count(l.Count, l.One, l.Many))])}.",
        };

    /// <summary>A zero would be read as a result.</summary>
    private int? Shown(int count) => Edition == Edition.Open ? null : count;

    /// <summary>The rows with a finding, each once; a finding about a whole list has no row.</summary>
    private static Trace TraceOf(IReadOnlyList<Finding> rows, FindingLevel? level) =>
        new(
            "alla listor",
            level is { } one
                ? $"rader med minst en iakttagelse av nivån {Choice.Text(one)}"
                : "rader med minst en iakttagelse",
            [
                .. rows.Where(r => r.RowId is not null && (level is null || r.Level == level))
                    .DistinctBy(r => (r.List, r.RowId))
                    .Select(r => RowOrigin.At(r.List, r.RowId!, r.Link)),
            ]
        );

    private int Count(FindingLevel level) => Rows.Count(r => r.Level == level);
}
