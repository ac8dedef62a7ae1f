using SpLg.Tests.Demo;

namespace SpLg.Tests.Checklists;

public class ClauseListTests
{
    [Fact]
    public void The_older_edition_has_26_clauses_and_the_newer_one_more_which_is_6_3()
    {
        var (older, newer) = (Numbers(ClauseEdition.Edition2013), Numbers(ClauseEdition.Edition2022));

        Assert.Equal(26, older.Count);
        Assert.Equal(["6.3"], newer.Except(older));
        Assert.Empty(older.Except(newer));
    }

    [Fact]
    public void Clauses_stand_in_order_in_every_chapter_from_4_to_10()
    {
        foreach (var edition in Enum.GetValues<ClauseEdition>())
        {
            var numbers = Numbers(edition);
            Assert.Equal(numbers.OrderBy(Clause.Order, StringComparer.Ordinal), numbers);
            Assert.Equal([4, 5, 6, 7, 8, 9, 10], numbers.Select(n => Clause.Chapter(n)!.Value).Distinct());
        }
    }

    [Fact]
    public void The_two_last_clauses_changed_places_and_their_words_went_with_them()
    {
        var (older, newer) = (
            ClauseList.Of(ClauseEdition.Edition2013).ToDictionary(c => c.Number, c => c.Title),
            ClauseList.Of(ClauseEdition.Edition2022).ToDictionary(c => c.Number, c => c.Title)
        );

        foreach (var number in (string[])["10.1", "10.2"])
            Assert.Equal(older[number], newer[Clause.In(ClauseEdition.Edition2022, ClauseEdition.Edition2013, number)]);
        Assert.NotEqual(older["10.1"], older["10.2"]);
    }

    [Fact]
    public void Nothing_is_missing_when_everything_is_assessed() =>
        Assert.All(Enum.GetValues<ClauseEdition>(), e => Assert.Empty(ClauseList.Missing(e, Numbers(e).ToHashSet())));

    [Theory]
    [InlineData("9.2", new[] { "9.3" })]
    [InlineData("9.2.1", new[] { "9.2.2", "9.3" })]
    [InlineData("9.2.1 9.3.2", new[] { "9.2.2", "9.3.1", "9.3.3" })]
    [InlineData("9.2 9.2.1", new[] { "9.3" })]
    public void A_clause_with_parts_is_missing_as_a_whole_or_in_the_parts_that_nobody_assessed(
        string assessed,
        string[] missing
    ) =>
        Assert.Equal(
            missing,
            ClauseList
                .Missing(ClauseEdition.Edition2022, assessed.Split(' ').ToHashSet())
                .Select(c => c.Number)
                .Where(n => n is ['9', '.', '2' or '3', ..])
                .Order()
        );

    [Fact]
    public void A_clause_assessed_as_a_whole_covers_its_parts() =>
        Assert.DoesNotContain(
            ClauseList.Missing(ClauseEdition.Edition2013, new HashSet<string> { "7.5" }),
            c => c.Number.StartsWith("7.5", StringComparison.Ordinal)
        );

    [Fact]
    public void The_made_up_organisation_has_assessed_every_clause_of_its_edition() =>
        Assert.Empty(
            ClauseList.Missing(
                ClauseEdition.Edition2022,
                DemoLists
                    .Read([])
                    .RequirementAssessments.Where(r => r.Origin.IsOf(2026))
                    .Select(r => r.Clause!)
                    .ToHashSet()
            )
        );

    private static IReadOnlyList<string> Numbers(ClauseEdition edition) =>
        [.. ClauseList.Of(edition).Select(c => c.Number)];
}
