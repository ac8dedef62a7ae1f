namespace SpLg.Tests.Review;

public class OtherSectionsTests
{
    [Theory]
    [InlineData("Nämnd", "förvaltningschef", "förvaltningen")]
    [InlineData("Bolag", "bolagschef", "bolaget")]
    [InlineData("Stiftelse", "ansvarig chef", "verksamheten")]
    public void The_organisation_form_decides_what_the_head_is_called(string form, string head, string organisation)
    {
        var review = new Organisation()
            .Add("Settings", ("OrganisationName", "Bad AB"), ("OrganisationForm", form))
            .Build();

        Assert.Equal(head, FieldText.Of(review, "Genomgång.Chef"));
        Assert.Equal(organisation, FieldText.Of(review, "Genomgång.Verksamheten"));
        Assert.Equal("Bad AB", FieldText.Of(review, "Genomgång.Organisation"));
        Assert.Equal("Ledningens genomgång 2026", FieldText.Of(review, "Genomgång.Titel"));
        Assert.Equal(Organisation.Today, FieldText.Of(review, "Genomgång.Underlaget läst"));
    }

    [Fact]
    public void Registration_data_comes_from_the_request()
    {
        var organisation = new Organisation().Add(
            "ReviewRequests",
            ("Title", "2026"),
            ("Year", 2026),
            ("Status", "Begärd"),
            ("RegistryNumber", "KFN 2026-1"),
            ("Approver", "Karin Ekdahl"),
            ("ApproverLookupId", "7")
        );
        ReviewRequest request = Assert.Single(organisation.Read().ReviewRequests);
        var review = organisation.Build(request);

        Assert.Equal("KFN 2026-1", FieldText.Of(review, "Genomgång.Diarienummer"));
        Assert.Equal("Karin Ekdahl", FieldText.Of(review, "Genomgång.Fastställs av"));
        Assert.Equal(false, FieldText.Of(review, "Genomgång.Fastställd"));
    }

    [Fact]
    public void The_text_block_of_the_form_that_holds_today_and_began_last_is_chosen()
    {
        var review = new Organisation()
            .Add("Settings", ("OrganisationForm", "Nämnd"))
            .Add(
                "TextBlocks",
                ("Key", "omvarld"),
                ("Form", "Alla"),
                ("ValidFrom", "2025-01-01"),
                ("Text", "<p>gammal</p>")
            )
            .Add(
                "TextBlocks",
                ("Key", "Omvärld"),
                ("Form", "Nämnd"),
                ("ValidFrom", "2026-01-01"),
                ("Text", "<p>rätt</p>")
            )
            .Add(
                "TextBlocks",
                ("Key", "omvärld"),
                ("Form", "Bolag"),
                ("ValidFrom", "2026-02-01"),
                ("Text", "<p>bolag</p>")
            )
            .Add("TextBlocks", ("Key", "omvärld"), ("ValidFrom", "2026-12-01"), ("Text", "<p>ännu inte</p>"))
            .Add(
                "TextBlocks",
                ("Key", "omvärld"),
                ("ValidFrom", "2026-03-01"),
                ("ValidTo", "2026-11-19"),
                ("Text", "<p>inte längre</p>")
            )
            .Build();

        Assert.Equal("<p>rätt</p>", FieldText.Of(review, "Texter.Omvärld"));
        Assert.Null(FieldText.Of(review, "Texter.Syfte"));
    }

    [Fact]
    public void A_text_of_a_year_is_of_that_review_alone_and_a_later_review_of_the_year_says_what_held_when_it_ended()
    {
        var rows = new Organisation()
            .Add("TextBlocks", ("Key", "omvärld"), ("ValidTo", "2026-12-31"), ("Text", "<p>till årets slut</p>"))
            .Add("TextBlocks", ("Key", "omvärld"), ("ValidFrom", "2027-01-01"), ("Text", "<p>nästa år</p>"))
            .Add(
                "TextBlocks",
                ("Key", "slutsats"),
                ("ValidFrom", "2027-01-10"),
                ("Year", 2026),
                ("Text", "<p>om 2026</p>")
            )
            .Add("TextBlocks", ("Key", "slutsats"), ("ValidFrom", "2026-06-01"), ("Text", "<p>varje år</p>"))
            .Read();

        Assert.Equal(["<p>till årets slut</p>", "<p>om 2026</p>"], Texts(2026));
        Assert.Equal(["<p>nästa år</p>", "<p>varje år</p>"], Texts(2027));

        IEnumerable<object?> Texts(int year)
        {
            var review = BuiltReview.Build(
                rows,
                null,
                ReviewYears.OfOneYear(year, year),
                Edition.Full,
                new(2027, 2, 1),
                []
            );
            return new[] { "Texter.Omvärld", "Texter.Slutsats" }.Select(name => FieldText.Of(review, name));
        }
    }

    [Fact]
    public void A_section_without_rows_of_its_year_tells_those_of_the_year_before()
    {
        var review = new Organisation()
            .Add(
                "InternalControlResults",
                ("Title", "Krav i upphandling"),
                ("Year", 2025),
                ("Period", "T2"),
                ("Result", "Inga väsentliga avvikelser"),
                ("Comment", "Checklista införs")
            )
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2025), ("Expected", 50), ("Completed", 25))
            .Add("TrainingResults", ("Title", "Lyftet"), ("Year", 2025), ("Result", "Mer kunskap behövs."))
            .Add(2, "Incidents", ("Year", 2025), ("PersonalDataBreach", true), ("ReportedToImyOn", "Ja"))
            .Build();

        Assert.Equal(
            "Inga resultat från intern kontroll har antecknats för 2026. Ansvarig för underlaget: controllern. "
                + "Från 2025 är antecknat: Krav i upphandling (T2): Inga väsentliga avvikelser. Checklista införs.",
            FieldText.Of(review, "Internkontroll.Underlag")
        );
        Assert.EndsWith(
            "Från 2025 är antecknat: Grund: 50\u00a0% har gått. Lyftet: Mer kunskap behövs.",
            (string)FieldText.Of(review, "Utbildningar.Underlag")!,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Från 2025 är antecknat: 2\u00a0incidenter, varav två rörde personuppgifter och två anmäldes till "
                + "Integritetsskyddsmyndigheten (IMY).",
            (string)FieldText.Of(review, "Incidenter.Underlag")!,
            StringComparison.Ordinal
        );
        Assert.Equal(Coverage.NothingToReport, review.InternalControls.Source.Coverage);
    }

    [Fact]
    public void Results_without_a_year_are_told_as_such()
    {
        var review = new Organisation()
            .Add("InternalControlResults", ("Title", "Krav"), ("Result", "Avvikelser"), ("Deviations", "två konton"))
            .Build();

        Assert.EndsWith(
            "Utan år är antecknat: Krav: Avvikelser. Två konton.",
            (string)FieldText.Of(review, "Internkontroll.Underlag")!,
            StringComparison.Ordinal
        );
        Assert.Equal(Coverage.NoData, review.InternalControls.Source.Coverage);
    }

    [Fact]
    public void The_officers_report_may_be_two_years_old_and_says_so()
    {
        var review = new Organisation()
            .Add("DpoFindings", ("Title", "a"), ("ReportYear", 2024))
            .Add("DpoFindings", ("Title", "b"), ("ReportYear", 2023))
            .Build();

        Assert.Equal(
            "Uppgifterna kommer ur ombudets årsrapport för 2024, som har 1\u00a0iakttagelse.",
            FieldText.Of(review, "Dataskydd.Rapportmening")
        );
    }

    [Fact]
    public void Training_rates_are_summed_over_the_rows_of_a_course_that_have_both_numbers()
    {
        var trainings = new Organisation()
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 60), ("Completed", 50))
            .Add("TrainingResults", ("Title", "grund"), ("Year", 2026), ("Expected", 40), ("Completed", 42))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 900))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2025), ("Expected", 100), ("Completed", 88))
            .Build()
            .Trainings;

        Assert.Equal((92m, 88m), (Assert.Single(trainings.Courses).Percent, trainings.Total.PercentBefore));
        Assert.Equal("går inte att jämföra, eftersom uppgiften inte är ifylld för alla", trainings.Total.Trend);
    }

    [Fact]
    public void The_newest_dpo_report_not_later_than_the_year_is_shown()
    {
        var report = new Organisation()
            .Add("DpoFindings", ("Title", "2024"), ("ReportYear", 2024))
            .Add("DpoFindings", ("Title", "2025 låg"), ("ReportYear", 2025), ("Severity", 2))
            .Add("DpoFindings", ("Title", "2025 hög"), ("ReportYear", 2025), ("Year", 2026), ("Severity", 4))
            .Add("DpoFindings", ("Title", "2027"), ("ReportYear", 2027))
            .Build()
            .DpoReport;

        Assert.Equal(2025, report.ReportYear);
        Assert.Equal(["2025 hög", "2025 låg"], report.Rows.Select(r => r.Title));
    }

    [Theory]
    [InlineData(true, 90, 91, "Nått")]
    [InlineData(true, 90, 89, "Inte nått")]
    [InlineData(false, 10, 11, "Inte nått")]
    [InlineData(false, 10, 10, "Nått")]
    public void Whether_an_objective_is_reached_depends_on_its_direction(
        bool higher,
        int target,
        int outcome,
        string reached
    )
    {
        var review = new Organisation()
            .Add("Objectives", ("Year", 2026), ("Target", target), ("Outcome", outcome), ("HigherIsBetter", higher))
            .Build();

        Assert.Contains($"Mål.Rader[0].Nått = {reached}", FieldText.Of(review));
    }

    [Fact]
    public void The_summary_gives_no_figure_for_a_section_without_data() =>
        Assert.Empty(new Organisation().Build().Summary.Figures);

    [Fact]
    public void Coverage_names_all_inputs_of_the_standard_in_order()
    {
        var text = FieldText.Of(new Organisation().Add("Incidents", ("Year", 2026)).Build());

        Assert.Equal(
            ["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"],
            text.Split('\n')
                .Where(l => l.StartsWith("Täckning[", StringComparison.Ordinal) && l.Contains("].Punkt = "))
                .Select(l => l.Split(" = ")[1].Trim())
        );
        Assert.Contains("Täckning[0].Läge = " + Choice.Text(Coverage.NoData), text);
    }

    [Fact]
    public void An_input_of_several_sections_is_reported_when_none_of_them_lacks_data()
    {
        var organisation = new Organisation()
            .Add("Incidents", ("Year", 2026))
            .Add("InternalControlResults", ("Year", 2019));
        var lacking = organisation.Build().Of(StandardInput.Section)[3];
        var whole = organisation.Add("Procurements", ("Year", 2019)).Build().Of(StandardInput.Section)[3];

        Assert.Equal(("d1", Coverage.NoData), (lacking.Point, lacking.Coverage));
        Assert.Equal(Coverage.Reported, whole.Coverage);
        Assert.Equal("Incidenter, intern kontroll och upphandlingar", Text(whole, "Avsnitt"));
        Assert.Equal(
            "informationssäkerhetssamordnaren, controllern och den upphandlingsansvariga",
            Text(whole, SectionSource.OwnerName)
        );
        Assert.Equal(
            "Incidenter redovisas. Inga resultat från intern kontroll har antecknats för 2026. Ansvarig för underlaget: controllern. "
                + "Ingen upphandling är antecknad för 2026. Ansvarig för underlaget: den upphandlingsansvariga.",
            Text(whole, SectionSource.TextName)
        );
        Assert.Equal(
            "Incidenter redovisas. Inga resultat från intern kontroll har antecknats för 2026. Ansvarig för underlaget: controllern. "
                + "Underlag saknas: listan Upphandlingar är tom. Ansvarig för underlaget: den upphandlingsansvariga.",
            Text(lacking, SectionSource.TextName)
        );

        static string? Text(StandardInput input, string name) => StandardInput.Fields.Named(name).Read(input) as string;
    }

    [Theory]
    [InlineData("", 5, "uppgift saknas", "5")]
    [InlineData("tio", 7, "tio", "7")]
    [InlineData("10", "åtta", "10", "åtta")]
    [InlineData("10", "", "10", "uppgift saknas")]
    public void A_training_row_that_lacks_a_number_shows_what_was_written(
        object expected,
        object completed,
        string shownExpected,
        string shownCompleted
    )
    {
        var organisation = new Organisation().Add(
            "TrainingResults",
            ("Title", "Grund"),
            ("Year", 2026),
            ("Expected", expected),
            ("Completed", completed)
        );
        var review = organisation.Build();
        var text = FieldText.Of(review);

        Assert.Contains($"Utbildningar.Per utbildning[0].Ska gå = {shownExpected}", text);
        Assert.Contains($"Utbildningar.Per utbildning[0].Har gått = {shownCompleted}", text);
        Assert.Contains("Utbildningar.Per utbildning[0].Andel = Går inte att bedöma", text);
        Assert.Null(FieldText.Of(review, "Utbildningar.Mening"));
        Assert.Contains(
            organisation.Findings,
            f => f is { List: "Utbildningar", Column: "Antal som ska gå" or "Antal som gått" }
        );
    }

    [Fact]
    public void A_training_rate_tells_which_rows_are_not_in_it()
    {
        var review = new Organisation()
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 60), ("Completed", 30))
            .Add("TrainingResults", ("Title", "Grund"), ("Year", 2026), ("Expected", 40))
            .Build();

        Assert.Equal("60 (uppgift saknas på 1\u00a0rad)", Assert.Single(review.Trainings.Courses).Expected.Text);
        Assert.Equal(
            "Sammantaget har 50\u00a0% av dem som ska gå en utbildning gjort det (inga uppgifter från året "
                + "före). En rad som saknar läsbart antal är inte medräknad.",
            FieldText.Of(review, "Utbildningar.Mening")
        );
    }

    [Theory]
    [InlineData("90", "", "Ej mätt")]
    [InlineData("90", "95", "Går inte att bedöma")]
    [InlineData("1,000", "999", "Går inte att bedöma")]
    public void An_objective_without_direction_or_readable_target_is_not_judged(
        string target,
        string outcome,
        string reached
    )
    {
        var review = new Organisation()
            .Add("Objectives", ("Year", 2026), ("Target", target), ("Outcome", outcome))
            .Build();

        Assert.Contains($"Mål.Rader[0].Nått = {reached}", FieldText.Of(review));
        Assert.Equal("uppgift saknas", FieldText.Of(review, "Mål.Antal nådda"));
    }

    [Fact]
    public void What_is_missing_in_a_line_of_facts_is_said_to_be()
    {
        var text = FieldText.Of(
            new Organisation()
                .Add("Audits", ("Title", "A"), ("Year", 2026))
                .Add("UndesiredEvents", ("Title", "B"), ("Year", 2025))
                .Build()
        );

        Assert.Contains("Slag: uppgift saknas. Granskare: uppgift saknas. Status: uppgift saknas.", text);
        Assert.Contains("Arbetssätt: uppgift saknas. Källa: uppgift saknas. Riskvärde: uppgift saknas.", text);
    }

    /// <summary>The same figure in the summary and in its section, also where the section says it in words.</summary>
    [Theory]
    [InlineData(Edition.Full)]
    [InlineData(Edition.Open)]
    public void The_key_figures_are_those_of_the_sections(Edition edition)
    {
        var review = BuiltReview.Build(
            Demo.DemoLists.Read(new()),
            null,
            Demo.DemoLists.Years,
            edition,
            Demo.DemoLists.Today,
            []
        );
        var keys = review.Summary.Figures.ToDictionary(f => f.Name);

        Assert.Equal(FieldText.Of(review, "Incidenter.Antal"), decimal.Parse(keys["Rapporterade incidenter"].Now));
        Assert.Equal(FieldText.Of(review, "Incidenter.Trend"), keys["Rapporterade incidenter"].Trend);
        Assert.Equal(
            $"{FieldText.Of(review, "Incidenter.Personuppgiftsincidenter")}",
            keys["Personuppgiftsincidenter"].Now
        );
        Assert.Equal(
            FieldText.Of(review, "Incidenter.Personuppgiftsincidenter trend"),
            keys["Personuppgiftsincidenter"].Trend
        );
        Assert.Equal(
            FieldText.Of(review, "Incidenter.Tid trend"),
            keys["Tid från upptäckt till avslut (median)"].Trend
        );
        Assert.Equal(FieldText.Of(review, "Utbildningar.Totalt.Andel"), keys["Genomförda utbildningar"].Now);
        Assert.Equal(FieldText.Of(review, "Utbildningar.Totalt.Trend"), keys["Genomförda utbildningar"].Trend);
        var done = FieldText.Of(review, "Tidigare åtgärder.Antal klara");
        Assert.Equal(
            done is "visas inte" ? done : $"{done} av {FieldText.Of(review, "Tidigare åtgärder.Antal")}",
            keys["Tidigare åtgärder som är klara"].Now
        );
        Assert.Equal(
            $"{FieldText.Of(review, "Självskattning.Totalt.Ja")}",
            keys["Uppfyllda krav i självskattningen"].Now
        );
        Assert.StartsWith(
            $"{FieldText.Of(review, "Upphandlingar.Andel")}",
            keys["Upphandlingar med klartecken före annonsering"].Now
        );
    }
}
