using System.Net.Http.Json;

namespace SpLg.Tests.EndToEnd;

/// <summary>Drafts and full editions are written only where it is known that others cannot read them.</summary>
public class RestrictedLibraryTests
{
    [Theory]
    [InlineData("everyone", "Alla kan läsa biblioteket Arbetsdokument, genom Alla utom externa användare.")]
    [InlineData(
        "inherit",
        "Alla som kan läsa webbplatsen kan läsa biblioteket Arbetsdokument, eftersom det ärver webbplatsens rättigheter."
    )]
    public async Task Nothing_is_written_where_others_can_read_and_the_request_says_what_to_do(
        string rights,
        string says
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        await SetRightsAsync(test, "WorkDocuments", rights);

        await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed), request.ToString());
        Assert.StartsWith(says, request.Message, StringComparison.Ordinal);
        Assert.Contains("Den som administrerar webbplatsen", request.Message, StringComparison.Ordinal);
        Assert.Empty(await test.FileNamesAsync(site));

        await SetRightsAsync(test, "WorkDocuments", "own");
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.Requested));
        await test.RunAsync("worker", "--once");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
    }

    [Theory]
    [InlineData("everyone")]
    [InlineData("inherit")]
    public async Task Rights_are_looked_at_again_before_each_file_is_written(string rights)
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        var log = new Lines
        {
            OnStep = step =>
            {
                if (step == RunStep.Upload)
                    SetRightsAsync(test, "WorkDocuments", rights).GetAwaiter().GetResult();
            },
        };

        await new RequestWorker(site, test.Worker("worker"), TimeProvider.System, log).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.Failed));
        Assert.Empty(await test.FileNamesAsync(site));
    }

    [Fact]
    public async Task What_is_published_where_not_everyone_can_read_says_so()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        using (var http = Http(test, "splg"))
        {
            using var drive = JsonDocument.Parse(
                await http.GetStringAsync(
                    new Uri($"sites/{site.Site.Id}/lists/{site.List(PublishedLibrary.Name).Id}/drive", UriKind.Relative)
                )
            );
            var rights = $"drives/{drive.RootElement.GetProperty("id").GetString()}/root/permissions";
            using var all = JsonDocument.Parse(await http.GetStringAsync(new Uri(rights, UriKind.Relative)));
            var everyone = all
                .RootElement.GetProperty("value")
                .EnumerateArray()
                .Single(p => p.GetRawText().Contains("spo-grid-all-users", StringComparison.Ordinal));
            (
                await http.DeleteAsync(new Uri($"{rights}/{everyone.GetProperty("id").GetString()}", UriKind.Relative))
            ).EnsureSuccessStatusCode();
        }
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        var id = await test.RequestAsync(site);
        foreach (
            var (who, status) in new[]
            {
                (ReviewFlow.Coordinator, "Uppdatering begärd"),
                (ReviewFlow.Coordinator, "För fastställande"),
                (ReviewFlow.Head, "Fastställd"),
            }
        )
        {
            await test.SetStatusAsPersonAsync(site, id, who, status);
            await new RequestWorker(site, test.Worker("worker"), TimeProvider.System, new Lines()).RunAsync(
                untilIdle: true,
                TestSite.Deadline()
            );
        }

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        Assert.Contains(
            "Alla medarbetare kan kanske inte läsa biblioteket Publicerade genomgångar",
            request.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rights_that_cannot_be_seen_are_not_taken_to_be_right()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        test.Server.Faults.Add(new FaultRule("/permissions", "GET", Status: 403, Count: 100));

        var run = await test.RunAsync("generate", "--year", "2026");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains(
            "SpLg får inte se vilka som kan läsa biblioteket Arbetsdokument",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(await test.FileNamesAsync(site));
    }

    [Theory]
    [InlineData("organization", "Ledningens genomgång 2026.docx", "delningslänk för personer i organisationen")]
    [InlineData("anonymous", "Ledningens genomgång 2026 underlag.json", "delningslänk för vem som helst")]
    public async Task A_file_that_has_been_shared_with_everyone_is_not_written_to_and_the_request_says_so(
        string scope,
        string name,
        string by
    )
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        var id = await test.RequestAsync(site);
        await test.RunAsync("worker", "--once");
        var library = await DocumentLibrary.OpenAsync(site.Graph, site.Site, "Arbetsdokument", CancellationToken.None);
        var before = await library.FindAsync(name, CancellationToken.None);
        var link = await ShareAsync(test, site, before!.Id, scope);
        await test.AddIncidentAsync(site, "Förlorad nyckel", "i-2");

        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, "Uppdatering begärd");
        await test.RunAsync("worker", "--once");

        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Failed), request.Message);
        Assert.StartsWith(
            $"Alla kan läsa ”{name}” i biblioteket Arbetsdokument, genom {by}. Därför skrivs ingenting i filen.",
            request.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before.ETag, (await library.FindAsync(name, CancellationToken.None))!.ETag);

        using (var http = Http(test))
            (await http.DeleteAsync(link)).EnsureSuccessStatusCode();
        await test.SetStatusAsPersonAsync(site, id, ReviewFlow.Coordinator, "Uppdatering begärd");
        await test.RunAsync("worker", "--once");
        Assert.True((await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady));
    }

    [Fact]
    public async Task The_doctor_says_who_can_read_what()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        var well = await test.RunAsync("doctor");
        Assert.Contains("✓ Only some may read Arbetsdokument", well.Output, StringComparison.Ordinal);
        // Who is in a group a person has to judge, so each is named.
        Assert.Contains("    Fastställer ledningens genomgång", well.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Everyone may read Publicerade genomgångar", well.Output, StringComparison.Ordinal);
        await SetRightsAsync(test, "WorkDocuments", "everyone");
        await SetRightsAsync(test, "PublishedReviews", "inherit");

        var open = await test.RunAsync("doctor");

        Assert.Equal(ExitCode.Fault, open.Code);
        Assert.Contains(
            "Alla kan läsa biblioteket Arbetsdokument, genom Alla utom externa användare.",
            open.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Alla medarbetare kan kanske inte läsa biblioteket Publicerade genomgångar: det ärver",
            open.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_doctor_says_which_lists_others_may_read_and_what_the_application_may()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        var well = await test.RunAsync("doctor", "--set", "Approval:Approvers=chef@lindo.example");
        Assert.True(well.Code == ExitCode.Ok, well.ToString());
        Assert.Contains("✓ The application's grant on the site is fullcontrol", well.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Only some may read the lists", well.Output, StringComparison.Ordinal);
        Assert.Contains("Handläggare informationssäkerhet (write): 17 lists", well.Output, StringComparison.Ordinal);
        Assert.Contains("Who is in a group is not shown", well.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Everyone may read Webbplatssidor", well.Output, StringComparison.Ordinal);
        Assert.Contains("Dokument inherits the site's rights", well.Output, StringComparison.Ordinal);
        await SetRightsAsync(test, "Incidents", "everyone");
        await SetRightsAsync(test, "Decisions", "inherit");
        await SetRightsAsync(test, "SitePages", "inherit");

        var open = await test.RunAsync("doctor");

        Assert.Equal(ExitCode.Fault, open.Code);
        Assert.Contains(
            "Everyone may read Incidenter, through Alla utom externa användare.",
            open.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Beslut inherits the site's rights", open.Output, StringComparison.Ordinal);
        Assert.Contains("Employees may not be able to open a published page", open.Output, StringComparison.Ordinal);

        await PostRightsAsync(test, new { application = "write" });
        var less = await test.RunAsync("doctor");

        Assert.Contains(
            "Microsoft Graph does not show it, as it does to whoever has fullcontrol.",
            less.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Who may read is not shown for Informationsbehandlingar, Incidenter",
            less.Output,
            StringComparison.Ordinal
        );
        var run = await test.RunAsync("generate", "--year", "2026");
        Assert.Contains("ska ha rollen fullcontrol på webbplatsen", run.Error, StringComparison.Ordinal);
    }

    /// <returns>Where the link is taken away again.</returns>
    private static async Task<Uri> ShareAsync(TestSite test, OpenSite site, string file, string scope)
    {
        using var http = Http(test);
        using var drive = JsonDocument.Parse(
            await http.GetStringAsync(
                new Uri($"sites/{site.Site.Id}/lists/{site.List(LibraryColumns.Library).Id}/drive", UriKind.Relative)
            )
        );
        var address = $"drives/{drive.RootElement.GetProperty("id").GetString()}/items/{file}";
        using var answer = await http.PostAsJsonAsync(
            new Uri(address + "/createLink", UriKind.Relative),
            new { type = "view", scope }
        );
        answer.EnsureSuccessStatusCode();
        using var link = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new($"{address}/permissions/{link.RootElement.GetProperty("id").GetString()}", UriKind.Relative);
    }

    /// <param name="token">Null for the coordinator, signed in.</param>
    private static HttpClient Http(TestSite test, string? token = null)
    {
        var http = new HttpClient { BaseAddress = test.Server.GraphAddress };
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            token ?? "user:" + Uri.EscapeDataString(ReviewFlow.Coordinator)
        );
        return http;
    }

    /// <param name="rights">inherit, own or everyone.</param>
    private static Task SetRightsAsync(TestSite test, string list, string rights) =>
        PostRightsAsync(test, new { list, rights });

    private static async Task PostRightsAsync(TestSite test, object change)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(test.Server.GraphAddress, "/_rights"), change);
        answer.EnsureSuccessStatusCode();
    }
}
