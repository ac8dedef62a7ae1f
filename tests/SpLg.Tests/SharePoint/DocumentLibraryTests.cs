using System.Security.Cryptography;

namespace SpLg.Tests.SharePoint;

public sealed class DocumentLibraryTests(ITestOutputHelper output)
{
    private const string Name = "Ledningens genomgång 2026.docx";
    private const string ByName = "/v1.0/drives/D1/root:/Ledningens%20genomg%C3%A5ng%202026.docx";
    private const string Put = $"PUT {ByName}:/content?@microsoft.graph.conflictBehavior=replace";
    private const string Create = $"PUT {ByName}:/content?@microsoft.graph.conflictBehavior=fail";
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(1000);

    [Fact]
    public async Task A_file_that_is_not_there_is_null()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On($"GET {ByName}", GraphAnswer.Error(404, "itemNotFound"));
        using var graph = script.Client();

        Assert.Null(await (await OpenAsync(script, graph)).FindAsync(Name, default));
    }

    [Fact]
    public async Task A_library_that_is_not_there_says_what_to_do()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On("GET /v1.0/sites/contoso.sharepoint.com,1,2/lists", GraphAnswer.Json(200, """{"value":[]}"""));
        using var graph = script.Client();

        var missing = await Assert.ThrowsAsync<NotFoundException>(() =>
            DocumentLibrary.OpenAsync(graph, SampleSchema.Site, "Mallar", default)
        );

        Assert.Contains("'Mallar'", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_file_goes_in_one_request_and_only_over_the_version_that_was_read()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Create, File(201, 1000, 1)).On(Put, GraphAnswer.Error(412, "notAllowed"));
        using var graph = script.Client();
        var library = await OpenAsync(script, graph);

        var file = await library.UploadAsync(Name, Content, null, default);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            library.UploadAsync(Name, Content, file.ETag, default)
        );

        Assert.Equal(("F1", "\"{F},1\"", 1000L), (file.Id, file.ETag, file.Size));
        var calls = script.Calls.Where(c => c.Method == "PUT").ToList();
        Assert.Equal(Content, calls[0].Body);
        Assert.Equal([null, "\"{F},1\""], calls.Select(c => c.Header("If-Match")));
    }

    [Fact]
    public async Task An_upload_whose_answer_was_lost_is_recognised_as_done()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Put, GraphAnswer.Drop)
            .On(Put, GraphAnswer.Error(412, "notAllowed"))
            .On($"GET {ByName}", File(200, 1000, 2))
            .On("GET /v1.0/drives/D1/items/F1/content", GraphAnswer.Bytes(200, Content, "application/octet-stream"));
        using var graph = script.Client();

        var file = await (await OpenAsync(script, graph)).UploadAsync(Name, Content, "\"{F},1\"", default);

        Assert.Equal("\"{F},2\"", file.ETag);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_recognised_as_done()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Create, GraphAnswer.Drop)
            .On(Create, GraphAnswer.Error(409, "nameAlreadyExists"))
            .On($"GET {ByName}", File(200, 1000, 1))
            .On("GET /v1.0/drives/D1/items/F1/content", GraphAnswer.Bytes(200, Content, "application/octet-stream"));
        using var graph = script.Client();

        Assert.Equal(
            "\"{F},1\"",
            (await (await OpenAsync(script, graph)).UploadAsync(Name, Content, null, default)).ETag
        );
    }

    [Fact]
    public async Task A_file_that_has_come_meanwhile_is_not_written_over()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(Create, GraphAnswer.Error(409, "nameAlreadyExists"));
        using var graph = script.Client();
        var library = await OpenAsync(script, graph);

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => library.UploadAsync(Name, Content, null, default));
    }

    [Fact]
    public async Task A_lost_answer_does_not_hide_that_someone_else_wrote_the_file()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Put, GraphAnswer.Drop)
            .On(Put, GraphAnswer.Error(412, "notAllowed"))
            .On($"GET {ByName}", File(200, 1000, 2))
            .On(
                "GET /v1.0/drives/D1/items/F1/content",
                GraphAnswer.Bytes(200, RandomNumberGenerator.GetBytes(1000), "application/octet-stream")
            );
        using var graph = script.Client();
        var library = await OpenAsync(script, graph);

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            library.UploadAsync(Name, Content, "\"{F},1\"", default)
        );
    }

    [Fact]
    public async Task A_download_follows_the_redirection_without_the_token()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {ByName}", File(200, 1000, 1))
            .On(
                "GET /v1.0/drives/D1/items/F1/content",
                GraphAnswer.Empty(302, ("Location", $"{script.OtherHost}/download.aspx?UniqueId=1&tempauth=secret"))
            )
            .On(
                "GET /download.aspx?UniqueId=1&tempauth=secret",
                GraphAnswer.Bytes(200, Content, "application/octet-stream")
            );
        using var graph = script.Client();
        var library = await OpenAsync(script, graph);

        Assert.Equal(Content, await library.DownloadAsync((await library.FindAsync(Name, default))!, default));
    }

    [Fact]
    public async Task A_download_address_that_expired_is_renewed_once_and_its_key_is_never_shown()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {ByName}", File(200, 1000, 1))
            .On(
                "GET /v1.0/drives/D1/items/F1/content",
                GraphAnswer.Empty(302, ("Location", $"{script.OtherHost}/download.aspx?tempauth=secret"))
            )
            .On("GET /download.aspx?tempauth=secret", GraphAnswer.Empty(401))
            .On(
                "GET /v1.0/drives/D1/items/F1/content",
                GraphAnswer.Empty(302, ("Location", $"{script.OtherHost}/download.aspx?tempauth=secret2"))
            )
            .On("GET /download.aspx?tempauth=secret2", GraphAnswer.Empty(401));
        using var graph = script.Client();
        var library = await OpenAsync(script, graph);
        var file = await library.FindAsync(Name, default);

        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => library.DownloadAsync(file!, default));

        Assert.DoesNotContain("secret", denied.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirection_to_an_address_without_encryption_is_not_followed()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On($"GET {ByName}", File(200, 1000, 1))
            .On(
                "GET /v1.0/drives/D1/items/F1/content",
                GraphAnswer.Empty(302, ("Location", "http://contoso.sharepoint.com/download.aspx"))
            );
        using var graph = script.Client();
        var library = await OpenAsync(script, graph);
        var file = await library.FindAsync(Name, default);

        Assert.Contains(
            "without encryption",
            (await Assert.ThrowsAsync<GraphException>(() => library.DownloadAsync(file!, default))).Message,
            StringComparison.Ordinal
        );
    }

    internal static GraphAnswer File(int status, int size, int version) =>
        GraphAnswer.Json(
            status,
            $$"""
            {"id":"F1","name":"x.docx","eTag":"\"{F},{{version}}\"","webUrl":"https://contoso.sharepoint.com/x",
            "size":{{size}},"lastModifiedDateTime":"2026-03-01T08:00:00Z"}
            """
        );

    internal static async Task<DocumentLibrary> OpenAsync(GraphScript script, GraphClient graph)
    {
        script
            .On(
                "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists",
                GraphAnswer.Json(
                    200,
                    """
                    {"value":[{"id":"L9","name":"WorkDocuments","displayName":"Arbetsdokument",
                    "webUrl":"https://contoso.sharepoint.com/WorkDocuments","list":{"template":"documentLibrary",
                    "hidden":false}}]}
                    """
                )
            )
            .On(
                "GET /v1.0/sites/contoso.sharepoint.com,1,2/lists/L9/drive",
                GraphAnswer.Json(200, """{"id":"D1","name":"Arbetsdokument","driveType":"documentLibrary"}""")
            );
        return await DocumentLibrary.OpenAsync(graph, SampleSchema.Site, "Arbetsdokument", default);
    }
}
