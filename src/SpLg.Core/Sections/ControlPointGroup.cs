namespace SpLg.Core.Sections;

/// <summary>The processing activities of one managed object or, inside it, of one system.</summary>
/// <param name="Systems">The same rows by system; empty where the group is itself a system.</param>
public sealed record ControlPointGroup(
    string Name,
    IReadOnlyList<ControlPointRow> Rows,
    IReadOnlyList<ControlPointGroup> Systems
)
{
    /// <summary>
    /// True when the group has rows besides, of which nothing is told alone: its own numbers would say too much of
    /// them.
    /// </summary>
    internal bool HasMore { get; init; }

    public static FieldSet ObjectFields { get; } =
        Common("Förvaltningsobjekt", "Förvaltningsobjektets namn.")
            .Text(
                "Namngivna roller",
                "Vilka som är objektägare, objektledare och dataskyddskontakt; tomt när inga namn finns.",
                g => g.People
            )
            .List(
                "Per system",
                "Behandlingarna grupperade efter system.",
                g => g.Systems,
                Common("System", "Systemets namn.").Build()
            )
            .Build();

    /// <summary>
    /// Rows already in order; groups come in the order of their first row. One without a row that is told is not there.
    /// </summary>
    public static IReadOnlyList<ControlPointGroup> Build(IReadOnlyList<ControlPointRow> rows) =>
        [
            .. Grouped(rows, r => r.Activity.ManagedObject)
                .Select(o =>
                    o with
                    {
                        Systems =
                        [
                            .. Grouped(o.Rows, r => r.Activity.System).Select(s => s with { HasMore = o.HasMore }),
                        ],
                    }
                ),
        ];

    private static IEnumerable<ControlPointGroup> Grouped(
        IReadOnlyList<ControlPointRow> rows,
        Func<ControlPointRow, string?> name
    ) =>
        from g in rows.GroupBy(r => name(r) ?? CountPerValue.NotStated, Names.Comparer)
        let told = ToldLines.Of([.. g])
        where told.Count > 0
        select new ControlPointGroup(g.Key, told, []) { HasMore = told.Count < g.Count() };

    private string? People
    {
        get
        {
            var roles = new[]
            {
                Named("Objektägare", a => a.ObjectOwner),
                Named("Objektledare", a => a.ObjectManager),
                Named("Dataskyddskontakt", a => a.DataProtectionOfficerContact),
            };
            return string.Join(". ", roles.OfType<string>()) is { Length: > 0 } words ? words + "." : null;

            string? Named(string role, Func<ProcessingActivity, Reference?> person)
            {
                var names = Rows.Select(r => person(r.Activity)?.Text)
                    .OfType<string>()
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .ToList();
                return names.Count == 0 ? null : $"{role}: {Swedish.Join(names)}";
            }
        }
    }

    private static FieldSetBuilder<ControlPointGroup> Common(string name, string description) =>
        new FieldSetBuilder<ControlPointGroup>()
            .Text(name, description, g => g.Name)
            .Number("Antal", "Antal behandlingar.", g => SmallCounts.Shown(g.Rows.Count, g.HasMore))
            .Number(
                "Antal brister",
                "Antal brister i de tio kontrollpunkterna.",
                g => SmallCounts.Shown(g.Rows.Sum(r => r.Points.Count(p => p == false)), g.HasMore)
            )
            .List("Behandlingar", "Behandlingarna.", g => g.Rows, ControlPointRow.Fields);
}
