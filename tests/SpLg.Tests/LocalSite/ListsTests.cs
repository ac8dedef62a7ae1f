namespace SpLg.Tests.LocalSite;

public sealed class ListsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_list_and_column_of_the_template_is_there_with_its_facet()
    {
        await using var site = await RunningSite.StartAsync(output);
        var lists = (await site.GetAsync($"{site.SitePath}/lists?$expand=columns", "collectionOf.list")).Values();
        foreach (var declared in SplgTemplate.Schema.Lists)
        {
            var list = Assert.Single(lists, l => l.Text("displayName") == declared.Title);
            Assert.Equal(declared.Name, list.Text("name"));
            Assert.Equal(
                declared.IsLibrary ? "documentLibrary" : "genericList",
                list.GetProperty("list").Text("template")
            );
            var columns = list.GetProperty("columns").EnumerateArray().ToDictionary(c => c.Text("name"));
            foreach (var column in declared.Columns)
            {
                Assert.Equal(column.DisplayName, columns[column.Name].Text("displayName"));
                Assert.Equal(column.Indexed, columns[column.Name].GetProperty("indexed").GetBoolean());
                var facet = column.Kind switch
                {
                    ColumnKind.Choice or ColumnKind.MultiChoice => "choice",
                    ColumnKind.Number => "number",
                    ColumnKind.YesNo => "boolean",
                    ColumnKind.Date or ColumnKind.DateTime => "dateTime",
                    ColumnKind.Person => "personOrGroup",
                    ColumnKind.Lookup => "lookup",
                    _ => "text",
                };
                Assert.True(columns[column.Name].Has(facet), $"{declared.Title}.{column.Name} has no {facet}");
            }
        }
    }

    [Fact]
    public async Task Built_in_columns_stand_in_the_services_order_around_our_own()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov", new { name = "House", text = new { } });
        var columns = (await site.GetAsync($"{list}/columns", "collectionOf.columnDefinition")).Values();
        Assert.Equal(
            [
                "ID",
                "ContentType",
                "Title",
                "Modified",
                "Created",
                "Author",
                "Editor",
                "_UIVersionString",
                "Attachments",
                "Edit",
                "LinkTitleNoMenu",
                "LinkTitle",
                "DocIcon",
                "ItemChildCount",
                "FolderChildCount",
                "_ComplianceFlags",
                "_ComplianceTag",
                "_ComplianceTagWrittenTime",
                "_ComplianceTagUserId",
                "AppAuthor",
                "AppEditor",
                "ComplianceAssetId",
                "House",
                "_IsRecord",
            ],
            columns.Select(c => c.Text("name"))
        );
        Assert.False(columns[0].Has("text"));
    }

    [Fact]
    public async Task A_list_is_made_with_columns_found_by_title_and_deleted()
    {
        await using var site = await RunningSite.StartAsync(output);
        var body = new
        {
            displayName = "Projektens uppgifter",
            columns = new object[]
            {
                new { name = "TaskName", text = new { } },
                new { name = "DueDate", dateTime = new { } },
            },
            list = new { template = "genericList" },
        };
        var reply = await site.SendAsync("POST", $"{site.SitePath}/lists", body);
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        site.AssertValid("list", reply.Json);
        Assert.EndsWith(",3\"", reply.Json.Text("eTag"), StringComparison.Ordinal);
        Assert.False(reply.Json.Has("lastModifiedBy"));
        Assert.Contains("/_api/v2.0/", reply.Header("Location"), StringComparison.Ordinal);
        var address = $"{site.SitePath}/lists/Projektens%20uppgifter";
        Assert.Equal(reply.Json.Text("id"), (await site.GetAsync(address, "list")).Text("id"));
        await site.RefusedAsync("POST", $"{site.SitePath}/lists", HttpStatusCode.Conflict, "nameAlreadyExists", body);
        await site.SendAsync("PATCH", address, HttpStatusCode.OK, "list", new { displayName = "Uppgifter" });
        var renamed = await site.GetAsync($"{site.SitePath}/lists/Uppgifter", "list");
        Assert.Equal("Projektens uppgifter", renamed.Text("name"));
        await site.SendAsync("DELETE", $"{site.SitePath}/lists/Uppgifter", HttpStatusCode.NoContent, null);
        await site.RefusedAsync("GET", $"{site.SitePath}/lists/Uppgifter", HttpStatusCode.NotFound, "itemNotFound");
    }

    [Fact]
    public async Task System_lists_are_shown_only_when_system_is_selected()
    {
        await using var site = await RunningSite.StartAsync(output);
        var usual = (await site.GetAsync($"{site.SitePath}/lists", "collectionOf.list")).Values();
        var all = (
            await site.GetAsync($"{site.SitePath}/lists?$select=id,displayName,system", "collectionOf.list")
        ).Values();
        Assert.Equal(usual.Count + 1, all.Count);
        Assert.True(Assert.Single(all, l => l.Text("displayName") == "Användarinformation").Has("system"));
        var first = await site.GetAsync($"{site.SitePath}/lists?$top=20", "collectionOf.list");
        Assert.Equal(
            usual.Count - 20,
            (await site.GetAsync(first.Text("@odata.nextLink"), "collectionOf.list")).Values().Count
        );
        Assert.Equal(
            "Incidenter",
            Assert
                .Single(
                    (
                        await site.GetAsync(
                            $"{site.SitePath}/lists?$filter=displayName eq 'Incidenter'",
                            "collectionOf.list"
                        )
                    ).Values()
                )
                .Text("displayName")
        );
    }

    [Fact]
    public async Task Columns_are_made_changed_and_deleted_and_names_are_escaped_cut_and_numbered()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        async Task<string> Make(object column) =>
            (await site.SendAsync("POST", $"{list}/columns", HttpStatusCode.Created, "columnDefinition", column)).Text(
                "name"
            );
        Assert.Equal("Author0", await Make(new { name = "Author", text = new { } }));
        Assert.Equal("Member_x0020_of_x003a__x0020_Not", await Make(new { name = "Member of: Notes", text = new { } }));
        Assert.Equal(
            "Level",
            await Make(
                new
                {
                    name = "Level",
                    displayName = "Nivå",
                    choice = new { choices = new[] { "1" } },
                }
            )
        );
        var changed = await site.SendAsync(
            "PATCH",
            $"{list}/columns/Level",
            HttpStatusCode.OK,
            "columnDefinition",
            new
            {
                displayName = "Grad",
                indexed = true,
                choice = new { choices = new[] { "1", "2" } },
            }
        );
        Assert.Equal("Grad", changed.Text("displayName"));
        Assert.Equal(2, changed.GetProperty("choice").GetProperty("choices").GetArrayLength());
        await site.CreateItemAsync(list, new { Level = "2" });
        await site.SendAsync("DELETE", $"{list}/columns/Level", HttpStatusCode.NoContent, null);
        Assert.False((await site.GetAsync($"{list}/items/1", "listItem")).GetProperty("fields").Has("Level"));
        await site.RefusedAsync("DELETE", $"{list}/columns/Title", HttpStatusCode.Forbidden, "accessDenied");
        await site.RefusedAsync(
            "POST",
            $"{list}/columns",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new
            {
                name = "X",
                text = new { },
                number = new { },
            }
        );
    }

    [Fact]
    public async Task A_folder_from_before_the_template_grew_gets_what_is_new()
    {
        var whole = SplgTemplate.Schema;
        var small = whole with
        {
            Lists =
            [
                .. whole
                    .Lists.Take(2)
                    .Select(l =>
                        l with
                        {
                            Columns =
                            [
                                .. l.Columns.SkipLast(1).Select(c => c with { Choices = [.. c.Choices.Take(1)] }),
                            ],
                            Views = [.. l.Views.Take(1)],
                        }
                    ),
            ],
        };
        string folder;
        await using (
            var before = await RunningSite.StartAsync(
                output,
                folder: Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}"),
                lists: small
            )
        )
        {
            folder = before.Folder;
            await before.CreateItemAsync($"{before.SitePath}/lists/{small.Lists[0].Name}", new { Title = "rad" });
        }
        await using (var after = await RunningSite.StartAsync(output, folder: folder))
        {
            var columns = (
                await after.GetAsync(
                    $"{after.SitePath}/lists/{small.Lists[0].Name}/columns",
                    "collectionOf.columnDefinition"
                )
            ).Values();
            Assert.Contains(columns, c => c.Text("name") == whole.Lists[0].Columns[^1].Name);
            foreach (var choice in whole.Lists[0].Columns.Where(c => c.Choices.Count > 0))
                Assert.Equal(
                    choice.Choices,
                    columns
                        .First(c => c.Text("name") == choice.Name)
                        .GetProperty("choice")
                        .GetProperty("choices")
                        .EnumerateArray()
                        .Select(c => c.GetString()!)
                );
            Assert.Equal(
                "rad",
                (await after.GetAsync($"{after.SitePath}/lists/{small.Lists[0].Name}/items/1", "listItem"))
                    .GetProperty("fields")
                    .Text("Title")
            );
            await after.GetAsync($"{after.SitePath}/lists/{whole.Lists[^1].Name}", "list");
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Content_types_are_those_every_list_has()
    {
        await using var site = await RunningSite.StartAsync(output);
        var types = (
            await site.GetAsync($"{site.SitePath}/lists/Incidents/contentTypes", "collectionOf.contentType")
        ).Values();
        Assert.Equal(["Item", "Folder"], types.Select(t => t.Text("name")));
        await site.GetAsync($"{site.SitePath}/lists/Incidents/contentTypes/{types[0].Text("id")}", "contentType");
    }
}
