using SpLg.Terminal;

namespace SpLg.Tests.Organisations;

public class StatusTests
{
    [Fact]
    public async Task Every_organisation_is_told_of_and_one_that_cannot_be_read_says_so()
    {
        await using var culture = await TestSite.StartAsync();
        await using var bare = await TestSite.StartAsync(empty: true);
        using var site = await culture.OpenAsync();
        var open = await culture.RequestAsync(site, 2026, ReviewStatus.ForApproval);
        await culture.SetAsync(site, open, "Message", "Får fastställa: chef@lindo.se.");
        await culture.RequestAsync(site, 2023, ReviewStatus.Cancelled);
        await culture.RequestAsync(site, 2024, ReviewStatus.Published);
        var last = await culture.RequestAsync(site, 2025, ReviewStatus.Published);
        await culture.SetAsync(site, last, "Page", "https://a.example/sida");
        var checklist = await culture.RequestAsync(site, 2026, ReviewStatus.DraftReady);
        await culture.SetAsync(site, checklist, "DocumentType", Choice.Text(DocumentType.SelfAssessment));
        var options = Several.Options(("bare", bare), ("kultur", culture));

        var words = await Several.RunAsync(options, "status");
        var json = await Several.RunAsync(options, "status", "--json");
        var one = await Several.RunAsync(options, "status", "--json", "--organisation", "kultur");

        Assert.Equal(ExitCode.Fault, words.Code);
        Assert.Contains("bare: http", words.Output, StringComparison.Ordinal);
        Assert.Contains("  cannot be read: The site ", words.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"  {open} | Genomgång | 2026 | Ledningens genomgång, fullständig | För fastställande | ",
            words.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(" | Får fastställa: chef@lindo.se.", words.Output, StringComparison.Ordinal);
        Assert.Contains("Last published: Genomgång, https://a.example/sida", words.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Självskattning", words.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fault, json.Code);
        Assert.NotNull(JsonDocument.Parse(json.Output).RootElement[0].GetProperty("fault").GetString());
        Assert.Equal(ExitCode.Ok, one.Code);
        var kultur = Assert.Single(JsonDocument.Parse(one.Output).RootElement.EnumerateArray());
        Assert.Equal(2025, kultur.GetProperty("published").GetProperty("year").GetInt32());
        Assert.Equal(open, Assert.Single(kultur.GetProperty("open").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_organisation_whose_certificate_is_gone_does_not_hide_the_others()
    {
        await using var culture = await TestSite.StartAsync();
        await using var gone = await TestSite.StartAsync(empty: true);
        string[] options =
        [
            .. Several.Options(("kultur", culture), ("utan", gone)),
            .. Several.Set("Sites:utan:SignIn:Kind", "Certificate"),
            .. Several.Set("Sites:utan:SignIn:TenantId", "11111111-2222-3333-4444-555555555555"),
            .. Several.Set("Sites:utan:SignIn:ClientId", "66666666-7777-8888-9999-000000000000"),
            .. Several.Set("Sites:utan:SignIn:CertificateThumbprint", "A1B2C3D4E5F60718293A4B5C6D7E8F9012345678"),
        ];

        var run = await Several.RunAsync(options, "status");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("  No open requests.", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  cannot be read: Signing in to Microsoft Entra failed.",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No certificate with the thumbprint A1B2C3D4E5F60718293A4B5C6D7E8F9012345678",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        80,
        "  7 | Genomgång | 2026 | Ledningens genomgång, fullständig | Utkast klart |  | Utkastet är klart."
    )]
    [InlineData(160, "│ Utkast klart │")]
    public void A_narrow_terminal_gets_lines_and_a_wide_one_a_table(int width, string shown)
    {
        using var output = new StringWriter();
        var screen = new Screen(output, TextWriter.Null, interactive: true);
        screen.Result.Profile.Width = width;
        var request = new OpenRequest(
            Id: "7",
            Title: "Genomgång",
            Year: 2026,
            Type: "Ledningens genomgång",
            Edition: "Fullständig",
            Status: "Utkast klart",
            Since: null,
            Message: "Utkastet är klart.",
            Address: null
        );

        StatusView.Show(
            screen,
            [new("kultur", new("https://a.example/"), [request], Published: null, Fault: null)],
            TimeZoneInfo.Utc
        );

        Assert.Contains(shown, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_review_stays_published_while_a_new_draft_of_it_is_made()
    {
        await using var culture = await TestSite.StartAsync();
        using var site = await culture.OpenAsync();
        var request = await culture.RequestAsync(site, 2026, ReviewStatus.DraftReady);
        await culture.SetAsync(site, request, "Page", "https://a.example/sida");

        var words = await culture.RunAsync("status");

        Assert.Contains("Last published: Genomgång, https://a.example/sida", words.Output, StringComparison.Ordinal);
        Assert.Contains($"  {request} | Genomgång | 2026 |", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_when_a_request_has_its_status_is_not_moved_by_a_change_of_another_column()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, 2026, ReviewStatus.Preparing);
        await test.SetAsync(site, id, "Status", Choice.Text(ReviewStatus.ForApproval));
        var set = (
            await site.Reader.VersionsAsync(
                site.List("ReviewRequests"),
                site.Schema.List("ReviewRequests"),
                id,
                CancellationToken.None
            )
        )[0].ModifiedOn;
        test.NextSecond();
        await test.SetAsync(site, id, "RegistryNumber", "KFN 2026/1");

        var run = await test.RunAsync("status", "--json");

        Assert.Equal(ExitCode.Ok, run.Code);
        var request = Assert.Single(JsonDocument.Parse(run.Output).RootElement[0].GetProperty("open").EnumerateArray());
        Assert.Equal(set, request.GetProperty("since").GetDateTimeOffset());
    }
}
