using System.Collections.Concurrent;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Templates;

/// <summary>
/// The shipped templates filled: with the demo organisation's review, with nothing and with rows that hold next to
/// nothing.
/// </summary>
public sealed class FilledTemplateTests
{
    private const string City = "ledningens-genomgang.docx";
    private const string Company = "ledningens-genomgang-bolag.docx";

    private static readonly ConcurrentDictionary<(string Template, Edition Edition), byte[]> Documents = new();

    public static TheoryData<string> All => ReviewTemplates.Names;

    public static TheoryData<string, Edition> BothEditions
    {
        get
        {
            var data = new TheoryData<string, Edition>();
            foreach (var row in ReviewTemplates.Names)
            {
                data.Add(row, Edition.Full);
                data.Add(row, Edition.Open);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(BothEditions))]
    public void Word_opens_it_without_a_complaint(string name, Edition edition) =>
        Examine(name, edition, d => Assert.Empty(d.ValidatorErrors()));

    [Theory]
    [MemberData(nameof(All))]
    public void A_draft_has_a_line_to_sign_and_what_is_approved_says_who_did_instead(string name)
    {
        const string Line = "Datum och underskrift";
        var draft = DemoLists.Review();
        var approved = draft.With(Cover.Section, draft.Cover with { ApprovedOn = new(2026, 12, 1) });

        using var before = new DocxExamination(ReviewTemplates.Compile(name).Fill(draft));
        using var after = new DocxExamination(ReviewTemplates.Compile(name).Fill(approved));

        Assert.Contains(Line, before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Line, after.Text, StringComparison.Ordinal);
        Assert.Contains("Fastställd den 1 december 2026", after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BothEditions))]
    public void A_screen_reader_finds_headings_tables_and_figures_described(string name, Edition edition) =>
        Examine(
            name,
            edition,
            d =>
            {
                Assert.DoesNotContain("{{", d.Text, StringComparison.Ordinal);
                Assert.Empty(d.HeadingFaults());
                Assert.Empty(d.TableFaults());
                Assert.Empty(d.EmptyTables());
                Assert.Empty(d.FigureFaults());
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void It_has_a_title_and_is_in_Swedish(string name) =>
        Examine(
            name,
            Edition.Full,
            d =>
            {
                Assert.Equal("Ledningens genomgång 2027 – Kultur- och fritidsnämnden", d.Title);
                Assert.Equal("sv-SE", d.Language);
            }
        );

    [Theory]
    [InlineData(City)]
    [InlineData(Company)]
    public void Every_undesired_event_of_last_year_has_its_own_heading(string name) =>
        Examine(
            name,
            Edition.Full,
            d =>
            {
                var headings = d.Headings().Select(h => h.Text).ToHashSet();
                Assert.All(
                    DemoLists.Read([]).UndesiredEvents.Where(e => e.Origin.Year.Value == 2025),
                    e => Assert.Contains(e.Title!, headings)
                );
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_descriptions_of_incidents_are_nowhere(string name) =>
        Examine(
            name,
            Edition.Full,
            d =>
                Assert.All(
                    DemoLists.Read([]).Incidents.Where(i => i.Description is not null),
                    i =>
                        Assert.DoesNotContain(
                            i.Description!.Split('>', '<').First(part => part.Length > 20),
                            d.Text,
                            StringComparison.Ordinal
                        )
                )
        );

    [Theory]
    [InlineData(City)]
    [InlineData(Company)]
    public void The_cover_says_which_edition_it_is_and_only_the_full_one_has_the_findings(string name)
    {
        Examine(
            name,
            Edition.Full,
            d =>
                Assert.All(
                    (string[])["Fullständig utgåva, begränsad krets", "Bilaga C"],
                    words => Assert.Contains(words, d.Text, StringComparison.Ordinal)
                )
        );
        Examine(name, Edition.Open, d => Assert.Contains("Öppen utgåva", d.Text, StringComparison.Ordinal));
        Examine(name, Edition.Open, d => Assert.DoesNotContain("Bilaga C", d.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_open_edition_names_nobody_responsible(string name) =>
        Examine(
            name,
            Edition.Open,
            d =>
                Assert.All(
                    DemoLists.Read([]).ActionItems.Select(a => a.Responsible?.Text).OfType<string>().Distinct(),
                    who => Assert.DoesNotContain(who, d.Text, StringComparison.Ordinal)
                )
        );

    [Theory]
    [MemberData(nameof(All))]
    public void An_organisation_without_any_row_gets_words_in_every_section(string name)
    {
        var empty = BuiltReview.Build(
            new OrganisationLists(),
            null,
            DemoLists.Years,
            Edition.Full,
            DemoLists.Today,
            []
        );
        using var filled = new DocxExamination(ReviewTemplates.Compile(name).Fill(empty));
        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.HeadingFaults());
        Assert.Empty(filled.EmptyTables());
        Assert.DoesNotContain("{{", filled.Text, StringComparison.Ordinal);
        foreach (
            var list in (string[])
                [
                    "Incidenter",
                    "Oönskade händelser",
                    "Internkontroll",
                    "Informationsbehandlingar",
                    "Upphandlingar",
                    "Åtgärder",
                    "Självskattning",
                    "Mål",
                    "Revisioner",
                ]
        )
            Assert.Contains($"Underlag saknas: listan {list} är tom.", filled.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Open_actions_without_a_year_that_can_be_read_are_shown_though_the_plan_is_empty(string name)
    {
        var lists = new Organisation().Add(
            "ActionItems",
            ("Title", "Stäng gästkonton"),
            ("PlannedYears", "ht 2027"),
            ("Status", "Pågår")
        );
        using var filled = new DocxExamination(ReviewTemplates.Compile(name).Fill(lists.Build()));

        Assert.Contains("Stäng gästkonton", filled.Text, StringComparison.Ordinal);
        Assert.Contains("ht 2027", filled.Text, StringComparison.Ordinal);
        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.TableFaults());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rows_with_nothing_but_a_title_leave_no_half_sentence(string name)
    {
        using var filled = new DocxExamination(ReviewTemplates.Compile(name).Fill(OneRowInEachList("Nämnd").Build()));

        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.EmptyTables());
        Assert.All(
            (string[])[": .", ": ,", ": ;", "()", "är 1 ", " × \n", "i  ", "är  ", "av ,"],
            half => Assert.DoesNotContain(half, filled.Text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            filled.Text.Split('\n'),
            line =>
                line.EndsWith(": ", StringComparison.Ordinal)
                || line.StartsWith(". ", StringComparison.Ordinal)
                || line.StartsWith(", ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_company_reads_about_its_head_and_board_and_not_about_an_administration()
    {
        using var filled = new DocxExamination(
            ReviewTemplates.Compile(Company).Fill(OneRowInEachList("Bolag").Build())
        );
        Assert.Contains("bolagschefen", filled.Text, StringComparison.Ordinal);
        Assert.Contains("styrelsen", filled.Text, StringComparison.Ordinal);
        Assert.All(
            (string[])["förvaltningschef", "förvaltningen", "nämnd"],
            word => Assert.DoesNotContain(word, filled.Text, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Company)]
    public void The_risk_matrix_says_in_words_what_its_shading_shows(string name) =>
        Examine(
            name,
            Edition.Full,
            d =>
            {
                var cells = d
                    .Body.Descendants<Table>()
                    .Single(t => t.GetFirstChild<TableProperties>()?.TableCaption?.Val?.Value == "Riskmatris")
                    .Descendants<TableCell>()
                    .Select(c =>
                        (
                            Fill: c.TableCellProperties?.Shading?.Fill?.Value,
                            Level: c.Descendants<Paragraph>().Last().InnerText
                        )
                    )
                    .Where(c => c.Fill is not null)
                    .ToList();
                Assert.Equal(25, cells.Count);
                Assert.All(cells.GroupBy(c => c.Fill), g => Assert.Single(g.Select(c => c.Level).Distinct()));
                Assert.Equal(
                    ["hög", "låg", "medel", "mycket hög"],
                    cells.Select(c => c.Level).Distinct().Order(StringComparer.Ordinal)
                );
            }
        );

    [Theory]
    [InlineData(City)]
    [InlineData(Company)]
    public void The_charts_show_the_figures_of_the_lists(string name) =>
        Examine(
            name,
            Edition.Full,
            d =>
            {
                var lists = DemoLists.Read([]);
                var sums = d.ChartSeries().Select(s => s.Sum()).ToList();
                Assert.All(
                    Enum.GetValues<IncidentKind>(),
                    kind => Assert.Contains(lists.Incidents.Count(i => i.Kind.Is(kind)), sums)
                );
                Assert.Contains(
                    lists.RequirementAssessments.Count(r =>
                        r.Origin.Year.Value == 2026 && r.Fulfilled.Is(Fulfilment.Yes)
                    ),
                    sums
                );
                Assert.Contains(DemoLists.Review().Trainings.Courses.Sum(c => c.Percent ?? 0), sums);
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_coordinator_writes_stays_when_the_document_is_filled_again(string name) =>
        Examine(
            name,
            Edition.Full,
            document =>
            {
                const string comment = "Årets viktigaste fråga har varit gästkonton.";
                var again = Template.Compile(
                    WithComment(Document(name, Edition.Full), comment),
                    "Ledningens genomgång 2026.docx",
                    ReviewSections.Fields
                );
                Assert.Empty(again.Findings);
                using var filled = new DocxExamination(again.Fill(DemoLists.Review()));
                Assert.Contains(comment, filled.Text, StringComparison.Ordinal);
                Assert.Equal(document.Text.Split('\n').Length, filled.Text.Split('\n').Length);
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Filled_again_with_the_same_lists_it_is_the_same_file_byte_for_byte(string name) =>
        Assert.Equal(
            Document(name, Edition.Full),
            Template
                .Compile(Document(name, Edition.Full), "Ledningens genomgång 2026.docx", ReviewSections.Fields)
                .Fill(DemoLists.Review())
        );

    /// <summary>A row for each year with a title and nothing more.</summary>
    private static Organisation OneRowInEachList(string form)
    {
        var organisation = new Organisation().Add("Settings", ("Title", "Inställningar"), ("OrganisationForm", form));
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary && l.Name != "Settings"))
        {
            foreach (var year in (int[])[2025, 2026])
                organisation.Add(list.Name, ("Title", "Rubrik"), ("Year", year));
        }
        return organisation;
    }

    private static byte[] Document(string name, Edition edition) =>
        Documents.GetOrAdd(
            (name, edition),
            key => ReviewTemplates.Compile(key.Template).Fill(DemoLists.Review(key.Edition))
        );

    private static void Examine(string name, Edition edition, Action<DocxExamination> examine)
    {
        using var document = new DocxExamination(Document(name, edition));
        examine(document);
    }

    private static byte[] WithComment(byte[] docx, string comment)
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var word = WordprocessingDocument.Open(bytes, isEditable: true))
        {
            var place = word.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
                .First(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Instruction");
            place.RemoveAllChildren<Run>();
            place.AppendChild(new Run(new Text(comment)));
        }
        return bytes.ToArray();
    }
}
