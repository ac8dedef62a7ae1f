namespace SpLg.Tests.SharePoint;

public sealed class RowWriterTests(ITestOutputHelper output)
{
    private const string Patch = $"PATCH {SampleSchema.ListPath}/items/8/fields";
    private const string Get = $"GET {SampleSchema.ListPath}/items/8?{SampleSchema.Expand}";
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Fact]
    public async Task Every_kind_of_value_is_written_as_Graph_wants_it()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"POST {SampleSchema.ListPath}/items", GraphAnswer.Json(201, """{"id":"8","fields":{}}"""))
            .On(Get, GraphAnswer.Json(200, """{"id":"8","eTag":"\"g,1\"","fields":{"Title":"Å"}}"""));
        using var graph = script.Client();

        var row = await new RowWriter(graph, SampleSchema.Site, Stockholm).CreateAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            new Dictionary<string, object?>
            {
                ["Title"] = "Å",
                ["Severity"] = "Hög",
                ["PlannedYears"] = new[] { "2026", "2027" },
                ["Year"] = 2026,
                ["Open"] = true,
                ["OccurredOn"] = new DateOnly(2026, 7, 1),
                ["SeenAt"] = new DateTimeOffset(
                    year: 2026,
                    month: 7,
                    day: 1,
                    hour: 9,
                    minute: 30,
                    second: 0,
                    offset: TimeSpan.FromHours(2)
                ),
                ["Investigator"] = new Reference(7, "Anna"),
                ["Activity"] = new Reference(12, null),
            },
            default
        );

        Assert.Equal(("8", "\"g,1\""), (row.Id, row.ETag));
        var expected =
            """{"Title":"\u00C5","Severity":"H\u00F6g","PlannedYears@odata.type":"Collection(Edm.String)","PlannedYears":"""
            + """["2026","2027"],"Year":2026,"Open":true"""
            + ",\"OccurredOn\":\"2026-06-30T22:00:00Z\",\"SeenAt\":\"2026-07-01T07:30:00Z\""
            + ",\"InvestigatorLookupId\":\"7\",\"ActivityLookupId\":\"12\"}";
        Assert.Equal(expected, script.Calls[0].Json().GetProperty("fields").GetRawText());
    }

    [Fact]
    public async Task A_new_row_that_cannot_be_read_yet_is_given_back_as_it_was_created()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                $"POST {SampleSchema.ListPath}/items",
                GraphAnswer.Json(201, """{"id":"8","eTag":"\"g,1\"","fields":{"Title":"Å"}}""")
            )
            .On(Get, GraphAnswer.Error(404, "itemNotFound"));
        using var graph = script.Client();

        var row = await new RowWriter(graph, SampleSchema.Site, Stockholm).CreateAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            new Dictionary<string, object?> { ["Title"] = "Å" },
            default
        );

        Assert.Equal(("8", "Å"), (row.Id, row.Fields["Title"].GetString()));
    }

    [Theory]
    [InlineData(2026, 1, 15, "2026-01-14T23:00:00Z")]
    [InlineData(2026, 3, 29, "2026-03-28T23:00:00Z")]
    [InlineData(2026, 3, 30, "2026-03-29T22:00:00Z")]
    public async Task A_day_is_midnight_of_the_sites_zone_in_UTC(int year, int month, int day, string utc)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Patch, GraphAnswer.Json(200, "{}")).On(Get, GraphAnswer.Json(200, """{"id":"8","fields":{}}"""));
        using var graph = script.Client();

        await UpdateAsync(graph, new() { ["OccurredOn"] = new DateOnly(year, month, day) }, null);

        Assert.Equal(utc, script.Calls[0].Json().GetProperty("OccurredOn").GetString());
    }

    [Fact]
    public async Task Null_empties_a_cell_of_any_kind()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Patch, GraphAnswer.Json(200, "{}")).On(Get, GraphAnswer.Json(200, """{"id":"8","fields":{}}"""));
        using var graph = script.Client();

        await UpdateAsync(
            graph,
            new()
            {
                ["Remark"] = null,
                ["Year"] = null,
                ["OccurredOn"] = null,
                ["PlannedYears"] = null,
                ["Investigator"] = null,
            },
            null
        );

        Assert.Equal(
            """{"Remark":null,"Year":null,"OccurredOn":null,"PlannedYears@odata.type":"Collection(Edm.String)","PlannedYears":"""
                + """[],"InvestigatorLookupId":null}""",
            Encoding.UTF8.GetString(script.Calls[0].Body)
        );
    }

    [Fact]
    public async Task A_row_changed_meanwhile_is_not_overwritten()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Patch, GraphAnswer.Error(412, "resourceModified"));
        using var graph = script.Client();

        var changed = await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            UpdateAsync(graph, new() { ["Title"] = "x" }, "\"g,1\"")
        );

        Assert.Equal("\"g,1\"", script.Calls[0].Header("If-Match"));
        Assert.Equal("resourceModified", changed.Code);
    }

    [Theory]
    [InlineData("Year", "2026")]
    [InlineData("Title", 7)]
    [InlineData("Open", "ja")]
    [InlineData("PlannedYears", "2026")]
    [InlineData("Investigator", "Anna")]
    public async Task A_value_of_the_wrong_type_is_refused_with_the_columns_name(string column, object value)
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            UpdateAsync(graph, new() { [column] = value }, null)
        );

        Assert.Contains($"'{column}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_only_has_a_text_cannot_be_written()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            UpdateAsync(graph, new() { ["Investigator"] = new Reference(null, "Anna") }, null)
        );
    }

    private static Task<ListRow> UpdateAsync(GraphClient graph, Dictionary<string, object?> values, string? ifMatch) =>
        new RowWriter(graph, SampleSchema.Site, Stockholm).UpdateAsync(
            SampleSchema.Header,
            SampleSchema.Incidents,
            "8",
            values,
            ifMatch,
            default
        );
}
