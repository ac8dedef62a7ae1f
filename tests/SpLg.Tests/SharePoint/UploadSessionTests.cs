using System.Security.Cryptography;

namespace SpLg.Tests.SharePoint;

public sealed class UploadSessionTests(ITestOutputHelper output)
{
    private const string Create = "POST /v1.0/drives/D1/root:/stor.docx:/createUploadSession";
    private const string Chunk = "PUT /up?guid='1'&tempauth=secret";
    private const string Status = "GET /up?guid='1'&tempauth=secret";
    private const string Cancel = "DELETE /up?guid='1'&tempauth=secret";
    private const int Size = (2 * UploadSession.ChunkSize) + 77;
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(Size);

    [Fact]
    public async Task A_large_file_goes_in_whole_chunks_and_is_then_read_through_Graph()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        script
            .On(Create, Session(script))
            .On(Chunk, Got(UploadSession.ChunkSize))
            .On(Chunk, Got(2 * UploadSession.ChunkSize))
            .On(Chunk, Done)
            .On("GET /v1.0/drives/D1/items/F1", DocumentLibraryTests.File(200, Size, 1));

        var file = await library.UploadAsync("stor.docx", Content, "\"{F},0\"", default);

        var chunks = script.Calls.Where(c => c.Method == "PUT").ToList();
        Assert.True(Content.AsSpan().SequenceEqual(chunks.SelectMany(c => c.Body).ToArray()));
        Assert.Equal(0, UploadSession.ChunkSize % 327_680);
        Assert.Equal(
            [
                $"bytes 0-{UploadSession.ChunkSize - 1}/{Size}",
                $"bytes {UploadSession.ChunkSize}-{(2 * UploadSession.ChunkSize) - 1}/{Size}",
                $"bytes {2 * UploadSession.ChunkSize}-{Size - 1}/{Size}",
            ],
            chunks.Select(c => c.Header("Content-Range"))
        );
        var create = script.Calls.Single(c => c.Method == "POST");
        Assert.Equal("\"{F},0\"", create.Header("If-Match"));
        Assert.Equal(
            "replace",
            create.Json().GetProperty("item").GetProperty("@microsoft.graph.conflictBehavior").GetString()
        );
        Assert.Equal("\"{F},1\"", file.ETag);
    }

    [Fact]
    public async Task After_a_fault_it_goes_on_from_what_the_service_has()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        // The first chunk is lost half way, the second is there although its answer is not, the third is told twice.
        script
            .On(Create, Session(script))
            .On(Chunk, GraphAnswer.Drop)
            .On(Status, Got(327_680))
            .On(Chunk, GraphAnswer.Error(503, "serviceNotAvailable", ("Retry-After", "5")))
            .On(Chunk, GraphAnswer.Error(500, "generalException"))
            .On(Status, Got(UploadSession.ChunkSize + 327_680))
            .On(Chunk, GraphAnswer.Error(416, "invalidRange"))
            .On(Status, Got(2 * UploadSession.ChunkSize))
            .On(Chunk, Done)
            .On("GET /v1.0/drives/D1/items/F1", DocumentLibraryTests.File(200, Size, 1));

        await library.UploadAsync("stor.docx", Content, null, default);

        var last = script.Calls.Last(c => c.Method == "PUT");
        Assert.Equal($"bytes {2 * UploadSession.ChunkSize}-{Size - 1}/{Size}", last.Header("Content-Range"));
        Assert.Equal(Content[(2 * UploadSession.ChunkSize)..], last.Body);
    }

    [Fact]
    public async Task A_last_chunk_whose_answer_was_lost_is_recognised_as_done()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        var content = Content[..(5 * 1024 * 1024)];
        script
            .On(Create, Session(script))
            .On(Chunk, GraphAnswer.Drop)
            .On(Status, GraphAnswer.Error(404, "itemNotFound"))
            .On("GET /v1.0/drives/D1/root:/stor.docx", DocumentLibraryTests.File(200, content.Length, 1))
            .On("GET /v1.0/drives/D1/items/F1/content", GraphAnswer.Bytes(200, content, "application/octet-stream"));

        Assert.Equal("F1", (await library.UploadAsync("stor.docx", content, null, default)).Id);
    }

    [Fact]
    public async Task A_session_that_expired_while_we_waited_is_begun_anew()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        var content = Content[..(5 * 1024 * 1024)];
        script
            .On(Create, Session(script))
            .On(Chunk, GraphAnswer.Error(429, "activityLimitReached", ("Retry-After", "1200")))
            .On(Chunk, GraphAnswer.Empty(401))
            .On("GET /v1.0/drives/D1/root:/stor.docx", GraphAnswer.Error(404, "itemNotFound"))
            .On(Create, Session(script))
            .On(Chunk, Done)
            .On("GET /v1.0/drives/D1/items/F1", DocumentLibraryTests.File(200, content.Length, 1));

        Assert.Equal("F1", (await library.UploadAsync("stor.docx", content, null, default)).Id);
    }

    [Fact]
    public async Task A_session_that_fails_is_cancelled_and_the_cause_is_told_without_the_key()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        script
            .On(Create, Session(script))
            .On(Chunk, GraphAnswer.Error(507, "quotaLimitReached"))
            .On(Cancel, GraphAnswer.Empty(204));

        var full = await Assert.ThrowsAsync<GraphException>(() =>
            library.UploadAsync("stor.docx", Content, null, default)
        );

        Assert.Equal("quotaLimitReached", full.Code);
        Assert.DoesNotContain("secret", full.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_asked_for_again_is_asked_for_in_the_same_words()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        script
            .On(Create, GraphAnswer.Json(200, """{"error":{"code":"generalException","message":"x"}}"""))
            .On(Create, GraphAnswer.Error(500, "generalException"))
            .On(Create, Session(script))
            .On(Chunk, Done)
            .On("GET /v1.0/drives/D1/items/F1", DocumentLibraryTests.File(200, 5 * 1024 * 1024, 1));

        await library.UploadAsync("stor.docx", Content[..(5 * 1024 * 1024)], null, default);

        var asked = script
            .Calls.Where(call => call.Method == "POST")
            .Select(call => Encoding.UTF8.GetString(call.Body))
            .ToList();
        Assert.Equal(3, asked.Count);
        Assert.Single(asked.Distinct());
    }

    [Fact]
    public async Task A_file_changed_meanwhile_is_not_replaced()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        script.On(Create, GraphAnswer.Error(412, "resourceModified"));

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            library.UploadAsync("stor.docx", Content, "\"{F},0\"", default)
        );
    }

    // The last answer is in SharePoint's own shape, as recorded: other context, other download key.
    private static GraphAnswer Done =>
        GraphAnswer.Json(
            201,
            """
            {"@odata.context":"https://contoso.sharepoint.com/_api/v2.0/$metadata#items/$entity",
            "@content.downloadUrl":"https://contoso.sharepoint.com/d?tempauth=x","id":"F1","eTag":"\"{F},1\"",
            "file":{"irmEnabled":false}}
            """
        );

    private static GraphAnswer Session(GraphScript script) =>
        GraphAnswer.Json(
            200,
            $$"""
            {"uploadUrl":"{{script.OtherHost}}/up?guid='1'&tempauth=secret",
            "expirationDateTime":"2026-03-02T08:15:00Z","nextExpectedRanges":["0-"]}
            """
        );

    private static GraphAnswer Got(int next) =>
        GraphAnswer.Json(202, $$"""{"expirationDateTime":"2026-03-02T08:15:00Z","nextExpectedRanges":["{{next}}-"]}""");
}
