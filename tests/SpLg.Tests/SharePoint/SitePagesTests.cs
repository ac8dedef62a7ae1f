namespace SpLg.Tests.SharePoint;

public sealed class SitePagesTests(ITestOutputHelper output)
{
    private const string Pages = "/v1.0/sites/contoso.sharepoint.com,1,2/pages";
    private const string List = $"GET {Pages}/graph.sitePage?$select=id,name";
    private const string Cast = $"{Pages}/P1/microsoft.graph.sitePage";
    private const string Read = $"GET {Pages}/P1/graph.sitePage?$expand=canvasLayout";
    private const string Name = "ledningens-genomgang-2026.aspx";
    private static readonly SitePageContent Content = new(
        "Ledningens genomgång 2026",
        "Resultatet i korthet",
        ["<h2>Läget</h2>", "<p>Två & tre</p>"]
    );

    [Fact]
    public async Task A_page_is_found_by_its_file_name_on_whatever_page_of_the_listing_it_stands()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                List,
                GraphAnswer.Json(
                    200,
                    $$"""{"value":[{"id":"P0","name":"Home.aspx"}],"@odata.nextLink":"{{script.Origin}}v1.0/next"}"""
                )
            )
            .On(
                "GET /v1.0/next",
                GraphAnswer.Json(200, $$"""{"value":[{"id":"P1","name":"Ledningens-Genomgang-2026.aspx"}]}""")
            )
            .On(
                Read,
                Page(
                    "published",
                    """
                    ,"canvasLayout":{"horizontalSections":[{"layout":"oneColumn","id":"1","columns":[{"id":"1","width":12,"webparts":[
                      {"@odata.type":"#microsoft.graph.textWebPart","id":"a","innerHtml":"<h2>Läget</h2>"},
                      {"@odata.type":"#microsoft.graph.standardWebPart","id":"b","webPartType":"x","data":{}}]}]},
                      {"layout":"oneColumn","id":"2","columns":[{"id":"1","width":12,
                      "webparts":[{"@odata.type":"#microsoft.graph.textWebPart","id":"c","innerHtml":"<p>Två</p>"}]}]}],
                      "verticalSection":{"webparts":[{"@odata.type":"#microsoft.graph.textWebPart","id":"d","innerHtml":"<p>Tre</p>"}]}}
                    """
                )
            );
        using var graph = script.Client();

        var page = await new SitePages(graph, SampleSchema.Site).FindAsync(Name, default);

        Assert.Equal(
            ("P1", Name, true, "<h2>Läget</h2><p>Två</p><p>Tre</p>"),
            (page!.Id, page.Name, page.IsPublished, page.Text)
        );
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_null()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(List, GraphAnswer.Json(200, """{"value":[{"id":"P0","name":"Home.aspx"}]}"""));
        using var graph = script.Client();

        Assert.Null(await new SitePages(graph, SampleSchema.Site).FindAsync(Name, default));
    }

    [Fact]
    public async Task A_new_page_is_a_news_post_with_a_section_for_each_text_and_no_comments()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(List, GraphAnswer.Json(200, """{"value":[]}""")).On($"POST {Pages}", Page("checkout"));
        using var graph = script.Client();

        var page = await new SitePages(graph, SampleSchema.Site).CreateAsync(Name, Content, default);

        Assert.False(page.IsPublished);
        var body = script.Calls.Single(c => c.Method == "POST").Json();
        Assert.Equal("#microsoft.graph.sitePage", body.GetProperty("@odata.type").GetString());
        Assert.Equal(
            (Name, "newsPost", false, "plain"),
            (
                body.GetProperty("name").GetString(),
                body.GetProperty("promotionKind").GetString(),
                body.GetProperty("showComments").GetBoolean(),
                body.GetProperty("titleArea").GetProperty("layout").GetString()
            )
        );
        Assert.Equal(Content.Sections, Texts(body));
    }

    [Fact]
    public async Task A_page_whose_creation_was_not_answered_is_found_and_not_created_again()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(List, GraphAnswer.Json(200, """{"value":[]}"""))
            .On($"POST {Pages}", GraphAnswer.Drop)
            .On(List, GraphAnswer.Json(200, $$"""{"value":[{"id":"P1","name":"{{Name}}"}]}"""))
            .On(Read, Page("checkout"));
        using var graph = script.Client();

        Assert.Equal("P1", (await new SitePages(graph, SampleSchema.Site).CreateAsync(Name, Content, default)).Id);
    }

    [Fact]
    public async Task A_creation_that_never_arrived_is_an_error_that_may_pass()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(List, GraphAnswer.Json(200, """{"value":[]}"""))
            .On($"POST {Pages}", GraphAnswer.Drop)
            .On(List, GraphAnswer.Json(200, """{"value":[]}"""));
        using var graph = script.Client();

        Assert.True(
            (
                await Assert.ThrowsAsync<GraphException>(() =>
                    new SitePages(graph, SampleSchema.Site).CreateAsync(Name, Content, default)
                )
            ).MayPass
        );
    }

    [Fact]
    public async Task A_name_that_is_taken_is_not_used_twice()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(List, GraphAnswer.Json(200, $$"""{"value":[{"id":"P1","name":"{{Name}}"}]}"""))
            .On(Read, Page("published"));
        using var graph = script.Client();

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            new SitePages(graph, SampleSchema.Site).CreateAsync(Name, Content, default)
        );
    }

    [Fact]
    public async Task A_page_that_the_service_gave_another_name_is_removed_again()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(List, GraphAnswer.Json(200, """{"value":[]}"""))
            .On(
                $"POST {Pages}",
                GraphAnswer.Json(
                    201,
                    """
                    {"id":"P2","name":"ledningens-genomgang-2026(1).aspx","webUrl":"https://contoso.sharepoint.com/y",
                    "publishingState":{"level":"checkout"}}
                    """
                )
            )
            .On($"DELETE {Pages}/P2", GraphAnswer.Empty(204));
        using var graph = script.Client();

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            new SitePages(graph, SampleSchema.Site).CreateAsync(Name, Content, default)
        );
    }

    [Fact]
    public async Task A_change_replaces_title_and_all_sections_and_sends_nothing_that_names_the_page_anew()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On($"PATCH {Cast}", Page("checkout"));
        using var graph = script.Client();

        await new SitePages(graph, SampleSchema.Site).UpdateAsync(Existing(false), Content, default);

        var body = Assert.Single(script.Calls).Json();
        Assert.Equal(Content.Sections, Texts(body));
        Assert.False(body.TryGetProperty("name", out _));
    }

    [Fact]
    public async Task Publishing_whose_answer_was_lost_is_looked_up_and_not_done_twice()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On($"POST {Cast}/publish", GraphAnswer.Drop).On(Read, Page("published"));
        using var graph = script.Client();

        await new SitePages(graph, SampleSchema.Site).PublishAsync(Existing(false), default);
    }

    [Fact]
    public async Task Publishing_that_did_not_happen_is_an_error()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On($"POST {Cast}/publish", GraphAnswer.Drop).On(Read, Page("checkout"));
        using var graph = script.Client();

        await Assert.ThrowsAsync<GraphException>(() =>
            new SitePages(graph, SampleSchema.Site).PublishAsync(Existing(false), default)
        );
    }

    [Fact]
    public async Task A_mail_is_plain_text_and_is_not_kept_among_the_sent()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On("POST /v1.0/users/isam%40exempel.se/sendMail", GraphAnswer.Empty(202));
        using var graph = script.Client();

        await new MailSender(graph, "isam@exempel.se").SendAsync(
            ["anna.ek@exempel.se", "bo.li@exempel.se"],
            "Utkast klart",
            "Hej!\nÅtgärda.",
            default
        );

        var body = Assert.Single(script.Calls).Json();
        Assert.False(body.GetProperty("SaveToSentItems").GetBoolean());
        var message = body.GetProperty("Message");
        Assert.Equal(
            ("Utkast klart", "text", "Hej!\nÅtgärda."),
            (
                message.GetProperty("subject").GetString(),
                message.GetProperty("body").GetProperty("contentType").GetString(),
                message.GetProperty("body").GetProperty("content").GetString()
            )
        );
        Assert.Equal(
            ["anna.ek@exempel.se", "bo.li@exempel.se"],
            message
                .GetProperty("toRecipients")
                .EnumerateArray()
                .Select(r => r.GetProperty("emailAddress").GetProperty("address").GetString())
        );
    }

    [Fact]
    public async Task A_mail_whose_answer_was_lost_is_not_sent_twice()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On("POST /v1.0/users/isam%40exempel.se/sendMail", GraphAnswer.Drop);
        using var graph = script.Client();

        var lost = await Assert.ThrowsAsync<GraphException>(() =>
            new MailSender(graph, "isam@exempel.se").SendAsync(["a@exempel.se"], "x", "y", default)
        );

        Assert.Contains("answer was lost", lost.Message, StringComparison.Ordinal);
    }

    private static SitePage Existing(bool isPublished) =>
        new("P1", Name, "x", new("https://contoso.sharepoint.com/x"), isPublished, null);

    private static GraphAnswer Page(string level, string more = "") =>
        GraphAnswer.Json(
            200,
            $$"""
            {"@odata.type":"#microsoft.graph.sitePage","id":"P1","name":"{{Name}}","title":"x",
            "webUrl":"https://contoso.sharepoint.com/x",
            "publishingState":{"level":"{{level}}","versionId":"0.1"}{{more}}}
            """
        );

    private static IEnumerable<string?> Texts(JsonElement body) =>
        body.GetProperty("canvasLayout")
            .GetProperty("horizontalSections")
            .EnumerateArray()
            .Select(s =>
                Assert
                    .Single(
                        Assert
                            .Single(s.GetProperty("columns").EnumerateArray())
                            .GetProperty("webparts")
                            .EnumerateArray()
                    )
                    .GetProperty("innerHtml")
                    .GetString()
            );
}
