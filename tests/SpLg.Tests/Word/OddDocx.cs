using DocumentFormat.OpenXml.Packaging;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>Templates that Word's format does not allow as they are, or that a filling makes so.</summary>
internal static class OddDocx
{
    private const string Draw = "http://schemas.openxmlformats.org/drawingml/2006/";

    /// <summary>A row whose properties hold what no row has; the row repeats.</summary>
    /// <param name="after">What stands after the table.</param>
    public static byte[] WithFaultyRow(string list, string field, string after = "") =>
        Create(
            P("Läget", "Heading1")
                + Table(
                    1,
                    HeaderRow("Rubrik"),
                    $"<w:tr><w:trPr><w:jc w:val=\"snett\"/></w:trPr>{Cell($"{{{{{list}.{field}}}}}")}</w:tr>"
                )
                + P("")
                + after,
            title: "Mall",
            more: AddChart
        );

    /// <summary>A stock chart, which shows three or four series, of a list that has one.</summary>
    public static byte[] WithStockChart(string chosen) =>
        Create(P("Kurser", "Heading1") + StockChart(chosen), title: "Mall", more: AddChart);

    public static string StockChart(string chosen) =>
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1000000\" cy=\"1000000\"/><wp:docPr id=\"1\" name=\"Diagram\" descr=\""
        + $"{{{{{chosen}}}}} Kurser\"/>"
        + $"<a:graphic xmlns:a=\"{Draw}main\"><a:graphicData uri=\"{Draw}chart\"><c:chart xmlns:c=\"{Draw}chart\" "
        + "r:id=\"rIdChart\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    private static void AddChart(WordprocessingDocument document)
    {
        var series = string.Concat(
            Enumerable
                .Range(0, 3)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<c:ser><c:idx val=\"{i}\"/><c:order val=\"{i}\"/><c:cat><c:strLit><c:ptCount "
                            + $"val=\"1\"/></c:strLit></c:cat><c:val><c:numLit><c:ptCount "
                            + $"val=\"1\"/></c:numLit></c:val></c:ser>"
                    )
                )
        );
        using var writer = new StreamWriter(
            document.MainDocumentPart!.AddNewPart<ChartPart>("rIdChart").GetStream(FileMode.Create)
        );
        writer.Write(
            $"<c:chartSpace xmlns:c=\"{Draw}chart\"><c:chart><c:plotArea><c:layout/><c:stockChart>{series}<c:axId "
                + "val=\"1\"/><c:axId val=\"2\"/></c:stockChart>"
                + "<c:catAx><c:axId val=\"1\"/><c:scaling/><c:axPos val=\"b\"/><c:crossAx "
                + "val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling/><c:axPos val=\"l\"/><c:crossAx "
                + "val=\"1\"/></c:valAx>"
                + "</c:plotArea><c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>"
        );
    }
}
