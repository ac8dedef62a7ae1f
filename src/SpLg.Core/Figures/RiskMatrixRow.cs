namespace SpLg.Core.Figures;

/// <summary>One row of the risk matrix: the numbers of the events with this likelihood, by impact 1–5.</summary>
/// <param name="Cells">Five texts such as <c>3, 7</c>, by impact; null where there is no event.</param>
/// <param name="Levels">What the squares are called.</param>
public sealed record RiskMatrixRow(int Likelihood, IReadOnlyList<string?> Cells, RiskLevels Levels)
{
    private static readonly string[] LikelihoodWords =
    [
        "osannolik",
        "mindre sannolik",
        "möjlig",
        "sannolik",
        "mycket sannolik",
    ];

    public static FieldSet Fields { get; } = BuildFields();

    public static IReadOnlyList<RiskMatrixRow> Build(IReadOnlyList<EventRow> events, RiskLevels levels)
    {
        var cells = events
            .Where(e => e.RiskValue is not null)
            .ToLookup(e => (e.Event.Likelihood.Value, e.Event.Impact.Value));
        return
        [
            .. Enumerable
                .Range(1, 5)
                .Reverse()
                .Select(likelihood => new RiskMatrixRow(
                    likelihood,
                    [.. Enumerable.Range(1, 5).Select(impact => Numbers(cells[(likelihood, impact)]))],
                    levels
                )),
        ];
    }

    private static string? Numbers(IEnumerable<EventRow> events)
    {
        var text = string.Join(", ", events.Select(e => e.Number.ToString(CultureInfo.InvariantCulture)));
        return text.Length == 0 ? null : text;
    }

    private static FieldSet BuildFields()
    {
        var fields = new FieldSetBuilder<RiskMatrixRow>()
            .Number("Sannolikhet", "Sannolikheten, 5 till 1.", r => r.Likelihood)
            .Text(
                "Sannolikhet i ord",
                "Vad sannolikheten kallas, till exempel möjlig.",
                r => LikelihoodWords[r.Likelihood - 1]
            );
        for (var impact = 1; impact <= 5; impact++)
        {
            var cell = impact - 1;
            fields.Text($"Konsekvens {impact}", $"Numren på händelserna med konsekvens {impact}.", r => r.Cells[cell]);
            fields.Text(
                $"Nivå {impact}",
                $"Risknivån vid konsekvens {impact}, till exempel hög.",
                r => r.Levels.Of(r.Likelihood * (cell + 1))
            );
        }
        return fields.Build();
    }
}

/// <summary>The undesired events of one working method.</summary>
/// <param name="HasMore">True when there are events besides, of which nothing is told alone.</param>
public sealed record RiskGroup(string Method, IReadOnlyList<EventRow> Events, bool HasMore);
