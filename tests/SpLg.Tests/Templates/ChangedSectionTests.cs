namespace SpLg.Tests.Templates;

/// <summary>The section on what has changed since the approval, in every shipped template of the review.</summary>
public sealed class ChangedSectionTests
{
    public static TheoryData<string, Edition> BothEditions => FilledTemplateTests.BothEditions;

    [Theory]
    [MemberData(nameof(BothEditions))]
    public void It_shows_what_the_edition_may_tell(string name, Edition edition)
    {
        var after = new Organisation().Add("ActionItems", ("Title", "Öva återställning"), ("DecidedInYear", 2025));
        var changes = RowChanges.Between(Rows(new Organisation()), Rows(after), SplgTemplate.Schema);
        using var filled = Fill(name, edition, new(2025, new(2026, 3, 5), changes));

        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.HeadingFaults());
        Assert.Empty(filled.TableFaults());
        Assert.Contains("Ändrat sedan fastställandet", filled.Headings().Select(h => h.Text));
        Assert.Contains("ändrats: 1\u00a0ny åtgärd.", filled.Text, StringComparison.Ordinal);
        Assert.Equal(edition == Edition.Full, filled.Text.Contains("Öva återställning", StringComparison.Ordinal));
        Assert.Contains(
            $"{(edition == Edition.Full ? "Rader" : "Antal rader")} som har ändrats sedan fastställandet",
            filled.Text.Split('\n')
        );
    }

    [Theory]
    [MemberData(nameof(BothEditions))]
    public void It_says_so_when_nothing_has_changed(string name, Edition edition)
    {
        using var filled = Fill(name, edition, new(2025, new(2026, 3, 5), RowChanges.None));

        Assert.Contains("inte ändrats.", filled.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("som har ändrats sedan fastställandet", filled.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BothEditions))]
    public void It_is_not_there_when_no_review_has_been_approved(string name, Edition edition)
    {
        using var filled = Fill(name, edition, null);

        Assert.DoesNotContain("Ändrat sedan fastställandet", filled.Headings().Select(h => h.Text));
    }

    private static DocxExamination Fill(string name, Edition edition, SinceApproval? since)
    {
        var review = BuiltReview.Build(
            new Organisation().Read() with
            {
                SinceApproval = since,
            },
            null,
            Organisation.Years,
            edition,
            Organisation.Today,
            []
        );
        return new(ReviewTemplates.Compile(name).Fill(review));
    }

    private static Dictionary<string, IReadOnlyList<ListRow>> Rows(Organisation organisation) =>
        organisation.Rows.ToDictionary(r => r.Key, r => (IReadOnlyList<ListRow>)r.Value, StringComparer.Ordinal);
}
