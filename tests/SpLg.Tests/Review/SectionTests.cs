namespace SpLg.Tests.Review;

public sealed class SectionTests
{
    private static readonly ReviewSource Source = new(
        new Organisation().Read(),
        StalenessLimits.Default,
        Organisation.Years,
        Organisation.Today
    );

    [Fact]
    public void Parts_stand_in_the_order_of_the_document_but_for_those_that_say_what_they_come_after() =>
        Assert.Equal(
            ["a", "c", "d", "b", "e"],
            ToldAfter
                .InOrder(
                    [("e", "b"), ("a", null), ("b", "d"), ("c", "not here"), ("d", (string?)null)],
                    p => p.Item1,
                    p => p.Item2
                )
                .Select(p => p.Item1)
        );

    [Fact]
    public void What_a_text_a_figure_or_a_part_comes_after_is_there()
    {
        AssertThere(ReviewSections.All.SelectMany(s => s.Texts).Select(t => (t.Name, t.After)));
        AssertThere(
            ReviewSections.All.Select(s => s.Compared).OfType<ComparedSection>().Select(c => (c.Name, c.After))
        );
        AssertThere(
            ReviewSections
                .All.Select(s => s.SummarisedIn(Source))
                .OfType<SummarisedPart>()
                .Select(s => (s.Section, s.After))
        );
        Assert.All(
            ReviewSections.All.SelectMany(s => s.CoveredIn(Source)).GroupBy(c => c.Point),
            point => AssertThere(point.Select(c => (c.Section, c.After)))
        );
    }

    [Fact]
    public void Texts_are_named_in_the_order_of_the_document() =>
        Assert.Equal(
            "Syfte, LIS, Utgångspunkt, Ansvar, Metod, Årshjul, Sammanfattning, Tidigare åtgärder, Omvärld, Kompetens, Intressenter, "
                + "Incidenter, Händelser, Internkontroll, Utbildning, Revisioner, Dataskydd, Mål, Läge, Upphandling, "
                + "Risker, Prioriteringar, Plan, Självskattning, Förbättringar, Beslut, Slutsats, "
                + "Fastställande",
            string.Join(", ", StandingTexts.Names)
        );

    [Fact]
    public void Each_figure_that_an_objective_may_follow_is_counted_by_one_section() =>
        Assert.All(
            Enum.GetValues<FollowedFigure>(),
            figure => Assert.Single(ReviewSections.All, s => s.Followed(figure) is not null)
        );

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
        var source = new ReviewSource(new(), StalenessLimits.Default, Organisation.Years, Organisation.Today);
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
        Assert.Same(Source.Of(Incidents.Section), Source.Of(Incidents.Section));
    }

    private static void AssertThere(IEnumerable<(string Name, string? After)> parts)
    {
        var all = parts.ToList();
        Assert.NotEmpty(all);
        Assert.Equal(all.Count, all.DistinctBy(p => p.Name).Count());
        Assert.Subset(all.Select(p => p.Name).ToHashSet(), all.Select(p => p.After).OfType<string>().ToHashSet());
    }
}
