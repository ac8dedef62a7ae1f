using SpLg.Running;

namespace SpLg.Tests.Templates;

/// <summary>The template as it is shipped, before anything is filled in.</summary>
public sealed class ShippedTemplateTests : IDisposable
{
    private readonly DocxExamination template = new(ShippedFiles.Template("ledningens-genomgang"));

    [Fact]
    public void Word_opens_it_without_a_complaint() => Assert.Empty(template.ValidatorErrors());

    [Fact]
    public void Headings_never_skip_a_level() => Assert.Empty(template.HeadingFaults());

    [Fact]
    public void Every_table_has_a_header_row_and_a_name() => Assert.Empty(template.TableFaults());

    [Fact]
    public void It_has_a_title_and_is_in_Swedish()
    {
        Assert.Contains("{{Genomgång.Titel}}", template.Title);
        Assert.Equal("sv-SE", template.Language);
    }

    [Fact]
    public void The_coordinator_has_places_to_write_that_hold_no_tag()
    {
        var places = template.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Instruction")
            .ToList();
        Assert.Contains(places, p => !p.InnerText.Contains("{{", StringComparison.Ordinal));
    }

    public void Dispose() => template.Dispose();
}
