namespace SpLg.Tests.Review;

public class SectionSourceTests
{
    public static TheoryData<string, string, string> Sections =>
        new()
        {
            { "Incidenter", "Incidents", "Inga incidenter har rapporterats under 2026." },
            { "Risker", "UndesiredEvents", "Inga oönskade händelser har tagits upp för 2026." },
            { "Uppföljda händelser", "UndesiredEvents", "Det finns inga oönskade händelser för 2025 att följa upp." },
            {
                "Internkontroll",
                "InternalControlResults",
                "Inga resultat från intern kontroll har antecknats för 2026."
            },
            { "Utbildningar", "TrainingResults", "Inga utbildningsresultat har antecknats för 2026." },
            { "Revisioner", "Audits", "Ingen revision eller tillsyn av informationssäkerheten är antecknad för 2026." },
            { "Mål", "Objectives", "Inga mål har satts för 2026." },
            { "Upphandlingar", "Procurements", "Ingen upphandling är antecknad för 2026." },
            { "Beslut", "Decisions", "Inga beslut är antecknade för 2026." },
            { "Självskattning", "RequirementAssessments", "Ingen självskattning har gjorts för 2026." },
            {
                "Intressenter",
                "StakeholderInputs",
                "Inga nya behov eller synpunkter från intressenter har antecknats för 2026."
            },
            { "Omvärld", "ContextFactors", "Inga förändringar i omvärld eller uppdrag har antecknats för 2026." },
        };

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_list_with_rows_of_other_years_gives_nothing_to_report_and_an_empty_list_missing_data(
        string group,
        string list,
        string nothing
    )
    {
        var other = new Organisation().Add(list, ("Year", 2019)).Build();
        var empty = new Organisation().Build();

        Assert.Equal(
            $"{nothing} Ansvarig för underlaget: {FieldText.Of(other, $"{group}.Ansvarig för underlaget")}.",
            FieldText.Of(other, $"{group}.Underlag")
        );
        Assert.Equal("Inget att rapportera", FieldText.Of(other, $"{group}.Läge"));
        Assert.StartsWith("Underlag saknas: listan ", (string?)FieldText.Of(empty, $"{group}.Underlag"));
        Assert.Equal("Underlag saknas", FieldText.Of(empty, $"{group}.Läge"));
    }

    [Fact]
    public void A_section_with_rows_says_nothing_about_its_basis()
    {
        var review = new Organisation().Add("Incidents", ("Year", 2026)).Build();

        Assert.Null(FieldText.Of(review, "Incidenter.Underlag"));
        Assert.Equal("Redovisad", FieldText.Of(review, "Incidenter.Läge"));
    }

    [Fact]
    public void A_missing_list_is_an_empty_section_and_a_finding()
    {
        var organisation = new Organisation();
        var rows = organisation
            .Rows.Where(r => r.Key != "Incidents")
            .ToDictionary(r => r.Key, r => (IReadOnlyList<ListRow>)r.Value);

        var lists = OrganisationLists.Read(rows, SplgTemplate.Schema, TimeZoneInfo.Utc, organisation.Findings);

        Assert.Empty(lists.Incidents);
        Assert.Equal(
            "Listan Incidenter saknas i underlaget, så uppgifter ur den kommer inte med.",
            Assert.Single(organisation.Findings).Message
        );
    }

    [Fact]
    public void A_list_that_was_not_read_is_not_called_empty()
    {
        var organisation = new Organisation();
        var lists = OrganisationLists.Read(
            new Dictionary<string, IReadOnlyList<ListRow>>(),
            SplgTemplate.Schema,
            TimeZoneInfo.Utc,
            organisation.Findings
        );
        var review = BuiltReview.Build(
            lists,
            null,
            Organisation.Years,
            Edition.Full,
            Organisation.Today,
            organisation.Findings
        );

        Assert.Equal(
            "Underlag saknas: listan Incidenter har inte lästs. Ansvarig för underlaget: informationssäkerhetssamordnaren.",
            FieldText.Of(review, "Incidenter.Underlag")
        );
        Assert.DoesNotContain(organisation.Findings, f => f.Message.Contains("är tom"));
    }

    [Theory]
    [InlineData(
        1,
        "Underlag saknas: en rad i listan Internkontroll har inget år som går att läsa, så det går inte att säga "
            + "om den hör hit. Ansvarig för underlaget: controllern."
    )]
    [InlineData(
        2,
        "Underlag saknas: två rader i listan Internkontroll har inget år som går att läsa, så det går inte att "
            + "säga om de hör hit. Ansvarig för underlaget: controllern."
    )]
    public void Rows_of_no_year_are_not_nothing_to_report(int rows, string sentence) =>
        Assert.Equal(
            sentence,
            FieldText.Of(
                new Organisation().Add(rows, "InternalControlResults", ("Year", "i fjol")).Build(),
                "Internkontroll.Underlag"
            )
        );

    [Fact]
    public void The_source_line_links_the_list_and_counts_its_rows()
    {
        var lists = new Organisation().Add(2, "Incidents", ("Year", 2026)).Add("Incidents", ("Year", 2019)).Read() with
        {
            ListLinks = new Dictionary<string, Uri>
            {
                ["Incidenter"] = new("https://contoso.sharepoint.com/Lists/a?b=\"1\"&c=<2>"),
            },
        };
        var review = BuiltReview.Build(lists, null, Organisation.Years, Edition.Full, Organisation.Today, []);

        Assert.Equal(
            "<p>Källa: <a "
                + "href=\"https://contoso.sharepoint.com/Lists/a?b=%221%22&amp;c=%3C2%3E\">Incidenter</a>, 2 av "
                + "3\u00a0rader, läst den 20 november 2026. Avser 2026 till och med den 20 november.</p>",
            FieldText.Of(review, "Incidenter.Källa")
        );
        Assert.Equal(
            "<p>Källa: Mål, som är tom, läst den 20 november 2026. Avser 2026.</p>",
            FieldText.Of(review, "Mål.Källa")
        );
        Assert.Equal(
            "<p>Källor: Åtgärder, som är tom; Beslut, som är tom, lästa den 20 november 2026.</p>",
            FieldText.Of(review, "Tidigare åtgärder.Källa")
        );
    }

    [Fact]
    public void A_list_that_was_not_read_is_a_source_without_rows()
    {
        var lists = OrganisationLists.Read(
            new Dictionary<string, IReadOnlyList<ListRow>>(),
            SplgTemplate.Schema,
            TimeZoneInfo.Utc,
            []
        );
        var review = BuiltReview.Build(lists, null, Organisation.Years, Edition.Full, Organisation.Today, []);

        Assert.Equal("<p>Källa: Mål, som inte har lästs. Avser 2026.</p>", FieldText.Of(review, "Mål.Källa"));
    }
}
