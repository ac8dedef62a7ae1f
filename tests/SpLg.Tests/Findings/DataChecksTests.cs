namespace SpLg.Tests.Findings;

/// <summary>Every rule with a row that breaks it and the smallest change that mends it.</summary>
public class DataChecksTests
{
    public static TheoryData<string> Names => [.. DataCheckCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fault_is_found_with_list_row_column_and_link(string name)
    {
        var (list, level, column, says, row, _) = DataCheckCase.All[name];

        var finding = Assert.Single(
            Find(list, row),
            f => f.Column == column && f.Message.Contains(says, StringComparison.Ordinal)
        );

        Assert.Equal((level, SplgTemplate.Schema.List(list).Title, "1"), (finding.Level, finding.List, finding.RowId));
        Assert.NotNull(finding.Link);
        Assert.Contains(SplgTemplate.Schema.List(list).Columns, c => c.DisplayName == finding.Column);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mended_row_is_not_complained_of(string name)
    {
        var (list, _, column, says, row, mend) = DataCheckCase.All[name];

        Assert.DoesNotContain(
            Find(list, [.. row.Where(c => c.Column != mend.Column), mend]),
            f => f.Column == column && f.Message.Contains(says, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_without_publication_are_told_of_once_a_list()
    {
        var organisation = new Organisation()
            .Add(3, "Audits", ("Title", "x"))
            .Add("Audits", ("Publication", "Öppen"))
            .Add("Objectives", ("Publication", "Intern"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Column == "Publicering");
        Assert.Equal((FindingLevel.Warning, "Revisioner", null), (finding.Level, finding.List, finding.RowId));
        Assert.StartsWith("Publicering är inte angiven på 3\u00a0rader i listan Revisioner.", finding.Message);
    }

    [Fact]
    public void Two_rows_with_one_key_are_found_and_name_each_other()
    {
        var organisation = new Organisation()
            .Add("Audits", ("ExternalKey", "R1"))
            .Add("Audits", ("ExternalKey", "r1"))
            .Add("Audits", ("ExternalKey", "R1"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Column == "Extern nyckel");
        Assert.Equal("3", finding.RowId);
        Assert.StartsWith("Rad 1 har samma nyckel", finding.Message);
    }

    [Fact]
    public void Red_points_with_an_open_action_for_the_system_are_accepted()
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "Lån"), ("System", "Librion"), ("OpenNot", 2))
            .Add("ActionItems", ("SourceRow", "librion"), ("Status", "Pågår"));
        organisation.Build();

        Assert.DoesNotContain(organisation.Findings, f => f.Message.Contains("röda punkter"));
    }

    [Fact]
    public void A_mandatory_check_unanswered_after_its_phase_is_found()
    {
        var organisation = new Organisation()
            .Add("Procurements", ("Title", "Lås"), ("Phase", "Utvärdering"))
            .Add(
                "ProcurementChecks",
                ("Procurement", "Lås"),
                ("ProcurementLookupId", "1"),
                ("Phase", "Behov"),
                ("Mandatory", true)
            )
            .Add(
                "ProcurementChecks",
                ("Procurement", "Lås"),
                ("ProcurementLookupId", "1"),
                ("Phase", "Avtal"),
                ("Mandatory", true)
            );
        organisation.Build();

        Assert.Equal("1", Assert.Single(organisation.Findings, f => f.Column == "Svar").RowId);
    }

    [Fact]
    public void One_fact_with_two_values_is_found_between_years_of_an_objective()
    {
        var organisation = new Organisation()
            .Add("Objectives", ("Title", "Alla utbildade"), ("Year", 2025), ("Outcome", 68))
            .Add("Objectives", ("Title", "Alla utbildade"), ("Year", 2026), ("Previous", 71));
        organisation.Build();

        Assert.Equal(
            "Föregående utfall är 71 men förra årets rad säger 68. Rätta det tal som är fel.",
            Assert.Single(organisation.Findings, f => f.Column == "Föregående utfall").Message
        );
    }

    [Fact]
    public void A_clause_or_an_incident_entered_twice_is_found()
    {
        var organisation = new Organisation()
            .Add(2, "RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "9.3"))
            .Add("RequirementAssessments", ("Year", 2025), ("Edition", "2022"), ("Clause", "9.3"))
            .Add(2, "Incidents", ("Year", 2026), ("IaId", "IA-1"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Message.Contains("skattat två gånger"));
        Assert.Equal(("2", FindingLevel.Error), (finding.RowId, finding.Level));
        Assert.Equal("2", Assert.Single(organisation.Findings, f => f.Column == "IA-nummer").RowId);
    }

    [Fact]
    public void The_settings_must_be_one_row()
    {
        var (none, two) = (new Organisation(), new Organisation().Add(2, "Settings", ("OrganisationName", "Nämnden")));
        none.Build();
        two.Build();

        Assert.Contains(none.Findings, f => f is { List: "Inställningar", RowId: null });
        Assert.Contains(
            two.Findings,
            f => f is { List: "Inställningar", RowId: "2" } && f.Message.Contains("en enda rad")
        );
    }

    [Fact]
    public void The_annex_shows_the_gravest_first_and_counts_by_level()
    {
        var organisation = new Organisation()
            .Add("Settings", ("OrganisationForm", "Nämnd"))
            .Add("ActionItems", ("Status", "Klar"), ("CompletedOn", "2026-01-01"), ("DueText", "snart"))
            .Add("Incidents", ("Year", 2026), ("Status", "Ny"), ("ClosedOn", "2026-01-02"));
        var review = organisation.Build();

        Assert.Equal(organisation.Findings.Count, review.Findings.Rows.Count);
        Assert.Equal(
            review.Findings.Rows.OrderByDescending(f => f.Level).Select(f => f.Level),
            review.Findings.Rows.Select(f => f.Level)
        );
        Assert.Equal(1m, FieldText.Of(review, "Iakttagelser.Antal fel"));
        Assert.Equal(1m, FieldText.Of(review, "Iakttagelser.Antal upplysningar"));
        Assert.Matches(
            "gjordes \\d+\u00a0iakttagelser: 1\u00a0fel, \\d+\u00a0varning(ar)? och 1\u00a0upplysning\\.$",
            FieldText.Of(review, "Iakttagelser.Mening") as string
        );
    }

    private static List<Finding> Find(string list, (string Column, object Value)[] row)
    {
        var organisation = new Organisation().Add(list, row);
        organisation.Build();
        return organisation.Findings;
    }
}
