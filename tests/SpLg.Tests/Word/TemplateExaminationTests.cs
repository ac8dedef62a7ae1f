using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class TemplateExaminationTests
{
    [Fact]
    public void The_shipped_templates_give_nothing() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates"), "*.docx"),
            t => Assert.Empty(Template.Examine(File.ReadAllBytes(t), t))
        );

    [Fact]
    public void A_plain_good_document_gives_nothing() =>
        Assert.Empty(
            Examine(
                P("Ett", "Heading1")
                    + P("Två", "Heading2")
                    + P("Ett", "Heading1")
                    + Table(2, HeaderRow("A", "B"), Row("{{Incidenter.Titel}}", "2"))
                    + "<w:p/>"
                    + P("Slut")
            )
        );

    [Theory]
    [InlineData("<H1>Ett|<H3>Tre", "nivå 3")]
    [InlineData("<H2>Två", "Rubrik 1")]
    [InlineData("<H1>Ett|<H2>", "utan text")]
    [InlineData("Text|||Text", "tomma stycken")]
    public void Headings_and_spacing_are_told(string lines, string expected) =>
        Assert.Contains(
            expected,
            Assert.Single(Examine(string.Concat(lines.Split('|').Select(Paragraph)))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_table_without_header_row_one_in_another_and_merged_cells_are_told_with_place()
    {
        var findings = Examine(P("Läget", "Heading1") + Table(2, Row("A", "B"), Row("1", "2")));
        Assert.Contains("rubrikrad", Assert.Single(findings).Message, StringComparison.Ordinal);
        Assert.Equal(("Läget", "tabell 1, rad 1"), (findings[0].Heading, findings[0].Place));
        Assert.Contains(
            "annan tabell",
            Assert.Single(Examine(Table(1, Row(Table(2, HeaderRow("A", "B"), Row("1", "2")) + P(""))))).Message,
            StringComparison.Ordinal
        );
        var merged = "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>";
        Assert.Contains(
            "sammanslagna",
            Assert.Single(Examine(Table(2, HeaderRow("A", "B"), "<w:tr>" + merged + "</w:tr>"))).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Examine(Table(2, Row("En", "rad")) + P("") + Table(1, Row("En"), Row("kolumn"))));
    }

    [Theory]
    [InlineData("https://exempel.se/sida", "är en adress")]
    [InlineData("klicka här", "vart den leder")]
    [InlineData("{{Organisation}}", null)]
    public void Words_of_a_link_that_say_nothing_are_told(string text, string? expected) =>
        AssertTold(
            expected,
            Examine($"<w:p><w:hyperlink r:id=\"rIdLink\"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>")
        );

    [Theory]
    [InlineData("<w:color w:val=\"999999\"/>", "", "2,8 till 1")]
    [InlineData("<w:color w:val=\"767676\"/>", "", null)]
    [InlineData("<w:color w:val=\"999999\"/><w:sz w:val=\"40\"/>", "", "2,8 till 1")]
    [InlineData("<w:color w:val=\"8C8C8C\"/><w:sz w:val=\"40\"/>", "", null)]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "1F3864", null)]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", "", "1,0 till 1")]
    [InlineData("<w:color w:val=\"auto\"/>", "000000", null)]
    public void Text_that_stands_out_too_little_is_told(string properties, string behind, string? expected)
    {
        var shading =
            behind.Length > 0 ? $"<w:pPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{behind}\"/></w:pPr>" : "";
        var paragraph = $"<w:p>{shading}<w:r><w:rPr>{properties}</w:rPr><w:t>Text</w:t></w:r></w:p>";
        AssertTold(expected, Examine(paragraph + paragraph));
    }

    [Fact]
    public void A_missing_title_and_other_languages_are_told()
    {
        var findings = Template.Examine(
            Create("<w:p><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t>Svenska</w:t></w:r></w:p>"),
            "m"
        );
        Assert.Equal(3, findings.Count);
        Assert.Contains(findings, f => f.Message.Contains("ingen titel", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Message.Contains("inte angivet", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Message.Contains("en-GB", StringComparison.Ordinal) && f.Place == "stycke 1");
    }

    [Fact]
    public void A_name_in_a_comment_is_told_to_stay_unfilled()
    {
        var docx = Create(
            P("{{Organisation}}"),
            title: "Titel",
            more: d =>
            {
                Swedish(d);
                d.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments = new(
                    new Comment(new Paragraph(new Run(new Text("Byt till {{Belopp}}")))) { Id = "1" },
                    new Comment(new Paragraph(new Run(new Text("Bra")))) { Id = "2" }
                );
            }
        );
        Assert.Contains(
            "”Byt till {{Belopp}}”",
            Assert.Single(Template.Examine(docx, "m")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void They_are_no_part_of_compiling_and_a_file_that_is_no_template_gives_none()
    {
        Assert.Empty(Template.Compile(Create(P("{{Organisation}}", "Heading3")), "m", Sample.Fields).Findings);
        Assert.Empty(Template.Examine(new byte[] { 1, 2, 3 }, "m"));
        Assert.Empty(Template.Examine("PK\u0003\u0004"u8.ToArray(), "m"));
    }

    private static void AssertTold(string? expected, IReadOnlyList<TemplateFinding> findings)
    {
        if (expected is null)
            Assert.Empty(findings);
        else
            Assert.Contains(expected, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    private static string Paragraph(string line)
    {
        if (line.StartsWith("<H", StringComparison.Ordinal))
            return P(line[4..], "Heading" + line[2]);
        return line.Length > 0 ? P(line) : "<w:p/>";
    }

    private static IReadOnlyList<TemplateFinding> Examine(string body)
    {
        var findings = Template.Examine(Create(body, title: "Titel", more: Swedish), "m");
        Assert.DoesNotContain(findings, f => f.Level == FindingLevel.Error);
        return findings;
    }

    private static void Swedish(WordprocessingDocument document)
    {
        document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.PrependChild(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new Languages { Val = "sv-SE" })))
        );
        document.MainDocumentPart.AddHyperlinkRelationship(new("https://exempel.se/"), isExternal: true, "rIdLink");
    }
}
