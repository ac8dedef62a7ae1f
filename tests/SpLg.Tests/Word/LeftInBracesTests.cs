using System.Diagnostics;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using SpLg.Tests.Hostile;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>A name in braces where nothing is filled in is told, with its place, and never left in silence.</summary>
public class LeftInBracesTests
{
    private const string Filled = "<w:p><w:r><w:t>{{Organisation}}</w:t></w:r></w:p>";

    private const string Math =
        "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>{{Belopp}}</m:t></m:r></m:oMath>";

    [Theory]
    [InlineData($"<w:p>{Math}</w:p>", "en ekvation")]
    [InlineData(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"{{Belopp}}\"</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        "koden för ett fält"
    )]
    [InlineData(
        "<w:p><w:fldSimple w:instr=\"IF {{Belopp}} = 1 ja nej\"><w:r><w:t>ja</w:t></w:r></w:fldSimple></w:p>",
        "koden för ett fält"
    )]
    [InlineData(
        "<w:p><w:r><w:pict><v:shape id=\"a\"><v:textpath string=\"{{Belopp}}\"/></v:shape></w:pict></w:r></w:p>",
        "ett objekt i texten"
    )]
    public void In_the_document_it_is_told_with_its_place(string paragraph, string called)
    {
        var template = Template.Compile(Create(P("Rubrik", "Heading1") + Filled + paragraph), "m", Sample.Fields);

        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        var told = Assert.Single(template.Findings, f => f.Message.Contains("inget fylls i", StringComparison.Ordinal));
        Assert.Equal(
            $"”{{{{Belopp}}}}” står i {called}, där inget fylls i. Det blir kvar i dokumentet som det står. Skriv namnet i "
                + "vanlig text i stället.",
            told.Message
        );
        Assert.Equal((FindingLevel.Warning, "Rubrik", "stycke 3"), (told.Level, told.Heading, told.Place));
    }

    [Fact]
    public void In_a_property_it_is_told()
    {
        var docx = Create(
            Filled,
            title: "Hos {{Organisation}}",
            more: document =>
            {
                document.PackageProperties.Subject = "Om {{Belopp}}";
                document.AddCustomFilePropertiesPart().Properties = new(
                    new CustomDocumentProperty(new VTLPWSTR("{{Fastställd}}"))
                    {
                        FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
                        PropertyId = 2,
                        Name = "Dag",
                    }
                );
            }
        );
        var told = Template.Compile(docx, "m", Sample.Fields).Findings.Select(f => f.Message).ToList();

        Assert.Equal(2, told.Count(m => m.Contains("står i dokumentegenskaperna", StringComparison.Ordinal)));
        Assert.Contains(told, m => m.StartsWith("”{{Belopp}}”", StringComparison.Ordinal));
        Assert.Contains(told, m => m.StartsWith("”{{Fastställd}}”", StringComparison.Ordinal));
        Assert.DoesNotContain(told, m => m.Contains("Organisation", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_are_cut_into_runs_are_told()
    {
        const string diagram =
            "<dgm:dataModel xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>{</a:t></a:r><a:r><a:t>{Dag}</a:t></a:r>"
            + "<a:r><a:t>}</a:t></a:r></a:p></dgm:dataModel>";
        const string split =
            "<w:p><m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>{</m:t></m:r><m:r><m:t>"
            + "{Belopp}</m:t></m:r><m:r><m:t>} + {{An</m:t></m:r><m:r><m:t>nat}}</m:t></m:r></m:oMath></w:p>";
        Assert.Equal(
            ["”{{Belopp}}” står i en ekvation", "”{{Annat}}” står i en ekvation"],
            Told(Create(Filled + split))
        );
        Assert.Equal(
            ["”{{Dag}}” står i en SmartArt-bild"],
            Told(HostileDocx.WithPart("word/diagrams/data1.xml", Encoding.UTF8.GetBytes(diagram)))
        );
    }

    private static IEnumerable<string> Told(byte[] docx) =>
        Template
            .Compile(docx, "m", Sample.Fields)
            .Findings.Select(f => f.Message.Split(',')[0])
            .Where(m => m.Contains("står i", StringComparison.Ordinal));

    [Theory]
    [InlineData("{{a}}", 6_000_000)]
    [InlineData("{{a ", 2_000)]
    [InlineData("aaaaaaaaaa", 2_500_000)]
    public void Of_a_part_with_very_much_in_it_the_beginning_is_looked_at_and_that_is_told(string piece, int count)
    {
        var text = Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat(piece, count)) + "</a>");
        var watch = Stopwatch.StartNew();
        var template = Template.Compile(HostileDocx.WithPart("customXml/item1.xml", text), "m", Sample.Fields);

        Assert.Single(
            template.Findings,
            f => f.Message.StartsWith("Bara början av inbäddad XML har letats igenom", StringComparison.Ordinal)
        );
        Assert.Equal(
            piece == "{{a}}" ? 1 : 0,
            template.Findings.Count(f => f.Message.StartsWith("”{{a}}” står i inbäddad XML", StringComparison.Ordinal))
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Names_that_are_filled_in_and_braces_of_others_are_not_told()
    {
        var body =
            Filled
            + "<w:p><m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>{x : {y}}</m:t></m:r>"
            + "</m:oMath></w:p><w:p><w:r><w:instrText> ADDIN {\"a\":{\"b\":1}} </w:instrText></w:r></w:p>"
            + P("{{#Incidenter}}")
            + P("{{Titel}}")
            + P("{{/Incidenter}}")
            + "<w:p><w:r><w:instrText> DOCPROPERTY Dag </w:instrText></w:r></w:p>";
        var docx = Create(
            body,
            more: document =>
            {
                Put(
                    document.MainDocumentPart!.AddCustomXmlPart(CustomXmlPartType.CustomXml),
                    "<a>{\"b\":{\"c\":1}}</a>"
                );
                Put(document.MainDocumentPart!.AddNewPart<GlossaryDocumentPart>(), "<a>{{Belopp}}</a>");
            }
        );
        Assert.DoesNotContain(
            Template.Compile(docx, "m", Sample.Fields).Findings,
            f => f.Message.Contains("inget fylls i", StringComparison.Ordinal)
        );
    }

    private static void Put(OpenXmlPart part, string xml) =>
        part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}
