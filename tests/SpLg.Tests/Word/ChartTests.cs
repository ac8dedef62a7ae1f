using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class ChartTests
{
    private static readonly FieldSet Month = new FieldSetBuilder<decimal?[]>()
        .Text("Månad", "Månaden.", r => "månad " + r.Length)
        .Text("Kort namn", "Månaden i korthet.", r => "m" + r.Length)
        .Number("Antal", "Hur många.", r => r[0])
        .Number("Förra året", "Hur många förra året.", r => r[1])
        .Date("Dag", "En dag.", _ => (DateOnly?)null)
        .Build();

    private static readonly FieldSet Fields = Declare();

    private static readonly Year Two = new(
        "2026",
        [
            [2, 1, 0],
            [null, 3, 0, 0],
        ]
    );

    [Fact]
    public void Several_charts_show_the_columns_they_name_and_gaps_where_there_is_no_value()
    {
        var filled = Fill(
            Chart("{{Per månad}}", 1)
                + Chart("{{Per månad.Förra året}}{{Per månad.Kort namn}} Förra året", 2)
                + P("{{År}}"),
            Two
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var first = (ChartPart)document.MainDocumentPart!.GetPartById("rIdChart1");
        Assert.Equal(["Antal|månad 3|månad 4|2", "Förra året|månad 3|månad 4|1|3"], Series(first));
        Assert.Equal(
            [0u],
            first
                .ChartSpace.Descendants<BarChartSeries>()
                .First()
                .Descendants<NumberingCache>()
                .Single()
                .Elements<NumericPoint>()
                .Select(p => p.Index!.Value)
        );
        Assert.Equal("gap", first.ChartSpace.Descendants<DisplayBlanksAs>().Single().Val!.InnerText);
        Assert.Equal(["Förra året|m3|m4|1|3"], Series((ChartPart)document.MainDocumentPart.GetPartById("rIdChart2")));
        using var workbook = SpreadsheetDocument.Open(first.EmbeddedPackagePart!.GetStream(), false);
        var rows = workbook
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>()
            .Select(r =>
                string.Join('|', r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText))
            );
        Assert.Equal(["Månad|Antal|Förra året", "månad 3|2|1", "månad 4||3"], rows);
    }

    [Fact]
    public void A_chart_without_words_of_its_own_is_described_by_its_figures()
    {
        Assert.Contains(
            "descr=\"Diagram. Antal: månad 3 2; uppgift saknas för månad 4. Förra året: månad 3 1, månad 4 3.\"",
            BodyXml(Fill(Chart("{{Per månad}}", 1), Two)),
            StringComparison.Ordinal
        );
        var long_ = new Year(
            "2026",
            [.. Enumerable.Range(3, 20).Select(n => Enumerable.Repeat<decimal?>(n, n).ToArray())]
        );
        Assert.Contains(
            "descr=\"Diagram. Antal: högst 22 (månad 22), lägst 3 (månad 3), 20 värden.",
            BodyXml(Fill(Chart("{{Per månad}}", 1), long_)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_chart_without_values_says_so_and_its_file_holds_none()
    {
        var filled = Fill(
            Chart("{{Per månad}}", 1),
            new(
                "2026",
                [
                    [null, null, null],
                ]
            )
        );
        Assert.Equal(["Diagrammet visas inte, eftersom det saknas uppgifter."], Lines(filled));
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        Assert.DoesNotContain(
            "månad 3",
            document.MainDocumentPart!.GetPartById("rIdChart1").RootElement!.OuterXml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_chart_that_was_not_shown_comes_back_when_another_program_has_left_it_out_and_moved_the_ids()
    {
        var body =
            P("{{#om År = \"2026\"}}")
            + Chart("{{Per månad.Antal}} Dolt", 1)
            + P("{{/om}}")
            + Chart("{{Per månad.Förra året}} Synligt", 2);
        var template = Template.Compile(Create(body, more: AddCharts), "m", Fields);
        using var stream = new MemoryStream();
        stream.Write(template.Fill(Two with { Name = "2025" }));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            main.DeletePart("rIdChart1");
            main.ChangeIdOfPart(main.GetPartById("rIdChart2"), "rIdChart1");
            main.Document.Descendants<ChartReference>().Single().Id = "rIdChart1";
        }
        var again = Template.Compile(stream.ToArray(), "m", Fields);
        Assert.Empty(again.Findings);
        var refilled = again.Fill(Two);
        AssertValid(refilled);
        using var result = WordprocessingDocument.Open(new MemoryStream(refilled), false);
        var shown = result
            .MainDocumentPart!.Document.Descendants<ChartReference>()
            .Select(c => Series((ChartPart)result.MainDocumentPart.GetPartById(c.Id!.Value!)).Single());
        Assert.Equal(["Antal|månad 3|månad 4|2", "Förra året|månad 3|månad 4|1|3"], shown);
        AssertSame(refilled, Template.Compile(refilled, "m", Fields).Fill(Two));
        var book = ((ChartPart)result.MainDocumentPart.GetPartById("rIdSplgChart1")).EmbeddedPackagePart!;
        using var workbook = SpreadsheetDocument.Open(book.GetStream(), false);
        Assert.NotNull(workbook.WorkbookPart);
    }

    [Fact]
    public void The_title_of_a_chart_is_filled_again_and_again()
    {
        var filled = Fill(Chart("{{Per månad}}", 1), Two);
        Assert.Equal("År 2026", Title(filled));
        Assert.Equal("År 2027", Title(Template.Compile(filled, "m", Fields).Fill(Two with { Name = "2027" })));
    }

    [Fact]
    public void Series_beyond_the_twenty_fifth_have_columns_of_their_own()
    {
        var row = new FieldSetBuilder<string>().Text("Namn", "Namnet.", s => s);
        for (var i = 0; i < 30; i++)
            row.Number("Tal " + i, "Ett tal.", s => (decimal?)s.Length);
        var many = new FieldSetBuilder<Year>()
            .List("Många", "En lista.", y => (IReadOnlyList<string>)[y.Name], row.Build())
            .Text("År", "Året.", y => y.Name)
            .Build();
        var filled = Template.Compile(Create(Chart("{{Många}} Många", 1), more: AddCharts), "m", many).Fill(Two);
        AssertValid(filled);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var formulas = ((ChartPart)document.MainDocumentPart!.GetPartById("rIdChart1"))
            .ChartSpace.Descendants<Formula>()
            .Select(f => f.Text)
            .ToList();
        Assert.Contains("Data!$AE$2:$AE$2", formulas);
    }

    [Theory]
    [InlineData("{{Per månad.Dag}}", "kan inte visas i ett diagram")]
    [InlineData("{{Per månad.Antl}}", "menade du")]
    public void A_column_that_does_not_fit_is_told(string alternative, string expected) =>
        Assert.Contains(
            expected,
            Assert
                .Single(Template.Compile(Create(Chart(alternative, 1), more: AddCharts), "m", Fields).Findings)
                .Message,
            StringComparison.Ordinal
        );

    private static FieldSet Declare() =>
        new FieldSetBuilder<Year>()
            .Text("År", "Året.", y => y.Name)
            .List("Per månad", "En rad per månad.", y => y.Months, Month)
            .Build();

    private static byte[] Fill(string body, Year data)
    {
        var template = Template.Compile(Create(body, more: AddCharts), "m", Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(data);
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Fields).Fill(data));
        AssertSame(filled, Template.Compile(template.Fill(new Year("1999", [])), "m", Fields).Fill(data));
        return filled;
    }

    private static string[] Series(ChartPart part) =>
        [
            .. part
                .ChartSpace.Descendants<BarChartSeries>()
                .Select(s => string.Join('|', s.Descendants<NumericValue>().Select(v => v.Text))),
        ];

    private static string Title(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return document.MainDocumentPart!.ChartParts.First().ChartSpace.Descendants<Title>().Single().InnerText;
    }

    private static string Chart(string alternative, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1000000\" cy=\"1000000\"/><wp:docPr id=\"{number}\" "
                + $"name=\"Diagram\" descr=\"{alternative}\"/>"
        )
        + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
        + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
        + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + $"r:id=\"rIdChart{number}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    private static void AddCharts(WordprocessingDocument document)
    {
        foreach (var number in new[] { 1, 2 })
        {
            var part = document.MainDocumentPart!.AddNewPart<ChartPart>("rIdChart" + number);
            using (var writer = new StreamWriter(part.GetStream(FileMode.Create)))
            {
                writer.Write(
                    "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:chart>"
                        + (
                            number == 1
                                ? "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>År {{År}}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
                                : ""
                        )
                        + "<c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping "
                        + "val=\"stacked\"/><c:ser><c:idx val=\"0\"/><c:order "
                        + "val=\"0\"/><c:cat><c:strLit><c:ptCount "
                        + "val=\"1\"/></c:strLit></c:cat><c:val><c:numLit><c:ptCount "
                        + "val=\"1\"/></c:numLit></c:val></c:ser>"
                        + "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId "
                        + "val=\"1\"/><c:scaling/><c:axPos val=\"b\"/><c:crossAx "
                        + "val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling/><c:axPos "
                        + "val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea>"
                        + "<c:plotVisOnly val=\"1\"/></c:chart><c:externalData r:id=\"rIdBook\"/></c:chartSpace>"
                );
            }
            part.AddNewPart<EmbeddedPackagePart>(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "rIdBook"
                )
                .FeedData(new MemoryStream([1, 2, 3]));
        }
    }

    private sealed record Year(string Name, IReadOnlyList<decimal?[]> Months);
}
