namespace SpLg.Tests.Figures;

/// <summary>The hours that the law gives, held against what an incident's row says.</summary>
public sealed class IncidentClockTests
{
    [Theory]
    [InlineData("2026-03-06 13:00", "2026-03-09 13:00", "Lagens tidsfrister: en hölls.")]
    [InlineData(
        "2026-03-06 13:00",
        "2026-03-09 13.30",
        "IA-1: anmälan till IMY 73\u00a0timmar efter vetskapen; gränsen är 72\u00a0timmar. Skäl: Helg."
    )]
    [InlineData(
        "2026-03-06T12:00:00Z",
        "2026-03-10T12:00:00Z",
        "IA-1: anmälan till IMY 96\u00a0timmar efter vetskapen; gränsen är 72\u00a0timmar. Skäl: Helg."
    )]
    public void A_notification_to_the_authority_has_seventy_two_hours(string aware, string reported, string said)
    {
        var review = Build(
            ("AwareAt", aware),
            ("ReportedToImyAt", reported),
            ("PersonalDataBreach", true),
            ("LateReason", "Helg")
        );

        Assert.Contains(said, Told(review));
    }

    [Theory]
    [InlineData("2026-03-06", "2026-03-07", false)]
    [InlineData("2026-03-06", "2026-03-09", true)]
    public void Dates_without_time_of_day_show_nothing_where_the_time_of_day_decides(
        string found,
        string on,
        bool unknown
    )
    {
        var organisation = With(("DiscoveredOn", found), ("ReportedToImyOn", on));
        var review = organisation.Build();

        Assert.Equal(
            unknown
                ? ["IA-1: om anmälan till IMY kom inom 72\u00a0timmar går inte att visa, eftersom klockslag saknas."]
                : [],
            review.Incidents.Clocks.Where(c => c.State != ClockState.InTime).Select(c => c.InWords)
        );
        Assert.Equal(unknown ? 1 : 0, organisation.Findings.Count(f => f.Column == "Vetskap, tidpunkt"));
    }

    [Fact]
    public void Many_days_without_time_of_day_are_late_whatever_the_time_of_day()
    {
        var organisation = With(("DiscoveredOn", "2026-03-02"), ("ReportedToImyOn", "2026-03-09"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Column == "Anmäld till IMY, tidpunkt");
        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("gränsen är 72\u00a0timmar", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Skäl till sen anmälan", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_significant_incident_has_a_warning_a_notification_and_a_final_report()
    {
        var review = Build(
            ("AwareAt", "2026-03-06 08:00"),
            ("SignificantUnderCybersecurityAct", true),
            ("ReportedAt", "2026-03-10 09:00"),
            ("Status", "Avslutad"),
            ("ClosedOn", "2026-03-20")
        );

        Assert.Equal(
            [
                "IA-1: uppgift om upplysning till CSIRT-enheten saknas; gränsen är 24\u00a0timmar.",
                "IA-1: incidentanmälan till CSIRT-enheten 97\u00a0timmar efter vetskapen; gränsen är 72\u00a0timmar.",
                "IA-1: uppgift om slutrapporten saknas; gränsen är 1\u00a0månad från incidentanmälan.",
            ],
            review.Incidents.Clocks.Select(c => c.InWords)
        );
    }

    [Fact]
    public void A_notification_within_a_day_is_a_warning_too()
    {
        var review = Build(
            ("AwareAt", "2026-03-06 08:00"),
            ("SignificantUnderCybersecurityAct", true),
            ("ReportedAt", "2026-03-06 20:00"),
            ("StatusReportOn", "2026-04-01")
        );

        Assert.Equal(
            [ClockState.InTime, ClockState.InTime, ClockState.InTime],
            review.Incidents.Clocks.Select(c => c.State)
        );
    }

    [Theory]
    [InlineData("", "", "", "uppgift om lägesrapporten saknas; gränsen är 1\u00a0månad från incidentanmälan.")]
    [InlineData("2026-04-05", "", "", null)]
    [InlineData(
        "",
        "2026-05-02",
        "2026-05-20",
        "uppgift om lägesrapporten saknas; gränsen är 1\u00a0månad från incidentanmälan."
    )]
    [InlineData("", "2026-03-20", "2026-04-05", null)]
    [InlineData("2026-04-05", "9999-12-31", "", null)]
    [InlineData("2026-04-20", "", "", "lägesrapporten efter gränsen, som är 1\u00a0månad från incidentanmälan.")]
    [InlineData("2026-04-05", "2026-05-10", "2026-06-09", null)]
    [InlineData(
        "2026-04-05",
        "2026-05-10",
        "2026-06-12",
        "slutrapporten efter gränsen, som är 1\u00a0månad från att incidenten var hanterad."
    )]
    [InlineData(
        "2026-04-05",
        "2026-05-10",
        "",
        "uppgift om slutrapporten saknas; gränsen är 1\u00a0månad från att incidenten var hanterad."
    )]
    public void What_is_still_handled_after_a_month_has_a_status_report_and_a_final_one_when_it_is_handled(
        string status,
        string closed,
        string final,
        string? told
    )
    {
        var review = Build(
            ("AwareAt", "2026-03-06 08:00"),
            ("SignificantUnderCybersecurityAct", true),
            ("ReportedAt", "2026-03-06 20:00"),
            ("Status", closed.Length > 0 ? "Avslutad" : "Pågår"),
            ("ClosedOn", closed),
            ("StatusReportOn", status),
            ("FinalReportOn", final)
        );

        Assert.Equal(
            told is null ? [] : [$"IA-1: {told}"],
            review.Incidents.Clocks.Where(c => c.State != ClockState.InTime).Select(c => c.InWords)
        );
    }

    [Fact]
    public void The_settings_decide_limits_receiver_and_whether_the_law_applies()
    {
        var through = With(("AwareAt", "2026-03-06 08:00"), ("SignificantUnderCybersecurityAct", true))
            .Add("Settings", ("Title", "x"), ("EarlyWarningHours", 12), ("NotifiedThroughCity", true))
            .Build();
        var not = With(("SignificantUnderCybersecurityAct", true))
            .Add("Settings", ("Title", "x"), ("CybersecurityActApplies", false))
            .Build();

        Assert.Equal(
            ["IA-1: uppgift om överlämnandet till kommunen saknas; gränsen är 12\u00a0timmar."],
            through.Incidents.Clocks.Select(c => c.InWords)
        );
        Assert.Empty(not.Incidents.Clocks);
    }

    [Theory]
    [InlineData("2026-03-28 12:00", "2026-03-31 12:30", ClockState.InTime)]
    [InlineData("2026-10-24 12:00", "2026-10-27 11:30", ClockState.Late)]
    public void The_hours_are_those_that_have_passed_also_when_summer_time_begins_and_ends(
        string aware,
        string reported,
        ClockState state
    )
    {
        var stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
        var incident = With().Read().Of(Incident.AsList)[0] with
        {
            AwareAt = Moment(aware),
            ReportedToImyAt = Moment(reported),
        };

        var clock = Assert.Single(IncidentClock.Of(incident, ClockLimits.Of(null), new(2026, 11, 20), stockholm));
        Assert.Equal(state, clock.State);

        Entry<DateTimeOffset> Moment(string text) => new(DayText.TryReadMoment(text, stockholm), text);
    }

    [Fact]
    public void A_significant_incident_without_notification_has_not_kept_the_times_of_the_law()
    {
        var review = Build(
            ("AwareAt", "2026-03-06 08:00"),
            ("SignificantUnderCybersecurityAct", true),
            ("EarlyWarningAt", "2026-03-06 09:00")
        );

        Assert.Equal("Lagens tidsfrister: en hölls och en hölls inte.", FieldText.Of(review, "Incidenter.Tidsfrister"));
    }

    [Fact]
    public void What_is_not_due_yet_is_not_missing()
    {
        var review = Build(("AwareAt", "2026-11-20 08:00"), ("SignificantUnderCybersecurityAct", true));

        Assert.Empty(review.Incidents.Clocks);
    }

    [Fact]
    public void The_day_an_incident_occurred_says_only_that_nobody_knew_before()
    {
        var review = Build(("ReportedToImyOn", "2026-03-21"));

        Assert.Equal([ClockState.NotShown], review.Incidents.Clocks.Select(c => c.State));
    }

    [Theory]
    [InlineData("2026-03-09")]
    [InlineData("14:30")]
    [InlineData("9/3/2026 13:05")]
    public void A_text_without_day_or_time_of_day_is_no_moment(string text) =>
        Assert.Null(DayText.TryReadMoment(text, TimeZoneInfo.Utc));

    [Fact]
    public void The_open_edition_tells_nothing_of_single_notifications()
    {
        var review = With(
                ("AwareAt", "2026-03-02 08:00"),
                ("ReportedToImyAt", "2026-03-09 08:00"),
                ("LateReason", "Helg")
            )
            .Build(Edition.Open);

        Assert.Empty(review.Incidents.Clocks);
        Assert.Null(FieldText.Of(review, "Incidenter.Tidsfrister"));
    }

    private static IEnumerable<string> Told(BuiltReview review) =>
        review
            .Incidents.Clocks.Where(c => c.State != ClockState.InTime)
            .Select(c => c.InWords)
            .Append($"{FieldText.Of(review, "Incidenter.Tidsfrister")}");

    private static BuiltReview Build(params (string, object)[] cells) => With(cells).Build();

    private static Organisation With(params (string, object)[] cells) =>
        new Organisation().Add("Incidents", [("Title", "x"), ("IaId", "IA-1"), ("OccurredOn", "2026-03-01"), .. cells]);
}
