using SpLg.Core.Fields;
using SpLg.Core.Language;

namespace SpLg.Core.Review;

/// <summary>How far classification has come for the systems of one category: the order in which an organisation classifies.</summary>
public sealed record CategoryPosition(string Category, KnownCount Classified)
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<CategoryPosition>()
        .Text("Systemkategori", "Egen, Stadsgemensam, Övrig eller Ej angivet.", c => c.Category)
        .Number("Antal", "Antal informationsbehandlingar.", c => c.Classified.Rows)
        .Number("Aktuell klassning", "Antal med en informationsklassning som är aktuell.", c => c.Classified.Figure)
        .Text("Andel", "Andelen av de behandlingar som har uppgift, till exempel 67 %.", c => Swedish.Share(c.Classified.Count, c.Classified.Known) ?? KnownCount.NotJudged)
        .Build();

    /// <summary>In the order the categories are declared; one without activities is left out.</summary>
    public static IReadOnlyList<CategoryPosition> Build(IReadOnlyList<PositionRow> rows) =>
        [.. rows.OrderBy(r => RowOrder.ByChoice(r.Activity.SystemCategory))
            .GroupBy(r => r.Activity.SystemCategory.Text ?? Tally.NotStated, StringComparer.OrdinalIgnoreCase)
            .Select(g => new CategoryPosition(g.Key, KnownCount.Of([.. g], r => r.Points[0])))];
}
