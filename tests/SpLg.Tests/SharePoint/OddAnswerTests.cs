using System.Diagnostics;
using SpLg.SharePoint.Provisioning;

namespace SpLg.Tests.SharePoint;

/// <summary>
/// Every answer that the client reads, damaged in every place and in many ways. Whatever comes, the call is done or
/// ends with one line of a <see cref="GraphException"/>: anything else would end a worker.
/// </summary>
public sealed partial class OddAnswerTests(ITestOutputHelper output)
{
    private const string Site = "/v1.0/sites/contoso.sharepoint.com,1,2";
    private const string File = """
        {"id":"F1","eTag":"\"{F},1\"","cTag":"c","webUrl":"https://x/y","size":3,"lastModifiedDateTime":"2026-03-01T08:00:00Z",
         "lastModifiedBy":{"user":{"id":"u","displayName":"Eva","email":"eva@x.se"}},
         "publication":{"level":"checkout","versionId":"1.0","checkedOutBy":{"application":{"displayName":"SpLg"}}}}
        """;
    private const string Page = """
        {"@odata.type":"#microsoft.graph.sitePage","id":"P1","name":"x.aspx","title":"X","webUrl":"https://x/p",
        "publishingState":{"level":"published"},
         "canvasLayout":{"horizontalSections":[{"columns":[{"webparts":[{"@odata.type":"#microsoft.graph.textWebPart",
         "innerHtml":"<p>x</p>"}]}]}],
         "verticalSection":{"webparts":[{"@odata.type":"#microsoft.graph.textWebPart","innerHtml":"y"}]}}}
        """;
    private const string Row = """
        {"id":"7","eTag":"\"a,1\"","webUrl":"https://x/7",
         "fields":{"Title":"Ett","Year":2026,"PlannedYears":["2026"],"InvestigatorLookupId":"3","Investigator":"Eva"}}
        """;
    private const string Lists = """
        {"value":[{"id":"L1","name":"WorkDocuments","displayName":"Arbetsdokument","webUrl":"https://x/l",
                   "list":{"template":"documentLibrary","hidden":false}},
                  {"id":"L2","name":"users","webUrl":"https://x/u","list":{"hidden":true}}],
         "@odata.nextLink":null}
        """;
    private const string List = """
        {"id":"L1","name":"Incidents","displayName":"Incidents","webUrl":"https://x/i","list":{"template":"genericList"}}
        """;
    private const string Columns = """
        {"value":[
          {"id":"C1","name":"Severity","displayName":"Allvar","required":true,"indexed":false,
           "enforceUniqueValues":false,"readOnly":false,"hidden":false,
           "choice":{"choices":["Låg"],"displayAs":"dropDownMenu"}},
          {"id":"C2","name":"Title","text":{"allowMultipleLines":true,"textType":"plain"}},
          {"id":"C3","name":"L","lookup":{"listId":"L2","allowMultipleValues":false}}]}
        """;
    private const string Versions = """
        {"value":[{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z",
                   "lastModifiedBy":{"application":{"displayName":"SpLg"},"user":{"displayName":"x"}},"fields":{"Title":"Ett"}}]}
        """;
    private const string Permissions = """
        {"value":[{"id":"1","roles":["read"],"grantedToV2":{"siteGroup":{"displayName":"Besökare","loginName":"c:x"}},
                   "grantedToIdentitiesV2":[{"user":{"id":"u"}}],"inheritedFrom":{}},
                  {"id":"2","link":{"scope":"organization","type":"view"},
                   "grantedTo":{"user":{"displayName":"e"}},"grantedToIdentities":[]}]}
        """;
    private const string Session = """
        {"uploadUrl":"http://127.0.0.1:{port}/upload","expirationDateTime":"2026-03-01T08:00:00Z","nextExpectedRanges":["0-"]}
        """;

    /// <summary>The whole ones, by the end of the request that gets them; the first that fits.</summary>
    private static readonly (string Request, int Status, string Body)[] Whole =
    [
        (
            "GET /v1.0/sites/contoso.sharepoint.com:/sites/informationssakerhet",
            200,
            """{"id":"contoso.sharepoint.com,1,2","name":"i","displayName":"I","webUrl":"https://x/i"}"""
        ),
        ($"GET {Site}/lists", 200, Lists),
        ($"GET {Site}/lists/L1/drive", 200, """{"id":"D1","name":"Dokument"}"""),
        ($"GET {SampleSchema.ListPath}/columns", 200, Columns),
        ($"GET {SampleSchema.ListPath}/items?", 200, $$"""{"value":[{{Row}}]}"""),
        (
            $"GET {SampleSchema.ListPath}/items/delta()?",
            200,
            $$"""{"value":[{{Row}},{"id":"8","deleted":{"state":"deleted"} }],"@odata.deltaLink":"/v1.0/later"}"""
        ),
        ($"GET {SampleSchema.ListPath}/items/7?", 200, Row),
        ($"GET {SampleSchema.ListPath}/items/7/versions?", 200, Versions),
        ($"POST {SampleSchema.ListPath}/items", 201, Row),
        ($"GET {Site}/lists/L2/items?", 200, """{"value":[{"id":"3","fields":{"Title":"Eva","EMail":"eva@x.se"}}]}"""),
        ("GET /v1.0/drives/D1/items/root/children?", 200, $$"""{"value":[{{File}}]}"""),
        ("GET /v1.0/drives/D1/items/root/permissions", 200, Permissions),
        (
            "GET /v1.0/drives/D1/items/F1/versions",
            200,
            """{"value":[{"id":"1.0","lastModifiedDateTime":"2026-03-01T08:00:00Z","lastModifiedBy":{"user":{"id":"u"}}}]}"""
        ),
        ("GET /v1.0/drives/D1/items/F1", 200, File),
        ("GET /v1.0/drives/D1/root:/x.docx", 200, File),
        ("PUT /v1.0/drives/D1/root:/x.docx:/content", 200, File),
        ("POST /v1.0/drives/D1/root:/x.docx:/createUploadSession", 200, Session),
        ("PUT /upload", 201, """{"id":"F1","file":{"irmEnabled":false}}"""),
        ($"GET {Site}/pages/graph.sitePage?", 200, """{"value":[{"id":"P1","name":"x.aspx"}]}"""),
        ($"GET {Site}/pages/P1/graph.sitePage?", 200, Page),
        ($"PATCH {SampleSchema.ListPath}/items/7/fields", 200, "{}"),
        ($"PATCH {Site}/pages/P1/microsoft.graph.sitePage", 200, Page),
        ($"POST {Site}/lists", 201, List),
        ($"PATCH {SampleSchema.ListPath}", 200, List),
        ($"POST {SampleSchema.ListPath}/columns", 201, "{}"),
        ($"GET {SampleSchema.ListPath}/permissions", 200, Permissions),
        ($"GET {Site}/permissions", 200, Permissions),
        ($"POST {Site}/pages", 201, Page.Replace("x.aspx", "ny.aspx", StringComparison.Ordinal)),
    ];

    private static readonly LibraryFile Known = new("F1", "x.docx", "\"{F},1\"", new("https://x/y"), 3, default);

    private static readonly Dictionary<string, Func<GraphClient, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["site"] = graph => new SiteReader(graph).FindAsync(default),
        ["lists"] = graph => Reader(graph).ListsAsync(default),
        ["columns"] = graph => Reader(graph).ColumnsAsync(SampleSchema.Header, default),
        ["rows"] = graph => Reader(graph).AllRowsAsync(SampleSchema.Header, SampleSchema.Incidents, default),
        ["row"] = graph => Reader(graph).RowAsync(SampleSchema.Header, SampleSchema.Incidents, "7", default),
        ["versions"] = graph => Reader(graph).VersionsAsync(SampleSchema.Header, SampleSchema.Incidents, "7", default),
        ["people"] = graph => Reader(graph).PeopleAsync(default),
        ["changes"] = graph =>
            new ChangeReader(graph, SampleSchema.Site).ReadAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                null,
                default
            ),
        ["new row"] = graph =>
            new RowWriter(graph, SampleSchema.Site, TimeZoneInfo.Utc).CreateAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                new Dictionary<string, object?> { ["Title"] = "Ett" },
                default
            ),
        ["file"] = async graph => await (await LibraryAsync(graph)).FindAsync("x.docx", default),
        ["small upload"] = async graph =>
            await (await LibraryAsync(graph)).UploadAsync("x.docx", new byte[3], "\"{F},1\"", default),
        ["large upload"] = async graph =>
            await (await LibraryAsync(graph)).UploadAsync("x.docx", new byte[5 * 1024 * 1024], "\"{F},1\"", default),
        ["files left checked out"] = async graph => await (await LibraryAsync(graph)).ReleaseAllAsync(default),
        ["file versions"] = async graph => await (await LibraryAsync(graph)).VersionsAsync(Known, default),
        ["is published"] = async graph => await (await LibraryAsync(graph)).IsPublishedAsync(Known, default),
        ["permissions"] = async graph => await (await LibraryAsync(graph)).GrantsAsync(default),
        ["page"] = graph => new SitePages(graph, SampleSchema.Site).FindAsync("x.aspx", default),
        ["changed row"] = graph =>
            new RowWriter(graph, SampleSchema.Site, TimeZoneInfo.Utc).UpdateAsync(
                SampleSchema.Header,
                SampleSchema.Incidents,
                "7",
                new Dictionary<string, object?> { ["Title"] = "Ett" },
                "\"a,1\"",
                default
            ),
        ["changed page"] = graph =>
            new SitePages(graph, SampleSchema.Site).UpdateAsync(
                new("P1", "x.aspx", "X", new("https://x/p"), IsPublished: true, Text: null),
                new("X", "x", ["<p>x</p>"]),
                default
            ),
        ["new list"] = graph =>
            new ListProvisioner(graph, SampleSchema.Site).ApplyAsync(new([SampleSchema.Incidents]), null, default),
        ["rights of a list"] = graph => Reader(graph).GrantsAsync(SampleSchema.Header, default),
        ["rights of the site"] = graph => Reader(graph).SiteGrantsAsync(default),
        ["written file"] = async graph =>
            await (await LibraryAsync(graph)).WriteAsync(
                "x.docx",
                new byte[3],
                Known,
                SampleSchema.Library,
                new Dictionary<string, object?>(),
                "x",
                publish: false,
                default
            ),
        ["new page"] = graph =>
            new SitePages(graph, SampleSchema.Site).CreateAsync("ny.aspx", new("X", "x", ["<p>x</p>"]), default),
    };

    public static TheoryData<string> Called => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Called))]
    public async Task Every_call_is_done_or_ends_in_one_line_whatever_stands_in_its_answers(string call)
    {
        await using var script = await GraphScript.StartAsync(output);
        var damaged = (Request: "", Body: Array.Empty<byte>());
        var asked = new SortedSet<int>();
        script.Otherwise(request =>
        {
            var index = Array.FindIndex(Whole, w => Fits(w.Request, request.ToString()));
            if (index < 0)
                return GraphAnswer.Empty(204);
            asked.Add(index);
            var (route, status, body) = Whole[index];
            return GraphAnswer.Bytes(
                status,
                route == damaged.Request ? damaged.Body : Encoding.UTF8.GetBytes(Here(script, body))
            );
        });
        using var graph = script.Client();
        // Undamaged it is done, and this tells which answers it reads.
        await Calls[call](graph);

        var told = new SortedSet<string>(StringComparer.Ordinal);
        // What opens a library is damaged once, for them all.
        var opens = call is "lists" or "file" ? [] : new[] { $"GET {Site}/lists", $"GET {Site}/lists/L1/drive" };
        foreach (var (request, _, body) in asked.Select(i => Whole[i]).Where(w => !opens.Contains(w.Request)).ToList())
        {
            // A large upload sends five megabytes each time.
            var step = call == "large upload" ? 24 : 3;
            foreach (var (how, bytes) in SampleOrAll.OfEvery(step, Damage(Here(script, body))))
            {
                damaged = (request, bytes);
                var since = Stopwatch.StartNew();
                var fault = await Record.ExceptionAsync(() => Calls[call](graph));
                script.Forget();
                Assert.True(since.Elapsed < TimeSpan.FromSeconds(20), $"{request}, {how}: {since.Elapsed}");
                if (fault is null)
                    continue;
                var typed = fault as GraphException;
                Assert.True(typed is not null, $"{request}, {how}: {fault}");
                Assert.True(
                    typed.Message.Length < 2500 && !typed.Message.Any(char.IsControl),
                    $"{request}, {how}: {typed.Message}"
                );
                var mayPass =
                    typed.MayPass || typed is NotFoundException or ChangedMeanwhileException or AccessDeniedException;
                Assert.True(mayPass, $"{request}, {how}: {typed.Message}");
                told.Add($"{how}: {typed.Message}");
            }
        }
        Assert.NotEmpty(told);
        output.WriteLine(string.Join('\n', told.Take(40)));
    }

    [Theory]
    [InlineData("""{"value":[{"id":"1","fields":{}},null]}""", "value[1] is null")]
    [InlineData("""{"value":[{"fields":{}}]}""", "value[0]: a row has no id")]
    [InlineData("""{"value":[{"id":"","fields":{}}]}""", "value[0]: a row has no id")]
    [InlineData("""{"value":[{"id":"1","fields":{}},{"id":"sju","fields":{}}]}""", "value[1]: a row has the id 'sju'")]
    [InlineData("""{"value":[{"id":7,"fields":{}}]}""", "$.value[0].id")]
    [InlineData("""{"value":[{"id":"1","fields":7}]}""", "value[0]: The item '1' came without its fields")]
    [InlineData(
        """{"value":[{"id":"1","webUrl":"javascript:alert(1)","fields":{}}]}""",
        "webUrl is 'javascript:alert(1)'"
    )]
    [InlineData("""{"value":[{"id":"1","webUrl":"Lists/x","fields":{}}]}""", "which is no web address")]
    [InlineData("""{"value":[{"id":"1","fields":{"Title":"a","Title":"b"}}]}""", "Title")]
    [InlineData("""{"value":7}""", "$.value")]
    [InlineData("""{"valeu":[]}""", "value is missing")]
    [InlineData("""{"value":[]} x""", "invalid")]
    [InlineData("""{"value":[""", "")]
    [InlineData("", "does not contain any JSON")]
    public async Task What_is_wrong_and_where_is_named(string body, string expected)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.Otherwise(_ => GraphAnswer.Json(200, body));
        using var graph = script.Client();

        foreach (var call in new[] { "rows", "changes" })
        {
            var fault = await Assert.ThrowsAsync<GraphException>(() => Calls[call](graph));
            Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
            Assert.Contains(SampleSchema.ListPath, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_with_status_200_is_asked_for_again_and_told_with_its_code_in_one_line()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.Otherwise(_ =>
            GraphAnswer.Json(
                200,
                """{"error":{"code":"generalException","message":"En rad\nen till\u2028och \ud83d"}}"""
            )
        );
        using var graph = script.Client();

        foreach (var call in Calls)
        {
            var fault = await Assert.ThrowsAsync<GraphException>(() => call.Value(graph));
            Assert.Equal("generalException", fault.Code);
            Assert.Contains("En rad en till och", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_cannot_be_unpacked_is_a_lost_answer(string encoding)
    {
        await using var script = await GraphScript.StartAsync(output);
        byte[] body = [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 200, 201];
        script.Otherwise(_ => GraphAnswer.Bytes(200, body, headers: ("Content-Encoding", encoding)));
        using var graph = script.Client();

        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Calls["rows"](graph))).MayPass);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(308)]
    [InlineData(501)]
    [InlineData(520)]
    [InlineData(599)]
    public async Task A_status_that_nobody_expects_may_pass(int status)
    {
        await using var script = await GraphScript.StartAsync(output);
        script.Otherwise(_ => GraphAnswer.Empty(status));
        using var graph = script.Client();

        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Calls["rows"](graph))).MayPass);
    }

    private static bool Fits(string expected, string request) =>
        request == expected
        || (
            request.StartsWith(expected, StringComparison.Ordinal)
            && (expected.EndsWith('?') || request[expected.Length] == '?')
        );

    private static string Here(GraphScript script, string body) =>
        body.Replace("{port}", $"{script.Origin.Port}", StringComparison.Ordinal)
            .Replace("\"/v1.0/", $"\"{script.Origin}v1.0/", StringComparison.Ordinal);

    private static ListReader Reader(GraphClient graph) => new(graph, SampleSchema.Site);

    private static Task<DocumentLibrary> LibraryAsync(GraphClient graph) =>
        DocumentLibrary.OpenAsync(graph, SampleSchema.Site, "WorkDocuments", default);
}
