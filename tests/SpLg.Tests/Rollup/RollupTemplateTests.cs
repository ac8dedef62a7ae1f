using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using SpLg.Tests.Templates;

namespace SpLg.Tests.Rollup;

/// <summary>The shipped template of the roll-up, filled.</summary>
public sealed class RollupTemplateTests
{
    [Fact]
    public void The_template_can_be_filled_and_nothing_in_it_is_hard_to_read()
    {
        Assert.Empty(Compile(Bytes).Findings);
        Assert.Empty(Template.Examine(Bytes, "samlad-genomgang.docx"));
    }

    [Fact]
    public void Word_opens_the_document_and_a_screen_reader_finds_its_way()
    {
        using var filled = new DocxExamination(Compile(Bytes).Fill(Three()));

        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.HeadingFaults());
        Assert.Empty(filled.TableFaults());
        Assert.Empty(filled.EmptyTables());
        Assert.Equal("Samlad genomgång 2026", filled.Title);
        Assert.Equal("sv-SE", filled.Language);
        Assert.DoesNotContain("{{", filled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_has_a_row_for_each_organisation_and_a_total()
    {
        using var filled = new DocxExamination(Compile(Bytes).Fill(Three()));

        var tables = filled.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Skip(1).ToList();
        Assert.Equal(ComparedSection.All.Count, tables.Count);
        Assert.All(
            tables,
            t =>
                Assert.Equal(
                    ["Organisation", "Bolaget", "Kulturnämnden", "Miljönämnden", "Totalt"],
                    t.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>()
                        .Select(r => r.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableCell>().First().InnerText)
                )
        );
        Assert.Contains(
            "Kulturnämnden: Under 2026 rapporterades 4\u00a0incidenter",
            filled.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Sammanlagt har 7\u00a0incidenter rapporterats. Underlag saknas för Bolaget.",
            filled.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Fastställd genomgång för 2026 saknas för Skolnämnden.", filled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_organisations_incidents_are_drawn_side_by_side_and_said_in_words()
    {
        using var document = WordprocessingDocument.Open(
            new MemoryStream(Compile(Bytes).Fill(Three())),
            isEditable: false
        );

        var drawn = Assert.Single(
            document.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
        );
        var chart = Assert.Single(document.MainDocumentPart.ChartParts).ChartSpace;
        Assert.StartsWith(
            "Liggande stapeldiagram: antal incidenter i varje organisation 2026 och året före. Sammanlagt har 7",
            drawn.Description!.Value,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Tabellen under diagrammet innehåller samma tal.",
            drawn.Description!.Value,
            StringComparison.Ordinal
        );
        var series = chart.Descendants<BarChartSeries>().First();
        Assert.Equal(
            ["Bolaget", "Kulturnämnden", "Miljönämnden"],
            series.Descendants<StringCache>().Last().Elements<StringPoint>().Select(p => p.InnerText)
        );
        Assert.Equal(
            ["4", "3"],
            series.Descendants<NumberingCache>().Single().Elements<NumericPoint>().Select(p => p.InnerText)
        );
    }

    [Fact]
    public void Filled_again_it_keeps_what_a_person_has_written_and_is_otherwise_the_same()
    {
        var once = Compile(Bytes).Fill(Three());

        Assert.Equal(once, Compile(once).Fill(Three()));
    }

    private static byte[] Bytes => ShippedFiles.Template("samlad-genomgang");

    private static Template Compile(byte[] content) =>
        Template.Compile(content, "samlad-genomgang.docx", RollupDocument.Fields);

    private static RollupReview Three() =>
        RollupReview.Build(
            Organisation.Year,
            [
                RollupReviewTests.Of(
                    "Kulturnämnden",
                    o =>
                        o.Add(4, "Incidents", ("Year", 2026), ("Severity", "Låg"))
                            .Add("TextBlocks", ("Key", "Slutsats"), ("Text", "<p>Lämpligt.</p>"))
                ),
                RollupReviewTests.Of("Miljönämnden", o => o.Add(3, "Incidents", ("Year", 2026), ("Severity", "Hög"))),
                RollupReviewTests.Of("Bolaget", _ => { }),
            ],
            ["Skolnämnden"]
        );
}
