using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class TemplateFindingTests
{
    [Theory]
    [InlineData("{{Organistaion}}", "menade du ”Organisation”?")]
    [InlineData("{{Incidenter.Tittel}}", "menade du ”Incidenter.Titel”?")]
    [InlineData("{{Incidentr.Titel}}", "menade du ”Incidenter”?")]
    [InlineData("{{Antal}}", "menade du ”Incidenter.Antal”?")]
    [InlineData("{{Zzzzzzzz}}", "Det finns inget fält ”Zzzzzzzz”.")]
    [InlineData("{{Organisation.Namn}}", "har inga delar")]
    [InlineData("{{Incidenter}}", "är en lista")]
    [InlineData("{{Lägen.Rader}}", "till exempel {{Lägen.Rader.Titel}}, eller {{Lägen.Rader:antal}}")]
    [InlineData("{{}}", "står inget namn")]
    [InlineData("{{{Organisation}}}", "klamrar")]
    [InlineData("{{Organisation} och {Belopp}}", "klamrar")]
    [InlineData("{{Innehållsförteckning:7}}", "en till tre")]
    [InlineData("{{Innehallsforteckning}}", "skrivs {{Innehållsförteckning}}")]
    [InlineData("{{Enhet}}", "är en grupp")]
    [InlineData("{{Riskmatris}}", "är en bild")]
    [InlineData("{{Belopp:långt}}", "Välj 0, 0,0, 0,00 eller procent.")]
    [InlineData("{{Incidenter.Titel}} {{Omvärld och uppdrag.Titel}}", "blandas fält från listorna")]
    [InlineData("Ett {{Organisation utan slut", "avslutas inte")]
    [InlineData("Ett {{Organisation {{Belopp}}", "avslutas inte")]
    [InlineData("Organisation}} utan början", "}} utan {{ före")]
    [InlineData("{{#Incidenter}}", "avslutas aldrig")]
    [InlineData("{{/Incidenter}}", "som aldrig börjar")]
    [InlineData("{{Lägen.Rader.Tittel}}", "menade du ”Lägen.Rader.Titel”?")]
    [InlineData("{{#if Godkänd}}", "Ett villkor skrivs {{#om Villkor}}")]
    [InlineData("{{Om Godkänd}}", "Ett villkor skrivs {{#om Villkor}}")]
    [InlineData("{{#each Incidenter}}", "En lista upprepas mellan {{#Lista}}")]
    [InlineData("{{else}}", "skrivs efter {{annars}}")]
    [InlineData("{{#annars}}", "utanför ett {{#om …}}-block")]
    [InlineData("{{annars}}", "utanför ett {{#om …}}-block")]
    [InlineData("Text {{#om Godkänd}} mer", "ensam i ett eget stycke")]
    [InlineData("Text {{#Incidenter}} mer", "ensamt i ett eget stycke")]
    public void A_mistake_is_told_with_template_heading_paragraph_and_text(string typed, string expected)
    {
        var template = Template.Compile(
            Create(P("Första", "Heading1") + P("Före") + P(typed)),
            "mall.docx",
            Sample.Fields
        );
        var finding = Assert.Single(template.Findings);
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
        Assert.Equal(
            (FindingLevel.Error, "mall.docx", "Första", "stycke 3", typed),
            (finding.Level, finding.Template, finding.Heading, finding.Place, finding.Text)
        );
        Assert.False(template.CanFill);
        Assert.Contains(
            expected,
            Assert.Throws<TemplateException>(() => template.Fill(new Sample())).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{{#Incidenter}}", "", "avslutas aldrig")]
    [InlineData("{{#Enhet.Namn}}", "{{/Enhet.Namn}}", "Skriv {{#om Enhet.Namn}}")]
    [InlineData("{{#Incidentr}}", "{{/Incidenter}}", "menade du ”Incidenter”?")]
    [InlineData("{{#Incidenter}}", "{{/Incidentr}}", "avslutar inte {{#Incidenter}}")]
    [InlineData("{{#each Incidenter}}", "{{/each}}", "En lista upprepas mellan {{#Lista}}")]
    [InlineData("{{#if Godkänd}}", "{{/om}}", "Ett villkor skrivs {{#om Villkor}}")]
    [InlineData("{{#if Godkänd}}", "{{/if}}", "Ett villkor skrivs {{#om Villkor}}")]
    public void A_mistake_in_a_marker_does_not_make_what_it_encloses_one(string open, string close, string expected)
    {
        var template = Template.Compile(
            Create(P("{{Organisation}}") + P(open) + P("{{Titel}} {{Antal}}") + P(close)),
            "mall.docx",
            Sample.Fields
        );
        Assert.Contains(expected, Assert.Single(template.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_else_in_a_condition_is_the_only_fault_of_it()
    {
        var template = Template.Compile(
            Create(P("{{#om Godkänd}}") + P("ja") + P("{{#else}}") + P("nej") + P("{{/om}}")),
            "mall.docx",
            Sample.Fields
        );
        Assert.All(template.Findings, f => Assert.Contains("efter {{annars}}", f.Message, StringComparison.Ordinal));
        Assert.Single(template.Findings);
    }

    [Theory]
    [InlineData("Belopp = \"tio\"", "Skriv ett tal")]
    [InlineData("Godkänt", "menade du ”Godkänd”?")]
    [InlineData("Godkänd och Organisatoin", "menade du ”Organisation”?")]
    [InlineData("Organisation = Hög", "inom citattecken")]
    [InlineData("Belopp >", "Efter > står inget")]
    [InlineData("Belopp är 3", "med tecknen =")]
    [InlineData("Godkänd and Belopp", "och, eller och inte")]
    [InlineData("Incidenter.Titel", "utanför sina rader")]
    public void A_condition_that_cannot_be_read_is_told(string condition, string expected)
    {
        var template = Template.Compile(
            Create(P("{{#om " + condition + "}}") + P("x") + P("{{/om}}")),
            "mall.docx",
            Sample.Fields
        );
        Assert.Contains(expected, Assert.Single(template.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_table_or_header_names_row_and_cell()
    {
        var template = Template.Compile(
            Create(Table(2, Row("a", "b"), Row("c", "{{Fel}}")), P("{{Fel}}"), "Om {{Fel}}"),
            "mall.docx",
            Sample.Fields
        );
        Assert.Equal(["tabell 1, rad 2, cell 2", "sidhuvudet, stycke 1", null], template.Findings.Select(f => f.Place));
        Assert.Contains("Titel", template.Findings[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_about_many_mistakes_stays_short_and_says_what_so_many_mean()
    {
        var template = Template.Compile(
            Create(string.Concat(Enumerable.Range(0, 900).Select(n => P($"{{{{Okänt{n}}}}}")))),
            "mall.docx",
            Sample.Fields
        );
        var fault = Assert.Throws<TemplateException>(() => template.Fill(new Sample()));
        Assert.Equal(900, fault.Findings.Count);
        Assert.InRange(fault.Message.Length, 1, 2000);
        Assert.Contains("890 till", fault.Message, StringComparison.Ordinal);
        Assert.Contains("annan dokumenttyp", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_told_at_once() =>
        Assert.Equal(
            3,
            Template.Compile(Create(P("{{A1}}") + P("{{B2}} {{C3}}")), "mall.docx", Sample.Fields).Findings.Count
        );

    public static TheoryData<byte[], string> BadFiles =>
        new()
        {
            { [], "tom" },
            { "%PDF-1.7"u8.ToArray(), "PDF" },
            { "{\\rtf1"u8.ToArray(), "RTF" },
            { "Hej"u8.ToArray(), "inte ett Word-dokument" },
            { [0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "lösenord" },
            { [0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("WordDocument")], ".doc" },
            { "PK\u0003\u0004skräp"u8.ToArray(), "skadad" },
            { Zip(("mimetype", "application/vnd.oasis.opendocument.text")), "OpenDocument" },
            {
                Zip(
                    (
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                    ),
                    ("xl/workbook.xml", "<x/>")
                ),
                "Excel"
            },
            { Zip(("[Content_Types].xml", "<Types")), "skadad" },
            { Changed("word/document.xml", "<w:document"), "skadad" },
            { Changed("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"), "skadad" },
            { Changed("word/document.xml", Nested(100_000)), "element i fler än 100 nivåer" },
            {
                Create("", more: d => d.MainDocumentPart!.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1]))),
                "makron"
            },
            {
                Create(
                    "",
                    more: d =>
                        d.MainDocumentPart!.AddExternalRelationship(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                            new("http://example.org/x.png")
                        )
                ),
                "bild är länkad"
            },
            {
                Create(
                    "",
                    more: d =>
                        d.MainDocumentPart!.AddExternalRelationship(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
                            new("file:///C:/mall.dotm")
                        )
                ),
                "mall på en annan plats"
            },
        };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_file_that_is_no_template_gives_one_clear_finding(byte[] file, string expected)
    {
        var finding = Assert.Single(Template.Compile(file, "mall.docx", Sample.Fields).Findings);
        Assert.Equal(FindingLevel.Error, finding.Level);
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("mall.docx", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_a_finding_and_never_an_exception()
    {
        var docx = Create(P("{{Organisation}}"));
        for (var length = 0; length < docx.Length; length += 97)
            Assert.NotEmpty(Template.Compile(docx.AsMemory(0, length), "mall.docx", Sample.Fields).Findings);
    }

    [Fact]
    public void A_template_damaged_in_any_way_is_never_an_exception()
    {
        var body =
            P("{{Organisation}}")
            + Table(2, Row("{{Incidenter.Titel}}", "x"))
            + P("{{#om Godkänd}}")
            + P("ja")
            + P("{{/om}}");
        var xml =
            "<w:document "
            + $"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}<w:sectPr/></w:body></w:document>";
        var damage =
            from start in Gen.Choose(0, xml.Length - 1)
            from length in Gen.Choose(1, 60)
            from put in Gen.Elements("", "{{", "}}", "<w:p/>", "&", "</w:p>")
            select (start, length, put);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                damage.ToArbitrary(),
                d =>
                {
                    var damaged = xml.Remove(d.start, Math.Min(d.length, xml.Length - d.start)).Insert(d.start, d.put);
                    var template = Template.Compile(Changed("word/document.xml", damaged), "m", Sample.Fields);
                    Assert.True(template.CanFill || template.Findings.Count > 0);
                    if (template.CanFill)
                        Assert.NotEmpty(template.Fill(new Sample(Rows: [new("a")])));
                }
            )
        );
    }

    [Fact]
    public void An_ordinary_hyperlink_is_no_fault() =>
        Assert.Empty(
            Template
                .Compile(
                    Create(
                        P("{{Organisation}}"),
                        more: d =>
                            d.MainDocumentPart!.AddHyperlinkRelationship(new("https://example.org"), isExternal: true)
                    ),
                    "mall.docx",
                    Sample.Fields
                )
                .Findings
        );

    [Fact]
    public void Ordinary_nesting_is_no_fault() =>
        Assert.Empty(Template.Compile(Changed("word/document.xml", Nested(60)), "mall.docx", Sample.Fields).Findings);

    [Theory]
    [InlineData(
        "<w:p><w:fldSimple w:instr=\" includetext &quot;http://example.org/x&quot;\"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>",
        "INCLUDETEXT"
    )]
    [InlineData(
        "<w:p><w:r><w:fldChar "
            + "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c "
            + "cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        "DDEAUTO"
    )]
    [InlineData("<w:altChunk r:id=\"rIdNone\"/>", "infogat som en egen fil")]
    public void Content_that_is_fetched_or_taken_in_by_a_field_is_told_of(string content, string expected)
    {
        var finding = Assert.Single(
            Template.Compile(Create(P("{{Organisation}}") + content), "m", Sample.Fields).Findings
        );
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
        Assert.Equal(FindingLevel.Error, finding.Level);
    }

    [Fact]
    public void A_page_number_and_a_contents_field_are_no_fault() =>
        Assert.Empty(
            Template
                .Compile(
                    Create(
                        P("{{Organisation}}")
                            + "<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
                    ),
                    "m",
                    Sample.Fields
                )
                .Findings
        );

    [Fact]
    public void A_template_without_expressions_is_told_of()
    {
        var template = Template.Compile(Create(P("Bara text")), "m", Sample.Fields);
        Assert.Contains(
            "till exempel {{Organisation}}",
            Assert.Single(template.Findings).Message,
            StringComparison.Ordinal
        );
        Assert.False(template.CanFill);
        Assert.True(Template.Compile(Create(P("Bara text"), title: "Om {{Organisation}}"), "m", Sample.Fields).CanFill);
    }

    private static string Nested(int depth) =>
        "<w:document "
        + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + $"{string.Concat(Enumerable.Repeat("<w:customXml>", depth))}{P("{{Organisation}}")}"
        + $"{string.Concat(Enumerable.Repeat("</w:customXml>", depth))}</w:body></w:document>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    private static byte[] Changed(string part, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(Create(""));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
        return stream.ToArray();
    }
}
