namespace SpLg.Tests.LocalSite;

/// <summary>How each column kind is read and written through Graph.</summary>
public sealed class FieldsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_date_without_time_is_midnight_of_the_site_in_utc_and_the_post_answer_cannot_be_trusted()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Day", dateTime = new { format = "dateOnly" } },
            new { name = "Moment", dateTime = new { } }
        );
        var made = await site.CreateItemAsync(
            list,
            new { Day = "2026-07-01T08:30:00Z", Moment = "2026-07-01T08:30:00+02:00" }
        );
        Assert.Equal("2026-07-01T08:30:00Z", made.GetProperty("fields").Text("Day"));
        var fields = (await site.GetAsync($"{list}/items/1", "listItem")).GetProperty("fields");
        Assert.Equal("2026-06-30T22:00:00Z", fields.Text("Day"));
        Assert.Equal("2026-07-01T06:30:00Z", fields.Text("Moment"));
        await site.CreateItemAsync(list, new { Day = "2026-01-15" });
        Assert.Equal(
            "2026-01-14T23:00:00Z",
            (await site.GetAsync($"{list}/items/2/fields", "fieldValueSet")).Text("Day")
        );
        foreach (
            var wrong in new[] { "15 januari", "2026-13-01T00:00:00Z", "2026-01-15T10:00:00", "0001-01-01T00:00:00Z" }
        )
            await site.RefusedAsync(
                "POST",
                $"{list}/items",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                new { fields = new { Moment = wrong } }
            );
    }

    [Fact]
    public async Task Person_and_lookup_are_written_by_id_and_read_as_text_only_when_selected()
    {
        await using var site = await RunningSite.StartAsync(output);
        var target = await site.CreateListAsync("Mål för uppslag");
        await site.CreateItemAsync(target, new { Title = "Raden" });
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Owner", personOrGroup = new { } },
            new
            {
                name = "Row",
                lookup = new { listId = target[(target.LastIndexOf('/') + 1)..], columnName = "Title" },
            }
        );
        var person = (await site.CreateItemAsync(target, new { Title = "x" }, "user:Sara%20%C3%96berg"))
            .GetProperty("fields")
            .Text("AuthorLookupId");
        var made = await site.CreateItemAsync(list, new { OwnerLookupId = person, RowLookupId = 1 });
        Assert.Equal(person, made.GetProperty("fields").Text("OwnerLookupId"));
        Assert.Equal("1", made.GetProperty("fields").Text("RowLookupId"));
        Assert.False(made.GetProperty("fields").Has("Owner"));
        var selected = (
            await site.GetAsync($"{list}/items/1?$expand=fields($select=Owner,Row,RowLookupId)", "listItem")
        ).GetProperty("fields");
        Assert.Equal("Sara Öberg", selected.Text("Owner"));
        Assert.Equal("Raden", selected.Text("Row"));
        Assert.False(selected.Has("OwnerLookupId"));
        await site.RefusedAsync(
            "PATCH",
            $"{list}/items/1/fields",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { RowLookupId = "99" }
        );
        await site.RefusedAsync(
            "PATCH",
            $"{list}/items/1/fields",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { Owner = "Sara Öberg" }
        );
        Assert.False(
            (
                await site.SendAsync(
                    "PATCH",
                    $"{list}/items/1/fields",
                    HttpStatusCode.OK,
                    "fieldValueSet",
                    new { OwnerLookupId = (string?)null }
                )
            ).Has("OwnerLookupId")
        );
    }

    [Fact]
    public async Task Several_values_need_their_type_beside_them()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Roles", choice = new { choices = new[] { "A", "B" }, displayAs = "checkBoxes" } },
            new { name = "People", personOrGroup = new { allowMultipleSelection = true } }
        );
        var made = await site.SendAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.Created,
            "listItem",
            """{"fields":{"Roles@odata.type":"Collection(Edm.String)","Roles":"""
                + """["A","B"],"PeopleLookupId@odata.type":"Collection(Edm.Int32)","PeopleLookupId":[1,2]}}"""
        );
        var fields = made.GetProperty("fields");
        Assert.Equal(["A", "B"], fields.GetProperty("Roles").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(1, fields.GetProperty("People")[0].GetProperty("LookupId").GetInt32());
        Assert.Equal("Systemkonto", fields.GetProperty("People")[0].Text("LookupValue"));
        Assert.StartsWith(
            "A value without a type name",
            await site.RefusedAsync(
                "POST",
                $"{list}/items",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                new { fields = new { Roles = new[] { "A" } } }
            ),
            StringComparison.Ordinal
        );
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.InternalServerError,
            "generalException",
            new { fields = new { Roles = "A" } }
        );
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            """{"fields":{"Roles@odata.type":"Collection(Edm.String)","Roles":["C"]}}"""
        );
    }

    [Fact]
    public async Task A_hyperlink_has_no_facet_and_cannot_be_written()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Site", hyperlinkOrPicture = new { isPicture = false } }
        );
        var column = await site.GetAsync($"{list}/columns/Site", "columnDefinition");
        Assert.False(column.Has("hyperlinkOrPicture"));
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.InternalServerError,
            "generalException",
            new { fields = new { Site = "https://a.example" } }
        );
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.BadRequest,
            "invalidRequest",
            new { fields = new { Site = new { Url = "https://a.example" } } }
        );
    }

    [Fact]
    public async Task Numbers_choices_yes_no_and_texts_are_checked()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Size", number = new { } },
            new { name = "Kind", choice = new { choices = new[] { "A" } } },
            new { name = "Free", choice = new { choices = new[] { "A" }, allowTextEntry = true } },
            new { name = "Flag", boolean = new { } },
            new
            {
                name = "Key",
                text = new { },
                indexed = true,
                enforceUniqueValues = true,
            }
        );
        var fields = (
            await site.CreateItemAsync(
                list,
                new
                {
                    Size = "250",
                    Kind = "A",
                    Free = "annat",
                    Flag = false,
                    Key = "k1",
                }
            )
        ).GetProperty("fields");
        Assert.Equal(250, fields.GetProperty("Size").GetInt32());
        Assert.False(fields.GetProperty("Flag").GetBoolean());
        foreach (
            var wrong in new object[]
            {
                new { Size = "många" },
                new { Size = true },
                new { Kind = "B" },
                new { Flag = "ja" },
                new { Title = new string('x', 256) },
                new { Title = 5 },
                new { Key = "K1" },
            }
        )
            await site.RefusedAsync(
                "POST",
                $"{list}/items",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                new { fields = wrong }
            );
        await site.SendAsync(
            "PATCH",
            $"{list}/items/1/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Key = "k1", Title = "samma nyckel på samma rad" }
        );
    }

    [Fact]
    public async Task A_unique_value_is_free_again_when_changed_or_deleted_and_taken_also_after_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");
        string list;
        await using (var site = await RunningSite.StartAsync(output, folder: folder))
        {
            list = await site.CreateListAsync(
                "Prov",
                new
                {
                    name = "Key",
                    text = new { },
                    indexed = true,
                    enforceUniqueValues = true,
                }
            );
            await site.CreateItemAsync(list, new { Key = "Åtta" });
            await site.RefusedAsync(
                "POST",
                $"{list}/items",
                HttpStatusCode.BadRequest,
                "invalidRequest",
                new { fields = new { Key = "åtta" } }
            );
            await site.SendAsync(
                "PATCH",
                $"{list}/items/1/fields",
                HttpStatusCode.OK,
                "fieldValueSet",
                new { Key = "Nio" }
            );
            await site.CreateItemAsync(list, new { Key = "Åtta" });
            await site.SendAsync("DELETE", $"{list}/items/1", HttpStatusCode.NoContent, null);
            await site.CreateItemAsync(list, new { Key = "Nio" });
        }
        await using (var site = await RunningSite.StartAsync(output, folder: folder))
        {
            foreach (var taken in new[] { "ÅTTA", "nio" })
                await site.RefusedAsync(
                    "POST",
                    $"{list}/items",
                    HttpStatusCode.BadRequest,
                    "invalidRequest",
                    new { fields = new { Key = taken } }
                );
            await site.CreateItemAsync(list, new { Key = "Tio" });
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_column_named_like_a_lookup_with_id_takes_its_value()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Employee", personOrGroup = new { } },
            new { name = "EmployeeId", text = new { } }
        );
        await site.RefusedAsync(
            "POST",
            $"{list}/items",
            HttpStatusCode.InternalServerError,
            "generalException",
            new { fields = new { EmployeeLookupId = 1 } }
        );
        var fields = (await site.CreateItemAsync(list, new { EmployeeLookupId = "1" })).GetProperty("fields");
        Assert.Equal("1", fields.Text("EmployeeId"));
        Assert.False(fields.Has("EmployeeLookupId"));
    }

    [Fact]
    public async Task Formatted_text_comes_back_wrapped_as_sharepoint_keeps_it()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            new { name = "Body", text = new { allowMultipleLines = true, textType = "richText" } },
            new { name = "Plain", text = new { allowMultipleLines = true } }
        );
        var fields = (
            await site.CreateItemAsync(list, new { Body = "<p>Hej</p>", Plain = "<p>" + new string('x', 400) })
        ).GetProperty("fields");
        Assert.Matches("^<div class=\"ExternalClass[0-9A-F]{32}\"><p>Hej</p></div>$", fields.Text("Body"));
        Assert.StartsWith("<p>x", fields.Text("Plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_twelve_lookup_columns_in_one_query_are_refused()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync(
            "Prov",
            [.. Enumerable.Range(1, 13).Select(i => (object)new { name = $"P{i}", personOrGroup = new { } })]
        );
        await site.CreateItemAsync(list, new { Title = "x" });
        var all = string.Join(',', Enumerable.Range(1, 13).Select(i => $"P{i}"));
        Assert.Contains(
            "lookup column threshold",
            await site.RefusedAsync(
                "GET",
                $"{list}/items?$expand=fields($select={all})",
                HttpStatusCode.BadRequest,
                "invalidRequest"
            ),
            StringComparison.Ordinal
        );
        await site.GetAsync($"{list}/items?$expand=fields($select={all[..^4]})", "collectionOf.listItem");
    }

    [Fact]
    public async Task Defaults_of_the_template_fill_a_new_row()
    {
        await using var site = await RunningSite.StartAsync(output);
        var schema = SplgTemplate.Schema;
        var (declared, column) = schema
            .Lists.SelectMany(l => l.Columns.Select(c => (l, c)))
            .First(c => c.c is { Default: not null, Kind: ColumnKind.Choice } && !c.l.IsLibrary);
        var made = await site.CreateItemAsync(
            $"{site.SitePath}/lists/{Uri.EscapeDataString(declared.Title)}",
            new { Title = "rad" }
        );
        Assert.Equal(column.Default, made.GetProperty("fields").Text(column.Name));
        Assert.Equal(JsonValueKind.Object, made.ValueKind);
    }
}
