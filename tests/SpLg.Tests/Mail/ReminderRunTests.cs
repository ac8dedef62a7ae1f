using SpLg.Mail;
using SpLg.Tests.Schedule;

namespace SpLg.Tests.Mail;

public sealed class ReminderRunTests
{
    private readonly DayClock clock = new("2026-11-21T06:00:00Z");

    [Fact]
    public async Task Each_person_gets_one_mail_and_the_coordinator_what_reaches_nobody()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var (first, second) = await TwoPeopleAsync(site);
        await ActAsync(site, "Öva", "2026-11-25", first);
        await ActAsync(site, "Inför MFA", "2026-11-01", first);
        await ActAsync(site, "Skriv rutin", "2026-12-10", second);
        await ActAsync(site, "Ingens", "2026-11-30", null);
        await ActAsync(site, "Klar", "2026-11-01", second, "Klar");

        await SendAsync(test, site, coordinator: "isam@lindo.example");
        await SendAsync(test, site, coordinator: "isam@lindo.example");

        var mails = await SentMail.OfAsync(test);
        Assert.Equal(3, mails.Count);
        Assert.All(mails, m => Assert.Equal(From(first), m.From));
        var mail = Assert.Single(mails, m => m.To.Single() == first.Email);
        Assert.Equal("Åtgärder, Informationssäkerhet: 1 försenad och 1 inom 7 dagar", mail.Subject);
        Assert.StartsWith($"Hej {first.Name}!", mail.Content, StringComparison.Ordinal);
        Assert.Contains("Lists/ActionItems/", mail.Content, StringComparison.Ordinal);
        Assert.Single(mails, m => m.To.Single() == second.Email);
        Assert.Contains(
            "har ingen ansvarig",
            Assert.Single(mails, m => m.To.Single() == "isam@lindo.example").Content,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_person_with_two_accounts_of_one_address_gets_one_mail_with_the_actions_of_both()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        foreach (var name in new[] { "Åsa Öberg", "Asa Oberg" })
            await test.SignInAsync(site, name);
        var accounts = (await site.Reader.PeopleAsync(CancellationToken.None))!
            .Values.Where(p => p.Email == "asa.oberg@exempel.se")
            .ToList();
        await ActAsync(site, "Ett", "2026-11-25", accounts[0]);
        await ActAsync(site, "Två", "2026-11-26", accounts[1]);

        await SendAsync(test, site);

        Assert.Equal(2, accounts.Count);
        Assert.Equal(
            "Åtgärder, Informationssäkerhet: 2 inom 7 dagar",
            Assert.Single(await SentMail.OfAsync(test)).Subject
        );
    }

    [Fact]
    public async Task A_run_that_was_broken_off_goes_on_where_it_was_and_the_next_day_begins_anew()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var (first, second) = await TwoPeopleAsync(site);
        await ActAsync(site, "Ett", "2026-11-25", first);
        await ActAsync(site, "Två", "2026-11-26", second);
        test.Server.Faults.Add(new FaultRule("/sendMail", "POST", Kind: FaultKind.DropBefore, Skip: 1));

        await Assert.ThrowsAnyAsync<GraphException>(() => SendAsync(test, site));
        Assert.Single(await SentMail.OfAsync(test));
        await SendAsync(test, site);

        Assert.Equal([From(first), From(second)], (await SentMail.OfAsync(test)).Select(m => m.To.Single()));
        clock.Now = DayClock.At("2026-11-22T06:00:00Z");
        await SendAsync(test, site);
        Assert.Equal(4, (await SentMail.OfAsync(test)).Count);
    }

    [Fact]
    public async Task A_mail_that_is_refused_is_logged_and_the_others_are_sent()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var (first, second) = await TwoPeopleAsync(site);
        await ActAsync(site, "Ett", "2026-11-25", first);
        await ActAsync(site, "Två", "2026-11-26", second);
        test.Server.Faults.Add(new FaultRule("/sendMail", "POST", Status: 400));

        var log = await SendAsync(test, site);

        Assert.Equal(second.Email, Assert.Single(await SentMail.OfAsync(test)).To.Single());
        Assert.Contains(nameof(WorkerLog.NotReminded), log.Events);
    }

    [Fact]
    public async Task Reminders_without_a_mailbox_are_a_fault_of_the_settings()
    {
        await using var test = await TestSite.StartAsync();

        var run = await test.RunAsync("worker", "--once", "--set", "Reminders:Cron=0 0 7 ? * MON");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(
            "Reminders:Cron: reminders are mail, and Mail:From is not set",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_two_workers_one_reminds_and_the_other_goes_on_the_day_after_if_the_first_is_gone()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var (first, _) = await TwoPeopleAsync(site);
        await ActAsync(site, "Ett", "2026-11-25", first);

        var logs = await Task.WhenAll(SendAsync(test, site, worker: "one"), SendAsync(test, site, worker: "two"));

        Assert.Single(await SentMail.OfAsync(test));
        Assert.Single(logs.SelectMany(l => l.Events), e => e == nameof(WorkerLog.RemindedByAnother));
        // Whoever has lost what it knew of the day does not know whom it has told.
        foreach (var worker in new[] { "one", "two" })
            File.Delete(StatePath(test, worker));
        await SendAsync(test, site, worker: "one");
        Assert.Single(await SentMail.OfAsync(test));

        clock.Now = DayClock.At("2026-11-22T06:00:00Z");
        await SendAsync(test, site, worker: "two");
        Assert.Equal(2, (await SentMail.OfAsync(test)).Count);
        // A day that fell due before the last one that was reminded of has nothing more to tell.
        await SendAsync(test, site, worker: "one", day: new(2026, 11, 21));
        Assert.Equal(2, (await SentMail.OfAsync(test)).Count);
    }

    [Fact]
    public async Task A_write_in_between_is_no_reason_to_leave_the_day_and_the_note_is_no_change_of_the_settings()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var schema = site.Schema.List(Setting.List);
        var before = await RowsAsync();
        test.Server.Faults.Add(new FaultRule("/items/1/fields", "PATCH", Status: 412, Count: 2));

        await SendAsync(test, site);

        var after = await RowsAsync();
        Assert.StartsWith(
            "2026-11-21 one ",
            Setting.Read(new RowReader(schema, after[0], site.Zone, [])).Reminders,
            StringComparison.Ordinal
        );
        Assert.True(RowChanges.Between(Of(before), Of(after), site.Schema).IsEmpty);

        async Task<IReadOnlyList<ListRow>> RowsAsync()
        {
            var rows = new List<ListRow>();
            await foreach (var row in site.Reader.RowsAsync(site.List(Setting.List), schema, CancellationToken.None))
                rows.Add(row);
            return rows;
        }

        static Dictionary<string, IReadOnlyList<ListRow>> Of(IReadOnlyList<ListRow> rows) =>
            new() { [Setting.List] = rows };
    }

    [Fact]
    public async Task A_mailbox_that_hangs_holds_nobody_for_long_and_the_others_get_theirs_at_the_next_try()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var (first, second) = await TwoPeopleAsync(site);
        await ActAsync(site, "Ett", "2026-11-25", first);
        await ActAsync(site, "Två", "2026-11-26", second);
        test.Server.Faults.Add(new FaultRule("/sendMail", "POST", Delay: TimeSpan.FromMinutes(10)));

        var fault = await Assert.ThrowsAsync<TimeoutException>(() =>
            SendAsync(test, site, patience: TimeSpan.FromMilliseconds(300))
        );
        Assert.Contains(first.Email!, fault.Message, StringComparison.Ordinal);
        await SendAsync(test, site);

        Assert.Equal(second.Email, Assert.Single(await SentMail.OfAsync(test)).To.Single());
    }

    [Fact]
    public async Task Without_a_row_to_note_it_in_nobody_is_reminded_and_the_fault_says_so()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();

        var fault = await Assert.ThrowsAsync<SiteFaultException>(() => SendAsync(test, site));

        Assert.Contains("Inställningar", fault.Message, StringComparison.Ordinal);
    }

    private async Task<Lines> SendAsync(
        TestSite test,
        OpenSite site,
        string? coordinator = null,
        string worker = "one",
        DateOnly? day = null,
        TimeSpan? patience = null
    )
    {
        var log = new Lines();
        var (first, _) = await TwoPeopleAsync(site);
        var run = new ReminderRun(
            site,
            mailbox: site.Graph,
            from: From(first),
            coordinator: coordinator,
            worker: worker,
            statePath: StatePath(test, worker),
            clock: clock,
            log: log
        )
        {
            Patience = patience ?? TimeSpan.FromMinutes(1),
        };
        await run.SendAsync(day ?? DateOnly.FromDateTime(clock.Now.DateTime), CancellationToken.None);
        return log;
    }

    private static string StatePath(TestSite test, string worker) =>
        Path.Combine(test.Worker(worker).StateFolder, $"{worker}-reminders.json");

    private static string From(Person person) => person.Email!;

    private static async Task<(Person First, Person Second)> TwoPeopleAsync(OpenSite site)
    {
        var people = (await site.Reader.PeopleAsync(CancellationToken.None))!
            .Values.Where(p => p.Email is not null)
            .OrderBy(p => p.Id)
            .ToList();
        return (people[0], people[1]);
    }

    private static Task ActAsync(
        OpenSite site,
        string title,
        string due,
        Person? responsible,
        string status = "Pågår"
    ) =>
        site.Writer.CreateAsync(
            site.List(ActionItem.List),
            site.Schema.List(ActionItem.List),
            new Dictionary<string, object?>
            {
                ["Title"] = title,
                ["DueOn"] = DateOnly.ParseExact(due, "yyyy-MM-dd"),
                ["Status"] = status,
                ["Responsible"] = responsible is null ? null : new Reference(responsible.Id, null),
                ["ExternalKey"] = title,
            },
            CancellationToken.None
        );
}
