using System.Net;
using Xunit.Abstractions;

namespace SpLg.Tests.LocalSite;

public sealed class PagesTests(ITestOutputHelper output)
{
    private const string Body = """
        {"@odata.type":"#microsoft.graph.sitePage","name":"genomgang.aspx","title":"Ledningens genomgång","pageLayout":"article","publishingState":{"level":"published"},
         "titleArea":{"layout":"plain","showAuthor":false},
         "canvasLayout":{"horizontalSections":[{"layout":"oneColumn","id":"1","emphasis":"none","columns":[{"id":"1","width":12,
           "webparts":[{"@odata.type":"#microsoft.graph.textWebPart","innerHtml":"<h2>Resultat</h2><p onclick=\"x()\">Bra <script>alert(1)</script></p>"}]}]}]}}
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
        var seen = await site.GetAsync($"{address}/microsoft.graph.sitePage?$expand=canvasLayout", "sitePage", "user:Per");
        Assert.Equal("published", seen.GetProperty("publishingState").Text("level"));
        var html = seen.GetProperty("canvasLayout").GetProperty("horizontalSections")[0].GetProperty("columns")[0].GetProperty("webparts")[0].Text("innerHtml");
        Assert.Equal("<h2>Resultat</h2><p>Bra </p>", html);
        Assert.Contains("<h2>Resultat</h2>", (await site.SendAsync("GET", page.Text("webUrl"), token: null)).Text, StringComparison.Ordinal);
        Assert.Single((await site.GetAsync($"{site.SitePath}/pages/microsoft.graph.sitePage", "collectionOf.sitePage")).Values());
    }

    [Fact]
    public async Task An_edited_page_stays_as_published_for_others_until_published_again()
    {
        await using var site = await RunningSite.StartAsync(output);
        var page = await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", Body);
        var cast = $"{site.SitePath}/pages/{page.Text("id")}/microsoft.graph.sitePage";
        await site.SendAsync("POST", $"{cast}/publish", HttpStatusCode.NoContent, null);
        await site.SendAsync("PATCH", cast, HttpStatusCode.OK, "sitePage", """{"@odata.type":"#microsoft.graph.sitePage","title":"Ny rubrik"}""");
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
    [InlineData("""{"@odata.type":"#microsoft.graph.sitePage","title":"x","canvasLayout":{"horizontalSections":[{"layout":"fyrkolumn","columns":[]}]}}""")]
    [InlineData("""{"@odata.type":"#microsoft.graph.sitePage","title":"x","canvasLayout":{"horizontalSections":[{"layout":"oneColumn","columns":[{"webparts":[{"webPartType":"11111111-2222-3333-4444-555555555555","data":{}}]}]}]}}""")]
    public async Task Whatever_is_wrong_in_a_page_is_an_invalid_request(string body)
    {
        await using var site = await RunningSite.StartAsync(output);
        Assert.Equal("Invalid request", await site.RefusedAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.BadRequest, "invalidRequest", body));
    }

    [Fact]
    public async Task The_canvas_can_only_be_expanded_on_the_cast_address()
    {
        await using var site = await RunningSite.StartAsync(output);
        var page = await site.SendAsync("POST", $"{site.SitePath}/pages", HttpStatusCode.Created, "sitePage", Body);
        Assert.Equal(
            "Could not find a property named 'canvasLayout' on type 'oneDrive.baseSitePage'.",
            await site.RefusedAsync("GET", $"{site.SitePath}/pages/{page.Text("id")}?$expand=canvasLayout", HttpStatusCode.BadRequest, "invalidRequest"));
    }
}
