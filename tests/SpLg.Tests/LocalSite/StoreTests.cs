using SpLg.LocalSite;
using SpLg.LocalSite.Store;

namespace SpLg.Tests.LocalSite;

/// <summary>What is left of the folder after the process has been killed.</summary>
public sealed class StoreTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Everything_is_there_again_after_a_restart_and_the_journal_gets_shorter()
    {
        var folder = NewFolder();
        string list;
        await using (var before = await RunningSite.StartAsync(output, folder: folder))
        {
            list = await before.CreateListAsync("Prov");
            for (var i = 0; i < 20; i++)
                _ =
                    i == 0
                        ? await before.CreateItemAsync(list, new { Title = "0" })
                        : await before.SendAsync(
                            "PATCH",
                            $"{list}/items/1/fields",
                            HttpStatusCode.OK,
                            "fieldValueSet",
                            new { Title = $"{i}" }
                        );
            await before.SendAsync(
                "PUT",
                $"{before.SitePath}/drive/root:/a.txt:/content",
                HttpStatusCode.Created,
                "driveItem",
                "innehåll"u8.ToArray()
            );
        }
        var length = new FileInfo(Path.Combine(folder, "journal.jsonl")).Length;
        await using (var after = await RunningSite.StartAsync(output, folder: folder))
        {
            Assert.Equal(
                "19",
                (await after.GetAsync($"{list}/items/1", "listItem")).GetProperty("fields").Text("Title")
            );
            Assert.Equal(
                20,
                (await after.GetAsync($"{list}/items/1/versions", "collectionOf.listItemVersion")).Values().Count
            );
            var file = await after.GetAsync($"{after.SitePath}/drive/root:/a.txt", "driveItem");
            Assert.Equal(
                "innehåll",
                (await after.SendAsync("GET", file.Text("@microsoft.graph.downloadUrl"), token: null)).Text
            );
        }
        Assert.True(new FileInfo(Path.Combine(folder, "journal.jsonl")).Length < length);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_journal_cut_at_any_byte_of_its_last_line_holds_everything_before_it()
    {
        var folder = NewFolder();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "journal.jsonl");
        var list = Guid.NewGuid();
        using (var journal = Journal.Open(path, _ => { }))
        {
            journal.Append([new ItemGone(list, 1, "Item")]);
            journal.Append([new ItemGone(list, 2, "Åäö"), new ListGone(Guid.NewGuid())]);
        }
        var bytes = File.ReadAllBytes(path);
        var whole = Array.IndexOf(bytes, (byte)'\n') + 1;
        for (var cut = whole; cut <= bytes.Length; cut++)
        {
            File.WriteAllBytes(path, bytes[..cut]);
            var lines = new List<IReadOnlyList<StateRecord>>();
            using (var journal = Journal.Open(path, lines.Add))
                journal.Append([new ItemGone(list, 3, "Item")]);
            Assert.Equal(cut == bytes.Length ? 2 : 1, lines.Count);
            var again = new List<IReadOnlyList<StateRecord>>();
            Journal.Open(path, again.Add).Dispose();
            Assert.Equal(lines.Count + 1, again.Count);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_damaged_line_in_the_middle_is_said_aloud_and_a_damaged_last_one_is_cut()
    {
        var folder = NewFolder();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "journal.jsonl");
        using (var journal = Journal.Open(path, _ => { }))
        {
            journal.Append([new ItemGone(Guid.NewGuid(), 1, "Item")]);
            journal.Append([new ItemGone(Guid.NewGuid(), 2, "Item")]);
        }
        var bytes = File.ReadAllBytes(path);
        var second = Array.IndexOf(bytes, (byte)'\n') + 1;
        File.WriteAllBytes(path, [.. bytes[..30], (byte)(bytes[30] ^ 1), .. bytes[31..]]);
        Assert.Contains(
            "Line 1",
            Assert.Throws<InvalidDataException>(() => Journal.Open(path, _ => { })).Message,
            StringComparison.Ordinal
        );
        File.WriteAllBytes(
            path,
            [.. bytes[..(second + 30)], (byte)(bytes[second + 30] ^ 1), .. bytes[(second + 31)..]]
        );
        var lines = 0;
        Journal.Open(path, _ => lines++).Dispose();
        Assert.Equal(1, lines);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_copied_at_any_moment_of_a_running_site_opens_and_holds_what_was_answered()
    {
        var folder = NewFolder();
        var copy = NewFolder();
        await using (var site = await RunningSite.StartAsync(output, folder: folder))
        {
            var list = await site.CreateListAsync("Prov");
            for (var i = 1; i <= 5; i++)
            {
                await site.CreateItemAsync(list, new { Title = $"{i}" });
                await site.SendAsync(
                    "PUT",
                    $"{site.SitePath}/drive/root:/{i}.txt:/content",
                    HttpStatusCode.Created,
                    "driveItem",
                    Encoding.ASCII.GetBytes($"{i}")
                );
                Copy(folder, copy);
                await using (var other = await RunningSite.StartAsync(output, folder: copy))
                {
                    Assert.Equal(i, (await other.GetAsync($"{list}/items", "collectionOf.listItem")).Values().Count);
                    Assert.Equal(
                        i,
                        (await other.GetAsync($"{other.SitePath}/drive/root/children", "collectionOf.driveItem"))
                            .Values()
                            .Count
                    );
                }
                Directory.Delete(copy, recursive: true);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_serves_one_site_at_a_time()
    {
        await using var site = await RunningSite.StartAsync(output);
        var refused = await Assert.ThrowsAsync<IOException>(() => LocalSiteServer.StartAsync(new(site.Folder)));
        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing_and_one_claim_wins()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = await site.CreateListAsync("Prov");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => site.CreateItemAsync(list, new { Title = $"{i}" })));
        var items = (await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values();
        Assert.Equal(40, items.Select(i => i.Text("id")).Distinct().Count());
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    site.SendAsync(
                        "PATCH",
                        $"{list}/items/1/fields",
                        new { Title = $"krav {i}" },
                        headers: [("If-Match", items[0].Text("eTag"))]
                    )
                )
        );
        Assert.Single(replies, r => r.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(r => r.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Contents_no_file_has_any_more_are_swept_away_at_the_next_start()
    {
        var folder = NewFolder();
        await using (var site = await RunningSite.StartAsync(output, folder: folder))
        {
            await site.SendAsync(
                "PUT",
                $"{site.SitePath}/drive/root:/a.txt:/content",
                HttpStatusCode.Created,
                "driveItem",
                "a"u8.ToArray()
            );
            await site.SendAsync("DELETE", $"{site.SitePath}/drive/root:/a.txt", HttpStatusCode.NoContent, null);
        }
        File.WriteAllText(Path.Combine(folder, "blobs", "rest.tmp"), "av en avbruten skrivning");
        await using (await RunningSite.StartAsync(output, folder: folder))
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "blobs")));
        Directory.Delete(folder, recursive: true);
    }

    private static string NewFolder() => Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");

    private static void Copy(string from, string to)
    {
        foreach (
            var path in Directory
                .EnumerateFiles(from, "*", SearchOption.AllDirectories)
                .Where(p => Path.GetFileName(p) != "lock")
        )
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var copy = File.Create(target);
            source.CopyTo(copy);
        }
    }
}
