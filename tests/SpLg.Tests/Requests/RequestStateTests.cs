namespace SpLg.Tests.Requests;

public class RequestStateTests
{
    private static readonly DateTimeOffset Now = new(
        year: 2026,
        month: 11,
        day: 20,
        hour: 12,
        minute: 0,
        second: 0,
        offset: TimeSpan.Zero
    );
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("Begärd", null, null, true)]
    [InlineData("Uppdatering begärd", "other/1", "2026-11-20T11:59:00Z", true)]
    [InlineData("Läser", "me/this-1", "2026-11-20T11:59:00Z", true)]
    [InlineData("Läser", "me/earlier-1", "2026-11-20T11:57:59Z", true)]
    [InlineData("Läser", "me/second-1", "2026-11-20T11:58:00Z", false)]
    [InlineData("Läser", "me/second-1", "2026-11-20T11:59:00Z", false)]
    [InlineData("Läser", "other/1", "2026-11-20T12:05:00Z", false)]
    [InlineData("Läser", "other/1", "2030-01-01T00:00:00Z", true)]
    [InlineData("Läser", "me/second-1", "9999-12-31T23:59:59.9999999Z", true)]
    [InlineData("Läser", "me/second-1", "0001-01-01T00:00:00Z", true)]
    [InlineData("Läser", "other/1", "2026-11-20T11:59:00Z", false)]
    [InlineData("Läser", "other/1", "2026-11-20T11:49:00Z", true)]
    [InlineData("Läser", "me-too/1", "2026-11-20T11:59:00Z", false)]
    [InlineData("Läser", "other/1", null, true)]
    [InlineData("Läser", null, null, false)]
    [InlineData("För fastställande", null, null, true)]
    [InlineData("För fastställande", "other/1", "2026-11-20T11:59:00Z", false)]
    [InlineData("För fastställande", "other/1", "2026-11-20T11:49:00Z", true)]
    [InlineData("För fastställande", "me/this-1", "2026-11-20T11:59:00Z", true)]
    [InlineData("Utkast klart", "me/1", "2026-11-20T10:00:00Z", false)]
    [InlineData("Avbruten", "me/1", "2026-11-20T10:00:00Z", false)]
    [InlineData("Fel", "me/1", null, false)]
    [InlineData("Något annat", null, null, false)]
    [InlineData(null, null, null, false)]
    public void A_worker_takes_what_is_asked_for_what_it_or_a_killed_process_of_its_name_began_and_what_has_been_silent_too_long(
        string? status,
        string? runId,
        string? lastRunOn,
        bool taken
    )
    {
        var state = Of(("Status", status), ("RunId", runId), ("LastRunOn", lastRunOn), ("Handled", "Utkast klart"));

        var reason = state.ReasonToTake(
            new WorkerIdentity("me", "this", Now.AddMinutes(-2).AddMilliseconds(900)),
            Lease,
            Now
        );

        Assert.Equal(taken, reason is not null);
    }

    [Fact]
    public void A_run_of_an_earlier_process_of_the_same_folder_is_known_by_its_mark_whatever_the_clock_says()
    {
        var folder = Directory.CreateTempSubdirectory("splg-marks-").FullName;
        var settings = new WorkerSettings("me", folder, TimeSpan.FromSeconds(1), Lease, TimeSpan.FromHours(1));
        new WorkerIdentity("me", "killed", Now).Remember(settings);
        new WorkerIdentity("me", "killed-too", Now).Remember(settings);
        var identity = new WorkerIdentity("me", "this", Now);
        Assert.False(identity.HasLeft("me/killed-1", Now));

        identity.Remember(settings);

        Assert.True(identity.HasLeft("me/killed-1", Now));
        Assert.True(identity.HasLeft("me/killed-too-1", Now));
        Assert.False(identity.HasLeft("me/elsewhere-1", Now));
        Assert.False(identity.HasLeft("me/this-1", Now));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Läser")]
    [InlineData("Publicerad")]
    [InlineData("Fastställd")]
    [InlineData("För fastställande")]
    [InlineData("Utkast klart")]
    [InlineData("Klart")]
    public void A_new_request_cannot_begin_further_on(string status) =>
        Assert.Equal(RequestStep.PutBack, Of(("Status", status)).Step);

    [Theory]
    [InlineData("Utkast klart", "Uppdatering begärd", RequestStep.MakeDraft)]
    [InlineData("Utkast klart", "Begärd", RequestStep.MakeDraft)]
    [InlineData("Utkast klart", "För fastställande", RequestStep.Prepare)]
    [InlineData("Utkast klart", "Avbruten", RequestStep.Acknowledge)]
    [InlineData("Utkast klart", "Fastställd", RequestStep.PutBack)]
    [InlineData("Utkast klart", "Publicerad", RequestStep.PutBack)]
    [InlineData("Utkast klart", "Förbereds", RequestStep.PutBack)]
    [InlineData("För fastställande", "Uppdatering begärd", RequestStep.MakeDraft)]
    [InlineData("För fastställande", "Utkast klart", RequestStep.Acknowledge)]
    [InlineData("För fastställande", "Fastställd", RequestStep.Publish)]
    [InlineData("För fastställande", "Avbruten", RequestStep.Acknowledge)]
    [InlineData("För fastställande", "Publicerad", RequestStep.PutBack)]
    [InlineData("Publicerad", "Uppdatering begärd", RequestStep.MakeDraft)]
    [InlineData("Publicerad", "Fastställd", RequestStep.Publish)]
    [InlineData("Publicerad", "För fastställande", RequestStep.PutBack)]
    [InlineData("Publicerad", "Utkast klart", RequestStep.PutBack)]
    [InlineData("Publicerad", "Avbruten", RequestStep.PutBack)]
    [InlineData("Avbruten", "Förbereds", RequestStep.Acknowledge)]
    [InlineData("Avbruten", null, RequestStep.Acknowledge)]
    [InlineData("Avbruten", "Begärd", RequestStep.MakeDraft)]
    [InlineData("Avbruten", "Utkast klart", RequestStep.PutBack)]
    [InlineData(null, "Begärd", RequestStep.MakeDraft)]
    [InlineData(null, "Avbruten", RequestStep.Acknowledge)]
    [InlineData(null, null, RequestStep.Nothing)]
    [InlineData("Fastställd", "Fastställd", RequestStep.PutBack)]
    [InlineData("Läser", "Fastställd", RequestStep.PutBack)]
    public void What_a_person_sets_is_done_or_answered(string? handled, string? status, object step) =>
        Assert.Equal((RequestStep)step, Of(("Handled", handled), ("Status", status)).Step);

    [Fact]
    public void Whatever_a_person_sets_one_answer_leaves_nothing_more_to_do()
    {
        string?[] statuses = [.. Choice.Texts<ReviewStatus>(), "Något annat", null];
        foreach (var handled in statuses)
        {
            foreach (var status in statuses)
            {
                foreach (var runId in new[] { null, "other/1" })
                {
                    var state = Of(("Handled", handled), ("Status", status), ("RunId", runId));
                    var after = state.Step switch
                    {
                        RequestStep.Acknowledge => Of(
                            ("Handled", Choice.Text(state.Status ?? ReviewStatus.Preparing)),
                            ("Status", status)
                        ),
                        RequestStep.PutBack or RequestStep.PutBackTyped => Of(
                            ("Handled", handled),
                            ("Status", Choice.Text(state.Last))
                        ),
                        // As they end when they go well, and when they do not.
                        RequestStep.MakeDraft => Of(("Handled", "Utkast klart"), ("Status", "Utkast klart")),
                        RequestStep.Prepare or RequestStep.PrepareTyped => Of(
                            ("Handled", "För fastställande"),
                            ("Status", "För fastställande")
                        ),
                        RequestStep.Publish => Of(("Handled", "Publicerad"), ("Status", "Publicerad")),
                        RequestStep.Withdraw => Of(("Handled", "Återkallad"), ("Status", "Återkallad")),
                        _ => state,
                    };
                    // Publicerad, Återkallad and För fastställande are left, when the application has written last.
                    Assert.True(
                        after.Step == RequestStep.Nothing
                            || after
                                is {
                                        Step: RequestStep.PutBackTyped,
                                        Status: ReviewStatus.Published,
                                        Handled: ReviewStatus.Published
                                    }
                                    or {
                                        Step: RequestStep.PutBackTyped,
                                        Status: ReviewStatus.Withdrawn,
                                        Handled: ReviewStatus.Withdrawn
                                    }
                                    or {
                                        Step: RequestStep.PrepareTyped,
                                        Status: ReviewStatus.ForApproval,
                                        Handled: ReviewStatus.ForApproval
                                    },
                        $"{handled} -> {status}: {state.Step}, then {after.Step}"
                    );
                }
            }
        }
    }

    [Theory]
    [InlineData("DocumentType", "Självskattning")]
    [InlineData("Edition", "Öppen")]
    public void Only_a_management_review_in_full_is_approved(string column, string value)
    {
        Assert.Equal(
            RequestStep.PutBack,
            Of(("Handled", "Utkast klart"), ("Status", "För fastställande"), (column, value)).Step
        );
        Assert.Equal(
            RequestStep.PutBack,
            Of(("Handled", "Publicerad"), ("Status", "Fastställd"), (column, value)).Step
        );
        Assert.Equal(
            RequestStep.PutBack,
            Of(("Handled", "För fastställande"), ("Status", "Fastställd"), (column, value)).Step
        );
    }

    [Fact]
    public void A_review_of_earlier_years_is_left_alone_unless_its_history_tells_that_a_person_typed_it()
    {
        Assert.Equal(
            RequestStep.PutBackTyped,
            Of(("Status", "Publicerad"), ("ApprovedOn", "2024-03-01T23:00:00Z")).Step
        );
        Assert.Equal(
            RequestStep.PutBack,
            Of(
                ("Status", "Publicerad"),
                ("ApprovedOn", "2024-03-01T23:00:00Z"),
                ("LastRunOn", "2026-03-01T23:00:00Z")
            ).Step
        );
    }

    private static RequestState Of(params (string Name, string? Text)[] cells) => RequestState.Of(RequestRow.Of(cells));
}
