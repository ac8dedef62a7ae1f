namespace SpLg.Tests.Review;

public class FollowedUpEventsTests
{
    [Theory]
    [InlineData("Följs", "Bedömningen är att arbetssättet följs.")]
    [InlineData("Följs delvis", "Bedömningen är att arbetssättet följs delvis.")]
    [InlineData("Följs inte", "Bedömningen är att arbetssättet inte följs.")]
    [InlineData("Ej bedömd", "Händelsen är inte bedömd.")]
    [InlineData("Bra", "Bedömningen är antecknad som ”Bra”.")]
    [InlineData("", "Bedömning saknas.")]
    public void An_event_is_judged_in_a_sentence(string assessment, string expected) =>
        Assert.Equal(expected, FieldText.First(Event(assessment), "Uppföljda händelser.Händelser", "Bedömningsmening"));

    [Fact]
    public void How_events_were_followed_up_is_told_once_for_each_method()
    {
        var organisation = Event("Följs", ("FollowUpMethod", new[] { "Systemuttag", "Stickprov" }))
            .Add("UndesiredEvents", ("Title", "b"), ("Year", 2025), ("FollowUpMethod", new[] { "Stickprov" }));

        Assert.Equal(
            "Uppföljningen har gjorts genom stickprov och uttag ur system.",
            FieldText.First(organisation, "Uppföljda händelser.Händelser", "Uppföljningsmening")
        );
        Assert.Equal(
            "Uppföljningen har gjorts genom stickprov och uttag ur system.",
            FieldText.Of(organisation.Build(), "Uppföljda händelser.Metodmening")
        );
        Assert.Null(FieldText.First(Event("Följs"), "Uppföljda händelser.Händelser", "Uppföljningsmening"));
    }

    [Fact]
    public void Followed_up_events_are_summed_in_sentences()
    {
        var review = Event("Följs delvis", ("InInternalControlPlan", true))
            .Add(
                2,
                "UndesiredEvents",
                ("Title", "b"),
                ("Year", 2025),
                ("Assessment", "Följs inte"),
                ("InInternalControlPlan", false)
            )
            .Add("UndesiredEvents", ("Title", "c"), ("Year", 2025))
            .Build();

        Assert.Equal(
            "Analysen för 2025 tog upp 4\u00a0oönskade händelser inom informationssäkerhet.",
            FieldText.Of(review, "Uppföljda händelser.Antalsmening")
        );
        Assert.Equal(
            "En av dem fanns med i internkontrollplanen (IKP); för en är det inte angivet.",
            FieldText.Of(review, "Uppföljda händelser.Internkontrollmening")
        );
        Assert.Equal(
            "Arbetssättet följs delvis för en och följs inte för två; en är inte bedömd.",
            FieldText.Of(review, "Uppföljda händelser.Bedömningsmening")
        );
    }

    [Fact]
    public void Events_that_nobody_has_judged_say_so() =>
        Assert.Equal(
            "Ingen av händelserna är bedömd.",
            FieldText.Of(Event("").Build(), "Uppföljda händelser.Bedömningsmening")
        );

    [Theory]
    [InlineData(
        "Delvis ok",
        false,
        "Den fanns inte med i internkontrollplanen (IKP).",
        " För en går bedömningen inte att läsa."
    )]
    [InlineData("", true, "Den fanns med i internkontrollplanen (IKP).", "Ingen av händelserna är bedömd.")]
    public void An_event_alone_is_spoken_of_as_one_and_a_judgement_that_cannot_be_read_is_none_that_is_missing(
        string assessment,
        bool inPlan,
        string plan,
        string judgement
    )
    {
        var review = Event(assessment, ("InInternalControlPlan", inPlan)).Build();

        Assert.Equal(plan, FieldText.Of(review, "Uppföljda händelser.Internkontrollmening"));
        Assert.Equal(judgement.TrimStart(), FieldText.Of(review, "Uppföljda händelser.Bedömningsmening"));
    }

    private static Organisation Event(string assessment, params (string Column, object Value)[] more) =>
        new Organisation().Add(
            "UndesiredEvents",
            [("Title", "a"), ("Year", 2025), ("Assessment", assessment), .. more]
        );
}
