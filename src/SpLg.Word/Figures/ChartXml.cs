using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using SpLg.Word.Workbooks;
using Text = DocumentFormat.OpenXml.Drawing.Text;

namespace SpLg.Word.Figures;

/// <summary>Puts data into a chart part; colours, axes and titles stay as the template has them.</summary>
internal static class ChartXml
{
    /// <summary>
    /// Whether the chart has categories and values; scatter and bubble charts have two values instead.
    /// </summary>
    public static bool CanFill(ChartSpace chart) => FirstPlot(chart) is not null;

    /// <param name="texts">What to write for the texts that hold expressions, by what the template has.</param>
    public static byte[] Fill(ChartSpace template, ChartData data, IReadOnlyDictionary<string, string> texts)
    {
        var chart = (ChartSpace)template.CloneNode(deep: true);
        foreach (var text in Texts(chart))
            text.Text = texts.GetValueOrDefault(text.Text, text.Text);
        // Without this Word draws an unknown value as 0.
        // https://learn.microsoft.com/dotnet/api/documentformat.openxml.drawing.charts.displayblanksas
        chart.GetFirstChild<Chart>()!.DisplayBlanksAs = new() { Val = DisplayBlanksAsValues.Gap };
        var plot = FirstPlot(chart)!;
        var patterns = SeriesOf(plot).ToList();
        for (var i = 0; i < data.AllSeries.Count; i++)
            patterns[0]
                .InsertBeforeSelf(
                    Series(patterns[Math.Min(i, patterns.Count - 1)], i, data, isCopy: i >= patterns.Count)
                );
        patterns.ForEach(p => p.Remove());
        return TypedPart.Write(chart);
    }

    /// <summary>The texts that a person has typed in the chart: its title, those of the axes.</summary>
    public static IEnumerable<Text> Texts(ChartSpace chart) => chart.Descendants<Text>();

    private static OpenXmlCompositeElement? FirstPlot(ChartSpace chart) =>
        chart
            .Descendants<PlotArea>()
            .SelectMany(p => p.Elements<OpenXmlCompositeElement>())
            .FirstOrDefault(e =>
                e.LocalName.EndsWith("Chart", StringComparison.Ordinal)
                && SeriesOf(e).FirstOrDefault() is { } series
                && series.GetFirstChild<XValues>() is null
            );

    // Each type of chart has a class of its own for its series, and they have nothing in common but the element's name.
    private static IEnumerable<OpenXmlCompositeElement> SeriesOf(OpenXmlCompositeElement plot) =>
        plot.Elements<OpenXmlCompositeElement>().Where(e => e.LocalName == "ser");

    private static OpenXmlCompositeElement Series(
        OpenXmlCompositeElement pattern,
        int index,
        ChartData data,
        bool isCopy
    )
    {
        var column = CellNames.Column(index + 2);
        var series = (OpenXmlCompositeElement)pattern.CloneNode(deep: true);
        var values = data.AllSeries[index];
        // Each copy gets a colour and an identity of its own.
        if (isCopy)
        {
            series.RemoveAllChildren<ChartShapeProperties>();
            series.RemoveAllChildren<Marker>();
            series.RemoveAllChildren<DataPoint>();
            series.Elements().Where(e => e.LocalName == "extLst").ToList().ForEach(e => e.Remove());
        }
        series.RemoveAllChildren<SeriesText>();
        series.RemoveAllChildren<CategoryAxisData>();
        series.RemoveAllChildren<Values>();
        series.GetFirstChild<DocumentFormat.OpenXml.Drawing.Charts.Index>()!.Val = (uint)index;
        series.GetFirstChild<Order>()!.Val = (uint)index;
        var last = data.Categories.Count + 1;
        series.AddChild(new SeriesText(Strings($"{ChartWorkbook.Sheet}!${column}$1", [values.Name])));
        series.AddChild(new CategoryAxisData(Strings($"{ChartWorkbook.Sheet}!$A$2:$A${last}", data.Categories)));
        series.AddChild(new Values(Numbers($"{ChartWorkbook.Sheet}!${column}$2:${column}${last}", values.Values)));
        return series;
    }

    private static StringReference Strings(string formula, IReadOnlyList<string> texts) =>
        new(
            new Formula(formula),
            new StringCache([
                Count(texts.Count),
                .. texts.Select((t, i) => new StringPoint(new NumericValue(t)) { Index = (uint)i }),
            ])
        );

    private static NumberReference Numbers(string formula, IReadOnlyList<decimal?> numbers)
    {
        var points = numbers
            .Index()
            .Where(n => n.Item is not null)
            .Select(n => (n.Index, Value: new NumericValue(n.Item!.Value.ToString(CultureInfo.InvariantCulture))))
            .Select(n => new NumericPoint(n.Value) { Index = (uint)n.Index });
        return new(
            new Formula(formula),
            new NumberingCache([new FormatCode("General"), Count(numbers.Count), .. points])
        );
    }

    private static PointCount Count(int count) => new() { Val = (uint)count };
}
