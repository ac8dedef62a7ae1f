using System.Globalization;
using System.Xml.Linq;
using SpLg.Word.Markup;

namespace SpLg.Word.Figures;

/// <summary>Puts data into a chart part; colours, axes and titles stay as the template has them.</summary>
internal static class ChartXml
{
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Whether the chart has categories and values; scatter and bubble charts have two values instead.</summary>
    public static bool CanFill(XDocument chart) => FirstPlot(chart) is not null;

    /// <param name="texts">What to write for the texts that hold expressions, by what the template has.</param>
    public static byte[] Fill(XDocument template, ChartData data, IReadOnlyDictionary<string, string> texts)
    {
        var chart = new XDocument(template);
        foreach (var text in Texts(chart).Where(t => texts.ContainsKey(t.Value)).ToList())
            text.Value = texts[text.Value];
        ShowGaps(chart);
        var plot = FirstPlot(chart)!;
        var patterns = plot.Elements(C + "ser").ToList();
        var series = new List<XElement>();
        for (var i = 0; i < data.AllSeries.Count; i++)
            series.Add(Series(patterns[Math.Min(i, patterns.Count - 1)], i, data, isCopy: i >= patterns.Count));
        patterns[0].AddBeforeSelf(series);
        patterns.ForEach(p => p.Remove());
        return XmlOutput.Document(chart);
    }

    /// <summary>The texts that a person has typed in the chart: its title, those of the axes.</summary>
    public static IEnumerable<XElement> Texts(XDocument chart) => chart.Descendants(XNamespace.Get("http://schemas.openxmlformats.org/drawingml/2006/main") + "t");

    // Without this Word draws what is not known as 0. https://learn.microsoft.com/dotnet/api/documentformat.openxml.drawing.charts.displayblanksas
    private static void ShowGaps(XDocument chart)
    {
        var element = chart.Root!.Element(C + "chart")!;
        if (element.Element(C + "dispBlanksAs") is { } said)
        {
            said.SetAttributeValue("val", "gap");
            return;
        }
        var before = element.Elements().Last(e => e.Name.LocalName is "plotArea" or "legend" or "plotVisOnly");
        before.AddAfterSelf(new XElement(C + "dispBlanksAs", new XAttribute("val", "gap")));
    }

    private static XElement? FirstPlot(XDocument chart) => chart
        .Descendants(C + "plotArea").Elements()
        .FirstOrDefault(e => e.Name.LocalName.EndsWith("Chart", StringComparison.Ordinal) && e.Element(C + "ser") is { } series && series.Element(C + "xVal") is null);

    private static XElement Series(XElement pattern, int index, ChartData data, bool isCopy)
    {
        var column = Column(index + 1);
        var series = new XElement(pattern);
        var values = data.AllSeries[index];
        // A colour and an identity of its own.
        if (isCopy)
            series.Elements().Where(e => e.Name == C + "spPr" || e.Name == C + "marker" || e.Name == C + "dPt" || e.Name == C + "extLst").ToList().ForEach(e => e.Remove());
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

    // A to Z, AA and on.
    private static string Column(int index) => (index < 26 ? "" : Column((index / 26) - 1)) + (char)('A' + (index % 26));

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
