using SpLg.Commands;
using SpLg.Mail;

namespace SpLg.Tests.Mail;

public class RequestMailTests
{
    [Fact]
    public async Task Those_whom_a_step_concerns_are_told_of_it_once_with_the_words_of_the_request()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var people = (await site.Reader.PeopleAsync(CancellationToken.None))!
            .Values.Where(p => p.Email is not null)
            .OrderBy(p => p.Id)
            .Take(3)
            .ToList();
        var (coordinator, head, other) = (people[0], people[1], people[2]);
        foreach (var person in people)
            await test.LetCoordinateAsync(person.Name);
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);

        await ToAsync(coordinator, ReviewStatus.Requested);
        var draft = await NextAsync(1, coordinator);
        await ToAsync(coordinator, ReviewStatus.ForApproval);
        await NextAsync(2, head);
        await ToAsync(other, ReviewStatus.Approved);
        var refused = await NextAsync(3, other);
        await ToAsync(head, ReviewStatus.Approved);
        var published = await NextAsync(4, head, coordinator);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal($"Genomgång, {site.Site.Name}: Utkast klart", draft.Subject);
        Assert.StartsWith(
            $"Genomgång för {site.Site.Name} har status Utkast klart.\n\nUtkastet är klart",
            draft.Content,
            StringComparison.Ordinal
        );
        Assert.Contains("\nDokument: http", draft.Content, StringComparison.Ordinal);
        Assert.Equal($"Genomgång, {site.Site.Name}: För fastställande", refused.Subject);
        Assert.Equal($"Genomgång, {site.Site.Name}: Publicerad", published.Subject);
        Assert.Equal(2, published.Content.Split(request.Page!).Length);

        async Task ToAsync(Person person, ReviewStatus status)
        {
            await test.SetStatusAsPersonAsync(site, id, person.Name, Choice.Text(status));
            var run = await WorkAsync(test, coordinator, head);
            Assert.True(run.Code == ExitCode.Ok, run.ToString());
        }

        async Task<SentMail> NextAsync(int count, params Person[] to)
        {
            var mails = await SentMail.OfAsync(test);
            Assert.True(mails.Count == count, (await test.ReadRequestAsync(site, id)).Message);
            Assert.Equal(to.Select(p => p.Email!), mails[^1].To);
            return mails[^1];
        }
    }

    [Theory]
    [InlineData(403, "may not send mail from")]
    [InlineData(404, "There is no mailbox")]
    public async Task A_mail_that_cannot_be_sent_is_logged_with_what_to_mend_and_changes_nothing_of_the_request(
        int status,
        string advice
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var person = (await site.Reader.PeopleAsync(CancellationToken.None))!.Values.First(p => p.Email is not null);
        await test.LetCoordinateAsync(person.Name);
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);
        await test.SetStatusAsPersonAsync(site, id, person.Name, Choice.Text(ReviewStatus.Requested));
        test.Server.Faults.Add(new FaultRule("/sendMail", "POST", Status: status));

        var run = await WorkAsync(test, person, person);

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains($"request {id}: the mail could not be sent: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Sites.Selected", run.Error, StringComparison.Ordinal);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
    }

    [Theory]
    [InlineData(503, 0)]
    [InlineData(null, 60)]
    public async Task A_mailbox_that_is_busy_or_silent_holds_up_neither_the_worker_nor_the_site(int? status, int delay)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        using var mailbox = OpenSite.Client(
            LocalSettings.Of(test.Server, site.Zone, test.Worker("person")),
            TimeProvider.System,
            new Lines().Pauses
        );
        var id = await test.RequestAsync(site);
        var request = await test.ReadRequestAsync(site, id);
        test.Server.Faults.Add(
            new FaultRule(
                "/sendMail",
                "POST",
                Status: status,
                RetryAfter: 600,
                Delay: TimeSpan.FromSeconds(delay),
                Count: 100
            )
        );
        var log = new Lines();
        var mail = new RequestMail(site, mailbox, new("from@lindo.example", "isam@lindo.example", null), log)
        {
            Patience = TimeSpan.FromSeconds(1),
        };

        using (log.BeginRequest(id))
            await mail.TellAsync(request, request, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Contains(
            log.All,
            l => l.StartsWith($"request {id}: the mail could not be sent: ", StringComparison.Ordinal)
        );
        await test.ReadRequestAsync(site, id).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_no_person_has_asked_for_is_told_to_the_coordinator_and_no_mail_is_sent_when_it_is_off()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var person = (await site.Reader.PeopleAsync(CancellationToken.None))!.Values.First(p => p.Email is not null);
        await test.RequestAsync(site, 2025);
        await test.RunAsync("worker", "--once");
        Assert.Empty(await SentMail.OfAsync(test));
        await test.RequestAsync(site, 2026);

        var run = await test.RunAsync(
            "worker",
            "--once",
            "--set",
            $"Mail:From={person.Email}",
            "--set",
            "Mail:Coordinator=isam@lindo.example"
        );

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal("isam@lindo.example", Assert.Single(await SentMail.OfAsync(test)).To.Single());
    }

    private static Task<SplgRun> WorkAsync(TestSite test, Person from, Person approver) =>
        test.RunAsync(
            "worker",
            "--once",
            "--set",
            $"Mail:From={from.Email}",
            "--set",
            $"Approval:Approvers={approver.Email}"
        );
}
