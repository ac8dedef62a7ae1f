namespace SpLg.Tests.LocalSite;

public sealed class PagesTests(ITestOutputHelper output)
{
    private const string Body = """
        {"@odata.type":"#microsoft.graph.sitePage","name":"genomgang.aspx","title":"Ledningens genomgång",
        "pageLayout":"article","publishingState":{"level":"published"},
         "titleArea":{"layout":"plain","showAuthor":false},
         "canvasLayout":{"horizontalSections":[{"layout":"oneColumn","id":"1","emphasis":"none","columns":[{"id":"1","width":12,
           "webparts":[{"@odata.type":"#microsoft.graph.textWebPart",
           "innerHtml":"<h2>Resultat</h2><p onclick=\"x()\">Bra <script>alert(1)</script></p>"}]}]}]}}
        """;

    [Fact]
    public async Task A_page_is_made_checked_out_and_seen_by_others_only_when_published()
    {
        await using var site = await RunningSite.StartAsync(output);
        var page = await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", Body);
        Assert.Equal("checkout", page.GetProperty("publishingState").Text("level"));
        Assert.Equal("0.1", page.GetProperty("publishingState").Text("versionId"));
        var address = $"{site.SitePath}/pages/{page.Text("id")}";
        Assert.Empty((await site.GetAsync($"{site.SitePath}/pages", "collectionOf.baseSitePage", "user:Per")).Values());
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("GET", address, token: "user:Per")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("GET", page.Text("webUrl"), token: null)).Status);

        await site.SendAsync("POST", $"{address}/microsoft.graph.sitePage/publish", HttpStatusCode.NoContent, null);
        var seen = await site.GetAsync(
            $"{address}/microsoft.graph.sitePage?$expand=canvasLayout",
            "sitePage",
            "user:Per"
        );
        Assert.Equal("published", seen.GetProperty("publishingState").Text("level"));
        var html = seen.GetProperty("canvasLayout")
            .GetProperty("horizontalSections")[0]
            .GetProperty("columns")[0]
            .GetProperty("webparts")[0]
            .Text("innerHtml");
        Assert.Equal("<h2>Resultat</h2><p>Bra </p>", html);
        Assert.Contains(
            "<h2>Resultat</h2>",
            (await site.SendAsync("GET", page.Text("webUrl"), token: null)).Text,
            StringComparison.Ordinal
        );
        Assert.Single(
            (await site.GetAsync($"{site.SitePath}/pages/microsoft.graph.sitePage", "collectionOf.sitePage")).Values()
        );
    }

    [Fact]
    public async Task An_edited_page_stays_as_published_for_others_until_published_again()
    {
        await using var site = await RunningSite.StartAsync(output);
        var page = await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", Body);
        var cast = $"{site.SitePath}/pages/{page.Text("id")}/microsoft.graph.sitePage";
        await site.SendAsync("POST", $"{cast}/publish", HttpStatusCode.NoContent, null);
        await site.SendAsync(
            "PATCH",
            cast,
            HttpStatusCode.OK,
            "sitePage",
            """{"@odata.type":"#microsoft.graph.sitePage","title":"Ny rubrik"}"""
        );
        Assert.Equal("Ny rubrik", (await site.GetAsync(cast, "sitePage")).Text("title"));
        Assert.Equal("Ledningens genomgång", (await site.GetAsync(cast, "sitePage", "user:Per")).Text("title"));
        await site.SendAsync("POST", $"{cast}/publish", HttpStatusCode.NoContent, null);
        Assert.Equal("Ny rubrik", (await site.GetAsync(cast, "sitePage", "user:Per")).Text("title"));
        await site.SendAsync("DELETE", $"{site.SitePath}/pages/{page.Text("id")}", HttpStatusCode.NoContent, null);
        await site.RefusedAsync("GET", cast, HttpStatusCode.NotFound, "itemNotFound");
    }

    [Theory]
    [InlineData("""{"title":"utan typ"}""")]
    [InlineData("""{"@odata.type":"#microsoft.graph.sitePage"}""")]
    [InlineData("""{"@odata.type":"#microsoft.graph.sitePage","title":"x","pageLayout":"okänd"}""")]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.sitePage","title":"x","canvasLayout":{"horizontalSections":["""
            + """{"layout":"fyrkolumn","columns":[]}]}}"""
    )]
    [InlineData(
        """{"@odata.type":"#microsoft.graph.sitePage","title":"x","canvasLayout":{"horizontalSections":["""
            + """{"layout":"oneColumn","columns":[{"webparts":["""
            + """{"webPartType":"11111111-2222-3333-4444-555555555555","data":{}}]}]}]}}"""
    )]
    public async Task Whatever_is_wrong_in_a_page_is_an_invalid_request(string body)
    {
        await using var site = await RunningSite.StartAsync(output);
        Assert.Equal(
            "Invalid request",
            await site.RefusedAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.BadRequest, "invalidRequest", body)
        );
    }

    [Fact]
    public async Task The_canvas_can_only_be_expanded_on_the_cast_address()
    {
        await using var site = await RunningSite.StartAsync(output);
        var page = await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", Body);
        Assert.Equal(
            "Could not find a property named 'canvasLayout' on type 'oneDrive.baseSitePage'.",
            await site.RefusedAsync(
                "GET",
                $"{site.SitePath}/pages/{page.Text("id")}?$expand=canvasLayout",
                HttpStatusCode.BadRequest,
                "invalidRequest"
            )
        );
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_one_of_the_services_own_making_is_made_free()
    {
        await using var site = await RunningSite.StartAsync(output);
        await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", Body);
        await site.RefusedAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Conflict, "nameAlreadyExists", Body);
        var unnamed = Body.Replace("\"name\":\"genomgang.aspx\",", "", StringComparison.Ordinal);
        Assert.Equal(
            "Ledningens-genomgång.aspx",
            (await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", unnamed)).Text(
                "name"
            )
        );
        Assert.Equal(
            "Ledningens-genomgång 1.aspx",
            (await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", unnamed)).Text(
                "name"
            )
        );
        // Seen of the service: the filter is taken and changes nothing.
        Assert.Equal(
            3,
            (
                await site.GetAsync(
                    $"{site.SitePath}/pages?$filter=name eq 'genomgang.aspx'",
                    "collectionOf.baseSitePage"
                )
            )
                .Values()
                .Count
        );
    }

    [Fact]
    public async Task A_news_post_is_read_by_everybody_with_its_tables_and_pictures_and_a_draft_by_its_author_only()
    {
        await using var site = await RunningSite.StartAsync(output);
        const string Table =
            "<table><caption>Trend</caption><thead><tr><th scope=\"col\">År</th></tr></thead><tbody><tr><th "
            + "scope=\"row\">2026</th></tr></tbody></table>";
        object Page(string name, string title) =>
            new Dictionary<string, object>
            {
                ["@odata.type"] = "#microsoft.graph.sitePage",
                ["name"] = name,
                ["title"] = title,
                ["description"] = "Sammanfattat & klart",
                ["promotionKind"] = "newsPost",
                ["thumbnailWebUrl"] = new Uri(
                    site.Server.SiteAddress,
                    "/sites/informationssakerhet/Delade%20dokument/bild.png"
                ).ToString(),
                ["canvasLayout"] = new
                {
                    horizontalSections = new[]
                    {
                        new
                        {
                            layout = "oneColumn",
                            id = "1",
                            columns = new[]
                            {
                                new
                                {
                                    id = "1",
                                    width = 12,
                                    webparts = new object[] { new { innerHtml = Table }, Image },
                                },
                            },
                        },
                    },
                },
            };
        var made = await site.SendAsync(
            "POST",
            $"{site.SitePath}/pages",
            HttpStatusCode.Created,
            "sitePage",
            Page("a.aspx", "Publicerad nyhet")
        );
        await site.SendAsync(
            "POST",
            $"{site.SitePath}/pages/{made.Text("id")}/microsoft.graph.sitePage/publish",
            HttpStatusCode.NoContent,
            null
        );
        var draft = await site.SendAsync(
            "POST",
            $"{site.SitePath}/pages",
            HttpStatusCode.Created,
            "sitePage",
            Page("b.aspx", "Mitt utkast"),
            "user:Karin Lindqvist"
        );

        var start = (await site.SendAsync("GET", site.Server.SiteAddress.ToString(), token: null)).Text;
        Assert.Contains(">Publicerad nyhet</a></h3>", start, StringComparison.Ordinal);
        Assert.Contains("Sammanfattat &amp; klart", start, StringComparison.Ordinal);
        Assert.Contains(
            "<img src=\"/sites/informationssakerhet/Delade%20dokument/bild.png\" alt=\"\">",
            start,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Mitt utkast", start, StringComparison.Ordinal);
        var page = (await site.SendAsync("GET", made.Text("webUrl"), token: null)).Text;
        Assert.Contains(Table, page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Stapeldiagram över incidenter\">", page, StringComparison.Ordinal);

        var people = (
            await site.GetAsync(
                $"{site.SitePath}/lists/Anv%C3%A4ndarinformation/items?$expand=fields",
                "collectionOf.listItem"
            )
        ).Values();
        foreach (var person in people)
        {
            var seen = await site.SendAsync(
                "GET",
                draft.Text("webUrl"),
                token: null,
                headers: [("Cookie", $"splg-person={person.Text("id")}")]
            );
            Assert.Equal(
                person.GetProperty("fields").Text("Title") == "Karin Lindqvist"
                    ? HttpStatusCode.OK
                    : HttpStatusCode.NotFound,
                seen.Status
            );
        }
    }

    private static object Image { get; } = new
    {
        webPartType = "d1d91016-032f-456d-98a4-721247c305e8",
        data = new
        {
            properties = new { altText = "Stapeldiagram över incidenter" },
            serverProcessedContent = new
            {
                imageSources = new[]
                {
                    new { key = "imageSource", value = "/sites/informationssakerhet/Delade%20dokument/bild.png" },
                },
            },
        },
    };
}
