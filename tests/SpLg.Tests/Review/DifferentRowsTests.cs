namespace SpLg.Tests.Review;

/// <summary>The same fact in two rows: with two values it is found, with one it is not.</summary>
public class DifferentRowsTests
{
    public static TheoryData<string, string, object, object, string[]> Facts =>
        new()
        {
            { "Incidents", "OccurredOn", "2026-03-01", "2026-03-02", ["IaId=IA-1"] },
            { "Incidents", "Severity", "Låg", "Hög", ["IaId=IA-1"] },
            { "UndesiredEvents", "Likelihood", 2, 3, ["Title=Obehörig åtkomst", "Year=2026"] },
            {
                "InternalControlResults",
                "Result",
                "Avvikelser",
                "Ej genomförd",
                ["Title=Behörigheter", "Year=2026", "Period=T1"]
            },
            { "ProcessingActivities", "NetworkZone", "Inre", "Yttre", ["System=Librion"] },
            { "ProcessingActivities", "ObjectOwner", "Eva Ek", "Bo Alm", ["System=Librion"] },
            { "ActionItems", "Status", "Pågår", "Klar", ["Title=Utbilda", "DecidedInYear=2025"] },
            { "DpoFindings", "Severity", 2, 3, ["Title=Register", "ReportYear=2025"] },
            { "Audits", "CompletedOn", "2026-03-01", "2026-03-02", ["Title=Granskning", "Year=2026"] },
            { "GoverningDocuments", "AdoptedOn", "2024-03-01", "2025-03-01", ["Title=Riktlinje", "Level=Stad"] },
            { "TrainingResults", "Completed", 8, 9, ["Title=Grundkurs", "Unit=Museet", "Year=2026"] },
            { "Objectives", "Outcome", 8, 9, ["Title=Färre fel", "Year=2026"] },
            { "Decisions", "DecidedOn", "2026-03-01", "2026-03-02", ["Title=Inför tvåfaktor", "Year=2026"] },
        };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Two_values_are_found_with_both_rows_and_one_value_is_not(
        string list,
        string column,
        object value,
        object other,
        string[] same
    )
    {
        var name = SplgTemplate.Schema.List(list).Column(column).DisplayName;

        var finding = Assert.Single(
            Find(value, other),
            f => f.Column == name && f.Message.Contains("två olika uppgifter", StringComparison.Ordinal)
        );
        Assert.Equal((FindingLevel.Warning, "2"), (finding.Level, finding.RowId));
        Assert.Contains("på rad 1", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Find(value, value),
            f => f.Message.Contains("två olika uppgifter", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            Find(value, ""),
            f => f.Message.Contains("två olika uppgifter", StringComparison.Ordinal)
        );

        List<Finding> Find(params object[] values)
        {
            var organisation = new Organisation();
            foreach (var one in values)
                organisation.Add(
                    list,
                    [.. same.Select(s => s.Split('=')).Select(s => (s[0], (object)s[1])), (column, one)]
                );
            organisation.Build();
            return organisation.Findings;
        }
    }

    [Fact]
    public void The_same_training_twice_and_the_same_registry_number_twice_are_found()
    {
        var organisation = new Organisation()
            .Add(
                2,
                "TrainingResults",
                ("Title", "Grundkurs"),
                ("Unit", "Museet"),
                ("Year", 2026),
                ("Expected", 10),
                ("Completed", 8)
            )
            .Add(
                "TrainingResults",
                ("Title", "Grundkurs"),
                ("Unit", "Badet"),
                ("Year", 2026),
                ("Expected", 10),
                ("Completed", 8)
            )
            .Add(2, "Procurements", ("RegistryNumber", "KFN 2026-1"));
        organisation.Build();

        Assert.Equal(
            "2",
            Assert
                .Single(
                    organisation.Findings,
                    f => f.Message.StartsWith("Rad 1 gäller samma utbildning", StringComparison.Ordinal)
                )
                .RowId
        );
        Assert.Equal(
            "2",
            Assert
                .Single(
                    organisation.Findings,
                    f => f.Message.StartsWith("Rad 1 har samma diarienummer", StringComparison.Ordinal)
                )
                .RowId
        );
    }
}
