using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>The processing activities of one managed object or, inside it, of one system.</summary>
/// <param name="Systems">The same rows by system; empty where the group is itself a system.</param>
public sealed record PositionGroup(string Name, IReadOnlyList<PositionRow> Rows, IReadOnlyList<PositionGroup> Systems)
{
    public static FieldSet ObjectFields { get; } = Common("Förvaltningsobjekt", "Förvaltningsobjektets namn.")
        .Text("Namngivna roller", "Vilka som är objektägare, objektledare och dataskyddskontakt; tomt när inga namn finns.", g => g.People)
        .List("Per system", "Behandlingarna grupperade efter system.", g => g.Systems, Common("System", "Systemets namn.").Build())
        .Build();

    /// <summary>Rows already in order; groups come in the order of their first row.</summary>
    public static IReadOnlyList<PositionGroup> Build(IReadOnlyList<PositionRow> rows) =>
        [.. rows.GroupBy(r => r.Activity.ManagedObject ?? Tally.NotStated, Names.Comparer).Select(o => new PositionGroup(
            o.Key,
            [.. o],
            [.. o.GroupBy(r => r.Activity.System ?? Tally.NotStated, Names.Comparer).Select(s => new PositionGroup(s.Key, [.. s], []))]))];

    private string? People
    {
        get
        {
            var roles = new[] { Named("Objektägare", a => a.ObjectOwner), Named("Objektledare", a => a.ObjectManager), Named("Dataskyddskontakt", a => a.DataProtectionOfficerContact) };
            return string.Join(". ", roles.OfType<string>()) is { Length: > 0 } words ? words + "." : null;

            string? Named(string role, Func<ProcessingActivity, Reference?> person)
            {
                var names = Rows.Select(r => person(r.Activity)?.Text).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
                return names.Count == 0 ? null : $"{role}: {Swedish.Join(names)}";
            }
        }
    }

    private static FieldSetBuilder<PositionGroup> Common(string name, string description) => new FieldSetBuilder<PositionGroup>()
        .Text(name, description, g => g.Name)
        .Number("Antal", "Antal behandlingar.", g => g.Rows.Count)
        .Number("Antal brister", "Antal brister i de tio kontrollpunkterna.", g => g.Rows.Sum(r => r.Points.Count(p => p == false)))
        .List("Behandlingar", "Behandlingarna.", g => g.Rows, PositionRow.Fields);
}
