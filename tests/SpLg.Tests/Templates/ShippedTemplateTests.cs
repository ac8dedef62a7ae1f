using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.Templates;

/// <summary>The templates as they are shipped, before anything is filled in.</summary>
public sealed class ShippedTemplateTests
{
    public static TheoryData<string> All => ReviewTemplates.Names;

    [Fact]
    public void There_are_four_shapes_of_the_review() => Assert.Equal(4, All.Count);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_one_can_be_filled_without_a_finding(string name) =>
        Assert.Empty(ReviewTemplates.Compile(name).Findings);

    [Theory]
    [MemberData(nameof(All))]
    public void Word_opens_it_without_a_complaint(string name) =>
        Examine(name, template => Assert.Empty(template.ValidatorErrors()));

    [Theory]
    [MemberData(nameof(All))]
    public void Headings_never_skip_a_level(string name) =>
        Examine(name, template => Assert.Empty(template.HeadingFaults()));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_table_has_a_header_row_and_a_name(string name) =>
        Examine(name, template => Assert.Empty(template.TableFaults()));

    [Theory]
    [MemberData(nameof(All))]
    public void It_has_a_title_and_is_in_Swedish(string name) =>
        Examine(
            name,
            template =>
            {
                Assert.Contains("{{Genomgång.Titel}}", template.Title);
                Assert.Equal("sv-SE", template.Language);
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_coordinator_has_places_to_write_that_hold_no_tag(string name) =>
        Examine(
            name,
            template =>
            {
                var places = template
                    .Body.Descendants<Paragraph>()
                    .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Instruction")
                    .ToList();
                Assert.Contains(places, p => !p.InnerText.Contains("{{", StringComparison.Ordinal));
            }
        );

    private static void Examine(string name, Action<DocxExamination> examine)
    {
        using var template = new DocxExamination(ReviewTemplates.Bytes(name));
        examine(template);
    }
}
