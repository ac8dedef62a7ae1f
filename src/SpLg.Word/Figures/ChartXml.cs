using System.Globalization;
using System.Xml.Linq;
using SpLg.Word.Markup;

namespace SpLg.Word.Figures;

/// <summary>Puts data into a chart part; colours, axes and titles stay as the template has them.</summary>
internal static class ChartXml
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Whether the chart has categories and values; scatter and bubble charts have two values instead.</summary>
    public static bool CanFill(XDocument chart) => FirstPlot(chart) is not null;

    public static byte[] Fill(XDocument template, ChartData data)
    {
        var chart = new XDocument(template);
        var plot = FirstPlot(chart)!;
        var patterns = plot.Elements(C + "ser").ToList();
        var series = new List<XElement>();
        for (var i = 0; i < data.AllSeries.Count; i++)
            series.Add(Series(patterns[Math.Min(i, patterns.Count - 1)], i, data, isCopy: i >= patterns.Count));
        patterns[0].AddBeforeSelf(series);
        patterns.ForEach(p => p.Remove());
        return XmlOutput.Document(chart);
    }

    private static XElement? FirstPlot(XDocument chart) => chart
        .Descendants(C + "plotArea").Elements()
        .FirstOrDefault(e => e.Name.LocalName.EndsWith("Chart", StringComparison.Ordinal) && e.Element(C + "ser") is { } series && series.Element(C + "xVal") is null);

    private static XElement Series(XElement pattern, int index, ChartData data, bool isCopy)
    {
        var column = (char)('B' + index);
        var series = new XElement(pattern);
        var values = data.AllSeries[index];
        if (isCopy)
            series.Element(C + "spPr")?.Remove();
        series.Elements().Where(e => e.Name == C + "tx" || e.Name == C + "cat" || e.Name == C + "val").ToList().ForEach(e => e.Remove());
        Number(series, "idx", index);
        Number(series, "order", index);
        series.Element(C + "order")!.AddAfterSelf(new XElement(C + "tx", Strings($"Data!${column}$1", [values.Name])));
        var last = data.Categories.Count + 1;
        // Before what the schema puts after the values: https://learn.microsoft.com/dotnet/api/documentformat.openxml.drawing.charts.barchartseries
        var after = series.Elements().FirstOrDefault(e => e.Name.LocalName is "smooth" or "shape" or "extLst");
        XElement[] added = [new(C + "cat", Strings($"Data!$A$2:$A${last}", data.Categories)), new(C + "val", Numbers($"Data!${column}$2:${column}${last}", values.Values))];
        if (after is null)
            series.Add(added);
        else
            after.AddBeforeSelf(added);
        return series;
    }

    private static void Number(XElement series, string name, int value) => series.Element(C + name)!.SetAttributeValue("val", value);

    private static XElement Strings(string formula, IReadOnlyList<string> texts) => new(
        C + "strRef",
        new XElement(C + "f", formula),
        new XElement(C + "strCache", Count(texts.Count), texts.Select((t, i) => Point(i, t))));

    private static XElement Numbers(string formula, IReadOnlyList<decimal?> numbers) => new(
        C + "numRef",
        new XElement(C + "f", formula),
        new XElement(
            C + "numCache",
            new XElement(C + "formatCode", "General"),
            Count(numbers.Count),
            numbers.Select((n, i) => n is { } number ? Point(i, number.ToString(CultureInfo.InvariantCulture)) : null)));

    private static XElement Count(int count) => new(C + "ptCount", new XAttribute("val", count));

    private static XElement Point(int index, string value) => new(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value));
}
