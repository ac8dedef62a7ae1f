using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SpLg.Core.Choices;
using SpLg.Core.Review;
using SpLg.Running;
using SpLg.Tests.Demo;
using SpLg.Tests.Review;
using SpLg.Tests.Schema;
using SpLg.Word;

namespace SpLg.Tests.Templates;

/// <summary>The shipped template filled with the demo organisation's review.</summary>
public sealed class FilledTemplateTests : IDisposable
{
    private static readonly Lazy<byte[]> Filled = new(() => Compiled().Fill(DemoLists.Review()));
    private readonly DocxExamination document = new(Filled.Value);

    [Fact]
    public void The_shipped_template_compiles_without_a_finding() => Assert.Empty(Compiled().Findings);

    [Fact]
    public void Word_opens_it_without_a_complaint() => Assert.Empty(document.ValidatorErrors());

    [Fact]
    public void No_tag_is_left() => Assert.DoesNotContain("{{", document.Text, StringComparison.Ordinal);

    [Fact]
    public void Headings_never_skip_a_level() => Assert.Empty(document.HeadingFaults());

    [Fact]
    public void Every_table_has_a_header_row_and_a_name() => Assert.Empty(document.TableFaults());

    [Fact]
    public void It_has_a_title_and_is_in_Swedish()
    {
        Assert.Equal("Ledningens genomgång 2026 – Kultur- och fritidsnämnden", document.Title);
        Assert.Equal("sv-SE", document.Language);
    }

    [Fact]
    public void Every_undesired_event_of_last_year_has_its_own_heading()
    {
        var headings = document.Headings().Select(h => h.Text).ToHashSet();
        Assert.All(DemoLists.Read([]).UndesiredEvents.Where(e => e.Origin.Year.Value == 2025), e => Assert.Contains(e.Title!, headings));
    }

    [Fact]
    public void The_descriptions_of_incidents_are_nowhere()
    {
        Assert.All(DemoLists.Read([]).Incidents.Where(i => i.Description is not null), i =>
            Assert.DoesNotContain(i.Description!.Split('>', '<').First(part => part.Length > 20), document.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_organisation_without_any_row_gets_words_in_every_section()
    {
        var empty = ReviewBuilder.Build(new OrganisationLists(), null, 2026, Edition.Full, DemoLists.Today, []);
        using var filled = new DocxExamination(Compiled().Fill(empty));
        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.HeadingFaults());
        Assert.DoesNotContain("{{", filled.Text, StringComparison.Ordinal);
        foreach (var list in (string[])["Incidenter", "Oönskade händelser", "Internkontroll", "Informationsbehandlingar", "Upphandlingar", "Åtgärder", "Självskattning", "Mål", "Revisioner"])
            Assert.Contains($"Underlag saknas: listan {list} är tom.", filled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_actions_without_a_year_that_can_be_read_are_shown_though_the_plan_is_empty()
    {
        var lists = new Organisation().Add("ActionItems", ("Title", "Stäng gästkonton"), ("PlannedYears", "ht 2027"), ("Status", "Pågår"));
        using var filled = new DocxExamination(Compiled().Fill(lists.Build()));

        Assert.Contains("Stäng gästkonton", filled.Text, StringComparison.Ordinal);
        Assert.Contains("ht 2027", filled.Text, StringComparison.Ordinal);
        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.TableFaults());
    }

    [Fact]
    public void Rows_with_nothing_but_a_title_leave_no_half_sentence()
    {
        var organisation = new Organisation();
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary))
        {
            foreach (var year in (int[])[2025, 2026])
                organisation.Add(list.Name, ("Title", "Rubrik"), ("Year", year));
        }
        using var filled = new DocxExamination(Compiled().Fill(organisation.Build()));

        Assert.All((string[])[": .", ": ,", ": ;", "()", "är 1 ", " × \n", "i  ", "är  ", "av ,"], half => Assert.DoesNotContain(half, filled.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(filled.Text.Split('\n'), line => line.EndsWith(": ", StringComparison.Ordinal) || line.StartsWith(". ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_figure_is_described_in_words() => Assert.Empty(document.FigureFaults());

    [Fact]
    public void The_first_chart_shows_the_incidents_of_both_years()
    {
        var incidents = DemoLists.Read([]).Incidents;
        Assert.Equal(
            [incidents.Count(i => i.Origin.Year.Value == 2026), incidents.Count(i => i.Origin.Year.Value == 2025)],
            document.ChartSeries().Take(2).Select(s => (int)s.Sum()));
    }

    [Fact]
    public void What_the_coordinator_writes_stays_when_the_document_is_filled_again()
    {
        const string comment = "Årets viktigaste fråga har varit gästkonton.";
        var edited = WithComment(Filled.Value, comment);
        var again = Template.Compile(edited, "Ledningens genomgång 2026.docx", ReviewDocument.Fields);
        Assert.Empty(again.Findings);
        using var filled = new DocxExamination(again.Fill(DemoLists.Review()));
        Assert.Contains(comment, filled.Text, StringComparison.Ordinal);
        Assert.Equal(document.Text.Split('\n').Length, filled.Text.Split('\n').Length);
    }

    [Fact]
    public void Filled_again_with_the_same_lists_it_is_the_same_file_byte_for_byte() =>
        Assert.Equal(Filled.Value, Template.Compile(Filled.Value, "Ledningens genomgång 2026.docx", ReviewDocument.Fields).Fill(DemoLists.Review()));

    public void Dispose() => document.Dispose();

    private static Template Compiled() => Template.Compile(ShippedFiles.Template("ledningens-genomgang"), "ledningens-genomgang.docx", ReviewDocument.Fields);

    private static byte[] WithComment(byte[] docx, string comment)
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var word = WordprocessingDocument.Open(bytes, isEditable: true))
        {
            var place = word.MainDocumentPart!.Document.Body!.Elements<Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Instruction");
            place.RemoveAllChildren<Run>();
            place.AppendChild(new Run(new Text(comment)));
        }
        return bytes.ToArray();
    }
}
