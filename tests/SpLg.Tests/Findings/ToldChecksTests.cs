using SpLg.Tests.Demo;

namespace SpLg.Tests.Findings;

/// <summary>A row that says too little to be told is a finding.</summary>
public class ToldChecksTests
{
    [Theory]
    [InlineData("DpoFindings", "Iakttagelse", "Finding")]
    [InlineData("DpoFindings", "Iakttagelse", "Recommendation")]
    [InlineData("UndesiredEvents", "Bedömning", "Observation")]
    [InlineData("InternalControlResults", "Resultat", "Comment")]
    [InlineData("ContextFactors", "Text", "Text")]
    [InlineData("Audits", "Resultat", "Findings")]
    [InlineData("StakeholderInputs", "Behov och förväntan", "Feedback")]
    [InlineData("TextBlocks", "Text", "Text")]
    public void A_row_with_nothing_but_its_name_is_one_until_something_more_is_written(
        string list,
        string column,
        string more
    )
    {
        var bare = new Organisation().Add(list, ("Title", "Namn"), ("Year", 2026));
        var told = new Organisation().Add(list, ("Title", "Namn"), ("Year", 2026), (more, "Mer"));
        bare.Build();
        told.Build();

        Assert.Single(bare.Findings, f => IsBare(f) && f.Column == column);
        Assert.DoesNotContain(told.Findings, IsBare);
    }

    [Theory]
    [InlineData("DpoFindings", "Rubrik")]
    [InlineData("ActionItems", "Åtgärd")]
    [InlineData("Procurements", "Upphandling")]
    [InlineData("Objectives", "Mål")]
    public void A_row_without_a_name_is_one(string list, string column)
    {
        var organisation = new Organisation().Add(list, ("Year", 2026));
        organisation.Build();
        Assert.Single(
            organisation.Findings,
            f => f.Column == column && f.Message.StartsWith("Uppgiften saknas", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_made_up_organisation_has_none()
    {
        var findings = new List<Finding>();
        BuiltReview.Build(DemoLists.Read([]), null, DemoLists.Years, Edition.Full, DemoLists.Today, findings);
        Assert.DoesNotContain(
            findings,
            f => IsBare(f) || f.Message.StartsWith("Uppgiften saknas, så dokumentet", StringComparison.Ordinal)
        );
    }

    private static bool IsBare(Finding finding) =>
        finding.Message.StartsWith("Raden har inget mer än sitt namn", StringComparison.Ordinal);
}
