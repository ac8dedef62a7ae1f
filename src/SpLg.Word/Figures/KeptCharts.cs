using DocumentFormat.OpenXml.Drawing.Charts;

namespace SpLg.Word.Figures;

/// <summary>
/// A program that saves a document leaves out the charts that the last filling did not show, as under a condition that
/// did not hold.
/// The document keeps them with what else it is filled from, and here they come back.
/// </summary>
internal static class KeptCharts
{
    public static readonly XName Chart = XName.Get("chart", "http://schemas.openxmlformats.org/drawingml/2006/chart");
    private const string ChartType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart";
    private const string PackageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package";

    /// <param name="root">The restored document.</param>
    /// <param name="shown">The relationship ids of the charts that stood in the document before it was
    /// restored.</param>
    public static void Restore(DocxPackage package, XElement root, BlockStore store, IReadOnlySet<string> shown)
    {
        var main = package.Relationships(package.MainPart);
        var charts = main
            .All.Where(r => r.Kind == "chart" && !r.IsExternal)
            .Select(r => r.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var chart in root.Descendants(Restorer.Block)
                .Descendants(Chart)
                .Where(c => c.Annotation<HiddenChart>() is not null)
                .ToList()
        )
        {
            var id = (string?)chart.Attribute(W.RelationshipId) ?? "";
            // The other program has given this id to another chart.
            if ((charts.Contains(id) && !shown.Contains(id)) || !store.Charts.TryGetValue(id, out var xml))
                continue;
            var number = 1;
            while (package.Parts.ContainsKey($"word/charts/splg{number}.xml"))
                number++;
            chart.SetAttributeValue(W.RelationshipId, $"rIdSplgChart{number}");
            main.Keep($"rIdSplgChart{number}", ChartType, $"/word/charts/splg{number}.xml");
            Add(package, number, Encoding.UTF8.GetBytes(xml));
        }
        package.Put(main);
    }

    private static void Add(DocxPackage package, int number, byte[] xml)
    {
        var part = $"word/charts/splg{number}.xml";
        package.Parts[part] = xml;
        package.Types.Set(part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
        if (TypedPart.Read<ChartSpace>(xml).GetFirstChild<ExternalData>()?.Id?.Value is not { } book)
            return;
        var relationships = package.Relationships(part);
        relationships.Keep(book, PackageType, $"/word/embeddings/splg{number}.xlsx");
        package.Put(relationships);
        package.Types.SetDefault("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /// <summary>Says of a restored chart that it was not shown.</summary>
    internal sealed class HiddenChart;
}
