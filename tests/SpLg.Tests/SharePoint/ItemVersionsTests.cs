namespace SpLg.Tests.SharePoint;

public sealed class ItemVersionsTests(ITestOutputHelper output)
{
    private const string First = $"GET {SampleSchema.ListPath}/items/7/versions?{SampleSchema.Expand}";

    [Fact]
    public async Task Versions_come_newest_first_from_all_pages_each_with_who_made_it_and_what_it_held()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                First,
                GraphAnswer.Json(
                    200,
                    $$"""
                    {"value":[
                      {"id":"9.0","lastModifiedDateTime":"2026-03-01T08:00:00Z",
                      "lastModifiedBy":{"user":{"displayName":"Anna Ek","email":"anna.ek@exempel.se","id":"A1"} },
                      "fields":{"Title":"Nio"} },
                      {"id":"2.0","lastModifiedDateTime":"2026-02-01T08:00:00Z",
                      "lastModifiedBy":{"application":{"displayName":"SpLg","id":"B2"},
                      "user":{"displayName":"SharePoint App"} },"fields":{"Title":"Två"} }],
                     "@odata.nextLink":"{{script.Origin}}v1.0/next"}
                    """
                )
            )
            .On(
                "GET /v1.0/next",
                GraphAnswer.Json(
                    200,
                    """
                    {"value":[{"id":"10.0","lastModifiedDateTime":"2026-03-02T08:00:00Z",
                    "lastModifiedBy":{"user":{"displayName":"Bo Li","email":"bo.li@exempel.se"},
                    "application":{"displayName":"Word","id":"W"}},"fields":{"Title":"Tio"}}]}
                    """
                )
            );
        using var graph = script.Client();

        var versions = await VersionsAsync(graph);

        Assert.Equal(["10.0", "9.0", "2.0"], versions.Select(v => v.Label));
        Assert.Equal(["Tio", "Nio", "Två"], versions.Select(v => v.Fields["Title"].GetString()));
        Assert.Equal(
            [
                new Author("Bo Li", "bo.li@exempel.se", null, false),
                new("Anna Ek", "anna.ek@exempel.se", "A1", false),
                new("SpLg", null, null, true) { ApplicationId = "B2" },
            ],
            versions.Select(v => v.ModifiedBy)
        );
    }

    [Fact]
    public async Task Somebody_who_is_neither_known_nor_an_application_is_never_taken_for_the_application()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(
            First,
            GraphAnswer.Json(
                200,
                """
                {"value":[{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z",
                "lastModifiedBy":{"user":{"displayName":"SharePoint App","email":"","id":""}},"fields":{}}]}
                """
            )
        );
        using var graph = script.Client();

        Assert.Equal(new("SharePoint App", null, null, false), Assert.Single(await VersionsAsync(graph)).ModifiedBy);
    }

    [Theory]
    [InlineData("""{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z","fields":{}}""")]
    [InlineData("""{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z","lastModifiedBy":{"user":{"id":"1"}}}""")]
    [InlineData(
        """{"id":"newest","lastModifiedDateTime":"2026-03-01T08:00:00Z","lastModifiedBy":{"user":{"id":"1"}},"fields":{}}"""
    )]
    public async Task A_version_that_does_not_tell_who_what_and_which_is_an_error(string version)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(First, GraphAnswer.Json(200, $$"""{"value":[{{version}}]}"""));
        using var graph = script.Client();

        await Assert.ThrowsAsync<GraphException>(() => VersionsAsync(graph));
    }

    [Fact]
    public async Task The_documented_version_is_read()
    {
        if (
            GraphRecording.Documented("get-sites-x-lists-x-items-x-versions-x-expand-x", output.WriteLine)
            is not { } documented
        )
            return;
        await using var script = await GraphScript.StartAsync(output);
        script.On(First, GraphAnswer.Json(200, $$"""{"value":[{{documented.Body.GetRawText()}}]}"""));
        using var graph = script.Client();

        var version = Assert.Single(await VersionsAsync(graph));

        var user = documented.Body.GetProperty("lastModifiedBy").GetProperty("user");
        Assert.Equal(
            new(user.GetProperty("displayName").GetString(), null, user.GetProperty("id").GetString(), false),
            version.ModifiedBy
        );
        Assert.Equal(documented.Body.GetProperty("lastModifiedDateTime").GetDateTimeOffset(), version.ModifiedOn);
    }

    [Fact]
    public async Task People_are_known_by_the_id_that_person_columns_hold()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists?$select=id,name,displayName,webUrl,list,system",
                GraphAnswer.Json(
                    200,
                    """
                    {"value":[{"id":"U1","name":"users","displayName":"Lista med användarinformation",
                    "webUrl":"https://contoso.sharepoint.com/_catalogs/users","list":{"template":"userInformation",
                    "hidden":true},"system":{}}]}
                    """
                )
            )
            .On(
                "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists/U1/items?$expand=fields($select=Title,EMail)&$top=2000",
                GraphAnswer.Json(
                    200,
                    """
                    {"value":[{"id":"7","fields":{"Title":"Anna Ek","EMail":"anna.ek@exempel.se"}},{"id":"8","fields":{"Title":"Alla"}}]}
                    """
                )
            );
        using var graph = script.Client();

        var people = await new ListReader(graph, SampleSchema.Site).PeopleAsync(default);

        Assert.Equal([new Person(7, "Anna Ek", "anna.ek@exempel.se"), new(8, "Alla", null)], people!.Values);
    }

    [Fact]
    public async Task A_list_of_people_that_may_not_be_seen_is_null()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(
            "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists?$select=id,name,displayName,webUrl,list,system",
            GraphAnswer.Json(200, """{"value":[]}""")
        );
        using var graph = script.Client();

        Assert.Null(await new ListReader(graph, SampleSchema.Site).PeopleAsync(default));
    }

    private static Task<IReadOnlyList<ItemVersion>> VersionsAsync(GraphClient graph) =>
        new ListReader(graph, SampleSchema.Site).VersionsAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            "7",
            default
        );
}
