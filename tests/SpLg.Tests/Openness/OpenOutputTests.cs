using SpLg.Core.Checklists;
using SpLg.Core.Pages;
using SpLg.Tests.Templates;
using SpLg.Word.Workbooks;

namespace SpLg.Tests.Openness;

/// <summary>
/// Every column of every list with a word of its own, for each that Publicering may say and for nothing, looked for in
/// every byte that is made for all to read: the review by every template, the page, the checklists with their
/// workbooks, and the roll-up.
/// </summary>
public sealed class OpenOutputTests
{
    [Fact]
    public void No_word_that_may_not_be_told_is_in_anything_that_all_may_read()
    {
        var organisation = PlantedRows.Build();
        var made = Everything(organisation, Edition.Open).ToList();

        Assert.True(made.Count > 10, $"Only {made.Count} files were made.");
        Assert.All(
            made,
            file =>
                Assert.False(
                    file.Text.Contains(PlantedRows.Secret, StringComparison.OrdinalIgnoreCase),
                    $"{file.Name}: {Around(file.Text)}"
                )
        );
        Assert.All(
            made,
            file => Assert.True(file.Text.Contains(PlantedRows.Public, StringComparison.Ordinal), file.Name)
        );
    }

    [Fact]
    public void The_same_search_finds_the_words_in_the_full_edition() =>
        Assert.All(
            Everything(PlantedRows.Build(), Edition.Full).Where(f => f.Name != "samlad-genomgang.docx"),
            file => Assert.True(file.Text.Contains(PlantedRows.Secret, StringComparison.Ordinal), file.Name)
        );

    [Theory]
    [InlineData("")]
    [InlineData("Intern")]
    public void An_organisation_that_has_chosen_nothing_has_an_open_edition_of_totals_without_empty_tables(
        string publication
    )
    {
        var organisation = Undecided(publication);
        foreach (var template in Reviews)
        {
            using var document = new DocxExamination(
                Template
                    .Compile(Bytes(template), template, ReviewSections.Fields)
                    .Fill(
                        BuiltReview.Build(
                            organisation.Read(),
                            null,
                            Organisation.Years,
                            Edition.Open,
                            Organisation.Today,
                            []
                        )
                    )
            );
            Assert.Empty(document.ValidatorErrors());
            Assert.Empty(document.TableFaults());
            Assert.Empty(document.EmptyTables());
            Assert.DoesNotContain("Inget system står", document.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Inga öppna åtgärder är planerade för 2026", document.Text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Reviews =>
        Directory
            .GetFiles(Path.Combine(Repository.Root, "templates"), "ledningens-genomgang*.docx")
            .Select(p => Path.GetFileName(p)!);

    /// <summary>Weaknesses of every kind, a few of each.</summary>
    private static Organisation Undecided(string publication)
    {
        (string, object) said = ("Publication", publication);
        var organisation = new Organisation().Add(
            "Settings",
            ("OrganisationName", "Nämnden"),
            ("OrganisationForm", "Nämnd")
        );
        foreach (var year in (int[])[2025, 2026])
        {
            organisation
                .Add(
                    4,
                    "UndesiredEvents",
                    ("Title", "Händelse"),
                    ("Year", year),
                    ("WorkingMethod", "Incidenthantering"),
                    ("Likelihood", 3),
                    ("Impact", 3),
                    ("Assessment", "Följs"),
                    said
                )
                .Add(
                    4,
                    "RequirementAssessments",
                    ("Title", "Krav"),
                    ("Clause", "4.1"),
                    ("Edition", "2022"),
                    ("Year", year),
                    ("Fulfilled", "Ja"),
                    said
                )
                .Add(
                    4,
                    "ActionItems",
                    ("Title", "Åtgärd"),
                    ("Source", "VoR"),
                    ("SourceRow", "Händelse"),
                    ("PlannedYears", new[] { "2026" }),
                    ("DecidedInYear", 2025),
                    ("InSummary", true)
                )
                .Add(4, "Decisions", ("Title", "Beslut"), ("Year", year), ("ActionItem", "Åtgärd"));
        }
        return organisation
            .Add(
                4,
                "ProcessingActivities",
                ("Title", "Behandling"),
                ("System", "System"),
                ("ManagedObject", "Objekt"),
                ("NetworkZone", "Intern zon"),
                ("RequiredZone", "Skyddad zon"),
                ("CriticalProcess", true),
                said
            )
            .Add(4, "DpoFindings", ("Title", "Iakttagelse"), ("ReportYear", 2026), ("Severity", 3), said)
            .Add(4, "Audits", ("Title", "Revision"), ("Year", 2026), said)
            .Add("Procurements", ("Title", "Upphandling"), ("Year", 2026))
            .Add(4, "ProcurementChecks", ("Title", "Punkt"), ("Procurement", "Upphandling"), ("Answer", "Nej"), said);
    }

    private static IEnumerable<(string Name, string Text)> Everything(Organisation organisation, Edition edition)
    {
        var lists = organisation.Read();
        var review = BuiltReview.Build(
            lists,
            PlantedRows.Request(lists),
            Organisation.Years,
            edition,
            Organisation.Today,
            []
        );
        foreach (var template in Reviews)
            yield return (
                template,
                Words(Template.Compile(Bytes(template), template, ReviewSections.Fields).Fill(review))
            );
        if (edition == Edition.Open)
        {
            Uri at = new("https://contoso.sharepoint.com/sites/i/PublishedReviews");
            var page = ReviewPage.Of(review, new(at, at, at, []));
            yield return (
                "page",
                WebUtility.HtmlDecode(string.Join('\n', [page.Title, page.Description, .. page.Sections]))
            );
            var rollup = RollupReview.Build(
                Organisation.Year,
                [new(review, "Eva Ek", Organisation.Today, "underlag", "00")],
                []
            );
            yield return (
                "samlad-genomgang.docx",
                Words(
                    Template
                        .Compile(Bytes("samlad-genomgang.docx"), "samlad-genomgang.docx", RollupDocument.Fields)
                        .Fill(rollup)
                )
            );
        }
        foreach (var type in Enum.GetValues<DocumentType>().Where(t => t != DocumentType.ManagementReview))
        {
            var template = DocumentKind.Of(type).Template + ".docx";
            foreach (
                var document in ChecklistBuilder.Build(
                    lists,
                    type,
                    null,
                    new(Organisation.Year, edition, Organisation.Today)
                )
            )
            {
                yield return (
                    $"{document.FileName}.docx",
                    document.FileName
                        + document.Title
                        + Words(Template.Compile(Bytes(template), template, document.Fields).Fill(document.Data))
                );
                yield return ($"{document.FileName}.xlsx", Words(Workbook.Write(document.Title, document.Sheets)));
            }
        }
    }

    private static byte[] Bytes(string template) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "templates", template));

    /// <summary>The marked words of every part of the package.</summary>
    private static string Words(byte[] package) =>
        string.Join(
            ' ',
            DocxWords.Beginning(package, PlantedRows.Secret).Concat(DocxWords.Beginning(package, PlantedRows.Public))
        );

    private static string Around(string text)
    {
        var at = text.IndexOf(PlantedRows.Secret, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
    }
}
