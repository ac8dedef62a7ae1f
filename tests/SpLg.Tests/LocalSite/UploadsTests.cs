using System.Security.Cryptography;

namespace SpLg.Tests.LocalSite;

public sealed class UploadsTests(ITestOutputHelper output)
{
    private const int Step = 327_680;

    [Fact]
    public async Task A_large_file_comes_in_chunks_over_the_other_host_without_the_bearer_token()
    {
        await using var site = await RunningSite.StartAsync(output, o => o with { RefuseBearerOnUpload = true });
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        var bytes = RandomNumberGenerator.GetBytes(Step * 2 + 1000);
        var session = await CreateAsync(site, $"{drive}/root:/stor.bin:/createUploadSession");
        Assert.Equal(["0-"], Expected(session));
        var url = session.Text("uploadUrl");
        Assert.StartsWith($"http://{site.Host}/", url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PutAsync(site, url, bytes, 0, Step, token: "app")).Status);

        var first = await PutAsync(site, url, bytes, 0, Step);
        Assert.Equal(HttpStatusCode.Accepted, first.Status);
        Assert.Equal([$"{Step}-"], Expected(first.Json));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await PutAsync(site, url, bytes, 0, Step)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(site, url, bytes, Step, 1000)).Status);
        Assert.Equal([$"{Step}-"], Expected((await site.SendAsync("GET", url, token: null)).Json));
        await PutAsync(site, url, bytes, Step, Step);
        var last = await PutAsync(site, url, bytes, 2 * Step, 1000);
        Assert.Equal(HttpStatusCode.Created, last.Status);
        Assert.Contains(
            "/_api/v2.0/$metadata#items/$entity",
            last.Json.Text("@odata.context"),
            StringComparison.Ordinal
        );
        Assert.True(last.Json.Has("@content.downloadUrl"));
        Assert.False(last.Json.GetProperty("file").GetProperty("irmEnabled").GetBoolean());

        var item = await site.GetAsync($"{drive}/items/{last.Json.Text("id")}", "driveItem");
        Assert.Equal(bytes.Length, item.GetProperty("size").GetInt32());
        Assert.Equal(
            bytes,
            (await site.SendAsync("GET", item.Text("@microsoft.graph.downloadUrl"), token: null)).Bytes
        );
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("GET", url, token: null)).Status);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_only_told_with_the_last_chunk()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/a.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "a"u8.ToArray()
        );
        var bytes = new byte[Step + 1];
        var url = (await CreateAsync(site, $"{drive}/root:/a.txt:/createUploadSession")).Text("uploadUrl");
        Assert.Equal(HttpStatusCode.Accepted, (await PutAsync(site, url, bytes, 0, Step)).Status);
        var clash = await PutAsync(site, url, bytes, Step, 1);
        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Equal("nameAlreadyExists", clash.Json.GetProperty("error").Text("code"));

        var replacing = await CreateAsync(
            site,
            $"{drive}/root:/a.txt:/createUploadSession",
            new { item = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "replace" } }
        );
        Assert.Contains("overwrite=True", replacing.Text("uploadUrl"), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await PutAsync(site, replacing.Text("uploadUrl"), "ny"u8.ToArray(), 0, 2)).Status
        );
        Assert.Equal(2, (await site.GetAsync($"{drive}/root:/a.txt", "driveItem")).GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task A_session_ends_after_fifteen_minutes_by_delete_or_by_a_wrong_token()
    {
        var clock = new GraphClock();
        await using var site = await RunningSite.StartAsync(output, o => o with { Clock = clock });
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        var url = (await CreateAsync(site, $"{drive}/root:/a.bin:/createUploadSession")).Text("uploadUrl");
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await site.SendAsync("GET", url.Replace("tempauth=", "tempauth=9"), token: null)).Status
        );
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.SendAsync("GET", url, token: null)).Status);
        var other = (await CreateAsync(site, $"{drive}/root:/a.bin:/createUploadSession")).Text("uploadUrl");
        Assert.Equal(HttpStatusCode.NoContent, (await site.SendAsync("DELETE", other, token: null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(site, other, "x"u8.ToArray(), 0, 1)).Status);
    }

    [Fact]
    public async Task A_deferred_commit_waits_for_its_post()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Dokument");
        var url = (
            await CreateAsync(site, $"{drive}/root:/a.bin:/createUploadSession", new { deferCommit = true })
        ).Text("uploadUrl");
        Assert.Equal(HttpStatusCode.Accepted, (await PutAsync(site, url, "abc"u8.ToArray(), 0, 3)).Status);
        await site.RefusedAsync("GET", $"{drive}/root:/a.bin", HttpStatusCode.NotFound, "itemNotFound");
        Assert.Equal(HttpStatusCode.Created, (await site.SendAsync("POST", url, token: null)).Status);
        await site.GetAsync($"{drive}/root:/a.bin", "driveItem");
    }

    [Fact]
    public async Task An_upload_goes_on_where_it_was_after_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");
        var bytes = RandomNumberGenerator.GetBytes(Step + 5);
        string url,
            drive;
        await using (var before = await RunningSite.StartAsync(output, folder: folder))
        {
            drive = await DrivesTests.DriveAsync(before, "Dokument");
            url = (await CreateAsync(before, $"{drive}/root:/a.bin:/createUploadSession")).Text("uploadUrl");
            await PutAsync(before, url, bytes, 0, Step);
        }
        await using (var after = await RunningSite.StartAsync(output, folder: folder))
        {
            var moved = url.Replace(new Uri(url).Authority, after.Host);
            Assert.Equal([$"{Step}-"], Expected((await after.SendAsync("GET", moved, token: null)).Json));
            Assert.Equal(HttpStatusCode.Created, (await PutAsync(after, moved, bytes, Step, 5)).Status);
            var item = await after.GetAsync($"{drive}/root:/a.bin", "driveItem");
            Assert.Equal(
                bytes,
                (await after.SendAsync("GET", item.Text("@microsoft.graph.downloadUrl"), token: null)).Bytes
            );
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<JsonElement> CreateAsync(RunningSite site, string address, object? body = null) =>
        await site.SendAsync("POST", address, HttpStatusCode.OK, "uploadSession", body);

    private static Task<RunningSite.Reply> PutAsync(
        RunningSite site,
        string url,
        byte[] whole,
        int from,
        int count,
        string? token = null
    ) =>
        site.SendAsync(
            "PUT",
            url,
            whole[from..(from + count)],
            token,
            ("Content-Range", $"bytes {from}-{from + count - 1}/{whole.Length}")
        );

    private static IEnumerable<string?> Expected(JsonElement session) =>
        session.GetProperty("nextExpectedRanges").EnumerateArray().Select(r => r.GetString());
}
