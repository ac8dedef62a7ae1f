namespace SpLg.Tests.Demo;

public sealed class DemoDataTests
{
    private static readonly SiteSchema Schema = ShippedFiles.Schema();
    private readonly FileFindings reading = [];
    private readonly OrganisationLists lists;

    public DemoDataTests() => lists = DemoLists.Read(reading);

    [Fact]
    public void Every_cell_can_be_read_as_its_column_asks()
    {
        // The requests are made by the demo itself.
        Assert.Empty(
            reading
                .Where(f => f.List != Schema.Lists.Single(l => l.Name == "ReviewRequests").Title)
                .Select(f => $"{f.List} {f.RowId} {f.Column}: {f.Message}")
        );
    }

    [Fact]
    public void Every_file_has_exactly_the_columns_that_people_fill_in()
    {
        foreach (var path in RowFolder.Files(ShippedFiles.DemoFolder))
        {
            var list = RowFolder.ListOf(path, Schema)!;
            var header = CsvTable.Parse(File.ReadAllText(path), _ => true).Header;
            Assert.Equal(
                list.Columns.Where(c => c.InForms).Select(c => c.DisplayName).Order(StringComparer.Ordinal),
                header.Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void No_two_rows_of_a_list_have_the_same_external_key()
    {
        foreach (var path in RowFolder.Files(ShippedFiles.DemoFolder))
        {
            var list = RowFolder.ListOf(path, Schema)!;
            var keys = RowFolder.TryReadFile(path, list, [])!.Select(r => r.Fields["ExternalKey"].GetString()).ToList();
            Assert.Equal(keys.Count, keys.Distinct().Count());
        }
    }

    [Fact]
    public void Every_lookup_names_one_row_of_the_other_list()
    {
        Assert.All(
            lists.Incidents,
            i => Assert.Single(lists.ProcessingActivities, a => a.Title == i.ProcessingActivity?.Text)
        );
        Assert.All(lists.ProcessingActivities, a => Assert.NotNull(a.ManagedObject));
        Assert.All(
            lists.ProcurementChecks,
            c => Assert.Single(lists.Procurements, p => p.Title == c.Procurement?.Text)
        );
        Assert.All(
            lists.Decisions.Where(d => d.ActionItem is not null),
            d => Assert.Single(lists.ActionItems, a => a.Title == d.ActionItem?.Text)
        );
    }

    [Fact]
    public void It_is_large_enough_to_look_like_an_organisation()
    {
        Assert.True(lists.Incidents.Count >= 40);
        Assert.True(lists.UndesiredEvents.Count >= 12);
        Assert.True(lists.ProcessingActivities.Count >= 30);
        Assert.True(lists.ActionItems.Count >= 25);
        Assert.True(
            lists.Procurements.Count(p => lists.ProcurementChecks.Any(c => c.Procurement?.Text == p.Title)) >= 8
        );
        Assert.Equal([2025, 2026], lists.Incidents.Select(i => (int)i.Origin.Year.Value!).Distinct().Order());
    }

    [Fact]
    public void The_self_assessment_has_the_same_clauses_both_years()
    {
        var clauses = lists.RequirementAssessments.ToLookup(r => (int)r.Origin.Year.Value!, r => r.Clause);
        Assert.Equal(clauses[2025], clauses[2026]);
        Assert.All(["4.1", "6.3", "9.3.2", "10.1", "10.2"], c => Assert.Contains(c, clauses[2026]));
    }

    [Fact]
    public void Every_choice_of_the_incidents_is_used()
    {
        Assert.Equal(
            Enum.GetValues<IncidentKind>(),
            lists.Incidents.Select(i => i.Kind.Value!.Value).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<Severity>(),
            lists.Incidents.Select(i => i.Severity.Value!.Value).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<IncidentStatus>(),
            lists.Incidents.Select(i => i.Status.Value!.Value).Distinct().Order()
        );
    }

    [Fact]
    public void It_has_the_faults_that_were_put_there_to_be_found()
    {
        var findings = new List<Finding>();
        BuiltReview.Build(lists, null, DemoLists.Years, Edition.Full, DemoLists.Today, findings);
        var found = findings.Select(f => (f.Level, f.List, f.Column)).ToHashSet();
        Assert.Contains((FindingLevel.Error, "Incidenter", "Sekretessgrund (OSL)"), found);
        Assert.Contains((FindingLevel.Error, "Incidenter", "Avslutad den"), found);
        Assert.Contains((FindingLevel.Error, "Incidenter", "Sammanfattning för publicering"), found);
        Assert.Contains((FindingLevel.Error, "Upphandlingar", "Klartecken den"), found);
        Assert.Contains((FindingLevel.Warning, "Informationsbehandlingar", "Senaste KLASSA"), found);
        Assert.Contains((FindingLevel.Warning, "Åtgärder", "Ansvarig"), found);
        Assert.Contains((FindingLevel.Warning, "Självskattning", "Föreslagen åtgärd"), found);
        Assert.Contains((FindingLevel.Warning, "Självskattning", "Prioritet"), found);
        Assert.Contains((FindingLevel.Info, "Åtgärder", "Tidsangivelse i ord"), found);
    }

    [Fact]
    public void No_row_has_an_address_that_could_be_somebodys()
    {
        Assert.All(
            RowFolder.Files(ShippedFiles.DemoFolder),
            path => Assert.DoesNotContain('@', File.ReadAllText(path))
        );
    }
}
