using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class FigureTests
{
    // Two pixels wide, one high.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAAMQACf4B/7C2pf8AAAAASUVORK5CYII="
    );

    [Fact]
    public void A_picture_takes_its_place_in_the_frame_with_proportions_kept_and_the_rest_of_the_text_as_description()
    {
        var filled = Fill(Picture("{{Riskmatris}} Riskmatris för {{Organisation}}"), new(Picture: Png));
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var xml = document.MainDocumentPart!.Document.OuterXml;
        Assert.Contains("descr=\"Riskmatris för Miljöförvaltningen\"", xml, StringComparison.Ordinal);
        Assert.Contains("<wp:extent cx=\"1000000\" cy=\"500000\" />", xml, StringComparison.Ordinal);
        var blip = document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Single();
        using var shown = new MemoryStream();
        document.MainDocumentPart.GetPartById(blip.Embed!.Value!).GetStream().CopyTo(shown);
        Assert.Equal(Png, shown.ToArray());
    }

    [Fact]
    public void An_empty_picture_field_shows_nothing_and_comes_back_when_filled_again()
    {
        var empty = Fill(Picture("{{Riskmatris}}"), new());
        Assert.DoesNotContain("<wp:inline", BodyXml(empty), StringComparison.Ordinal);
        var refilled = Template.Compile(empty, "m", Sample.Fields).Fill(new Sample(Picture: Png));
        Assert.Contains("descr=\"En bild.\"", BodyXml(refilled), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_without_description_is_warned_of()
    {
        var finding = Assert.Single(
            Template.Compile(Create(Picture("") + P("{{Organisation}}"), more: AddImage), "m", Sample.Fields).Findings
        );
        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("alternativtext", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_a_picture_or_a_picture_in_a_chart_is_told()
    {
        Assert.Contains(
            "inget diagram",
            Assert
                .Single(
                    Template.Compile(Create(Picture("{{Incidenter}}"), more: AddImage), "m", Sample.Fields).Findings
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ingen bild",
            Assert
                .Single(Template.Compile(Create(Chart("{{Riskmatris}}"), more: AddChart), "m", Sample.Fields).Findings)
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_chart_shows_the_list_and_its_workbook_holds_the_same_numbers()
    {
        var data = new Sample(Rows: [new("Strömavbrott & annat", 2), new("Nätfiske", 3.5m)]);
        var filled = Fill(Chart("{{Incidenter}} Incidenter hos {{Organisation}}"), data, AddChart);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var part = document.MainDocumentPart!.ChartParts.Single();
        var series = part.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.BarChartSeries>().Single();
        Assert.Equal(
            ["Antal", "Strömavbrott & annat", "Nätfiske", "2", "3.5"],
            series.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericValue>().Select(v => v.Text)
        );
        Assert.Contains(
            "descr=\"Incidenter hos Miljöförvaltningen\"",
            document.MainDocumentPart.Document.OuterXml,
            StringComparison.Ordinal
        );
        using var workbook = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), false);
        var cells = workbook
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
            .Select(c => c.InnerText);
        Assert.Equal(["Titel", "Antal", "Strömavbrott & annat", "2", "Nätfiske", "3.5"], cells);
    }

    [Fact]
    public void A_chart_of_an_empty_list_is_valid() => Fill(Chart("{{Incidenter}} Tomt"), new(), AddChart);

    [Fact]
    public void A_picture_that_repeats_gets_a_number_of_its_own_each_time()
    {
        var filled = Fill(
            P("{{#Incidenter}}") + Picture("{{Riskmatris}} {{Titel}}") + P("{{/Incidenter}}"),
            new(Picture: Png, Rows: [new("Ett"), new("Två")])
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var figures = document
            .MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .ToList();
        Assert.Equal(["Ett", "Två"], figures.Select(f => f.Description!.Value));
        Assert.Equal(2, figures.Select(f => f.Id!.Value).Distinct().Count());
        Assert.Single(
            document.MainDocumentPart.ImageParts,
            p => p.Uri.ToString().Contains("splg", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_generated_figure_gives_way_to_one_of_the_same_number_that_a_person_has_put_in()
    {
        var data = new Sample(Picture: Png);
        var edited = Edit(
            Fill(P("Text") + Picture("{{Riskmatris}} Bild"), data),
            root =>
            {
                var theirs = new XElement(
                    root.Descendants()
                        .Single(e => e.Name.LocalName == "docPr")
                        .Ancestors()
                        .First(e => e.Name.LocalName == "r")
                );
                theirs
                    .Descendants()
                    .Single(e => e.Name.LocalName == "blip")
                    .Attributes()
                    .Single(a => a.Name.LocalName == "embed")
                    .Value = "rIdImage";
                root.Descendants().First(e => e.Name.LocalName == "p").Add(theirs);
            }
        );
        var refilled = Template.Compile(edited, "m", Sample.Fields).Fill(data);
        AssertValid(refilled);
        AssertSame(refilled, Template.Compile(refilled, "m", Sample.Fields).Fill(data));
        using var document = WordprocessingDocument.Open(new MemoryStream(refilled), false);
        Assert.Equal(
            [4u, 5u],
            document
                .MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
                .Select(f => f.Id!.Value)
        );
    }

    private static byte[] Fill(string body, Sample data, Action<WordprocessingDocument>? more = null)
    {
        var template = Template.Compile(Create(body, more: more ?? AddImage), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(data));
        AssertSame(
            filled,
            Template.Compile(template.Fill(new Sample(Rows: [new("x", 9)])), "m", Sample.Fields).Fill(data)
        );
        return filled;
    }

    private static string Picture(string alternative) =>
        Drawing(
            alternative,
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
            "<pic:pic "
                + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr "
                + "id=\"5\" name=\"Bild\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
                + "r:embed=\"rIdImage\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1000000\" "
                + "cy=\"1000000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        );

    private static string Chart(string alternative) =>
        Drawing(
            alternative,
            "http://schemas.openxmlformats.org/drawingml/2006/chart",
            "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rIdChart\"/>"
        );

    private static string Drawing(string alternative, string kind, string content) =>
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1000000\" cy=\"1000000\"/><wp:docPr id=\"4\" "
        + $"name=\"Figur\"{(alternative.Length > 0 ? $" descr=\"{alternative}\"" : "")}/>"
        + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
        + $"uri=\"{kind}\">{content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    private static void AddImage(WordprocessingDocument document) =>
        document.MainDocumentPart!.AddImagePart(ImagePartType.Png, "rIdImage").FeedData(new MemoryStream(Png));

    private static void AddChart(WordprocessingDocument document)
    {
        var part = document.MainDocumentPart!.AddNewPart<ChartPart>("rIdChart");
        using (var writer = new StreamWriter(part.GetStream(FileMode.Create)))
        {
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                        + $"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + $"<c:chart><c:plotArea><c:layout/><c:barChart><c:barDir "
                        + $"val=\"col\"/><c:grouping val=\"clustered\"/>{Series(0)}{Series(1)}<c:axId "
                        + $"val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
                )
                    + "<c:catAx><c:axId val=\"1\"/><c:scaling/><c:axPos val=\"b\"/><c:crossAx "
                    + "val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling/><c:axPos val=\"l\"/><c:crossAx "
                    + "val=\"1\"/></c:valAx></c:plotArea></c:chart><c:externalData "
                    + "r:id=\"rIdBook\"/></c:chartSpace>"
            );
        }
        part.AddNewPart<EmbeddedPackagePart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "rIdBook"
            )
            .FeedData(new MemoryStream([1, 2, 3]));
    }

    private static string Series(int index) =>
        $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:v>Serie "
        + $"{index}</c:v></c:tx><c:cat><c:strLit><c:ptCount "
        + "val=\"1\"/></c:strLit></c:cat><c:val><c:numLit><c:ptCount val=\"1\"/></c:numLit></c:val></c:ser>";
}
