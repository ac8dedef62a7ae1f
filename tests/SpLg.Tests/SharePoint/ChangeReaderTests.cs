namespace SpLg.Tests.SharePoint;

public sealed class ChangeReaderTests(ITestOutputHelper output)
{
    private const string Everything = $"GET {SampleSchema.ListPath}/items/delta()?{SampleSchema.Expand}&$top=2000";

    [Fact]
    public async Task The_first_reading_gives_everything_and_a_link_to_go_on_from()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                Everything,
                GraphAnswer.Json(
                    200,
                    $$"""{"value":[{"id":"1","fields":{"Title":"Ett"} }],"@odata.nextLink":"{{script.Origin}}v1.0/more"}"""
                )
            )
            .On(
                "GET /v1.0/more",
                GraphAnswer.Json(
                    200,
                    $$"""{"value":[{"id":"2","fields":{"Title":"Två"} }],"@odata.deltaLink":"{{script.Origin}}v1.0/later"}"""
                )
            );
        using var graph = script.Client();

        var changes = await ReadAsync(graph, null);

        Assert.True(changes.Everything);
        Assert.Equal(["1", "2"], changes.Changed.Select(r => r.Id));
        Assert.Equal($"{script.Origin}v1.0/later", changes.DeltaLink);
    }

    [Fact]
    public async Task What_is_told_last_about_an_item_is_what_holds()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(
            "GET /v1.0/delta?token=t",
            GraphAnswer.Json(
                200,
                $$"""
                {"value":[
                  {"id":"1","fields":{"Title":"Gammal"} },
                  {"id":"2","fields":{"Title":"Snart borta"} },
                  {"id":"3","parentReference":{"siteId":"x"},"deleted":{"state":"deleted"} },
                  {"id":"1","fields":{"Title":"Ny"} },
                  {"id":"2","deleted":{"state":"deleted"} },
                  {"id":"3","fields":{"Title":"Tillbaka"} }
                ],"@odata.deltaLink":"{{script.Origin}}v1.0/later"}
                """
            )
        );
        using var graph = script.Client();

        var changes = await ReadAsync(graph, $"{script.Origin}v1.0/delta?token=t");

        Assert.False(changes.Everything);
        Assert.Equal(
            ["Ny", "Tillbaka"],
            changes.Changed.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Fields["Title"].GetString())
        );
        Assert.Equal(["2"], changes.DeletedIds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_that_is_too_old_leads_to_a_full_reading(bool tellsWhere)
    {
        await using var script = await GraphScript.StartAsync(output);
        (string, string)[] location = tellsWhere ? [("Location", $"{script.Origin}v1.0/fresh?token=")] : [];
        script
            .On("GET /v1.0/delta?token=old", GraphAnswer.Error(410, "resyncChangesApplyDifferences", location))
            .On(
                tellsWhere ? "GET /v1.0/fresh?token=" : Everything,
                GraphAnswer.Json(
                    200,
                    $$"""{"value":[{"id":"1","fields":{} }],"@odata.deltaLink":"{{script.Origin}}v1.0/later"}"""
                )
            );
        using var graph = script.Client();

        var changes = await ReadAsync(graph, $"{script.Origin}v1.0/delta?token=old");

        Assert.True(changes.Everything);
        Assert.Single(changes.Changed);
        Assert.Empty(changes.DeletedIds);
    }

    [Fact]
    public async Task A_resync_that_points_outside_Graph_is_not_followed()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(
            "GET /v1.0/delta?token=old",
            GraphAnswer.Error(410, "resyncChangesApplyDifferences", ("Location", $"{script.OtherHost}/v1.0/fresh"))
        );
        using var graph = script.Client();

        await Assert.ThrowsAsync<GraphException>(() => ReadAsync(graph, $"{script.Origin}v1.0/delta?token=old"));
    }

    [Fact]
    public async Task A_stored_link_of_another_service_is_not_used()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();

        await Assert.ThrowsAsync<GraphException>(() =>
            ReadAsync(graph, "https://graph.microsoft.com/v1.0/delta?token=t")
        );
    }

    [Fact]
    public async Task An_error_inside_the_answer_that_stays_is_told_with_its_own_request_id_and_no_token_in_the_address()
    {
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < 5; n++)
            script.On(
                "GET /v1.0/delta?token=secret",
                GraphAnswer.Json(
                    200,
                    """{"value":[{"error":"""
                        + """{"code":"InternalServerError","message":"Cannot write a deleted resource","innerError":"""
                        + """{"request-id":"b0deb864"}}}]}"""
                )
            );
        using var graph = script.Client();

        var fault = await Assert.ThrowsAsync<GraphException>(() =>
            ReadAsync(graph, $"{script.Origin}v1.0/delta?token=secret")
        );

        Assert.Equal(("InternalServerError", "b0deb864"), (fault.Code, fault.RequestId));
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    private static Task<ListChanges> ReadAsync(GraphClient graph, string? link) =>
        new ChangeReader(graph, SampleSchema.Site).ReadAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            link,
            default
        );
}
