using SpLg.Core.Fields;
using SpLg.Word.Filling;

namespace SpLg.Word.Figures;

/// <summary>A list as a chart shows it: its first text field names the categories, each number field is a series.</summary>
internal sealed record ChartData(string CategoryName, IReadOnlyList<string> Categories, IReadOnlyList<ChartData.Series> AllSeries)
{
    /// <param name="Values">One for each category; null where there is none.</param>
    internal sealed record Series(string Name, IReadOnlyList<decimal?> Values);

    public static ChartData Read(ValueSource list, object data)
    {
        var rows = list.Read([data]) as IReadOnlyList<object> ?? [];
        var fields = list.Field.Inner!.Fields;
        var category = fields.First(f => f.Kind == FieldKind.Text);
        return new(
            category.Name,
            [.. rows.Select(r => XmlText.Legal(category.Read(r) as string ?? ""))],
            [.. fields.Where(f => f.Kind == FieldKind.Number).Select(f => new Series(f.Name, [.. rows.Select(r => f.Read(r) as decimal?)]))]);
    }
}
