using System.Security.Cryptography;

namespace SpLg.Tests.SharePoint;

/// <summary>A file gets one version at a time, and no state in between is left behind.</summary>
public sealed class OneVersionTests(ITestOutputHelper output)
{
    private const string Name = "Ledningens genomgång 2026.docx";
    private const string ByName = "/v1.0/drives/D1/root:/Ledningens%20genomg%C3%A5ng%202026.docx";
    private const string Item = "/v1.0/drives/D1/items/F1";
    private const string State =
        $"GET {Item}?$select=id,eTag,cTag,webUrl,size,lastModifiedDateTime,lastModifiedBy,publication";
    private const string Put = $"PUT {ByName}:/content?@microsoft.graph.conflictBehavior=replace";
    private const string Create = $"PUT {ByName}:/content?@microsoft.graph.conflictBehavior=fail";
    private const string Fields = $"PATCH {Item}/listItem/fields";
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(1000);
    internal static readonly LibraryFile Existing = new(
        "F1",
        Name,
        "\"{F},1\"",
        new("https://contoso.sharepoint.com/x"),
        900,
        DateTimeOffset.UnixEpoch
    );

    [Fact]
    public async Task A_file_is_checked_out_written_given_its_columns_and_checked_in_with_the_comment()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(1, "checkout", "1.0"))
            .On(Put, DocumentLibraryTests.File(200, 1000, 2))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(3, "checkout", "1.0"))
            .On($"POST {Item}/checkin", GraphAnswer.Empty(204))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 4));
        using var graph = script.Client();

        var file = await WriteAsync(script, graph, Existing, publish: true);

        Assert.Equal("\"{F},4\"", file.ETag);
        Assert.Equal("\"{F},1\"", script.Calls.Single(c => c.Method == "PUT").Header("If-Match"));
        Assert.Equal("""{"checkInAs":"published","comment":"3 nya incidenter"}""", CheckIn(script));
    }

    [Fact]
    public async Task A_new_file_is_created_only_when_there_is_none_and_is_then_no_draft_without_comment()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(Create, DocumentLibraryTests.File(201, 1000, 1))
            .On(State, At(1, "draft", "0.1"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(1, "checkout", "0.1"))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(2, "checkout", "0.1"))
            .On($"POST {Item}/checkin", GraphAnswer.Empty(204))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 3));
        using var graph = script.Client();

        await WriteAsync(script, graph, null, publish: false);

        Assert.Equal("""{"checkInAs":"unspecified","comment":"3 nya incidenter"}""", CheckIn(script));
    }

    [Theory]
    [InlineData(2, "c1", "2026-03-01T08:00:00Z", 900)]
    [InlineData(2, "c2", "2026-03-01T08:00:00Z", 900)]
    public async Task A_check_out_that_gives_a_new_eTag_is_not_taken_for_somebody_elses_save(
        int version,
        string content,
        string modified,
        int size
    )
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(version, "checkout", "1.0", content, modified, size))
            .On(Put, DocumentLibraryTests.File(200, 1000, 3))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(4, "checkout", "1.0"))
            .On($"POST {Item}/checkin", GraphAnswer.Empty(204))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 5));
        using var graph = script.Client();

        await WriteAsync(script, graph, Existing, publish: true);

        Assert.Equal("\"{F},2\"", script.Calls.Single(c => c.Method == "PUT").Header("If-Match"));
    }

    [Fact]
    public async Task What_a_person_saved_just_before_the_check_out_is_not_written_over()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(2, "checkout", "1.1", "c2", "2026-03-01T08:00:05Z", 950))
            .On($"POST {Item}/discardCheckout", GraphAnswer.Empty(204));
        using var graph = script.Client();

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => WriteAsync(script, graph, Existing, publish: true));
    }

    [Fact]
    public async Task A_file_that_is_not_as_it_was_read_is_not_even_checked_out()
    {
        await using var script = await GraphScript.StartAsync(output);
        script.On(State, At(2, "draft", "1.1"));
        using var graph = script.Client();

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => WriteAsync(script, graph, Existing, publish: true));
    }

    [Theory]
    [InlineData("""{"user":{"displayName":"Anna Ek","email":"anna.ek@exempel.se"}}""", 423)]
    [InlineData("""{"user":{"displayName":"Anna Ek"}}""", 409)]
    public async Task A_file_that_a_person_has_checked_out_is_locked_and_the_check_out_is_left_alone(
        string holder,
        int status
    )
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Error(status, "resourceLocked"))
            .On(State, At(1, "checkout", "1.0", holder: holder));
        using var graph = script.Client();

        var locked = await Assert.ThrowsAsync<GraphException>(() => WriteAsync(script, graph, Existing, publish: true));

        Assert.Equal(HttpStatusCode.Locked, locked.Status);
    }

    [Fact]
    public async Task A_file_that_is_open_in_Word_is_locked()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Error(423, "resourceLocked"))
            .On(State, At(1, "published", "1.0"));
        using var graph = script.Client();

        Assert.Equal(
            HttpStatusCode.Locked,
            (await Assert.ThrowsAsync<GraphException>(() => WriteAsync(script, graph, Existing, publish: true))).Status
        );
    }

    [Fact]
    public async Task A_check_out_that_an_earlier_run_left_behind_is_taken_up()
    {
        const string Us = """{"application":{"id":"A","displayName":"SpLg"},"user":{"displayName":"SharePoint App"}}""";
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "checkout", "1.0", holder: Us))
            .On($"POST {Item}/checkout", GraphAnswer.Error(423, "resourceLocked"))
            .On(State, At(1, "checkout", "1.0", holder: Us))
            .On(Put, DocumentLibraryTests.File(200, 1000, 2))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(3, "checkout", "1.0", holder: Us))
            .On($"POST {Item}/checkin", GraphAnswer.Empty(204))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 4));
        using var graph = script.Client();

        Assert.Equal("\"{F},4\"", (await WriteAsync(script, graph, Existing, publish: true)).ETag);
    }

    [Fact]
    public async Task A_fault_after_the_check_out_gives_the_file_free_again_and_is_the_one_that_is_told()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(1, "checkout", "1.0"))
            .On(Put, GraphAnswer.Error(507, "insufficientStorage"))
            .On($"POST {Item}/discardCheckout", GraphAnswer.Error(400, "invalidRequest"));
        using var graph = script.Client();

        Assert.Equal(
            HttpStatusCode.InsufficientStorage,
            (await Assert.ThrowsAsync<GraphException>(() => WriteAsync(script, graph, Existing, publish: true))).Status
        );
    }

    [Fact]
    public async Task Content_whose_answer_was_lost_is_sent_again_over_what_the_lost_one_left()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(1, "checkout", "1.0"))
            .On(Put, GraphAnswer.Drop)
            .On(Put, GraphAnswer.Error(412, "notAllowed"))
            // The service has written columns into the file, so it is a little larger than what was sent.
            .On($"GET {ByName}", DocumentLibraryTests.File(200, 1010, 2))
            .On(State, At(2, "checkout", "1.0", "c2", size: 1010))
            .On(Put, DocumentLibraryTests.File(200, 1000, 3))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(4, "checkout", "1.0"))
            .On($"POST {Item}/checkin", GraphAnswer.Empty(204))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 5));
        using var graph = script.Client();

        await WriteAsync(script, graph, Existing, publish: true);

        Assert.Equal(
            ["\"{F},1\"", "\"{F},1\"", "\"{F},2\""],
            script.Calls.Where(c => c.Method == "PUT").Select(c => c.Header("If-Match"))
        );
    }

    [Fact]
    public async Task A_check_in_whose_answer_was_lost_is_recognised_as_done()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(1, "checkout", "1.0"))
            .On(Put, DocumentLibraryTests.File(200, 1000, 2))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(3, "checkout", "1.0"))
            .On($"POST {Item}/checkin", GraphAnswer.Drop)
            .On($"POST {Item}/checkin", GraphAnswer.Error(400, "invalidRequest"))
            .On(State, At(4, "published", "2.0"))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 4));
        using var graph = script.Client();

        Assert.Equal("\"{F},4\"", (await WriteAsync(script, graph, Existing, publish: true)).ETag);
    }

    [Fact]
    public async Task A_check_in_that_was_refused_is_an_error_and_the_file_is_free_again()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0"))
            .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
            .On(State, At(1, "checkout", "1.0"))
            .On(Put, DocumentLibraryTests.File(200, 1000, 2))
            .On(Fields, GraphAnswer.Json(200, "{}"))
            .On(State, At(3, "checkout", "1.0"))
            .On($"POST {Item}/checkin", GraphAnswer.Error(400, "invalidRequest"))
            .On(State, At(3, "checkout", "1.0"))
            .On($"POST {Item}/discardCheckout", GraphAnswer.Empty(204));
        using var graph = script.Client();

        await Assert.ThrowsAsync<GraphException>(() => WriteAsync(script, graph, Existing, publish: true));
    }

    [Theory]
    [InlineData("""{"Year":2026}""", true)]
    [InlineData("""{"Year":2026.0,"Title":"x"}""", true)]
    [InlineData("""{"Year":2025}""", false)]
    [InlineData("{}", false)]
    public async Task What_the_file_holds_already_makes_no_version(string columns, bool same)
    {
        var stored = Existing with { Size = 1000 };
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(State, At(1, "published", "1.0", size: 1000))
            .On(
                $"GET {Item}/listItem?$expand=fields($select=Year)",
                GraphAnswer.Json(200, $$"""{"id":"3","fields":{{columns}}}""")
            );
        if (same)
        {
            script.On($"GET {Item}/content", GraphAnswer.Bytes(200, Content, "application/octet-stream"));
        }
        else
        {
            script
                .On($"POST {Item}/checkout", GraphAnswer.Empty(204))
                .On(State, At(1, "checkout", "1.0"))
                .On(Put, DocumentLibraryTests.File(200, 1000, 2))
                .On(Fields, GraphAnswer.Json(200, "{}"))
                .On(State, At(3, "checkout", "1.0"))
                .On($"POST {Item}/checkin", GraphAnswer.Empty(204))
                .On($"GET {Item}", DocumentLibraryTests.File(200, 1000, 4));
        }

        using var graph = script.Client();

        Assert.Equal(same ? stored.ETag : "\"{F},4\"", (await WriteAsync(script, graph, stored, publish: true)).ETag);
    }

    [Fact]
    public async Task A_file_left_checked_out_by_the_application_is_released_and_a_persons_is_not()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                State,
                At(
                    2,
                    "checkout",
                    "1.0",
                    holder: """{"application":{"id":"A"},"user":{"displayName":"SharePoint App"}}"""
                )
            )
            .On($"POST {Item}/discardCheckout", GraphAnswer.Empty(204))
            .On($"GET {Item}", DocumentLibraryTests.File(200, 900, 3))
            .On(
                State,
                At(2, "checkout", "1.0", holder: """{"user":{"displayName":"Anna Ek","email":"anna.ek@exempel.se"}}""")
            );
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);

        Assert.Equal("\"{F},3\"", (await library.ReleaseAsync(Existing, default))?.ETag);
        Assert.Null(await library.ReleaseAsync(Existing, default));
    }

    private static async Task<LibraryFile> WriteAsync(
        GraphScript script,
        GraphClient graph,
        LibraryFile? existing,
        bool publish
    )
    {
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        return await library.WriteAsync(
            Name,
            Content,
            existing,
            schema: SampleSchema.Library,
            columns: new Dictionary<string, object?> { ["Year"] = 2026 },
            comment: "3 nya incidenter",
            publish: publish,
            cancellationToken: default
        );
    }

    private static GraphAnswer At(
        int version,
        string level,
        string label,
        string content = "c1",
        string modified = "2026-03-01T08:00:00Z",
        int size = 900,
        string? holder = null
    ) =>
        GraphAnswer.Json(
            200,
            $$"""
            {"id":"F1","eTag":"\"{F},{{version}}\"","cTag":"{{content}}","webUrl":"https://contoso.sharepoint.com/x",
            "size":{{size}},"lastModifiedDateTime":"{{modified}}",
             "publication":{"level":"{{level}}","versionId":"{{label}}"{{(
                holder is null ? "" : $",\"checkedOutBy\":{holder}"
            )}} } }
            """
        );

    private static string CheckIn(GraphScript script) =>
        Encoding.UTF8.GetString(script.Calls.Single(c => c.Target.EndsWith("/checkin", StringComparison.Ordinal)).Body);
}
