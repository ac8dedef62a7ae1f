using SpLg.Core.Checklists;
using SpLg.Tests.Checklists;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Templates;

/// <summary>The shipped templates of the checklists, as they are and filled.</summary>
public class ChecklistTemplateTests
{
    public static TheoryData<DocumentType> Types =>
        [.. Enum.GetValues<DocumentType>().Where(t => t != DocumentType.ManagementReview)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_template_is_whole_before_anything_is_filled_in(DocumentType type)
    {
        using var template = new DocxExamination(Shipped(type));

        AssertWhole(template);
        Assert.Contains("{{Dokument.Titel}}", template.Title);
        Assert.Empty(Compiled(type).Findings);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_document_of_the_made_up_organisation_is_whole_and_the_same_when_filled_again(DocumentType type)
    {
        foreach (var (document, filled) in Filled(DemoLists.Read([]), type))
        {
            using var examined = new DocxExamination(filled);
            AssertWhole(examined);
            Assert.DoesNotContain("{{", examined.Text, StringComparison.Ordinal);
            Assert.Equal($"{document.Title} – Kultur- och fritidsnämnden", examined.Title);
            Assert.Equal(filled, Template.Compile(filled, document.FileName, document.Fields).Fill(document.Data));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Rows_with_nothing_but_a_title_leave_no_half_sentence(DocumentType type)
    {
        var organisation = new Organisation();
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary))
            organisation.Add(list.Name, ("Title", "Rubrik"), ("Year", 2026));
        organisation.Add(
            "ActionItems",
            ("Title", "Åtgärd"),
            ("Role", new[] { "HR" }),
            ("PlannedYears", new[] { "2026" }),
            ("SourceRow", "Rubrik")
        );

        foreach (var (_, filled) in Filled(organisation.Read(), type))
        {
            using var examined = new DocxExamination(filled);
            AssertWhole(examined);
            Assert.All(
                (string[])[": .", ": ,", "()", "( ", " ,", "är  ", ". .", ".."],
                half => Assert.DoesNotContain(half, examined.Text, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Without_any_row_the_self_assessment_is_the_form_to_fill_in_and_of_the_others_there_is_none()
    {
        Assert.All(
            Enum.GetValues<DocumentType>()
                .Where(t => t is not (DocumentType.ManagementReview or DocumentType.SelfAssessment)),
            t => Assert.Empty(Filled(new(), t))
        );
        using var examined = new DocxExamination(Assert.Single(Filled(new(), DocumentType.SelfAssessment)).Docx);
        AssertWhole(examined);
        Assert.Contains("Inget av de 27 kraven är besvarat än.", examined.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clauses_stand_in_tables_of_eight_columns_under_a_heading_for_each_chapter()
    {
        using var examined = new DocxExamination(
            Assert.Single(Filled(DemoLists.Read([]), DocumentType.SelfAssessment)).Docx
        );

        Assert.Equal(
            ["Resultat per kapitel", .. Clause.Chapters.Select(c => $"Kapitel {c.Number}: {c.Heading}")],
            examined.Headings().Select(h => h.Text)
        );
        Assert.Equal(
            7,
            examined
                .Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>()
                .Count(t =>
                    t.InnerText.StartsWith(
                        "AvsnittKravUppfylltKommentarFöreslagen åtgärdAnsvarigPrioritetKlart senast",
                        StringComparison.Ordinal
                    )
                )
        );
    }

    [Fact]
    public void A_procurement_under_way_shows_the_phase_and_what_is_left()
    {
        using var examined = new DocxExamination(
            Assert.Single(Filled(DemoLists.Read([]), DocumentType.ProcurementChecklist, "KFN 2026/0059")).Docx
        );

        Assert.Contains("Utvärdering (pågår nu)", examined.Headings().Select(h => h.Text));
        Assert.Contains(
            "Avvikelse: upphandlingen annonserades den 28 maj 2026 men fick klartecken först den 11 juni 2026.",
            examined.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Besvara: Avvikelser från kraven är riskbedömda", examined.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_gets_its_boxes_to_tick_with_words()
    {
        using var examined = new DocxExamination(
            Assert.Single(Filled(DemoLists.Read([]), DocumentType.RoleChecklist, "Chefer")).Docx
        );

        Assert.Contains("Du som är chef har", examined.Text, StringComparison.Ordinal);
        Assert.Contains("☐\u00a0Klart", examined.Text, StringComparison.Ordinal);
    }

    private static void AssertWhole(DocxExamination document)
    {
        Assert.Empty(document.ValidatorErrors());
        Assert.Empty(document.HeadingFaults());
        Assert.Empty(document.TableFaults());
        Assert.Equal("sv-SE", document.Language);
    }

    private static IReadOnlyList<(ChecklistDocument Document, byte[] Docx)> Filled(
        OrganisationLists lists,
        DocumentType type,
        string? selection = null
    )
    {
        var template = Compiled(type);
        return [.. Made.All(lists, type, selection).Select(d => (d, template.Fill(d.Data)))];
    }

    private static Template Compiled(DocumentType type) =>
        Template.Compile(Shipped(type), DocumentKind.Of(type).Template, ChecklistBuilder.FieldsOf(type));

    private static byte[] Shipped(DocumentType type) => ShippedFiles.Template(DocumentKind.Of(type).Template);
}
