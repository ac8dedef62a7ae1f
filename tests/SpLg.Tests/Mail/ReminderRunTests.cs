using SpLg.Core.Rows;
using SpLg.LocalSite.Faults;
using SpLg.Mail;
using SpLg.Running;
using SpLg.SharePoint;
using SpLg.SharePoint.Reading;
using SpLg.Tests.EndToEnd;
using SpLg.Tests.Schedule;

namespace SpLg.Tests.Mail;

public sealed class ReminderRunTests
{
    private readonly DayClock clock = new("2026-11-21T06:00:00Z");

    [Fact]
    public async Task Each_person_gets_one_mail_and_the_coordinator_what_reaches_nobody()
    {
        await using var test = await TestSite.StartAsync();
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
        Assert.Equal("Åtgärder: 1 försenad och 1 inom 7 dagar", mail.Subject);
        Assert.StartsWith($"Hej {first.Name}!", mail.Content, StringComparison.Ordinal);
        Assert.Contains("Lists/ActionItems/", mail.Content, StringComparison.Ordinal);
        Assert.Single(mails, m => m.To.Single() == second.Email);
        Assert.Contains("har ingen ansvarig", Assert.Single(mails, m => m.To.Single() == "isam@lindo.example").Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_broken_off_goes_on_where_it_was_and_the_next_day_begins_anew()
    {
        await using var test = await TestSite.StartAsync();
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
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        var (first, second) = await TwoPeopleAsync(site);
        await ActAsync(site, "Ett", "2026-11-25", first);
        await ActAsync(site, "Två", "2026-11-26", second);
        test.Server.Faults.Add(new FaultRule("/sendMail", "POST", Status: 400));

        var log = await SendAsync(test, site);

        Assert.Equal(second.Email, Assert.Single(await SentMail.OfAsync(test)).To.Single());
        Assert.Contains(log.All, l => l.StartsWith($"reminders: {first.Email} was not reached: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminders_without_a_mailbox_are_a_fault_of_the_settings()
    {
        await using var test = await TestSite.StartAsync();

        var run = await test.RunAsync("worker", "--once", "--set", "Reminders:Cron=0 0 7 ? * MON");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Reminders:Cron: reminders are mail, and Mail:From is not set", run.Error, StringComparison.Ordinal);
    }

    private async Task<Lines> SendAsync(TestSite test, OpenSite site, string? coordinator = null)
    {
        var log = new Lines();
        var (first, _) = await TwoPeopleAsync(site);
        var run = new ReminderRun(site, site.Graph, From(first), coordinator, Path.Combine(test.Worker("one").StateFolder, "one-reminders.json"), clock, log);
        await run.SendAsync(CancellationToken.None);
        return log;
    }

    private static string From(Person person) => person.Email!;

    private static async Task<(Person First, Person Second)> TwoPeopleAsync(OpenSite site)
    {
        var people = (await site.Reader.PeopleAsync(CancellationToken.None))!.Values.Where(p => p.Email is not null).OrderBy(p => p.Id).ToList();
        return (people[0], people[1]);
    }

    private static Task ActAsync(OpenSite site, string title, string due, Person? responsible, string status = "Pågår") =>
        site.Writer.CreateAsync(
            site.List(ActionItem.List),
            site.Schema.List(ActionItem.List),
            new Dictionary<string, object?>
            {
                ["Title"] = title,
                ["DueOn"] = DateOnly.ParseExact(due, "yyyy-MM-dd"),
                ["Status"] = status,
                ["Responsible"] = responsible is null ? null : new SpLg.Core.Lists.Reference(responsible.Id, null),
                ["ExternalKey"] = title,
            },
            CancellationToken.None);
}
