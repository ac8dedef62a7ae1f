namespace SpLg.Tests.LocalSite;

public sealed class ItemsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task An_item_is_created_with_its_fields_expanded_and_empty_columns_absent()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Note", text = new { allowMultipleLines = true } },
            new { name = "Size", number = new { } }
        );
        var reply = await site.SendAsync(
            "POST",
            $"{list}/items",
            new { fields = new { Title = "Första", Size = 12.5 } }
        );
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        site.AssertValid("listItem", reply.Json);
        Assert.Contains("/_api/v2.0/", reply.Header("Location"), StringComparison.Ordinal);
        var fields = reply.Json.GetProperty("fields");
        Assert.Equal("1", reply.Json.Text("id"));
        Assert.Equal("Första", fields.Text("LinkTitle"));
        Assert.Equal(12.5m, fields.GetProperty("Size").GetDecimal());
        Assert.False(fields.Has("Note"));
        Assert.Equal("1.0", fields.Text("_UIVersionString"));
        Assert.Equal("3", fields.Text("AppAuthorLookupId"));
        Assert.Equal(reply.Json.Text("eTag"), reply.Header("ETag"));
        Assert.Matches("^\"[0-9a-f-]{36},1\"$", reply.Json.Text("eTag"));
        Assert.EndsWith("/1_.000", reply.Json.Text("webUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patching_fields_answers_the_whole_set_and_raises_version_and_etag()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        var made = await site.CreateItemAsync(list, new { Title = "a" });
        var fields = await site.SendAsync(
            "PATCH",
            $"{list}/items/1/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Title = "b" },
            headers: [("If-Match", made.Text("eTag"))]
        );
        Assert.Equal("2.0", fields.Text("_UIVersionString"));
        Assert.EndsWith(",2\"", fields.Text("@odata.etag"), StringComparison.Ordinal);
        await site.RefusedAsync(
            "PATCH",
            $"{list}/items/1/fields",
            HttpStatusCode.PreconditionFailed,
            "resourceModified",
            new { Title = "c" },
            ("If-Match", made.Text("eTag"))
        );
        var again = await site.SendAsync(
            "PATCH",
            $"{list}/items/1",
            HttpStatusCode.OK,
            "listItem",
            new { fields = new { Title = (string?)null } },
            headers: [("If-Match", "*")]
        );
        Assert.False(again.GetProperty("fields").Has("Title"));
        var versions = await site.GetAsync($"{list}/items/1/versions?expand=fields", "collectionOf.listItemVersion");
        Assert.Equal(["3.0", "2.0", "1.0"], versions.Values().Select(v => v.Text("id")));
        Assert.Equal("a", versions.Values()[2].GetProperty("fields").Text("Title"));
    }

    [Fact]
    public async Task Pages_are_cut_by_top_and_linked_by_the_token_the_service_uses()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        for (var i = 0; i < 5; i++)
            await site.CreateItemAsync(list, new { Title = $"rad {i}" });
        foreach (
            var address in new[]
            {
                $"{list}/items?$expand=fields($select=Title)&$top=2",
                $"{list}/items?%24expand=fields(%24select%3DTitle)&%24top=2",
                $"{list}/items?expand=fields(select=Title)&top=2",
            }
        )
        {
            var titles = new List<string>();
            string? next = address;
            while (next is not null)
            {
                var page = await site.GetAsync(next, "collectionOf.listItem");
                titles.AddRange(page.Values().Select(v => v.GetProperty("fields").Text("Title")));
                Assert.False(page.Values()[0].GetProperty("fields").Has("Modified"));
                next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            }
            Assert.Equal(["rad 0", "rad 1", "rad 2", "rad 3", "rad 4"], titles);
        }
        var first = await site.GetAsync($"{list}/items?$top=1", "collectionOf.listItem");
        Assert.EndsWith("$skiptoken=UGFnZWQ9VFJVRSZwX0lEPTE", first.Text("@odata.nextLink"), StringComparison.Ordinal);
        Assert.False(first.Values()[0].Has("fields"));
    }

    [Fact]
    public async Task Two_hundred_items_make_a_page_and_five_thousand_are_the_most()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        for (var batch = 0; batch < 11; batch++)
        {
            var requests = Enumerable
                .Range(1, 20)
                .Select(i => new
                {
                    id = $"{i}",
                    method = "POST",
                    url = $"/{list}/items",
                    headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
                    body = new { fields = new { Title = "x" } },
                });
            await site.SendAsync("POST", "$batch", HttpStatusCode.OK, "batchResponse", new { requests });
        }
        Assert.Equal(200, (await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values().Count);
        var all = await site.GetAsync($"{list}/items?$top=9999", "collectionOf.listItem");
        Assert.Equal(220, all.Values().Count);
        Assert.False(all.Has("@odata.nextLink"));
        await site.RefusedAsync("GET", $"{list}/items?$top=0", HttpStatusCode.BadRequest, "invalidRequest");
    }

    [Fact]
    public async Task A_deleted_item_is_gone_and_its_id_is_not_used_again()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        await site.CreateItemAsync(list, new { Title = "a" });
        await site.SendAsync("DELETE", $"{list}/items/1", HttpStatusCode.NoContent, null);
        await site.RefusedAsync("GET", $"{list}/items/1", HttpStatusCode.NotFound, "itemNotFound");
        Assert.Equal("2", (await site.CreateItemAsync(list, new { Title = "b" })).Text("id"));
    }

    [Fact]
    public async Task Filters_need_an_indexed_column_or_the_prefer_header()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new
            {
                name = "Status",
                indexed = true,
                choice = new { choices = new[] { "Ny", "Klar" } },
            },
            new { name = "Size", number = new { } }
        );
        await site.CreateItemAsync(
            list,
            new
            {
                Title = "a",
                Status = "Ny",
                Size = 1,
            }
        );
        await site.CreateItemAsync(
            list,
            new
            {
                Title = "b",
                Status = "Klar",
                Size = 2,
            }
        );
        async Task<int> Count(string filter, params (string, string)[] headers) =>
            (
                await site.SendAsync(
                    "GET",
                    $"{list}/items?$filter={Uri.EscapeDataString(filter)}",
                    HttpStatusCode.OK,
                    "collectionOf.listItem",
                    headers: headers
                )
            )
                .Values()
                .Count;

        (string, string) prefer = ("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly");
        Assert.Equal(1, await Count("fields/Status eq 'Ny'"));
        Assert.Equal(1, await Count("fields/Status ne 'Ny'"));
        Assert.Equal(2, await Count("startswith(fields/Status,'N') or fields/Status eq 'Klar'"));
        Assert.Equal(2, await Count("createdDateTime ge 2020-01-01T00:00:00Z"));
        Assert.Equal(1, await Count("fields/Size gt 1", prefer));
        Assert.Equal(1, await Count("fields/Status eq 'Ny' and fields/Size lt 2", prefer));
        Assert.Equal(0, await Count("fields/Status eq null"));
        async Task<string> Refused(string filter) =>
            await site.RefusedAsync(
                "GET",
                $"{list}/items?$filter={Uri.EscapeDataString(filter)}",
                HttpStatusCode.BadRequest,
                "invalidRequest"
            );
        Assert.StartsWith(
            "Field 'Size' cannot be referenced in filter or orderby as it is not indexed.",
            await Refused("fields/Size gt 1"),
            StringComparison.Ordinal
        );
        Assert.Equal("Field 'Okand' is not recognized", await Refused("fields/Okand eq 'x'"));
        await Refused("fields/Status eq 'Ny");
        await Refused("contains(fields/Status,'N')");
    }

    [Fact]
    public async Task A_person_acts_under_their_own_name_and_the_application_as_sharepoint_app()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        var byApp = await site.CreateItemAsync(list, new { Title = "a" });
        var byPerson = await site.CreateItemAsync(list, new { Title = "b" }, "user:Karin Lindqvist");
        Assert.Equal("SharePoint App", byApp.GetProperty("createdBy").GetProperty("user").Text("displayName"));
        Assert.Equal("SpLg", byApp.GetProperty("createdBy").GetProperty("application").Text("displayName"));
        Assert.Equal("karin.lindqvist@exempel.se", byPerson.GetProperty("createdBy").GetProperty("user").Text("email"));
        Assert.False(byPerson.GetProperty("fields").Has("AppAuthorLookupId"));
        var person = await site.GetAsync(
            $"{site.SitePath}/lists/Anv%C3%A4ndarinformation/items/{byPerson.GetProperty("fields").Text("AuthorLookupId")}",
            "listItem"
        );
        Assert.Equal("Karin Lindqvist", person.GetProperty("fields").Text("Title"));
    }

    [Fact]
    public async Task Unknown_and_read_only_fields_are_refused_as_recorded()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        Assert.Equal(
            "Field 'Name' is not recognized",
            await site.RefusedAsync(
                "POST",
                $"{list}/items",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                new { fields = new { Name = "x" } }
            )
        );
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { fields = new { Created = "2026-01-01T00:00:00Z" } }
        );
        await site.RefusedAsync("POST", $"{list}/items", HttpStatusCode.BadRequest, "invalidRequest", "{\"fields\": ");
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            """{"fields": {"Title": "a", "Title": "b"}}"""
        );
        await site.RefusedAsync("GET", $"{list}/items?$skip=3", HttpStatusCode.BadRequest, "invalidRequest");
        await site.RefusedAsync(
            "PATCH",
            $"{list}/items/9/fields",
            HttpStatusCode.NotFound,
            "itemNotFound",
            new { Title = "x" }
        );
        Assert.Equal(
            JsonValueKind.Array,
            (await site.GetAsync($"{list}/items", "collectionOf.listItem")).GetProperty("value").ValueKind
        );
    }

    [Fact]
    public async Task A_row_of_an_ordinary_list_has_no_file_to_expand_and_a_body_without_fields_makes_no_row()
    {
        await using var site = await RunningSite.StartAsync(output);
        var rows = $"{site.SitePath}/lists/Objectives/items";
        await site.CreateItemAsync($"{site.SitePath}/lists/Objectives", new { Title = "Mål" });

        Assert.False(
            (await site.GetAsync($"{rows}/1?$expand=driveItem", "listItem")).TryGetProperty("driveItem", out _)
        );
        await site.RefusedAsync("POST", rows, HttpStatusCode.BadRequest, "invalidRequest");
        await site.RefusedAsync(
            "POST",
            rows,
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { fields = (object?)null }
        );
        Assert.Equal(1, (await site.GetAsync(rows, "collectionOf.listItem")).GetProperty("value").GetArrayLength());
    }
}
