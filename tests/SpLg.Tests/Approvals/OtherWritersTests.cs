using SpLg.Commands;

namespace SpLg.Tests.Approvals;

/// <summary>Rows that another application writes in, that tell of the time before the program, or that a worker left.</summary>
public sealed class OtherWritersTests
{
    private const string Flow = "Flödet";

    [Fact]
    public async Task Publicerad_that_another_application_writes_is_put_back_and_nothing_is_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site);

        await test.SetAsApplicationAsync(site, id, Flow, new { Status = "Publicerad", Handled = "Publicerad" });
        await ReviewFlow.WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(ReviewStatus.DraftReady, request.Status.Value);
        Assert.Contains($"programmet {Flow}", request.Message, StringComparison.Ordinal);
        Assert.True(request.ApprovedOn.IsEmpty);
        var library = await site.LibraryAsync(PublishedLibrary.Name, CancellationToken.None);
        Assert.Null(await library.FindAsync("Ledningens genomgång 2026.docx", CancellationToken.None));
    }

    [Fact]
    public async Task What_was_published_under_an_earlier_application_id_stays_published()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site);
        // As the program itself would have, before its registration was renewed.
        await test.SetAsApplicationAsync(
            site,
            id,
            Flow,
            new
            {
                Status = "Publicerad",
                Handled = "Publicerad",
                ApprovedOn = "2026-12-02T23:00:00Z",
            }
        );
        var earlier = (await RequestHistory.ReadAsync(site, id, CancellationToken.None))
            .Versions[0]
            .ModifiedBy
            .ApplicationId!;
        var settings = LocalSettings.Of(test.Server, site.Zone, test.Worker("worker"), ReviewFlow.Approvers);
        using var renewed = await OpenSite.OpenAsync(
            settings with
            {
                Site = settings.Site! with { EarlierClientIds = [earlier.ToUpperInvariant()] },
            },
            TimeProvider.System,
            new Lines().Pauses,
            CancellationToken.None
        );

        await ReviewFlow.WorkAsync(test, renewed);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("Publicerad", "Publicerad"), (request.Status.Text, request.Handled));
        Assert.Equal(new DateOnly(2026, 12, 3), request.ApprovedOn.Value);
    }

    [Fact]
    public async Task What_another_application_saves_is_not_the_programs_own()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var other = new Author(Flow, null, null, IsApplication: true) { ApplicationId = $"{Guid.NewGuid()}" };

        Assert.False(site.IsOwn(other));
        Assert.True(site.IsOwn(other with { ApplicationId = site.ApplicationId!.ToUpperInvariant() }));
        Assert.True(site.IsOwn(other with { ApplicationId = null }));
        Assert.False(site.IsOwn(other with { IsApplication = false }));
        Assert.False(site.IsOwn(null));
    }

    [Fact]
    public async Task Another_application_approves_nothing_and_the_hand_over_stays()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await HandedOverAsync(test, site);

        await test.SetAsApplicationAsync(site, id, Flow, new { Status = "Fastställd" });
        await ReviewFlow.WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("För fastställande", "För fastställande"), (request.Status.Text, request.Handled));
        Assert.Contains("fastställs av en person, inte av ett program", request.Message, StringComparison.Ordinal);

        test.NextSecond();
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Head, "Fastställd");
        await ReviewFlow.WorkAsync(test, site);
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Published));
    }

    [Theory]
    [InlineData("Fastställd")]
    [InlineData("För fastställande")]
    public async Task A_review_from_before_the_program_stays_published_whatever_somebody_asks_of_it(string status)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site, 2024, ReviewStatus.Preparing);
        await test.SetAsPersonAsync(
            site,
            id,
            ReviewFlow.Coordinator,
            new { Status = "Publicerad", ApprovedOn = "2024-12-09T23:00:00Z" }
        );
        await ReviewFlow.WorkAsync(test, site);
        Assert.Null((await test.ReadRequestAsync(site, id)).Message);

        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, status);
        await ReviewFlow.WorkAsync(test, site);

        var request = await test.ReadRequestAsync(site, id);
        Assert.Equal(("Publicerad", new DateOnly(2024, 12, 10)), (request.Status.Text, request.ApprovedOn.Value));
        Assert.Contains("genomgång som gjordes utan SpLg", request.Message, StringComparison.Ordinal);
        var versions = (await RequestHistory.ReadAsync(site, id, CancellationToken.None)).Versions.Count;
        await ReviewFlow.WorkAsync(test, site);
        Assert.Equal(versions, (await RequestHistory.ReadAsync(site, id, CancellationToken.None)).Versions.Count);
    }

    [Fact]
    public async Task A_year_that_somebody_changes_while_it_is_published_is_that_of_what_is_published_again()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        using var person = await test.OpenAsync();
        var id = await HandedOverAsync(test, site);
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Head, "Fastställd");
        var isSet = false;
        var log = new Lines
        {
            OnStep = step =>
            {
                if (isSet || step != RunStep.Publish)
                    return;
                isSet = true;
                test.SetAsPersonAsync(person, id, ReviewFlow.Coordinator, new { Year = 2025, Template = "egen" })
                    .GetAwaiter()
                    .GetResult();
            },
        };

        await ReviewFlow.WorkAsync(test, site, log: log);

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(isSet);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        Assert.Equal((2026, null), (request.Origin.WholeYear, request.Template));
        Assert.Contains(RequestMessages.OrderRestored, request.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_starts_again_goes_on_counting_the_tries_of_the_one_before()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        test.Server.Faults.Add(new("/drive", Status: 500, Count: int.MaxValue));

        var tries = new List<string>();
        for (var process = 0; process < 3; process++)
        {
            var worker = new RequestWorker(site, test.Worker("one"), TimeProvider.System, new Lines());
            Assert.False(await worker.RunAsync(untilIdle: true, TestSite.Deadline()));
            tries.Add((await test.ReadRequestAsync(site, id)).Message!.Split("Försök ")[^1]);
        }
        // One that began anew would say the same of each.
        Assert.Equal(3, tries.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<string> HandedOverAsync(TestSite test, OpenSite site)
    {
        var id = await test.RequestAsync(site);
        await ReviewFlow.WorkAsync(test, site);
        test.NextSecond();
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, "För fastställande");
        await ReviewFlow.WorkAsync(test, site);
        test.NextSecond();
        return id;
    }
}
