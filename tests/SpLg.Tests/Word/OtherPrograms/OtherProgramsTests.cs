using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word.OtherPrograms;

/// <summary>
/// What Word shows alike and LibreOffice 7.4 does not is written in the way that both show whole, in any template.
/// </summary>
public class OtherProgramsTests
{
    private const string Break = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";

    private static readonly Sample Data = new(
        Rich: "<p>Se <a href=\"https://example.org/\">sidan</a></p>",
        Rows: [new("Ett", Html: "<p>Text</p>"), new("Två")]
    );

    [Fact]
    public void A_row_that_may_not_break_keeps_the_lines_of_its_paragraphs_together_instead()
    {
        var filled = Fill(
            Create(
                Table(
                    2,
                    $"{Break}{Cell("Rubrik")}"
                        + $"{Cell("<w:p><w:pPr><w:keepNext/><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>Egen</w:t></w:r></w:p>")}"
                        + "</w:tr>",
                    $"{Break}{Cell("{{Incidenter.Titel}}")}{Cell("{{Incidenter.Beskrivning}}")}</w:tr>",
                    $"<w:tr><w:trPr><w:cantSplit w:val=\"off\"/></w:trPr>{Cell("Får brytas")}{Cell("")}</w:tr>"
                )
            )
        );

        AssertValid(filled);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.DoesNotContain(body.Descendants<CantSplit>(), c => c.Val is null || c.Val.Value != OnOffOnlyValues.Off);
        Assert.Equal(
            [true, true, true, false],
            body.Descendants<TableRow>()
                .Select(r =>
                    r.Descendants<Paragraph>()
                        .Where(p => p.InnerText.Length > 0)
                        .All(p => p.ParagraphProperties?.KeepLines is not null)
                )
        );
        AssertSame(filled, Fill(filled));
    }

    [Fact]
    public void A_document_that_was_filled_when_rows_kept_together_otherwise_is_mended_when_it_is_filled_again()
    {
        var old = Edit(
            Fill(Create(Table(1, Row("Rubrik"), Row("{{Incidenter.Titel}}")))),
            root =>
            {
                foreach (var row in root.Descendants(root.GetNamespaceOfPrefix("w")! + "tr"))
                    row.AddFirst(
                        System.Xml.Linq.XElement.Parse(
                            $"<w:trPr xmlns:w=\"{row.Name.NamespaceName}\"><w:cantSplit/></w:trPr>"
                        )
                    );
            }
        );

        Assert.DoesNotContain("cantSplit", BodyXml(Fill(old)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{Sammanfattning}}")]
    [InlineData("{{#om Sammanfattning}}|Se {{Sammanfattning}}|{{/om}}")]
    [InlineData("{{#Incidenter}}|{{Titel}}|{{/Incidenter}}")]
    public void Generated_paragraphs_stand_in_the_kind_of_control_that_Word_puts_around_building_blocks(string body)
    {
        var filled = Fill(Create(string.Concat(body.Split('|').Select(l => P(l)))));

        AssertValid(filled);
        Assert.Equal([true], Controls(filled));
        AssertSame(filled, Fill(filled));
    }

    [Fact]
    public void Generated_words_and_rows_stand_in_the_usual_kind() =>
        Assert.Equal(
            [false, false],
            Controls(Fill(Create(P("I {{Organisation}}.") + Table(1, Row("{{Incidenter.Titel}}")))))
        );

    [Theory]
    [InlineData("", "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>", true)]
    [InlineData("<w:richText/>", "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>", true)]
    [InlineData("<w:richText/>", "<w:r><w:t>Bara ord</w:t></w:r>", false)]
    [InlineData("<w:group/>", "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>", false)]
    [InlineData("<w:text/>", "<w:r><w:t>Bara ord</w:t></w:r>", false)]
    public void A_control_of_the_authors_own_becomes_one_only_when_it_is_for_formatted_text_and_holds_a_field(
        string kind,
        string content,
        bool becomes
    )
    {
        var filled = Fill(
            Create(
                $"<w:sdt><w:sdtPr><w:alias w:val=\"Mitt\"/>{kind}</w:sdtPr><w:sdtContent><w:p>{content}</w:p></w:sdtContent></w:sdt>"
                    + P("I {{Organisation}}.")
            )
        );

        AssertValid(filled);
        Assert.Equal(becomes, Controls(filled)[0]);
        AssertSame(filled, Fill(filled));
    }

    private static bool[] Controls(byte[] filled)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        return
        [
            .. document
                .MainDocumentPart!.Document.Descendants<SdtElement>()
                .Select(s => s.SdtProperties!.GetFirstChild<SdtContentDocPartObject>() is not null),
        ];
    }

    private static byte[] Fill(byte[] docx) => Template.Compile(docx, "mall.docx", Sample.Fields).Fill(Data);
}
