using Microsoft.Kiota.Abstractions.Serialization;
using SpLg.SharePoint.Provisioning;

namespace SpLg.Tests.SharePoint;

public sealed class ListProvisionerTests(ITestOutputHelper output)
{
    private const string Lists = "/v1.0/sites/contoso.sharepoint.com,1,2/lists";
    private static readonly SiteSchema Both = new([SampleSchema.Incidents, SampleSchema.Activities]);

    [Fact]
    public async Task An_empty_site_gets_lists_with_English_addresses_and_Swedish_titles_and_lookups_last()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {Lists}", Page())
            .On($"POST {Lists}", List("L1", "Incidents", "Incidents"))
            .On($"PATCH {Lists}/L1", List("L1", "Incidents", "Incidenter"))
            .On($"POST {Lists}", List("L2", "ProcessingActivities", "ProcessingActivities"))
            .On($"PATCH {Lists}/L2", List("L2", "ProcessingActivities", "Informationsbehandlingar"))
            .On($"GET {Lists}/L1/columns", Page(ColumnsOf(SampleSchema.Incidents, without: "Activity")))
            .On($"PATCH {Lists}/L1/columns/Title", GraphAnswer.Json(200, "{}"))
            .On($"POST {Lists}/L1/columns", GraphAnswer.Json(201, "{}"))
            .On($"GET {Lists}/L2/columns", Page(Title("Rubrik")));
        using var graph = script.Client();

        var report = await ApplyAsync(graph, Both);

        Assert.Equal(2, report.Created.Count);
        Assert.Equal(["List 'Incidenter', column 'Activity'."], report.ColumnsAdded);
        Assert.Empty(report.Differs);
        Assert.Contains(
            report.LeftToAdministrator,
            line =>
                line.Contains("'Incidenter'", StringComparison.Ordinal)
                && line.Contains("views (Alla)", StringComparison.Ordinal)
        );
        var created = script.Calls.First(c => c.Method == "POST").Json();
        Assert.Equal("Incidents", created.GetProperty("displayName").GetString());
        Assert.Equal("genericList", created.GetProperty("list").GetProperty("template").GetString());
        Assert.Equal(
            SampleSchema.Incidents.Columns.Select(c => c.Name).Except(["Title", "Activity"]),
            created.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString())
        );
        var lookup = script.Calls.Last(c => c.Method == "POST").Json();
        Assert.Equal("L2", lookup.GetProperty("lookup").GetProperty("listId").GetString());
        Assert.Equal(
            "Händelse",
            script
                .Calls.Single(c => c.Target.EndsWith("/columns/Title", StringComparison.Ordinal))
                .Json()
                .GetProperty("displayName")
                .GetString()
        );
    }

    [Fact]
    public async Task A_site_that_is_as_the_template_says_is_left_alone()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                $"GET {Lists}",
                Page(
                    ListJson("L1", "Incidents", "Incidenter"),
                    ListJson("L2", "ProcessingActivities", "Informationsbehandlingar")
                )
            )
            .On($"GET {Lists}/L1/columns", Page(ColumnsOf(SampleSchema.Incidents, title: "Händelse")))
            .On($"GET {Lists}/L2/columns", Page(Title("Rubrik")));
        using var graph = script.Client();

        var report = await ApplyAsync(graph, Both);

        Assert.Empty(report.Created.Concat(report.ColumnsAdded).Concat(report.Differs));
        Assert.Equal(2 + SampleSchema.Incidents.Columns.Count + 1, report.AlreadyThere.Count);
        Assert.All(script.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task What_differs_is_told_column_by_column_and_never_changed()
    {
        var schema = new SiteSchema([
            SampleSchema.List(
                "Incidenter",
                "Incidents",
                SampleSchema.Column("Kind", ColumnKind.Choice, choices: ["A", "B"]),
                SampleSchema.Column("When", ColumnKind.Date, required: true),
                SampleSchema.Column("Year", ColumnKind.Number, indexed: true),
                SampleSchema.Column("Link", ColumnKind.Text)
            ),
        ]);
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {Lists}", Page(ListJson("L1", "Incidents", "Incidenter")))
            .On(
                $"GET {Lists}/L1/columns",
                Page(
                    """{"id":"1","name":"Kind","choice":{"choices":["B","C"],"displayAs":"dropDownMenu"}}""",
                    """{"id":"2","name":"When","dateTime":{"format":"dateTime"}}""",
                    """{"id":"3","name":"Year","number":{},"indexed":false}""",
                    """{"id":"4","name":"Link"}"""
                )
            );
        using var graph = script.Client();

        var report = await ApplyAsync(graph, schema);

        Assert.Equal(
            [
                "List 'Incidenter', column 'Kind' lacks the choice 'A'.",
                "List 'Incidenter', column 'Kind' has the choice 'C', which the template does not know.",
                "List 'Incidenter', column 'When' should be Date, is DateTime.",
                "List 'Incidenter', column 'When' should be required.",
                "List 'Incidenter', column 'Year' should be indexed.",
            ],
            report.Differs.Take(5)
        );
        Assert.Contains(
            "'Link' should be Text, but Graph does not tell its kind",
            Assert.Single(report.Differs.Skip(5)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_run_that_was_cut_off_before_the_title_was_set_is_finished()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {Lists}", Page(ListJson("L2", "ProcessingActivities", "ProcessingActivities")))
            .On($"PATCH {Lists}/L2", List("L2", "ProcessingActivities", "Informationsbehandlingar"))
            .On($"GET {Lists}/L2/columns", Page(Title("Title")))
            .On($"PATCH {Lists}/L2/columns/Title", GraphAnswer.Json(200, "{}"));
        using var graph = script.Client();

        Assert.Empty((await ApplyAsync(graph, new([SampleSchema.Activities]))).Created);
    }

    [Fact]
    public async Task A_title_that_cannot_be_set_is_left_to_the_administrator()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {Lists}", Page())
            .On($"POST {Lists}", List("L2", "ProcessingActivities", "ProcessingActivities"))
            .On($"PATCH {Lists}/L2", GraphAnswer.Error(400, "notSupported"))
            .On($"GET {Lists}/L2/columns", Page(Title("Rubrik")));
        using var graph = script.Client();

        var report = await ApplyAsync(graph, new([SampleSchema.Activities]));

        Assert.Contains(
            report.LeftToAdministrator,
            line =>
                line.Contains("'Informationsbehandlingar'", StringComparison.Ordinal)
                && line.Contains("title must be changed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_the_right_to_create_lists_the_grant_is_named()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On($"GET {Lists}", Page()).On($"POST {Lists}", GraphAnswer.Error(403, "accessDenied"));
        using var graph = script.Client();

        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            ApplyAsync(graph, new([SampleSchema.Activities]))
        );

        Assert.Contains("fullcontrol", denied.Message, StringComparison.Ordinal);
    }

    private static Task<ProvisioningReport> ApplyAsync(GraphClient graph, SiteSchema schema) =>
        new ListProvisioner(graph, SampleSchema.Site).ApplyAsync(schema, null, default);

    private static GraphAnswer Page(params string[] elements) =>
        GraphAnswer.Json(200, $$"""{"value":[{{string.Join(',', elements)}}]}""");

    private static GraphAnswer List(string id, string name, string title) =>
        GraphAnswer.Json(201, ListJson(id, name, title));

    private static string ListJson(string id, string name, string title) =>
        $$$"""
            {"id":"{{{id}}}","name":"{{{name}}}","displayName":"{{{title}}}",
            "webUrl":"https://contoso.sharepoint.com/Lists/{{{name}}}","list":{"template":"genericList","hidden":false}}
            """;

    private static string Title(string display) =>
        $$"""{"id":"Title","name":"Title","displayName":"{{display}}","text":{"allowMultipleLines":false} }""";

    /// <summary>The columns as the service would tell them: what the client itself writes, with ids.</summary>
    private static string[] ColumnsOf(ListSchema list, string? without = null, string title = "Title") =>
        [
            .. list
                .Columns.Where(c => c.Name != without)
                .Select(column =>
                {
                    var told = ColumnWriter.Definition(
                        column.Name == "Title" ? column with { DisplayName = title } : column,
                        "L2"
                    );
                    told.Id = column.Name;
                    using var body = KiotaJsonSerializer.SerializeAsStream(told, serializeOnlyChangedValues: false);
                    using var parsed = JsonDocument.Parse(body);
                    return parsed.RootElement.GetRawText();
                }),
        ];
}
