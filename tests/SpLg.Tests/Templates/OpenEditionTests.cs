using SpLg.Core.Checklists;

namespace SpLg.Tests.Templates;

/// <summary>Marked secrets in every cell of every list, looked for in every byte of the open document.</summary>
public class OpenEditionTests
{
    /// <summary>Every shipped template of a review.</summary>
    public static TheoryData<string> Templates =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "templates"), "ledningens-genomgang*.docx")
                .Select(p => Path.GetFileName(p)!),
        ];

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_secret_is_anywhere_in_the_open_edition_and_what_is_open_is_there(string template)
    {
        var (document, review) = Fill(template, Edition.Open);

        Assert.Empty(DocxWords.Beginning(document, PlantedRows.Secret));
        // What a template shows is its own affair; each shows the lists that a review is about.
        var shown = DocxWords.Beginning(document, PlantedRows.Public);
        Assert.All(
            (string[])
                [
                    "ReviewRequestsRegistryNumber",
                    "SettingsOrganisationName",
                    "TextBlocksText",
                    "UndesiredEventsTitle",
                    "ProcessingActivitiesTitle",
                    "ProcurementsTitle",
                    "ActionItemsTitle",
                    "DpoFindingsRecommendation",
                    "AuditsTitle",
                    "StakeholderInputsTitle",
                    "DecisionsTitle",
                ],
            column => Assert.Contains(PlantedRows.Public + column, shown)
        );
        Assert.DoesNotContain(PlantedRows.Secret, FieldText.Of(review), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_same_search_finds_the_secrets_of_the_full_edition(string template)
    {
        var found = DocxWords.Beginning(Fill(template, Edition.Full).Document, PlantedRows.Secret);

        Assert.All(
            (string[])["UndesiredEventsTitle", "ActionItemsTitle", "AuditsResult", "TextBlocksText"],
            column => Assert.Contains(PlantedRows.Secret + column, found)
        );
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_open_edition_of_the_demo_is_a_sound_document(string template)
    {
        var lists = Demo.DemoLists.Read([]);
        using var document = new DocxExamination(
            Compile(template)
                .Fill(BuiltReview.Build(lists, null, Demo.DemoLists.Years, Edition.Open, Demo.DemoLists.Today, []))
        );

        Assert.Empty(document.ValidatorErrors());
        Assert.Empty(document.HeadingFaults());
        Assert.Empty(document.TableFaults());
        var names = lists
            .ActionItems.Select(a => a.Responsible?.Text)
            .Concat(lists.ProcessingActivities.SelectMany(p => new[] { p.ObjectOwner?.Text, p.ObjectManager?.Text }));
        Assert.All(
            names.OfType<string>().Distinct(),
            name => Assert.DoesNotContain(name, document.Text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(DocumentType.SelfAssessment, "RequirementAssessmentsComment")]
    [InlineData(DocumentType.ProcurementChecklist, "ProcurementsTitle")]
    [InlineData(DocumentType.RoleChecklist, "AnnualWheelActivitiesTitle")]
    [InlineData(DocumentType.ActionPlan, "ProcessingActivitiesManagedObject")]
    public void No_secret_is_in_an_open_checklist_its_names_or_its_workbook(DocumentType type, string shown)
    {
        var lists = OpenEdition.Of(PlantedRows.Build().Read());
        var documents = ChecklistBuilder.Build(
            lists,
            type,
            null,
            new(Organisation.Year, Edition.Open, Organisation.Today)
        );

        var text = string.Join(
            '\n',
            documents.SelectMany(d =>
                (string[])
                    [
                        d.Title,
                        d.FileName,
                        FieldText.Of(d.Fields, d.Data),
                        .. d.Sheets.SelectMany(s =>
                            s.Facts.Select(f => f.ToString())
                                .Append(s.Name)
                                .Append(s.Title)
                                .Concat(
                                    s.Rows.SelectMany(r => s.Columns.Select(c => c.Field.Read(r)?.ToString() ?? ""))
                                )
                        ),
                    ]
            )
        );
        Assert.DoesNotContain(PlantedRows.Secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(PlantedRows.Public + shown, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_may_be_shown_is_lost_on_the_way()
    {
        var organisation = PlantedRows.Build();
        var lists = organisation.Read();
        var full = FieldText.Of(Build(organisation, lists, Edition.Full));
        var open = FieldText.Of(Build(organisation, lists, Edition.Open));

        var expected = SplgTemplate
            .Schema.Lists.Where(l => !l.IsLibrary)
            // A cause or a unit that few incidents have is not told by name, and an address that leads nowhere outside
            // is no link.
            .SelectMany(l =>
                l.Columns.Where(c =>
                        PlantedRows.IsPublic(l, c)
                        && (l.Name, c.Name)
                            is not (

                                ("Incidents", "Cause" or "Unit" or "LateReason")
                                or
                                ("ContextFactors", "SourceUrl")
                                or
                                ("GoverningDocuments", "Url")
                                or
                                // Those present and notifications are told in the full edition alone.
                                ("ReviewRequests", "Present")
                                or
                                ("Settings", "IncidentReceiver")
                            )
                    )
                    .Select(c => PlantedRows.Marker(PlantedRows.Public, l.Name, c.Name))
            )
            .Where(marker => full.Contains(marker, StringComparison.Ordinal))
            .ToList();
        Assert.True(expected.Count > 40, $"Only {expected.Count} columns are shown at all.");
        Assert.All(expected, marker => Assert.Contains(marker, open, StringComparison.Ordinal));
    }

    private static (byte[] Document, BuiltReview Review) Fill(string template, Edition edition)
    {
        var organisation = PlantedRows.Build();
        var lists = organisation.Read();
        var review = Build(organisation, lists, edition);
        return (Compile(template).Fill(review), review);
    }

    private static BuiltReview Build(Organisation organisation, OrganisationLists lists, Edition edition) =>
        BuiltReview.Build(
            lists,
            PlantedRows.Request(lists),
            Organisation.Years,
            edition,
            Organisation.Today,
            organisation.Findings
        );

    private static Template Compile(string template) =>
        Template.Compile(
            File.ReadAllBytes(Path.Combine(Repository.Root, "templates", template)),
            template,
            ReviewSections.Fields
        );
}
