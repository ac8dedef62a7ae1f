namespace SpLg.Tests.LocalSite;

public sealed class DeltaTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Delta_tells_all_then_only_what_changed_and_deletions_as_stubs()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        foreach (var title in new[] { "a", "b", "c" })
            await site.CreateItemAsync(list, new { Title = title });
        var (all, link) = await ReadAsync(site, $"{list}/items/delta?$expand=fields($select=Title)&$top=2");
        Assert.Equal(["1", "2", "3"], all.Select(i => i.Text("id")));
        Assert.Empty((await ReadAsync(site, link)).Items);

        await site.SendAsync(
            "PATCH",
            $"{list}/items/1/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Title = "a2" }
        );
        await site.SendAsync("DELETE", $"{list}/items/2", HttpStatusCode.NoContent, null);
        var (changed, later) = await ReadAsync(site, link);
        Assert.Equal("a2", Assert.Single(changed, i => i.Text("id") == "1").GetProperty("fields").Text("Title"));
        var gone = Assert.Single(changed, i => i.Text("id") == "2");
        Assert.Equal("deleted", gone.GetProperty("deleted").Text("state"));
        Assert.False(gone.Has("fields"));
        Assert.Empty((await ReadAsync(site, later)).Items);
        Assert.Equal(["3", "1"], (await ReadAsync(site, $"{list}/items/delta()")).Items.Select(i => i.Text("id")));
    }

    [Fact]
    public async Task The_latest_token_begins_from_now_in_every_form()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        await site.CreateItemAsync(list, new { Title = "a" });
        foreach (
            var form in new[] { "delta?token=latest", "delta(token='latest')", "microsoft.graph.delta(token='latest')" }
        )
        {
            var (items, link) = await ReadAsync(site, $"{list}/items/{form}");
            Assert.Empty(items);
            await site.SendAsync(
                "PATCH",
                $"{list}/items/1/fields",
                HttpStatusCode.OK,
                "fieldValueSet",
                new { Title = form }
            );
            Assert.Single((await ReadAsync(site, link)).Items);
        }
        await site.RefusedAsync("GET", $"{list}/items/delta?token=skräp", HttpStatusCode.BadRequest, "invalidRequest");
    }

    [Fact]
    public async Task An_old_token_is_gone_and_the_location_reads_everything_again()
    {
        var clock = new GraphClock();
        await using var site = await RunningSite.StartAsync(output, o => o with { Clock = clock });
        var list = await site.CreateListAsync("Prov");
        await site.CreateItemAsync(list, new { Title = "a" });
        var (_, link) = await ReadAsync(site, $"{list}/items/delta");
        site.Server.Faults.Add(new("/items/delta", Status: 410, GraphCode: "resyncChangesUploadDifferences"));
        Assert.Equal(
            "resyncChangesUploadDifferences",
            (await site.SendAsync("GET", link)).Json.GetProperty("error").Text("code")
        );
        Assert.Empty((await ReadAsync(site, link)).Items);
        clock.Advance(TimeSpan.FromDays(61));
        var reply = await site.SendAsync("GET", link);
        Assert.Equal(HttpStatusCode.Gone, reply.Status);
        Assert.Equal("resyncChangesApplyDifferences", reply.Json.GetProperty("error").Text("code"));
        Assert.Single((await ReadAsync(site, reply.Header("Location")!)).Items);
    }

    [Fact]
    public async Task Duplicates_and_an_error_among_the_items_come_when_asked_for()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        await site.CreateItemAsync(list, new { Title = "a" });
        site.Server.Faults.Add(new("/items/delta", Kind: FaultKind.DuplicateDeltaItems));
        Assert.Equal(2, (await ReadAsync(site, $"{list}/items/delta")).Items.Count);
        site.Server.Faults.Add(new("/items/delta", Kind: FaultKind.ErrorInDelta));
        var reply = await site.SendAsync("GET", $"{list}/items/delta");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("InternalServerError", reply.Json.Values()[1].GetProperty("error").Text("code"));
        Assert.Single((await ReadAsync(site, $"{list}/items/delta")).Items);
    }

    private static async Task<(IReadOnlyList<JsonElement> Items, string DeltaLink)> ReadAsync(
        RunningSite site,
        string address
    )
    {
        var items = new List<JsonElement>();
        while (true)
        {
            var page = await site.GetAsync(address, "collectionOf.listItem");
            items.AddRange(page.Values());
            if (page.Has("@odata.deltaLink"))
                return (items, page.Text("@odata.deltaLink"));
            address = page.Text("@odata.nextLink");
        }
    }
}
