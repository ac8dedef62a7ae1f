using System.Text.RegularExpressions;

namespace SpLg.Tests.Requests;

/// <summary>The life of a request, pair by pair, against a table that is written out here.</summary>
public partial class StatusTableTests
{
    /// <summary>What can stand in Behandlat läge, in the order of the letters below; null for an empty column.</summary>
    private static readonly string?[] Handled =
    [
        null,
        "Förbereds",
        "Utkast klart",
        "För fastställande",
        "Publicerad",
        "Återkallad",
        "Avbruten",
    ];

    /// <summary>What can stand there and says nothing, as if the column were empty.</summary>
    private static readonly string[] NeverHandled =
    [
        "Begärd",
        "Läser",
        "Uppdatering begärd",
        "Fastställd",
        "Fel",
        "Något annat",
    ];

    /// <param name="full">Of the review in full. A letter for each of <see cref="Handled"/>: D makes the draft, E
    /// examines it, e examines it when a person has set it since, X publishes, W withdraws, k notes the status, - puts it back,
    /// ? puts it back when a person has set it, and . does nothing.</param>
    /// <param name="fullWithRun">The same while a run's name stands in the row.</param>
    /// <param name="other">Of an open edition, and of checklists.</param>
    [Theory]
    [InlineData(null, "..----k", "kk----k", "..----k", "kk----k")]
    [InlineData("Förbereds", "..----k", "kk----k", "..----k", "kk----k")]
    [InlineData("Begärd", "DDDDDDD", "DDDDDDD", "DDDDDDD", "DDDDDDD")]
    [InlineData("Läser", "-------", "DDDDDDD", "-------", "DDDDDDD")]
    [InlineData("Utkast klart", "--.k---", "--kk---", "--.k---", "--kk---")]
    [InlineData("Uppdatering begärd", "DDDDDDD", "DDDDDDD", "DDDDDDD", "DDDDDDD")]
    [InlineData("För fastställande", "--Ee-E-", "--Ek-E-", "---e---", "---k---")]
    [InlineData("Fastställd", "---XX--", "---XX--", "-------", "-------")]
    [InlineData("Publicerad", "----?--", "----k--", "----?--", "----k--")]
    [InlineData("Återkallad", "--WWW?W", "--WWWkW", "--WWW?W", "--WWWkW")]
    [InlineData("Avbruten", "kkkk--.", "kkkk--k", "kkkk--.", "kkkk--k")]
    [InlineData("Fel", "???????", "???????", "???????", "???????")]
    [InlineData("Något annat", "-------", "-------", "-------", "-------")]
    public void Each_pair_of_a_status_and_what_was_dealt_with_has_its_step(
        string? status,
        string full,
        string fullWithRun,
        string other,
        string otherWithRun
    )
    {
        Assert.Equal(full, Steps([]));
        Assert.Equal(fullWithRun, Steps([("RunId", "me/1")]));
        foreach (var (column, value) in new[] { ("Edition", "Öppen"), ("DocumentType", "Lathund för roll") })
        {
            Assert.Equal(other, Steps([(column, value)]));
            Assert.Equal(otherWithRun, Steps([(column, value), ("RunId", "me/1")]));
        }
        foreach (var never in NeverHandled)
            Assert.Equal(full[0], Letter(State([("Status", status), ("Handled", never)]).Step));

        string Steps((string, string?)[] cells) =>
            string.Concat(Handled.Select(h => Letter(State([("Status", status), ("Handled", h), .. cells]).Step)));
    }

    /// <param name="withDraft">What is done when the column Dokument is filled and nothing was dealt with.</param>
    /// <param name="withDate">When Fastställd den is, and no run has ever written in the row.</param>
    [Theory]
    [InlineData(null, '.', '.')]
    [InlineData("Förbereds", '.', '.')]
    [InlineData("Begärd", 'D', 'D')]
    [InlineData("Läser", '-', '-')]
    [InlineData("Utkast klart", '-', '-')]
    [InlineData("Uppdatering begärd", 'D', 'D')]
    [InlineData("För fastställande", '-', '-')]
    [InlineData("Fastställd", '-', '?')]
    [InlineData("Publicerad", '-', '?')]
    [InlineData("Återkallad", '-', '-')]
    [InlineData("Avbruten", 'k', 'k')]
    [InlineData("Fel", '?', '?')]
    [InlineData("Något annat", '-', '-')]
    public void A_row_of_the_time_before_the_program_has_its_step(string? status, char withDraft, char withDate)
    {
        const string Date = "2024-03-01T23:00:00Z";
        Assert.Equal(withDraft, Letter(State([("Status", status), ("Document", "https://a/b.docx")]).Step));
        Assert.Equal(withDate, Letter(State([("Status", status), ("ApprovedOn", Date)]).Step));
        // A run has written in it, so it is a row of the program's own.
        Assert.Equal(
            Letter(State([("Status", status)]).Step),
            Letter(State([("Status", status), ("ApprovedOn", Date), ("LastRunOn", Date)]).Step)
        );
    }

    [Theory]
    [InlineData(null, null, "Det finns ingen sådan status.")]
    [InlineData("Något annat", null, "Det finns ingen sådan status.")]
    [InlineData("Förbereds", null, "Arbetet har redan börjat.")]
    [InlineData("Läser", null, "Den statusen sätter SpLg när ett utkast tas fram.")]
    [InlineData("Utkast klart", null, "Det finns inget nytt utkast.")]
    [InlineData("För fastställande", null, "Det finns inget färdigt utkast att fastställa.")]
    [InlineData(
        "För fastställande",
        "Öppen",
        "Bara ledningens genomgång i fullständig utgåva fastställs; den öppna utgåvan följer med."
    )]
    [InlineData(
        "Fastställd",
        null,
        "Genomgången måste först lämnas för fastställande, och SpLg hinna kontrollera utkastet."
    )]
    [InlineData(
        "Fastställd",
        "Öppen",
        "Bara ledningens genomgång i fullständig utgåva fastställs; den öppna utgåvan följer med."
    )]
    [InlineData("Publicerad", null, "En genomgång publiceras av SpLg när den har fastställts.")]
    [InlineData(
        "Avbruten",
        null,
        "Genomgången är redan publicerad eller återkallad. Ett nytt utkast som var beställt görs inte."
    )]
    [InlineData("Återkallad", null, "Det finns inget publicerat att återkalla.")]
    [InlineData("Fel", null, "Den statusen sätter SpLg när något har misslyckats.")]
    public void Each_status_that_is_put_back_is_told_why(string? status, string? edition, string why) =>
        Assert.Equal(why, StatusTable.WhyNot(State([("Status", status), ("Edition", edition)])));

    [Theory]
    [InlineData(null, null, "Sätt Begärd för att beställa ett utkast.")]
    [InlineData("Förbereds", null, "Sätt Begärd för att beställa ett utkast.")]
    [InlineData("Avbruten", null, "Sätt Begärd för att beställa ett utkast.")]
    [InlineData(
        "Utkast klart",
        null,
        "Sätt För fastställande när utkastet är klart, eller Uppdatering begärd för att hämta nya uppgifter."
    )]
    [InlineData("Utkast klart", "Öppen", "Sätt Uppdatering begärd för att hämta nya uppgifter.")]
    [InlineData(
        "För fastställande",
        null,
        "Den som får fastställa sätter Fastställd. Utkast klart drar tillbaka utkastet."
    )]
    [InlineData(
        "Publicerad",
        null,
        "Sätt Uppdatering begärd för ett nytt utkast, eller Fastställd för att publicera det fastställda igen."
    )]
    [InlineData(
        "Återkallad",
        null,
        "Sätt Begärd för ett nytt utkast, eller För fastställande för att lämna samma utkast igen."
    )]
    public void After_a_status_is_put_back_people_are_told_what_they_can_set(
        string? handled,
        string? edition,
        string next
    )
    {
        (string, string?)[] cells = [("Handled", handled), ("Edition", edition)];

        Assert.Equal(next, StatusTable.Next(State([("Status", "Något annat"), .. cells])));
        // And that can be set.
        Assert.All(StatusesIn(next), s => Assert.DoesNotContain(Letter(State([("Status", s), .. cells]).Step), "-?."));
    }

    [Theory]
    [InlineData(
        "Avbruten",
        null,
        null,
        "Begäran är avbruten. Det som redan har gjorts ligger kvar. Sätt Begärd för att "
            + "beställa ett utkast på nytt."
    )]
    [InlineData(
        "Avbruten",
        "För fastställande",
        "me/1",
        "Begäran är avbruten. Det som redan har gjorts ligger kvar. Sätt Begärd för att "
            + "beställa ett utkast på nytt."
    )]
    [InlineData(
        "Förbereds",
        "Avbruten",
        null,
        "Begäran är inte längre avbruten. Sätt Begärd för att beställa ett utkast."
    )]
    [InlineData(null, "Avbruten", null, "Begäran är inte längre avbruten. Sätt Begärd för att beställa ett utkast.")]
    [InlineData(
        "Utkast klart",
        "För fastställande",
        null,
        "Utkastet är tillbakadraget från fastställandet. Skriv vidare i det, och sätt "
            + "För fastställande när det är klart."
    )]
    [InlineData(
        "Utkast klart",
        "Utkast klart",
        "me/1",
        "Arbetet som pågick är avbrutet, och status är åter Utkast klart. Det som redan " + "har gjorts ligger kvar."
    )]
    [InlineData(
        "Publicerad",
        "Publicerad",
        "me/1",
        "Arbetet som pågick är avbrutet, och status är åter Publicerad. Det som redan " + "har gjorts ligger kvar."
    )]
    [InlineData(
        "Förbereds",
        null,
        "me/1",
        "Arbetet som pågick är avbrutet, och status är åter Förbereds. Det som redan " + "har gjorts ligger kvar."
    )]
    [InlineData("Utkast klart", null, null, null)]
    public void A_status_that_needs_no_work_is_noted_with_its_words(
        string? status,
        string? handled,
        string? run,
        string? told
    ) => Assert.Equal(told, StatusTable.Noted(State([("Status", status), ("Handled", handled), ("RunId", run)])));

    /// <param name="again">What is asked for after a fault.</param>
    /// <param name="handled">All that can have been dealt with last when such a run has failed.</param>
    [Theory]
    [InlineData(
        "MakeDraft",
        "Läser",
        "Utkast klart",
        "Begärd",
        "Förbereds Utkast_klart För_fastställande Publicerad Återkallad Avbruten"
    )]
    [InlineData("Prepare", null, "För fastställande", "För fastställande", "Utkast_klart Återkallad")]
    [InlineData("Publish", null, "Publicerad", "Fastställd", "För_fastställande Publicerad")]
    [InlineData("Withdraw", null, "Återkallad", "Återkallad", "Utkast_klart För_fastställande Publicerad Avbruten")]
    public void Each_work_ends_with_its_status_and_what_has_it_tried_again_does_so(
        string step,
        string? during,
        string done,
        string again,
        string handled
    )
    {
        var work = StatusTable.WorkOf(Enum.Parse<RequestStep>(step))!;

        Assert.Equal(during, work.During is { } status ? Choice.Text(status) : null);
        Assert.Equal((done, done), (Choice.Text(work.Done.Status), Choice.Text(work.Done.Handled!.Value)));
        Assert.Equal(again, Choice.Text(work.Again));
        foreach (var last in handled.Split(' ').Select(h => h.Replace('_', ' ')))
            Assert.Equal(work.Step, State([("Status", again), ("Handled", last)]).Step);
    }

    [Fact]
    public void A_fault_a_stop_and_a_changed_draft_leave_a_request_where_a_person_can_mend_it()
    {
        var stop = new PublicationStoppedException([], "text");
        var changed = new DraftChangedException("text");
        var other = new SiteFaultException("text");
        var failed = new RequestEnd(ReviewStatus.Failed, null);
        var draft = new RequestEnd(ReviewStatus.DraftReady, ReviewStatus.DraftReady);

        Assert.Equal([failed, failed, failed], After(RequestStep.MakeDraft));
        Assert.Equal([draft, failed, failed], After(RequestStep.Prepare));
        Assert.Equal(
            [draft, new(ReviewStatus.ForApproval, ReviewStatus.DraftReady), failed],
            After(RequestStep.Publish)
        );
        // Employees go on reading what is published, whatever comes of trying once more.
        var published = new RequestEnd(ReviewStatus.Published, null);
        Assert.Equal([published, published, published], After(RequestStep.Publish, isPublished: true));
        Assert.Equal([failed, failed, failed], After(RequestStep.MakeDraft, isPublished: true));

        RequestEnd[] After(RequestStep step, bool isPublished = false)
        {
            var work = StatusTable.WorkOf(step)!;
            return [.. new Exception[] { stop, changed, other }.Select(f => work.After(f, isPublished))];
        }
    }

    /// <param name="holds">Whether other rows are kept from the document of the year: after nothing, Utkast klart, För
    /// fastställande and Publicerad was dealt with.</param>
    /// <param name="busy">Whether the calendar asks for no other: of the review in full, and of a checklist.</param>
    /// <param name="open">Whether it is yet to be done: likewise.</param>
    [Theory]
    [InlineData(null, "----", "--", "++")]
    [InlineData("Förbereds", "----", "--", "++")]
    [InlineData("Begärd", "----", "++", "++")]
    [InlineData("Läser", "----", "++", "++")]
    [InlineData("Utkast klart", "----", "+-", "+-")]
    [InlineData("Uppdatering begärd", "----", "++", "++")]
    [InlineData("För fastställande", "++++", "++", "++")]
    [InlineData("Fastställd", "++++", "++", "++")]
    [InlineData("Publicerad", "++++", "++", "--")]
    [InlineData("Återkallad", "----", "--", "--")]
    [InlineData("Avbruten", "----", "--", "--")]
    [InlineData("Fel", "--++", "--", "++")]
    [InlineData("Något annat", "----", "--", "++")]
    public void Each_status_holds_its_year_keeps_the_calendar_away_and_is_open_or_not(
        string? status,
        string holds,
        string busy,
        string open
    )
    {
        string?[] handled = [null, "Utkast klart", "För fastställande", "Publicerad"];
        string?[] types = [null, "Lathund för roll"];

        Assert.Equal(holds, Signs(handled, h => StatusTable.HoldsYear(Request([("Status", status), ("Handled", h)]))));
        Assert.Equal(busy, Signs(types, t => StatusTable.IsBusy(Request([("Status", status), ("DocumentType", t)]))));
        Assert.Equal(open, Signs(types, t => StatusTable.IsOpen(Request([("Status", status), ("DocumentType", t)]))));

        static string Signs(string?[] of, Predicate<string?> holds) =>
            string.Concat(of.Select(o => holds(o) ? '+' : '-'));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "2024-03-01T23:00:00Z", true)]
    [InlineData("Utkast klart", "2024-03-01T23:00:00Z", false)]
    [InlineData("Något annat", "2024-03-01T23:00:00Z", false)]
    [InlineData("För fastställande", null, true)]
    [InlineData("Publicerad", null, true)]
    [InlineData("Avbruten", null, false)]
    public void Only_an_approval_that_the_worker_confirmed_or_of_earlier_years_stands_in_the_way(
        string? handled,
        string? approvedOn,
        bool isConfirmed
    ) =>
        Assert.Equal(isConfirmed, StatusTable.IsConfirmed(Request([("Handled", handled), ("ApprovedOn", approvedOn)])));

    [Fact]
    public void Each_status_has_one_rule_in_the_order_of_the_column()
    {
        Assert.Equal(Enum.GetValues<ReviewStatus>(), StatusTable.Rules.Select(r => r.Status!.Value));
        Assert.Equal(Handled[1..], StatusTable.Rules.Where(r => r.CanBeHandled).Select(Name));
        Assert.Equal(["Utkast klart", "Publicerad"], StatusTable.Rules.Where(r => r.IsResult).Select(Name));
        Assert.Equal(
            ["Utkast klart", "För fastställande", "Återkallad"],
            StatusTable.Rules.Where(r => r.EmptiesApproval).Select(Name)
        );
        Assert.Equal(["För fastställande", "Publicerad"], StatusTable.Rules.Where(r => r.IsHandedOver).Select(Name));
    }

    [Fact]
    public void A_review_whose_update_is_cancelled_while_it_is_read_is_still_published_as_the_answer_says()
    {
        // Newest first. Publicerad was forged in Behandlat läge by nobody: the application wrote it.
        var history = new RequestHistory([
            Version(5, "Avbruten", isApplication: false),
            Version(4, "Läser", isApplication: true),
            Version(3, "Uppdatering begärd", isApplication: false),
            Version(2, "Publicerad", isApplication: true),
            Version(1, "Fastställd", isApplication: false),
        ]);
        var state = State([("Status", "Avbruten"), ("Handled", "Publicerad"), ("RunId", "me/1")]);

        Assert.Equal(ReviewStatus.Published, history.Last(state));
        Assert.Equal(
            "Status ”Avbruten” sattes av någon. Genomgången är redan publicerad eller återkallad. Ett nytt utkast som var beställt görs "
                + "inte. Status är åter Publicerad. Sätt Uppdatering begärd för ett nytt utkast, eller Fastställd för att "
                + "publicera det fastställda igen.",
            RequestMessages.PutBack(state, by: null)
        );
    }

    /// <param name="handled">What was dealt with last.</param>
    [Theory]
    [InlineData("Fastställd", "Utkast klart", "För fastställande", "För fastställande")]
    [InlineData("Fastställd", "Utkast klart", "Utkast klart", null)]
    [InlineData("Fastställd", "Utkast klart", "Uppdatering begärd", null)]
    [InlineData("Fastställd", null, "För fastställande", null)]
    [InlineData("Publicerad", "Utkast klart", "För fastställande", null)]
    [InlineData("Avbruten", "Publicerad", "För fastställande", null)]
    public void An_approval_that_comes_before_the_examination_is_over_leaves_the_hand_over_standing(
        string status,
        string? handled,
        string before,
        string? backTo
    )
    {
        var state = State([("Status", status), ("Handled", handled)]);

        var soon = StatusTable.TooSoon(state, Choice.TryValue<ReviewStatus>(before));

        Assert.Equal(backTo, soon is null ? null : Choice.Text(soon.Status));
        if (soon is null)
            return;
        Assert.Equal(RequestStep.Prepare, State([("Status", Choice.Text(soon.Status)), ("Handled", handled)]).Step);
        Assert.Equal(
            "Status ”Fastställd” sattes av någon. Genomgången måste först lämnas för fastställande, och SpLg hinna "
                + "kontrollera utkastet. Status är åter För fastställande. Utkastet kontrolleras. Sätt Fastställd igen när "
                + "Meddelande säger att det är lämnat för fastställande.",
            RequestMessages.PutBack(state, by: null, soon)
        );
    }

    /// <param name="steps">Oldest first: who, the status and, after a slash, Behandlat läge where it becomes
    /// another.</param>
    [Theory]
    [InlineData("app:Utkast klart/Utkast klart, isa:För fastställande", true)]
    [InlineData("app:Utkast klart/Utkast klart, isa:För fastställande, app:För fastställande/För fastställande", false)]
    // A hand-over after a publication that failed.
    [InlineData("app:För fastställande/För fastställande, chef:Fastställd, app:Fel, isa:För fastställande", true)]
    [InlineData("app:För fastställande/För fastställande, isa:Fastställd, app:För fastställande", false)]
    [InlineData("isa:För fastställande/För fastställande", true)]
    public void A_hand_over_that_the_worker_has_not_written_after_is_yet_to_be_examined(
        string steps,
        bool isUnanswered
    ) => Assert.Equal(isUnanswered, new RequestHistory(Versions(steps)).IsUnanswered);

    [Theory]
    [InlineData(
        "isa:Begärd, app:Utkast klart/Utkast klart, app:För fastställande/För fastställande, isa:Fastställd",
        "För fastställande"
    )]
    [InlineData("isa:Begärd, app:Utkast klart/Utkast klart, isa:Fastställd/För fastställande", "Utkast klart")]
    [InlineData(
        "isa:Begärd, app:Utkast klart/Utkast klart, app:För fastställande/För fastställande, "
            + "app:Utkast klart/Utkast klart, isa:Fastställd/För fastställande",
        "Utkast klart"
    )]
    [InlineData("isa:Fastställd/För fastställande", "Förbereds")]
    public void A_hand_over_is_believed_only_where_the_application_wrote_it(string steps, string last)
    {
        var versions = Versions(steps);

        Assert.Equal(last, Choice.Text(new RequestHistory(versions).Last(RequestState.Of(versions[0].Request))));
    }

    /// <param name="year">In whose March everything is written: 2026.</param>
    [Theory]
    [InlineData("isa:Publicerad", 2025, false)]
    [InlineData("isa:Fastställd", 2025, false)]
    [InlineData("app:Publicerad", 2026, false)]
    [InlineData("isa:Publicerad", 2026, true)]
    [InlineData("isa:Fastställd", 2026, true)]
    [InlineData("isa:Publicerad", 2027, true)]
    public void An_approval_before_the_program_is_of_a_year_that_was_over_or_imported(
        string steps,
        int year,
        bool isTyped
    )
    {
        var state = State([
            ("Status", steps.Split(':')[1]),
            ("ApprovedOn", "2026-03-01T00:00:00Z"),
            ("Year", $"{year}"),
        ]);

        Assert.Equal(RequestStep.PutBackTyped, state.Step);
        Assert.Equal(isTyped, new RequestHistory(Versions(steps)).IsTyped(state));
    }

    [Theory]
    [InlineData("app:Publicerad/Publicerad, isa:Uppdatering begärd, app:Utkast klart/Utkast klart, isa:Avbruten", true)]
    [InlineData("app:Utkast klart/Utkast klart, isa:Avbruten", false)]
    // What an approval has begun to publish is no longer what was published.
    [InlineData(
        "app:Publicerad/Publicerad, app:Utkast klart/Utkast klart, app:För fastställande/För fastställande, "
            + "chef:Fastställd, isa:Avbruten",
        false
    )]
    [InlineData("app:Publicerad/Publicerad, app:Utkast klart/Utkast klart, isa:Förbereds", false)]
    // An approval that was refused has begun nothing.
    [InlineData(
        "app:Publicerad/Publicerad, app:Utkast klart/Utkast klart, app:För fastställande/För fastställande, "
            + "isa:Fastställd, app:För fastställande, isa:Avbruten",
        true
    )]
    // One that was broken off by another order may have published the new document.
    [InlineData(
        "app:Publicerad/Publicerad, app:Utkast klart/Utkast klart, app:För fastställande/För fastställande, "
            + "chef:Fastställd, isa:Uppdatering begärd, app:Utkast klart/Utkast klart, isa:Avbruten",
        false
    )]
    public void What_is_cancelled_after_a_publication_is_only_its_update(string steps, bool isUpdate)
    {
        var versions = Versions(steps);

        var told = StatusTable.UpdateDropped(RequestState.Of(versions[0].Request), new(versions));

        Assert.Equal(isUpdate, told is not null);
        if (told is not null)
            Assert.All(
                StatusesIn(told),
                s => Assert.DoesNotContain(Letter(State([("Status", s), ("Handled", "Publicerad")]).Step), "-?.")
            );
    }

    [Theory]
    [InlineData("Begärd", null, "Utkast klart", "Asker")]
    [InlineData("Läser", null, "Fel", "Setter")]
    [InlineData("För fastställande", "Utkast klart", "För fastställande", "Approvers")]
    [InlineData("För fastställande", "Utkast klart", "Fel", "Setter")]
    [InlineData("Fastställd", "För fastställande", "För fastställande", "Setter")]
    [InlineData("Fastställd", "För fastställande", "Publicerad", "Asker, Setter")]
    [InlineData("Publicerad", "Utkast klart", "Utkast klart", "Setter")]
    [InlineData("Något annat", "Utkast klart", "Utkast klart", "Setter")]
    public void Each_end_is_told_by_mail_to_whom_it_concerns(string before, string? handled, string after, string to) =>
        Assert.Equal(
            to,
            StatusTable
                .ToldByMail(Request([("Status", before), ("Handled", handled)]), Request([("Status", after)]))
                .ToString()
        );

    [Fact]
    public void Those_who_ask_for_a_draft_set_a_status_that_orders_one() =>
        Assert.Equal(
            [ReviewStatus.Requested, ReviewStatus.UpdateRequested],
            Enum.GetValues<ReviewStatus>().Where(StatusTable.IsOrder)
        );

    /// <summary>Newest first, as SharePoint gives them.</summary>
    private static List<RequestVersion> Versions(string steps)
    {
        var versions = new List<RequestVersion>();
        string? last = null;
        foreach (var (number, step) in steps.Split(", ").Index())
        {
            var (who, status) = (step.Split(':')[0], step.Split(':')[1].Split('/'));
            last = status.ElementAtOrDefault(1) ?? last;
            var version = Version(number + 1, status[0], who == "app");
            versions.Insert(0, version with { Request = RequestRow.Of(("Status", status[0]), ("Handled", last)) });
        }
        return versions;
    }

    private static RequestVersion Version(int number, string status, bool isApplication) =>
        new(
            $"{number}.0",
            new DateTimeOffset(year: 2026, month: 3, day: number, hour: 8, minute: 0, second: 0, offset: TimeSpan.Zero),
            new(isApplication ? "SpLg" : "Isa", null, null, isApplication),
            RequestRow.Of(("Status", status))
        );

    private static string Name(StatusRule rule) => Choice.Text(rule.Status!.Value);

    private static char Letter(RequestStep step) =>
        step switch
        {
            RequestStep.Nothing => '.',
            RequestStep.MakeDraft => 'D',
            RequestStep.Prepare => 'E',
            RequestStep.Publish => 'X',
            RequestStep.Withdraw => 'W',
            RequestStep.Acknowledge => 'k',
            RequestStep.PutBack => '-',
            RequestStep.PutBackTyped => '?',
            RequestStep.PrepareTyped => 'e',
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    private static IEnumerable<string> StatusesIn(string text) => StatusName().Matches(text).Select(m => m.Value);

    private static RequestState State((string Name, string? Text)[] cells) => RequestState.Of(Request(cells));

    private static ReviewRequest Request((string Name, string? Text)[] cells) => RequestRow.Of(cells);

    [GeneratedRegex("Begärd|Utkast klart|Uppdatering begärd|För fastställande|Fastställd", RegexOptions.None, 1000)]
    private static partial Regex StatusName();
}
