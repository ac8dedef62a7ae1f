namespace SpLg.Tests.Approvals;

public class ApprovalCheckTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly DateTimeOffset Start = new(
        year: 2026,
        month: 3,
        day: 1,
        hour: 22,
        minute: 0,
        second: 0,
        offset: TimeSpan.Zero
    );

    private static readonly string[] Handed = ["app:Utkast klart", "isam:För fastställande", "app:För fastställande"];

    [Fact]
    public void An_approver_who_sets_the_status_has_approved_then_and_there_also_when_others_write_in_the_row_afterwards()
    {
        var verdict = Of([.. Handed, "chef:Fastställd", "app:Fastställd", "isam:Fastställd"]);

        Assert.Equal(("Chef", "Chef@exempel.se"), (verdict.Approval!.Name, verdict.Approval.Email));
        Assert.Equal((Start.AddHours(3), "4.0"), (verdict.Approval.At, verdict.Approval.Version));
        // 01:00 UTC is the next day where the site is.
        Assert.Equal(new DateOnly(2026, 3, 2), verdict.Approval.On);
    }

    [Theory]
    [InlineData("isam:Fastställd")]
    [InlineData("app:Fastställd")]
    [InlineData("nameless:Fastställd")]
    [InlineData("isam:Fastställd app:För_fastställande isam:Fastställd")]
    [InlineData("isam:Fastställd chef:Fastställd")]
    [InlineData("chef:Utkast_klart chef:Fastställd")]
    [InlineData("chef:Fastställd chef:För_fastställande isam:Fastställd")]
    [InlineData("chef:Fastställd isam:Uppdatering_begärd isam:För_fastställande isam:Fastställd")]
    [InlineData("chef:Fastställd isam:Fel isam:Fastställd")]
    [InlineData("chef:Fastställd isam:Publicerad isam:Fastställd")]
    [InlineData("isam:Fastställd app:Fel isam:Fastställd")]
    [InlineData("isam:Fastställd app:Fel chef:Fastställd")]
    [InlineData("chef:Fastställd app:Publicerad isam:Uppdatering_begärd app:Läser app:Fel isam:Fastställd")]
    [InlineData(
        "chef:Fastställd app:Publicerad isam:Uppdatering_begärd app:Läser app:Utkast_klart isam:För_fastställande isam:Fastställd"
    )]
    public void Nobody_else_has_and_nothing_else_is_approval(string then)
    {
        var verdict = Of([.. Handed, .. Steps(then)]);

        Assert.Null(verdict.Approval);
        Assert.False(verdict.IsHistoryShort);
    }

    [Theory]
    [InlineData("chef:Fastställd app:Fel isam:Fastställd")]
    [InlineData("chef:Fastställd app:Publicerad isam:Fastställd")]
    [InlineData("chef:Fastställd app:Publicerad isam:Fastställd app:Fel isam:Fastställd")]
    [InlineData("chef:Fastställd app:Publicerad isam:För_fastställande app:Publicerad isam:Fastställd")]
    [InlineData("chef:Fastställd app:Publicerad isam:Uppdatering_begärd isam:Läser app:Publicerad isam:Fastställd")]
    [InlineData("chef:Fastställd app:Publicerad isam:Fastställd app:Publicerad isam:Fastställd")]
    public void What_has_been_approved_may_be_published_again_by_anyone(string then) =>
        Assert.Equal(Start.AddHours(3), Of([.. Handed, .. Steps(then)]).Approval?.At);

    [Fact]
    public void The_approver_may_approve_after_somebody_elses_try_was_put_back() =>
        Assert.Equal(
            Start.AddHours(5),
            Of([.. Handed, "isam:Fastställd", "app:För fastställande", "chef:Fastställd"]).Approval?.At
        );

    [Fact]
    public void A_history_that_does_not_reach_back_is_no_approval()
    {
        Assert.True(Of(["chef:Fastställd"]).IsHistoryShort);
        Assert.True(Of(["app:Publicerad", "isam:Fastställd"]).IsHistoryShort);
        Assert.True(ApprovalCheck.Of(Request(null), new([]), ["chef@exempel.se"], Stockholm).IsHistoryShort);
    }

    [Fact]
    public void A_version_that_somebody_has_deleted_makes_nobody_else_the_one_who_approved()
    {
        var versions = Versions([.. Handed, "isam:Fastställd", "chef:Fastställd"])
            .Where(v => v.Label != "4.0")
            .ToList();

        Assert.Null(ApprovalCheck.Of(Request(null), new(versions), ["chef@exempel.se"], Stockholm).Approval);
    }

    [Theory]
    [InlineData(
        "isam:För_fastställande:2026 app:För_fastställande:2026 chef:Fastställd:2026 isam:Fastställd:2026",
        2026,
        true
    )]
    [InlineData(
        "isam:För_fastställande:2026 app:För_fastställande:2026 chef:Fastställd:2026 isam:Fastställd:2027",
        2027,
        false
    )]
    [InlineData(
        "isam:För_fastställande:2026 app:För_fastställande:2026 isam:För_fastställande:2027 chef:Fastställd:2027",
        2027,
        false
    )]
    [InlineData(
        "isam:För_fastställande:2026 app:För_fastställande:2026 chef:Fastställd:2026 app:Publicerad:2026 isam:Fastställd:2027",
        2027,
        false
    )]
    [InlineData(
        "isam:För_fastställande:2026 chef:Fastställd:2026 isam:Fastställd:2027 isam:Fastställd:2026",
        2027,
        false
    )]
    public void A_row_that_is_turned_to_another_year_does_not_take_its_approval_along(
        string then,
        int year,
        bool isApproved
    )
    {
        var verdict = Of(["app:Utkast klart:2026", .. Steps(then)], year);

        Assert.Equal((isApproved, !isApproved), (verdict.Approval is not null, verdict.IsOther));
    }

    [Theory]
    [InlineData("chef:Fastställd:2026", null, false)]
    [InlineData("chef:Fastställd:2026:egen", "egen", true)]
    [InlineData("isam:För_fastställande:2026:egen chef:Fastställd:2026:egen", "egen", true)]
    [InlineData("chef:Fastställd:2026 app:Fel:2026 isam:Fastställd:2026:egen", "egen", true)]
    public void A_template_that_is_changed_after_the_draft_was_handed_over_has_not_been_approved(
        string then,
        string? template,
        bool isOther
    )
    {
        string[] handed = ["app:Utkast klart:2026", "isam:För fastställande:2026", "app:För fastställande:2026"];

        var verdict = ApprovalCheck.Of(
            Request(2026, template),
            new(Versions([.. handed, .. Steps(then)])),
            ["chef@exempel.se"],
            Stockholm
        );

        Assert.Equal((isOther, !isOther), (verdict.IsOther, verdict.Approval is not null));
    }

    [Theory]
    [InlineData("chef:Fastställd:2026::skäl", false)]
    [InlineData("chef:För_fastställande:2026::skäl chef:Fastställd:2026::skäl", false)]
    [InlineData("app:För_fastställande:2026::skäl chef:Fastställd:2026::skäl", false)]
    [InlineData("isam:För_fastställande:2026::skäl chef:Fastställd:2026::skäl", true)]
    [InlineData("isam:För_fastställande:2026::skäl isam:För_fastställande:2026 chef:Fastställd:2026", false)]
    [InlineData("isam:För_fastställande:2026::x chef:Fastställd:2026::skäl", false)]
    [InlineData(
        "isam:För_fastställande:2026::x chef:Fastställd:2026::x app:För_fastställande:2026::x chef:Fastställd:2026::x",
        false
    )]
    [InlineData(
        "isam:För_fastställande:2026::x isam:Fastställd:2026::x app:För_fastställande:2026::x chef:Fastställd:2026::x",
        true
    )]
    [InlineData("chef:Fastställd:2026 app:Fel:2026 isam:Fastställd:2026::x", false)]
    public void What_others_decide_on_the_row_after_the_hand_over_is_told_of_once_before_it_is_approved(
        string then,
        bool isTold
    )
    {
        string[] handed =
        [
            "app:Utkast klart:2026:::Utkast klart",
            "isam:För fastställande:2026:::Utkast klart",
            "app:För fastställande:2026:::För fastställande",
        ];

        var verdict = Of([.. handed, .. Steps(then)], 2026);

        Assert.Equal((isTold, !isTold), (verdict.Changed.Count == 1, verdict.Approval is not null));
        if (!isTold)
            return;
        var told = RequestMessages.Refused(verdict, ReviewStatus.ForApproval, ["chef@exempel.se"]);
        Assert.Contains("har Isam ändrat ”Lämpligt, skäl”.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_approval_despite_gaps_is_called_what_was_set()
    {
        var verdict = Of([.. Handed, "isam:Fastställs trots brister"]);

        Assert.StartsWith(
            "Status Fastställs trots brister sattes av Isam.",
            RequestMessages.Refused(verdict, ReviewStatus.ForApproval, ["chef@exempel.se"]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("isam:Fastställd", ReviewStatus.DraftReady)]
    [InlineData("isam:Publicerad isam:Fastställd", ReviewStatus.DraftReady)]
    [InlineData(
        "chef:Fastställd app:Publicerad isam:Uppdatering_begärd app:Läser app:Utkast_klart isam:Avbruten",
        ReviewStatus.DraftReady
    )]
    [InlineData("chef:Fastställd app:Publicerad isam:Avbruten", ReviewStatus.Published)]
    public void What_a_person_writes_in_the_columns_makes_no_review_published(string then, ReviewStatus last)
    {
        var versions = Versions([.. Handed, .. Steps(then)]);

        Assert.Equal(
            last,
            new RequestHistory(versions).Last(
                new(null, ReviewStatus.Published, null, null, IsFullReview: true, HasApprovalDate: true, Year: 2026)
            )
        );
    }

    [Theory]
    [InlineData("isam:Begärd isam:Fel", true)]
    [InlineData("isam:Fel", true)]
    [InlineData("isam:Begärd app:Läser app:Fel", false)]
    [InlineData("isam:Begärd app:Läser app:Fel isam:Fel", false)]
    [InlineData("isam:Publicerad", true)]
    [InlineData("app:Utkast_klart isam:Publicerad", true)]
    [InlineData("app:Utkast_klart isam:För_fastställande chef:Fastställd isam:Publicerad", true)]
    [InlineData("app:Publicerad isam:Uppdatering_begärd app:Läser app:Utkast_klart isam:Publicerad", true)]
    [InlineData("app:Publicerad isam:Uppdatering_begärd app:Läser isam:Publicerad", false)]
    [InlineData("chef:Fastställd app:Publicerad", false)]
    public void A_status_of_the_applications_own_is_typed_when_a_person_made_it_so(string then, bool isTyped)
    {
        var versions = Versions([.. Steps(then)]);

        Assert.Equal(isTyped, new RequestHistory(versions).IsTyped(RequestState.Of(versions[0].Request)));
    }

    private static IEnumerable<string> Steps(string steps) => steps.Split(' ').Select(s => s.Replace('_', ' '));

    private static ApprovalVerdict Of(string[] steps, int? year = null) =>
        ApprovalCheck.Of(Request(year), new(Versions(steps)), ["annan@exempel.se", "chef@exempel.se"], Stockholm);

    private static ReviewRequest Request(int? year, string? template = null) =>
        RequestRow.Of(("Status", "Fastställd"), ("Year", $"{year}"), ("Template", template));

    /// <param name="steps">Oldest first, an hour each: who, the status afterwards, and the year and template where
    /// there are any.</param>
    private static List<RequestVersion> Versions(string[] steps) =>
        [.. steps.Select((step, i) => Version(i, step.Split(':'))).Reverse()];

    private static RequestVersion Version(int number, string[] parts) =>
        new(
            (number + 1).ToString(CultureInfo.InvariantCulture) + ".0",
            Start.AddHours(number),
            Who(parts[0]),
            RequestRow.Of(
                ("Status", parts[1]),
                ("Year", parts.ElementAtOrDefault(2)),
                ("Template", Cell(parts, 3)),
                ("SuitableReason", Cell(parts, 4)),
                ("Handled", Cell(parts, 5) ?? (parts.Length > 3 ? "För fastställande" : null))
            )
        );

    private static string? Cell(string[] parts, int number) =>
        parts.ElementAtOrDefault(number) is { Length: > 0 } text ? text : null;

    private static Author Who(string name) =>
        name switch
        {
            "chef" => new("Chef", "Chef@exempel.se", "1", IsApplication: false),
            "isam" => new("Isam", "isam@exempel.se", "2", IsApplication: false),
            "nameless" => new("Namnlös", null, null, IsApplication: false),
            _ => new("SpLg", null, null, IsApplication: true),
        };
}
