using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Review;

public class OpenEditionTests
{
    private static readonly string?[] Publications = [null, "Öppen", "Intern", "Sekretess", "kanske"];

    private static readonly Gen<(string? Publication, bool Named, bool Summary)> Row =
        from publication in Gen.Elements(Publications)
        from named in Gen.Elements(true, false)
        from summary in Gen.Elements(true, false)
        select (publication, named, summary);

    [Fact]
    public void A_row_that_says_nothing_but_why_it_would_be_secret_is_not_shown()
    {
        var open = OpenEdition.Of(
            new Organisation()
                .Add("Objectives", ("Title", "Med grund"), ("SecrecyGround", "18 kap. 8 §"))
                .Add("Objectives", ("Title", "Utan grund"))
                .Read()
        );

        Assert.Equal(["Utan grund"], open.Objectives.Select(a => a.Title));
        Assert.Equal(1, open.LeftOut["Mål"].Count);
    }

    [Fact]
    public void The_laws_of_choosing_hold_for_any_rows() =>
        Prop.ForAll(
                Gen.ListOf(Row).ToArbitrary(),
                rows =>
                {
                    var organisation = new Organisation();
                    foreach (var (publication, named, summary) in rows)
                    {
                        (string, object)[] common = [("Title", "T"), ("Publication", publication ?? "")];
                        organisation
                            .Add("ActionItems", [.. common, ("Responsible", named ? "Eva Ek" : "")])
                            .Add(
                                "Incidents",
                                [
                                    .. common,
                                    ("Cause", "C"),
                                    ("ReportSummary", summary ? "S" : ""),
                                    ("Investigator", named ? "Eva Ek" : ""),
                                ]
                            );
                    }
                    var full = organisation.Read();
                    var open = OpenEdition.Of(full);

                    // Exactly the rows that are open or say nothing, in their order, and the rest is told.
                    var expected = full.ActionItems.Where(a => a.Origin.Publication.Text is null or "Öppen").ToList();
                    Assert.Equal(expected.Select(a => a.Origin.Id), open.ActionItems.Select(a => a.Origin.Id));
                    Assert.Equal(
                        full.ActionItems.Count - expected.Count,
                        open.LeftOut.GetValueOrDefault("Åtgärder", LeftOutRows.None).Count
                    );
                    // Nobody is named, and it is still known who was.
                    Assert.All(
                        open.ActionItems,
                        a => Assert.DoesNotContain("Eva", a.Responsible?.Text ?? "", StringComparison.Ordinal)
                    );
                    Assert.Equal(
                        expected.Select(a => a.Responsible is null),
                        open.ActionItems.Select(a => a.Responsible is null)
                    );
                    // Every incident counts; its summary is there only when somebody has said so.
                    Assert.Equal(full.Incidents.Select(i => i.Origin.Id), open.Incidents.Select(i => i.Origin.Id));
                    Assert.Equal(
                        full.Incidents.Select(i => i.Origin.Publication.Is(Publication.Open) ? i.ReportSummary : null),
                        open.Incidents.Select(i => i.ReportSummary)
                    );
                    Assert.Equal(
                        full.Incidents.Select(i => i.Origin.Publication.Text is null or "Öppen"),
                        open.Incidents.Select(i => i.Cause == "C")
                    );
                    // Choosing again changes nothing.
                    var again = OpenEdition.Of(open);
                    Assert.Equal(open.ActionItems, again.ActionItems);
                    Assert.Equal(open.Incidents, again.Incidents);
                    Assert.Equal(
                        open.LeftOut.Select(l => (l.Key, l.Value.Sentence)),
                        again.LeftOut.Select(l => (l.Key, l.Value.Sentence))
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Roles_are_judged_by_who_was_named_and_no_name_is_shown()
    {
        var text = FieldText.Of(
            Open(
                new Organisation()
                    .Add(
                        "ProcessingActivities",
                        ("Title", "Lån"),
                        ("ObjectOwner", "Eva Ek"),
                        ("ObjectManager", "Bo Alm"),
                        ("Publication", "Öppen")
                    )
                    .Add(
                        "ProcessingActivities",
                        ("Title", "Böcker"),
                        ("ObjectOwner", "Eva Ek"),
                        ("Publication", "Öppen")
                    )
            )
        );

        Assert.Contains("Roller namnsatta = Ja", text, StringComparison.Ordinal);
        Assert.Contains("Roller namnsatta = Objektledare saknas", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva Ek", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Alm", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_responsible_is_told_by_role_where_there_is_one()
    {
        var text = FieldText.Of(
            Open(
                new Organisation()
                    .Add(
                        "ActionItems",
                        ("Title", "Öva"),
                        ("Source", "Beslut"),
                        ("PlannedYears", new[] { "2026" }),
                        ("Role", new[] { "Chefer", "HR" }),
                        ("Responsible", "Eva Ek"),
                        ("ResponsibleMode", "genomför")
                    )
                    .Add(
                        "ActionItems",
                        ("Title", "Rensa"),
                        ("Source", "Beslut"),
                        ("PlannedYears", new[] { "2026" }),
                        ("Responsible", "Bo Alm")
                    )
            )
        );

        Assert.Contains(
            "Ansvarsmening = Chefer och HR ansvarar för att åtgärden genomförs.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Ansvarsmening = En namngiven person ansvarar för åtgärden.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva Ek", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_answers_for_a_requirement_is_left_out_and_the_time_is_not()
    {
        var text = FieldText.Of(
            Open(
                new Organisation().Add(
                    "RequirementAssessments",
                    ("Title", "4.1"),
                    ("Clause", "4.1"),
                    ("Year", Organisation.Year),
                    ("Responsible", "Eva Ek"),
                    ("DueText", "efter sommaren"),
                    ("Publication", "Öppen")
                )
            )
        );

        Assert.Contains("Ansvar med tid = efter sommaren", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_that_are_not_told_are_counted_under_one_name_that_stands_last()
    {
        var review = Open(
            new Organisation()
                .Add(3, "Incidents", ("Year", Organisation.Year), ("Cause", "Larmet var av"), ("Publication", "Intern"))
                .Add(3, "Incidents", ("Year", Organisation.Year), ("Cause", "Tekniskt fel"), ("Publication", "Öppen"))
        );

        Assert.Equal(
            [("Tekniskt fel", 3), ("Visas inte öppet", 3)],
            review.Incidents.ByCause.Select(c => (c.Name, c.Now))
        );
    }

    /// <summary>Of a list that nothing is told of, nothing of the year before is told either.</summary>
    [Fact]
    public void A_section_that_says_that_nothing_of_its_list_is_told_tells_nothing_of_it()
    {
        var review = Open(
            new Organisation()
                .Add("InternalControlResults", ("Title", "Årets"), ("Year", 2026), ("Publication", "Intern"))
                .Add(
                    "InternalControlResults",
                    ("Title", "Förra årets"),
                    ("Year", 2025),
                    ("Result", "Avvikelser"),
                    ("Publication", "Öppen")
                )
                .Add("TrainingResults", ("Title", "Årets"), ("Year", 2026), ("Publication", "Intern"))
                .Add(
                    "TrainingResults",
                    ("Title", "Förra årets"),
                    ("Year", 2025),
                    ("Expected", 10),
                    ("Publication", "Öppen")
                )
        );

        Assert.Equal(
            "Inget ur listan Internkontroll redovisas i den öppna utgåvan.",
            FieldText.Of(review, "Internkontroll.Underlag")
        );
        Assert.DoesNotContain(
            "är antecknat",
            (string?)FieldText.Of(review, "Utbildningar.Underlag") ?? "",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_left_out_is_told_with_its_ground_and_no_more()
    {
        var review = Open(
            new Organisation()
                .Add(3, "Objectives", ("Publication", "Intern"))
                .Add(
                    "Objectives",
                    ("Publication", "Sekretess"),
                    ("SecrecyGround", "OSL 18 kap 8 § eftersom larmet är trasigt")
                )
        );

        const string sentence =
            "I den öppna utgåvan är 4\u00a0rader i underlaget utelämnade: 3 interna och 1 med sekretess (18 kap. "
            + "8 § offentlighets- och sekretesslagen). De är inte medräknade.";
        Assert.Equal(sentence, FieldText.Of(review, "Genomgång.Utelämnat"));
        Assert.Equal(sentence, FieldText.Of(review, "Mål.Utelämnat"));
        Assert.Null(FieldText.Of(review, "Revisioner.Utelämnat"));
        Assert.Equal("Inget ur listan Mål redovisas i den öppna utgåvan.", FieldText.Of(review, "Mål.Underlag"));
        Assert.Equal("Redovisas inte öppet", FieldText.Of(review, "Mål.Läge"));
    }

    [Theory]
    [InlineData("Intern", "", "en rad i underlaget utelämnad, eftersom den är intern. Den är inte medräknad.")]
    [InlineData(
        "Sekretess",
        "18:8 a §",
        "eftersom den omfattas av sekretess (18 kap. 8 a § offentlighets- och sekretesslagen)."
    )]
    [InlineData("Sekretess", "hemligt", "eftersom den omfattas av sekretess. Den")]
    [InlineData("oklart", "", "eftersom den saknar en uppgift om publicering som går att läsa.")]
    public void A_single_row_is_told_of_in_words(string publication, string ground, string says) =>
        Assert.Contains(
            says,
            (string)
                FieldText.Of(
                    Open(new Organisation().Add("Objectives", ("Publication", publication), ("SecrecyGround", ground))),
                    "Genomgång.Utelämnat"
                )!,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_full_edition_leaves_nothing_out_and_says_which_it_is()
    {
        var organisation = new Organisation().Add("Audits", ("Title", "Granskning"), ("Publication", "Intern"));
        var full = organisation.Build();

        Assert.Null(FieldText.Of(full, "Genomgång.Utelämnat"));
        Assert.Equal("Fullständig", FieldText.Of(full, "Genomgång.Utgåva"));
        Assert.Equal(false, FieldText.Of(full, "Genomgång.Öppen utgåva"));
        Assert.Equal("Öppen", FieldText.Of(Open(organisation), "Genomgång.Utgåva"));
    }

    [Fact]
    public void Findings_are_told_to_whoever_runs_it_but_not_in_the_open_document()
    {
        var organisation = new Organisation().Add("Audits", ("Publication", "Sekretess"));
        var review = Open(organisation);

        Assert.Contains(organisation.Findings, f => f.Column == "Sekretessgrund (OSL)");
        Assert.Empty(review.Findings.Rows);
        Assert.Null(FieldText.Of(review, "Iakttagelser.Antal"));
        Assert.Equal(
            "Iakttagelser om underlaget redovisas bara i den fullständiga utgåvan.",
            FieldText.Of(review, "Iakttagelser.Mening")
        );
    }

    [Fact]
    public void An_action_does_not_tell_the_name_of_a_row_that_is_not_shown()
    {
        var open = OpenEdition.Of(
            new Organisation()
                .Add("ProcessingActivities", ("Title", "Larm"), ("System", "Väktaren"), ("Publication", "Sekretess"))
                .Add("ProcessingActivities", ("Title", "Lån"), ("System", "Librion"), ("Publication", "Öppen"))
                .Add("ActionItems", ("SourceRow", "väktaren"))
                .Add("ActionItems", ("SourceRow", "Librion"))
                .Add("ActionItems", ("SourceRow", "IA-7"), ("Source", "Incident"))
                .Read()
        );

        // It is then not told at all, since its own words may tell as much.
        Assert.Equal(["Librion"], open.ActionItems.Where(a => !a.Origin.IsCounted).Select(a => a.SourceRow));
        Assert.Equal(3, open.ActionItems.Count);
    }

    [Fact]
    public void A_secret_row_of_settings_gives_its_limits_and_no_words()
    {
        var setting = Assert.Single(
            OpenEdition
                .Of(
                    new Organisation()
                        .Add(
                            "Settings",
                            ("OrganisationName", "Nämnden"),
                            ("SmallCount", 5),
                            ("OrganisationForm", "Nämnd"),
                            ("Publication", "Intern")
                        )
                        .Read()
                )
                .Settings
        );

        Assert.Null(setting.OrganisationName);
        Assert.Equal((5m, OrganisationForm.Committee), (setting.SmallCount.Value, setting.OrganisationForm.Value));
    }

    private static BuiltReview Open(Organisation organisation, ReviewRequest? request = null) =>
        BuiltReview.Build(
            organisation.Read(),
            request,
            Organisation.Years,
            Edition.Open,
            Organisation.Today,
            organisation.Findings
        );
}
