using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class ProtectionTests
{
    private static readonly DocumentProperties Final = new(IsFinal: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_final_document_opens_for_reading_only_until_it_is_filled_as_a_draft_again(bool hasSettings)
    {
        var template = Compile(Create(P("{{Organisation}}"), more: d => Settings(d, hasSettings)));
        var final = template.Fill(new Sample(), Final);
        AssertValid(final);
        Assert.Equal(DocumentProtectionValues.ReadOnly, Protection(final)!.Edit!.Value);
        AssertSame(final, template.Fill(new Sample(), Final));
        AssertSame(final, Compile(final).Fill(new Sample(), Final));
        var draft = Compile(final).Fill(new Sample());
        AssertValid(draft);
        Assert.Null(Protection(draft));
        AssertSame(final, Compile(draft).Fill(new Sample(), Final));
    }

    [Fact]
    public void A_protection_of_the_templates_owner_stays()
    {
        var template = Create(
            P("{{Organisation}}"),
            more: d =>
            {
                Settings(d, true);
                d.MainDocumentPart!.DocumentSettingsPart!.Settings.InsertAt(
                    new DocumentProtection { Edit = DocumentProtectionValues.Comments, Enforcement = true },
                    1
                );
            }
        );
        Assert.Equal(
            DocumentProtectionValues.Comments,
            Protection(Compile(template).Fill(new Sample(), Final))!.Edit!.Value
        );
        Assert.Equal(DocumentProtectionValues.Comments, Protection(Compile(template).Fill(new Sample()))!.Edit!.Value);
    }

    private static void Settings(WordprocessingDocument document, bool wanted)
    {
        if (wanted)
            document.MainDocumentPart!.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new(
                new Zoom { Percent = "100" },
                new DefaultTabStop { Val = 1304 }
            );
    }

    private static DocumentProtection? Protection(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return document.MainDocumentPart!.DocumentSettingsPart?.Settings.GetFirstChild<DocumentProtection>();
    }

    private static Template Compile(byte[] docx) => Template.Compile(docx, "m", Sample.Fields);
}
