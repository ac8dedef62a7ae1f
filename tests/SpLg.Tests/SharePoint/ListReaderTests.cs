namespace SpLg.Tests.SharePoint;

public sealed class ListReaderTests(ITestOutputHelper output)
{
    private const string Items = $"GET {SampleSchema.ListPath}/items?{SampleSchema.Expand}&$top=2000";

    [Fact]
    public async Task Pages_are_followed_to_the_end_even_past_an_empty_one()
    {
        await using var script = await GraphScript.StartAsync(output);
        string Next(string token) => $"{script.Origin}v1.0/next?$skiptoken={token}";
        script
            .On(
                Items,
                GraphAnswer.Json(
                    200,
                    $$"""{"value":[{"id":"1","eTag":"\"a,1\"","fields":"""
                        + $$"""{"Title":"Ett"} }],"@odata.nextLink":"{{Next("UGFnZWQ9VFJVRSZwX0lEPTE")}}"}"""
                )
            )
            .On(
                "GET /v1.0/next?$skiptoken=UGFnZWQ9VFJVRSZwX0lEPTE",
                GraphAnswer.Json(200, $$"""{"value":[],"@odata.nextLink":"{{Next("b")}}"}""")
            )
            .On(
                "GET /v1.0/next?$skiptoken=b",
                GraphAnswer.Json(
                    200,
                    """{"value":[{"id":"2","@odata.etag":"\"b,1\"","fields":"""
                        + """{"@odata.etag":"x","Title":"Två","InvestigatorLookupId":"7"}}]}"""
                )
            );
        using var graph = script.Client();

        var rows = await RowsAsync(graph);

        Assert.Equal(["1", "2"], rows.Select(r => r.Id));
        Assert.Equal(["\"a,1\"", "\"b,1\""], rows.Select(r => r.ETag));
        Assert.Equal(["Title", "InvestigatorLookupId"], rows[1].Fields.Keys);
    }

    [Fact]
    public async Task A_next_link_to_another_host_is_not_followed_with_the_token()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(
            Items,
            GraphAnswer.Json(200, $$"""{"value":[],"@odata.nextLink":"{{script.OtherHost}}/v1.0/next"}""")
        );
        using var graph = script.Client();

        var refused = await Assert.ThrowsAsync<GraphException>(() => RowsAsync(graph));

        Assert.Contains("outside Microsoft Graph", refused.Message, StringComparison.Ordinal);
        Assert.Single(script.Calls);
    }

    [Fact]
    public async Task A_page_with_an_error_in_place_of_an_item_is_asked_for_again()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Items, GraphAnswer.Json(200, """{"value":[{"error":{"code":"InternalServerError","message":"x"}}]}"""))
            .On(Items, GraphAnswer.Json(200, """{"value":[{"id":"1","fields":{}}]}"""));
        using var graph = script.Client();

        Assert.Equal("1", Assert.Single(await RowsAsync(graph)).Id);
    }

    [Fact]
    public async Task A_page_that_is_cut_off_is_asked_for_again()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                Items,
                GraphAnswer.Cut(
                    """{"value":[{"id":"1","fields":{"Title":"Ett"}},{"id":"2","fields":{"Title":"Två"}}]}"""
                )
            )
            .On(Items, GraphAnswer.Json(200, """{"value":[{"id":"1","fields":{"Title":"Ett"}}]}"""));
        using var graph = script.Client();

        Assert.Single(await RowsAsync(graph));
    }

    [Fact]
    public async Task An_item_without_fields_is_an_error_and_not_an_empty_row()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Items, GraphAnswer.Json(200, """{"value":[{"id":"1"}]}"""));
        using var graph = script.Client();

        var fault = await Assert.ThrowsAsync<GraphException>(() => RowsAsync(graph));

        Assert.Contains("without its fields", fault.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_no_json_names_the_proxy_as_a_suspect()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Items, GraphAnswer.Bytes(200, "<html>Log in</html>"u8.ToArray(), "text/html"));
        using var graph = script.Client();

        var fault = await Assert.ThrowsAsync<GraphException>(() => RowsAsync(graph));

        Assert.Contains("proxy", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_person_and_lookup_columns_than_a_query_may_hold_are_refused_before_the_call()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var wide = SampleSchema.List(
            "Bred",
            "Wide",
            [.. Enumerable.Range(1, 13).Select(n => SampleSchema.Column($"P{n}", ColumnKind.Person))]
        );

        await Assert.ThrowsAsync<ArgumentException>(() =>
            new ListReader(graph, SampleSchema.Site).RowAsync(SampleSchema.Header, wide, "1", default)
        );
    }

    [Fact]
    public async Task A_site_is_found_by_its_path_and_a_wrong_path_says_what_to_check()
    {
        await using var script = await GraphScript.StartAsync(output);
        const string Request = "GET /v1.0/sites/contoso.sharepoint.com:/sites/informationssakerhet";
        script
            .On(
                Request,
                GraphAnswer.Json(
                    200,
                    """
                    {"id":"contoso.sharepoint.com,1,2","name":"x","displayName":"Informationssäkerhet",
                    "webUrl":"https://contoso.sharepoint.com/sites/informationssakerhet"}
                    """
                )
            )
            .On(Request, GraphAnswer.Error(404, "itemNotFound"));
        using var graph = script.Client();

        Assert.Equal(SampleSchema.Site, await new SiteReader(graph).FindAsync(default));
        var missing = await Assert.ThrowsAsync<NotFoundException>(() => new SiteReader(graph).FindAsync(default));

        Assert.Equal("itemNotFound", missing.Code);
        Assert.Contains("Check the site address", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":{"allowMultipleLines":false,"maxLength":255}}""", ColumnKind.Text)]
    [InlineData("""{"text":{"allowMultipleLines":true,"textType":"plain"}}""", ColumnKind.Note)]
    [InlineData("""{"text":{"allowMultipleLines":true,"textType":"richText"}}""", ColumnKind.RichText)]
    [InlineData("""{"choice":{"choices":["A"],"displayAs":"dropDownMenu"}}""", ColumnKind.Choice)]
    [InlineData("""{"choice":{"choices":["A"],"displayAs":"checkBoxes"}}""", ColumnKind.MultiChoice)]
    [InlineData("""{"number":{}}""", ColumnKind.Number)]
    [InlineData("""{"boolean":{}}""", ColumnKind.YesNo)]
    [InlineData("""{"dateTime":{"format":"dateOnly"}}""", ColumnKind.Date)]
    [InlineData("""{"dateTime":{"format":"dateTime"}}""", ColumnKind.DateTime)]
    [InlineData("""{"personOrGroup":{"allowMultipleSelection":false}}""", ColumnKind.Person)]
    [InlineData("""{"personOrGroup":{"allowMultipleSelection":true}}""", null)]
    [InlineData("""{"lookup":{"listId":"L2","columnName":"Title"}}""", ColumnKind.Lookup)]
    [InlineData("""{"calculated":{}}""", null)]
    [InlineData("""{}""", null)]
    public async Task A_column_kind_is_read_from_its_facet(string facet, ColumnKind? kind)
    {
        await using var script = await GraphScript.StartAsync(output);
        var column = facet[1..^1] is { Length: > 0 } text ? "," + text : "";
        script.On(
            $"GET {SampleSchema.ListPath}/columns",
            GraphAnswer.Json(200, $$"""{"value":[{"id":"1","name":"X","displayName":"Ex"{{column}}}]}""")
        );
        using var graph = script.Client();

        Assert.Equal(
            kind,
            Assert
                .Single(await new ListReader(graph, SampleSchema.Site).ColumnsAsync(SampleSchema.Header, default))
                .Kind
        );
    }

    private static async Task<IReadOnlyList<SpLg.Core.Lists.ListRow>> RowsAsync(GraphClient graph)
    {
        var rows = new List<SpLg.Core.Lists.ListRow>();
        await foreach (
            var row in new ListReader(graph, SampleSchema.Site).RowsAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                default
            )
        )
            rows.Add(row);
        return rows;
    }
}
