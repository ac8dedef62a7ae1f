using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SpLg.Tests.SharePoint;

/// <summary>Real answers go through the real client; nothing the client uses may be lost on the way.</summary>
public sealed class RecordingsTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_recording_is_of_a_known_kind()
    {
        var known = RecordingKinds.All.Values.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        var all = GraphRecording.All(output.WriteLine);

        Assert.DoesNotContain(all, recording => !known.Contains(recording.Name));
        Assert.Equal(known.Count, RecordingKinds.All.Values.Sum(names => names.Length));
        if (all.Count > 0)
            Assert.Empty(known.Except(all.Select(r => r.Name), StringComparer.Ordinal));
        foreach (var (kind, names) in RecordingKinds.All)
            output.WriteLine($"{kind}: {names.Length}");
    }

    [Fact]
    public async Task Errors_keep_status_code_and_request_id()
    {
        foreach (var recording in Of("error"))
        {
            await using var script = await GraphScript.StartAsync(output);
            var attempts = recording.Status >= 500 ? 5 : 1;
            for (var n = 0; n < attempts; n++)
                script.On("GET *", Answer(script, recording));
            using var graph = script.Client();

            var error = await Assert.ThrowsAnyAsync<GraphException>(() =>
                new ListReader(graph, SampleSchema.Site).ListsAsync(default)
            );

            var told = recording.Body.GetProperty("error");
            Assert.Equal(recording.Status, (int)error.Status!);
            Assert.Equal(
                recording.Name.EndsWith("nested-innererror", StringComparison.Ordinal)
                    ? "NameAlreadyExists"
                    : DeepestCode(told),
                error.Code
            );
            Assert.Contains(Start(told.GetProperty("message").GetString()!), error.Message, StringComparison.Ordinal);
            var id = recording.Headers.FirstOrDefault(h => h.Name == "request-id").Value ?? InnerRequestId(told);
            Assert.Equal(id ?? script.Calls[^1].Header("client-request-id"), error.RequestId);
        }
    }

    [Fact]
    public async Task Sites_keep_id_and_name()
    {
        foreach (var recording in Of("site"))
        {
            await using var script = await GraphScript.StartAsync(output);
            script.On("GET *", Answer(script, recording));
            using var graph = script.Client();

            var site = await new SiteReader(graph).FindAsync(default);

            Assert.Equal(recording.Body.GetProperty("id").GetString(), site.Id);
            Assert.Equal(recording.Body.GetProperty("displayName").GetString(), site.Name);
            if (recording.Body.TryGetProperty("webUrl", out var address))
                Assert.Equal(new Uri(address.GetString()!), site.WebUrl);
        }
    }

    [Fact]
    public async Task Lists_keep_both_their_names_and_what_they_are()
    {
        foreach (var recording in Of("lists").Concat(Of("list")))
        {
            await using var script = await GraphScript.StartAsync(output);
            var elements = Elements(recording);
            script.On("GET *", Page(script, elements));
            using var graph = script.Client();

            var lists = await new ListReader(graph, SampleSchema.Site).ListsAsync(default);

            Assert.Equal(
                elements.Select(e => new ListHeader(
                    Text(e, "id")!,
                    Text(e, "displayName")!,
                    Text(e, "name")!,
                    new(Text(e, "webUrl")!),
                    Text(e.GetProperty("list"), "template") == "documentLibrary",
                    Flag(e.GetProperty("list"), "hidden")
                )),
                lists
            );
        }
    }

    [Fact]
    public async Task Columns_keep_all_that_a_comparison_needs()
    {
        foreach (var recording in Of("columns").Concat(Of("column")))
        {
            await using var script = await GraphScript.StartAsync(output);
            var elements = Elements(recording);
            script.On("GET *", Page(script, elements));
            using var graph = script.Client();

            var columns = await new ListReader(graph, SampleSchema.Site).ColumnsAsync(SampleSchema.Header, default);

            Assert.Equal(elements.Count, columns.Count);
            foreach (var (told, read) in elements.Zip(columns))
            {
                Assert.Equal(
                    (Text(told, "id"), Text(told, "name"), Text(told, "displayName")),
                    (read.Id, read.Name, read.DisplayName)
                );
                Assert.Equal(
                    (
                        Flag(told, "required"),
                        Flag(told, "indexed"),
                        Flag(told, "enforceUniqueValues"),
                        Flag(told, "readOnly"),
                        Flag(told, "hidden")
                    ),
                    (read.Required, read.Indexed, read.EnforceUnique, read.ReadOnly, read.Hidden)
                );
                var facets = told.EnumerateObject().Count(p => p.Value.ValueKind == JsonValueKind.Object);
                Assert.True(facets == 0 == read.Kind is null, $"{recording.Name}: {read.Name} is {read.Kind}");
                Assert.Equal(
                    told.TryGetProperty("choice", out var choice)
                        ? choice.GetProperty("choices").EnumerateArray().Select(c => c.GetString())
                        : [],
                    read.Choices
                );
            }
        }
    }

    [Fact]
    public async Task Items_keep_every_cell()
    {
        foreach (var recording in Of("items").Concat(Of("item")).Concat(Of("fields")))
        {
            await using var script = await GraphScript.StartAsync(output);
            var elements = RecordingKinds.All["fields"].Contains(recording.Name)
                ? [Wrap(recording.Body)]
                : Elements(recording);
            script.On("GET *", Page(script, elements, recording.Body));
            if (recording.Body.TryGetProperty("@odata.nextLink", out _))
                script.On("GET *", GraphAnswer.Json(200, """{"value":[]}"""));
            using var graph = script.Client();

            var rows = await RowsAsync(graph);

            Assert.Equal(elements.Count, rows.Count);
            foreach (var (told, row) in elements.Zip(rows))
            {
                Assert.Equal((Text(told, "id"), Text(told, "eTag")), (row.Id, row.ETag));
                var cells = told.GetProperty("fields")
                    .EnumerateObject()
                    .Where(c => !c.Name.Contains('@', StringComparison.Ordinal))
                    .ToList();
                Assert.Equal(cells.Select(c => c.Name), row.Fields.Keys);
                Assert.All(
                    cells,
                    cell => Assert.True(JsonElement.DeepEquals(cell.Value, row.Fields[cell.Name]), cell.Name)
                );
            }
        }
    }

    [Fact]
    public async Task Items_that_cannot_be_rows_are_errors()
    {
        foreach (var recording in Of("items without fields").Concat(Of("items with an error inside")))
        {
            await using var script = await GraphScript.StartAsync(output);
            for (var n = 0; n < (recording.Name.Contains("serviceerror", StringComparison.Ordinal) ? 5 : 1); n++)
                script.On("GET *", Answer(script, recording));
            using var graph = script.Client();

            await Assert.ThrowsAsync<GraphException>(() => RowsAsync(graph));
        }
    }

    [Fact]
    public void Files_drives_and_upload_sessions_keep_what_the_library_needs()
    {
        foreach (var told in Of("file").Concat(Of("files")).SelectMany(Elements))
        {
            var file = LibraryFile.Of(Model(told, DriveItem.CreateFromDiscriminatorValue), "x");
            Assert.Equal(
                (
                    Text(told, "id"),
                    Text(told, "eTag"),
                    new Uri(Text(told, "webUrl")!),
                    told.GetProperty("size").ToString(),
                    DateTimeOffset.Parse(Text(told, "lastModifiedDateTime")!)
                ),
                (file.Id, file.ETag, file.WebUrl, $"{file.Size}", file.LastModified)
            );
        }

        Assert.All(
            Of("drive"),
            r => Assert.Equal(Text(r.Body, "id"), Model(r.Body, Drive.CreateFromDiscriminatorValue).Id)
        );
        Assert.All(
            Of("last chunk"),
            r =>
                Assert.Equal(
                    Text(r.Body, "id"),
                    SpLg.SharePoint.Publishing.UploadSession.Answer.Of(Model(r.Body, Session)).Id
                )
        );
        foreach (var recording in Of("upload session"))
        {
            var session = Model(recording.Body, Session);
            Assert.Equal(Text(recording.Body, "uploadUrl"), session.UploadUrl);
            Assert.Equal(
                recording.Body.GetProperty("nextExpectedRanges").EnumerateArray().Select(r => r.GetString()),
                session.NextExpectedRanges
            );
        }
    }

    [Fact]
    public void Pages_and_permissions_keep_what_publishing_needs()
    {
        foreach (
            var told in Of("pages")
                .SelectMany(Elements)
                .Concat(Documented("get-sites-x-pages-x-microsoft-graph-sitePage"))
                .Concat(Documented("post-sites-x-pages"))
        )
        {
            var page = SitePages.ToPage(
                Model(told, BaseSitePage.CreateFromDiscriminatorValue),
                new("https://contoso.sharepoint.com/sites/x")
            );
            Assert.Equal(
                (
                    Text(told, "id"),
                    Text(told, "name"),
                    Text(told, "title"),
                    new Uri(new Uri("https://contoso.sharepoint.com/sites/x/"), Text(told, "webUrl")).AbsoluteUri,
                    Text(told.GetProperty("publishingState"), "level") == "published"
                ),
                (page.Id, page.Name, page.Title, page.WebUrl.AbsoluteUri, page.IsPublished)
            );
        }

        foreach (var recording in Of("permission"))
        {
            var grant = Assert.Single(Grants.Of(Model(recording.Body, Permission.CreateFromDiscriminatorValue)));
            Assert.True(grant.IsEveryone);
            Assert.False(grant.IsInherited);
            Assert.Equal(["write"], grant.Roles);
        }
    }

    [Fact]
    public async Task An_answer_without_body_is_enough_where_nothing_is_read()
    {
        foreach (var recording in Of("answer without body"))
        {
            await using var script = await GraphScript.StartAsync(output);
            script.On("DELETE *", Answer(script, recording));
            using var graph = script.Client();

            await graph.DoAsync((call, token) => graph.Api.Sites["x"].Lists["y"].DeleteAsync(call.On, token), default);
        }
    }

    private static T Model<T>(JsonElement json, ParsableFactory<T> factory)
        where T : IParsable =>
        GraphClient
            .Parser.GetRootParseNodeAsync(
                "application/json",
                new MemoryStream(Encoding.UTF8.GetBytes(json.GetRawText()))
            )
            .GetAwaiter()
            .GetResult()
            .GetObjectValue(factory);

    private static Microsoft.Graph.Models.UploadSession Session(IParseNode node) =>
        Microsoft.Graph.Models.UploadSession.CreateFromDiscriminatorValue(node);

    private IEnumerable<JsonElement> Documented(string name) =>
        GraphRecording.Documented(name, output.WriteLine) is { } example ? [example.Body] : [];

    private List<GraphRecording> Of(string kind) =>
        [.. GraphRecording.All(output.WriteLine).Where(r => RecordingKinds.All[kind].Contains(r.Name))];

    private static async Task<IReadOnlyList<ListRow>> RowsAsync(GraphClient graph)
    {
        var rows = new List<ListRow>();
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

    private static List<JsonElement> Elements(GraphRecording recording) =>
        recording.Body.TryGetProperty("value", out var value) ? [.. value.EnumerateArray()] : [recording.Body];

    // Links lead to the test's server, where the client may follow them.
    private static GraphAnswer Answer(GraphScript script, GraphRecording recording) =>
        recording.Body.ValueKind == JsonValueKind.Null
            ? GraphAnswer.Empty(recording.Status, [.. recording.Headers])
            : GraphAnswer.Json(recording.Status, Here(script, recording.Body.GetRawText()), [.. recording.Headers]);

    private static GraphAnswer Page(
        GraphScript script,
        IReadOnlyList<JsonElement> elements,
        JsonElement? original = null
    )
    {
        var next =
            original is { } page && page.TryGetProperty("@odata.nextLink", out var link)
                ? $",\"@odata.nextLink\":{link.GetRawText()}"
                : "";
        return GraphAnswer.Json(
            200,
            Here(script, $"{{\"value\":[{string.Join(',', elements.Select(e => e.GetRawText()))}]{next}}}")
        );
    }

    private static string Here(GraphScript script, string body) =>
        body.Replace("https://graph.microsoft.com/", script.Origin.AbsoluteUri);

    private static JsonElement Wrap(JsonElement fields)
    {
        using var json = JsonDocument.Parse(
            $"{{\"id\":{fields.GetProperty("id").GetRawText()},\"fields\":{fields.GetRawText()}}}"
        );
        return json.RootElement.Clone();
    }

    private static string? DeepestCode(JsonElement error)
    {
        var code = Text(error, "code");
        return error.TryGetProperty("innerError", out var inner) ? DeepestCode(inner) ?? code : code;
    }

    private static string Start(string message) => message[..Math.Min(40, message.Length)].TrimEnd();

    private static string? InnerRequestId(JsonElement error) =>
        error.TryGetProperty("innerError", out var inner) ? Text(inner, "request-id") : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.GetBoolean();
}
