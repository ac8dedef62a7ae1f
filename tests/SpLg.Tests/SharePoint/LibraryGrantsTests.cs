namespace SpLg.Tests.SharePoint;

public sealed class LibraryGrantsTests(ITestOutputHelper output)
{
    private const string First = "GET /v1.0/drives/D1/items/root/permissions";

    [Fact]
    public async Task Rights_of_the_library_and_of_the_site_are_told_apart_on_every_page()
    {
        var grants = await ReadAsync(
            """{"id":"1","roles":["write"],"grantedToV2":{"siteGroup":"""
                + """{"id":"5","displayName":"Ägare","loginName":"Ägare"}},"grantedTo":{"user":"""
                + """{"displayName":"Ägare"}}}""",
            """{"id":"2","roles":["read"],"grantedToV2":{"user":{"id":"A","displayName":"Anna Ek"},"siteUser":"""
                + """{"id":"9","displayName":"Anna Ek","loginName":"i:0#.f|membership|anna.ek@exempel.se"}},"inheritedFrom":"""
                + """{"driveId":"D0","id":"R"}}"""
        );

        Assert.Equal(("Ägare", "Ägare", false, false), Told(grants[0]));
        Assert.Equal(("Anna Ek", "i:0#.f|membership|anna.ek@exempel.se", true, false), Told(grants[1]));
        Assert.Equal(
            [
                ["write"],
                ["read"],
            ],
            grants.Select(g => g.Roles)
        );
    }

    [Theory]
    [InlineData("c:0(.s|true")]
    [InlineData("c:0-.f|rolemanager|spo-grid-all-users/6c1b7a52-0000-0000-0000-000000000000")]
    [InlineData("c:0!.s|windows")]
    [InlineData("c:0!.s|forms%3amembership")]
    [InlineData("C:0-.F|ROLEMANAGER|SPO-GRID-ALL-USERS/6c1b7a52-0000-0000-0000-000000000000")]
    public async Task The_claims_for_everyone_are_everyone_in_whatever_language_they_are_shown(string claim)
    {
        var grant = Assert.Single(
            await ReadAsync(
                $$"""{"id":"1","roles":["read"],"grantedToV2":{"siteUser":"""
                    + $$"""{"id":"4","displayName":"Alla utom externa användare","loginName":"{{claim}}"} } }"""
            )
        );

        Assert.True(grant.IsEveryone);
    }

    [Theory]
    [InlineData("\"scope\":\"organization\",", true)]
    [InlineData("\"scope\":\"anonymous\",", true)]
    [InlineData("", true)]
    [InlineData("\"scope\":\"users\",", false)]
    [InlineData("\"scope\":\"existingAccess\",", false)]
    public async Task A_link_is_for_everyone_unless_it_names_people(string scope, bool everyone)
    {
        var grant = Assert.Single(
            await ReadAsync(
                $$"""{"id":"1","roles":["read"],"link":{ {{scope}}"type":"view","webUrl":"https://contoso.sharepoint.com//f"} }"""
            )
        );

        Assert.Equal(everyone, grant.IsEveryone);
    }

    [Fact]
    public async Task People_named_on_a_link_are_told_one_by_one()
    {
        var grants = await ReadAsync(
            """
            {"id":"1","roles":["read"],"link":{"scope":"users","type":"view"},
            "grantedToIdentitiesV2":[{"user":{"id":"A","displayName":"Anna Ek"}},{"user":{"id":"B",
            "displayName":"Bo Li"}}],
             "grantedToIdentities":[{"user":{"id":"A","displayName":"Anna Ek"}},{"user":{"id":"B","displayName":"Bo Li"}}]}
            """
        );

        Assert.Equal(["Anna Ek", "Bo Li"], grants.Select(g => g.Principal));
        Assert.DoesNotContain(grants, g => g.IsEveryone);
    }

    [Fact]
    public async Task The_deprecated_way_to_name_the_holder_is_read_when_there_is_no_other()
    {
        Assert.Equal(
            "Robin",
            Assert
                .Single(
                    await ReadAsync(
                        """{"id":"1","roles":["write"],"grantedTo":{"user":{"id":"5","displayName":"Robin"}}}"""
                    )
                )
                .Principal
        );
    }

    [Fact]
    public async Task A_right_of_nobody_known_is_an_error_and_not_overlooked()
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        script.On(First, GraphAnswer.Json(200, """{"value":[{"id":"1","roles":["read"]}]}"""));

        await Assert.ThrowsAsync<SpLg.SharePoint.GraphException>(() => library.GrantsAsync(default));
    }

    [Fact]
    public async Task The_documented_permissions_are_read()
    {
        if (GraphRecording.Documented("get-me-drive-items-x-permissions", output.WriteLine) is not { } documented)
            return;

        var grants = await ReadAsync([
            .. documented.Body.GetProperty("value").EnumerateArray().Select(p => p.GetRawText()),
        ]);

        Assert.Equal([(true, false), (false, true), (true, false)], grants.Select(g => (g.IsEveryone, g.IsInherited)));
        Assert.Equal("Robin Danielsen", grants[1].Principal);
    }

    private static (string, string?, bool, bool) Told(LibraryGrant grant) =>
        (grant.Principal, grant.LoginName, grant.IsInherited, grant.IsEveryone);

    /// <summary>One permission a page.</summary>
    private async Task<IReadOnlyList<LibraryGrant>> ReadAsync(params string[] permissions)
    {
        await using var script = await GraphScript.StartAsync(output);
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);
        for (var n = 0; n < permissions.Length; n++)
        {
            var next = n < permissions.Length - 1 ? $",\"@odata.nextLink\":\"{script.Origin}v1.0/page{n + 1}\"" : "";
            script.On(
                n == 0 ? First : $"GET /v1.0/page{n}",
                GraphAnswer.Json(200, $"{{\"value\":[{permissions[n]}]{next}}}")
            );
        }

        return await library.GrantsAsync(default);
    }
}
