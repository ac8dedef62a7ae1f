using System.Text.RegularExpressions;

namespace SpLg.Tests.LocalSite;

/// <summary>What people see in a browser, without script and without signing in.</summary>
public sealed partial class HtmlPagesTests(ITestOutputHelper output)
{
    private const string Site = "/sites/informationssakerhet";

    /// <summary>Karin Lindqvist has been chosen.</summary>
    private const string Coordinator = "splg-person=3";

    [Fact]
    public async Task Every_page_has_the_structure_an_aid_needs()
    {
        await using var site = await RunningSite.StartAsync(output);
        await FillAsync(site);
        var addresses = new[]
        {
            "/",
            Site,
            $"{Site}/Lists/Incidents",
            $"{Site}/Lists/Incidents/DispForm.aspx?ID=1",
            $"{Site}/Lists/Incidents/1_.000",
            $"{Site}/WorkDocuments",
            $"{Site}/WorkDocuments/Forms/DispForm.aspx?ID=1",
            $"{Site}/SitePages",
            "/finns/inte",
            "/_person",
            "/_mail",
        };
        foreach (var address in addresses)
        {
            var html = (
                await PageAsync(site, address, address == "/finns/inte" ? HttpStatusCode.NotFound : HttpStatusCode.OK)
            ).Text;
            Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
            Assert.Single(Heading().Matches(html));
            Assert.Contains("<title>", html, StringComparison.Ordinal);
            Assert.Single(MainPart().Matches(html));
            Assert.Contains("class=\"skip\" href=\"#innehall\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.All(
                HeaderCell().Matches(html),
                cell => Assert.Contains("scope=", cell.Value, StringComparison.Ordinal)
            );
            Assert.All(
                Table().Matches(html),
                table => Assert.Contains("<caption>", table.Value, StringComparison.Ordinal)
            );
            Assert.DoesNotContain("href=\"\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_link_of_the_start_page_leads_somewhere()
    {
        await using var site = await RunningSite.StartAsync(output);
        await FillAsync(site);
        var start = (await PageAsync(site, Site)).Text;
        var links = Href()
            .Matches(start)
            .Select(m => WebUtility.HtmlDecode(m.Groups["address"].Value))
            .Where(a => a.StartsWith('/'))
            .ToList();
        Assert.True(links.Count > 20);
        foreach (var link in links)
            await PageAsync(site, link);
    }

    [Fact]
    public async Task A_list_says_what_it_is_for_and_an_address_in_a_text_column_is_a_link()
    {
        await using var site = await RunningSite.StartAsync(output);
        await site.CreateItemAsync(
            $"{site.SitePath}/lists/GoverningDocuments",
            new { Title = "Riktlinje", Url = "https://exempel.se/riktlinje%20A?a=1&b=2" }
        );
        await site.CreateItemAsync(
            $"{site.SitePath}/lists/GoverningDocuments",
            new { Title = "Anvisning", Url = "javascript:alert(1)" }
        );
        Assert.Contains(
            "Här beställs och följs framtagningen av ledningens genomgång.",
            (await PageAsync(site, Site)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<a href=\"https://exempel.se/riktlinje%20A?a=1&amp;b=2\">",
            (await PageAsync(site, $"{Site}/Lists/GoverningDocuments/DispForm.aspx?ID=1")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "href=\"javascript",
            (await PageAsync(site, $"{Site}/Lists/GoverningDocuments/DispForm.aspx?ID=2")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_people_wrote_is_shown_as_text_and_formatted_text_is_made_safe()
    {
        await using var site = await RunningSite.StartAsync(output);
        await FillAsync(site);
        var list = (await PageAsync(site, $"{Site}/Lists/Incidents")).Text;
        Assert.Contains("&lt;b&gt;Tappad &amp; funnen&lt;/b&gt;", list, StringComparison.Ordinal);
        var row = (await PageAsync(site, $"{Site}/Lists/Incidents/DispForm.aspx?ID=1")).Text;
        Assert.Contains("<strong>viktigt </strong>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", row, StringComparison.Ordinal);
        Assert.Contains(
            "<dt>Inträffade</dt><dd><time datetime=\"2026-03-01\">2026-03-01</time></dd>",
            row,
            StringComparison.Ordinal
        );
        Assert.Contains("<dd>Ja</dd>", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_shows_its_columns_a_hundred_rows_at_a_time()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = $"{site.SitePath}/lists/Incidents";
        for (var batch = 0; batch < 6; batch++)
        {
            var requests = Enumerable
                .Range(1, 20)
                .Select(i => new
                {
                    id = $"{i}",
                    method = "POST",
                    url = $"/{list}/items",
                    headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
                    body = new { fields = new { Title = "x" } },
                });
            await site.SendAsync("POST", "$batch", HttpStatusCode.OK, "batchResponse", new { requests });
        }
        var first = (await PageAsync(site, $"{Site}/Lists/Incidents?vy=Alla%20objekt")).Text;
        Assert.Equal(100, Row().Count(first));
        Assert.Contains("rad 1–100 av 120", first, StringComparison.Ordinal);
        Assert.Equal(20, Row().Count((await PageAsync(site, $"{Site}/Lists/Incidents?vy=Alla%20objekt&sida=2")).Text));
        Assert.Contains("aria-current=\"page\">Alla objekt", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_a_finding_names_by_its_number_is_found_in_the_list()
    {
        await using var site = await RunningSite.StartAsync(output);
        foreach (
            var list in SplgTemplate.Schema.Lists.Where(l =>
                !l.IsLibrary && l.Columns.Any(c => c.Name == "Publication")
            )
        )
            Assert.Contains("ID", list.Views.Single(v => v.IsDefault).Columns);
        await site.CreateItemAsync(
            $"{site.SitePath}/lists/ReviewRequests",
            new
            {
                Title = "Ledningens genomgång 2026",
                Year = 2026,
                Status = "Förbereds",
            }
        );
        var shown = (await PageAsync(site, $"{Site}/Lists/ReviewRequests")).Text;
        Assert.Contains("<th scope=\"col\">Genomgång</th><th scope=\"col\">ID</th>", shown, StringComparison.Ordinal);
        Assert.Contains("Ledningens genomgång 2026</a></th><td>1</td>", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_and_order_of_a_view_are_kept()
    {
        await using var site = await RunningSite.StartAsync(output);
        foreach (
            var fields in new object[]
            {
                new { Title = "Öppen", Status = "Ny" },
                new { Title = "Stängd", Status = "Avslutad" },
            }
        )
            await site.CreateItemAsync($"{site.SitePath}/lists/Incidents", fields);
        var shown = new List<string>();
        foreach (var view in SplgTemplate.Schema.List("Incidents").Views)
        {
            var html = (await PageAsync(site, $"{Site}/Lists/Incidents?vy={Uri.EscapeDataString(view.Title)}")).Text;
            // Only a view of the reader's own rows cannot be shown here, where nobody is signed in.
            Assert.Equal(
                view.Caml.Contains("UserID", StringComparison.Ordinal),
                html.Contains("Vyns villkor kan inte visas", StringComparison.Ordinal)
            );
            shown.Add(
                $"{html.Contains(">Öppen<", StringComparison.Ordinal)} {html.Contains(">Stängd<", StringComparison.Ordinal)}"
            );
        }
        Assert.Contains("True True", shown);
        Assert.Contains("True False", shown);
    }

    [Fact]
    public async Task A_file_is_fetched_from_its_own_address_and_its_properties_show_its_versions()
    {
        await using var site = await RunningSite.StartAsync(output);
        await FillAsync(site);
        var file = await PageAsync(site, $"{Site}/WorkDocuments/Genomg%C3%A5ng.docx");
        Assert.Equal("innehåll", file.Text);
        Assert.Contains("attachment", file.ContentHeaders.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Utkast", (await PageAsync(site, $"{Site}/WorkDocuments")).Text, StringComparison.Ordinal);
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        var viewer = (await site.GetAsync($"{drive}/root:/Genomgång.docx", "driveItem")).Text("webUrl");
        var redirect = await site.SendAsync("GET", viewer, token: null, headers: ("Cookie", Coordinator));
        Assert.Equal(HttpStatusCode.Found, redirect.Status);
        Assert.Contains(
            "Versioner, den senaste först",
            (await PageAsync(site, redirect.Header("Location")!)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await site.SendAsync("POST", site.Server.SiteAddress.ToString(), new { })).Status
        );
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await site.SendAsync("DELETE", site.Server.SiteAddress.ToString())).Status
        );
    }

    private static async Task FillAsync(RunningSite site)
    {
        await site.CreateItemAsync(
            $"{site.SitePath}/lists/Incidents",
            new
            {
                Title = "<b>Tappad & funnen</b>",
                OccurredOn = "2026-03-01T12:00:00Z",
                PersonalDataBreach = true,
                Description = "<p>Det är <strong>viktigt</strong> <img src=x onerror=alert(1)></p>",
            }
        );
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/Genomgång.docx:/content",
            HttpStatusCode.Created,
            "driveItem",
            "innehåll"u8.ToArray()
        );
    }

    private static async Task<RunningSite.Reply> PageAsync(
        RunningSite site,
        string address,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        var reply = await site.SendAsync(
            "GET",
            new Uri(site.Server.SiteAddress, address).ToString(),
            token: null,
            headers: ("Cookie", Coordinator)
        );
        Assert.True(reply.Status == expected, $"{address}: {(int)reply.Status}");
        return reply;
    }

    [GeneratedRegex("<h1>", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<main ", RegexOptions.None, 1000)]
    private static partial Regex MainPart();

    [GeneratedRegex("<th[ >][^>]*>?", RegexOptions.None, 1000)]
    private static partial Regex HeaderCell();

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline, 1000)]
    private static partial Regex Table();

    [GeneratedRegex("href=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();

    [GeneratedRegex("<th scope=\"row\">", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
