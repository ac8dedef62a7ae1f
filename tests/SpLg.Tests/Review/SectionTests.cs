namespace SpLg.Tests.Review;

public sealed class SectionTests
{
    [Fact]
    public void Each_place_of_a_text_a_figure_of_the_summary_and_a_part_of_the_roll_up_is_taken_once()
    {
        var source = new ReviewSource(
            new Organisation().Read(),
            StalenessLimits.Default,
            Organisation.Year,
            Organisation.Today
        );

        AssertOnce(ReviewSections.All.SelectMany(s => s.Texts).Select(t => t.Place));
        AssertOnce(ReviewSections.All.Select(s => s.KeyFiguresIn(source)?.Place).OfType<int>());
        AssertOnce(ReviewSections.All.Select(s => s.Compared?.Place).OfType<int>());
        AssertOnce(ReviewSections.All.SelectMany(s => s.CoveredIn(source)).Select(c => (c.Point, c.Place)));
    }

    [Fact]
    public void Every_input_that_the_standard_asks_for_is_covered_by_a_section()
    {
        var inputs = new Organisation().Build().Of(StandardInput.Section);

        Assert.Equal(["a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"], inputs.Select(i => i.Point));
        Assert.All(inputs, i => Assert.NotEmpty(i.Parts));
    }

    [Fact]
    public void A_section_that_is_built_of_itself_says_so()
    {
        var source = new ReviewSource(new(), StalenessLimits.Default, Organisation.Year, Organisation.Today);
        Section<object>? own = null;
        own = new("Egen", "Egen.", () => Summary.Fields, s => s.Of(own!));

        Assert.Contains(
            "Egen",
            Assert.Throws<InvalidOperationException>(() => source.Of(own)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_section_is_built_once_however_many_ask()
    {
        var source = new ReviewSource(
            new Organisation().Read(),
            StalenessLimits.Default,
            Organisation.Year,
            Organisation.Today
        );

        Assert.Same(source.Of(Incidents.Section), source.Of(Incidents.Section));
    }

    private static void AssertOnce<T>(IEnumerable<T> places)
    {
        var all = places.ToList();
        Assert.NotEmpty(all);
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}
