namespace SpLg.Tests.Files;

/// <summary>What cannot be written is told by name, with reason and what to do, and leaves what was there.</summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-fault-").FullName;

    [Fact]
    public void A_file_is_written_beside_and_leaves_nothing_there()
    {
        var path = Path.Combine(folder, "new", "a.txt");
        WholeFile.Write(path, new byte[] { 1 });
        WholeFile.Write(path, new byte[] { 2 });
        Assert.Equal([2], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_fault_while_writing_leaves_the_old_file_and_no_half_one()
    {
        var path = Path.Combine(folder, "a.txt");
        WholeFile.Write(path, new byte[] { 1 });
        Assert.Throws<InvalidOperationException>(() =>
            WholeFile.Write(
                path,
                file =>
                {
                    file.WriteByte(2);
                    throw new InvalidOperationException();
                }
            )
        );
        Assert.Equal([1], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        Assert.Equal($"{folder} cannot be written: it is a folder. Give the name of a file.", Fault(folder).Message);
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_named()
    {
        File.WriteAllText(Path.Combine(folder, "a"), "");
        Assert.Contains(
            "is a file and not a folder",
            Fault(Path.Combine(folder, "a", "b.docx")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "is a file and not a folder",
            Fault(Path.Combine(folder, "a", "c", "b.docx")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_name_that_is_too_long_is_told()
    {
        Assert.Contains(
            "name is too long",
            Fault(Path.Combine(folder, new string('a', 300))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_without_right_is_told()
    {
        // Root may write everywhere, so the fault itself is given.
        var fault = new FileFault("/srv/a", new UnauthorizedAccessException("Access to the path is denied."));
        Assert.Equal(
            "/srv/a cannot be written: this account has no right to write there. Give it that right, or choose another place.",
            fault.Message
        );
    }

    [Theory]
    [InlineData("render", "--year", "2026")]
    [InlineData("rollup", "--year", "2026", "--expect", "Bolaget")]
    public async Task A_command_that_cannot_write_says_where_and_why_in_one_line(string verb, params string[] more)
    {
        File.WriteAllText(Path.Combine(folder, "a"), "");
        string[] source = verb == "render" ? [ShippedFiles.DemoFolder] : [];
        var run = await SplgRun.InProcessAsync([
            verb,
            .. source,
            .. more,
            "--out",
            Path.Combine(folder, "a", "b.docx"),
        ]);
        Assert.True(run.Code is 1 or 2, run.ToString());
        if (verb == "render")
            Assert.Contains(
                "b.docx cannot be written: something on the way to it is a file and not a folder.",
                run.Error.Replace(Path.DirectorySeparatorChar, '/'),
                StringComparison.Ordinal
            );
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_folder_that_is_a_file_is_a_fault_of_the_settings()
    {
        var path = Path.Combine(folder, "a");
        File.WriteAllText(path, "");
        var fault = Assert.Throws<SettingsException>(() => WorkerLock.Take(Worker(path)));
        Assert.Contains("Worker:StateFolder: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is a file and not a folder", fault.Message, StringComparison.Ordinal);
        await using var test = await TestSite.StartAsync();
        var run = await SplgRun.InProcessAsync([
            "worker",
            "--once",
            .. test.Options,
            "--set",
            $"Worker:StateFolder={path}",
        ]);
        Assert.Equal(2, run.Code);
        Assert.DoesNotContain("another process", run.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public void A_full_disk_leaves_the_old_file_and_says_so()
    {
        using var disk = SmallDisk.Of(64);
        var path = Path.Combine(disk.Folder, "a.json");
        StateFile.Save(path, new List<int> { 1 });
        disk.Fill();
        var fault = Assert.Throws<FileFault>(() => StateFile.Save(path, Enumerable.Range(0, 50_000).ToList()));
        Assert.Equal(
            $"{path} cannot be written: the disk is full. Make room on it, or choose another place. The setting "
                + "Worker:StateFolder names its folder.",
            fault.Message
        );
        Assert.Equal([1], StateFile.TryLoad<List<int>>(path)!);
        Assert.Empty(Directory.GetFiles(disk.Folder, "*.new"));
    }

    [SmallDiskFact]
    public async Task A_state_folder_that_can_only_be_read_is_not_taken_for_another_worker()
    {
        using var disk = SmallDisk.Of(64);
        disk.MakeReadOnly();
        await using var test = await TestSite.StartAsync();
        var run = await SplgRun.InProcessAsync([
            "worker",
            "--once",
            .. test.Options,
            "--set",
            $"Worker:StateFolder={disk.Folder}",
        ]);
        Assert.Equal(2, run.Code);
        Assert.Contains("can only be read", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("another process", run.Error, StringComparison.Ordinal);
        var doctor = await SplgRun.InProcessAsync([
            "doctor",
            .. test.Options,
            "--set",
            $"Worker:StateFolder={disk.Folder}",
        ]);
        Assert.Contains("can only be read", doctor.Output + doctor.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_worker_on_a_full_disk_waits_for_room()
    {
        using var disk = SmallDisk.Of(64);
        var filler = disk.Fill();
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Deadline());
        var worker = SplgRun.InProcessAsync(
            new Dictionary<string, string>(),
            stop.Token,
            ["worker", .. test.Options, "--set", $"Worker:StateFolder={disk.Folder}"]
        );
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(worker.IsCompleted, worker.IsCompleted ? (await worker).ToString() : "");
        File.Delete(filler);
        while (!(await test.ReadRequestAsync(site, id)).Status.Is(ReviewStatus.DraftReady))
            await Task.Delay(100, stop.Token);
        await stop.CancelAsync();
        var run = await worker;
        Assert.Contains("the disk is full", run.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_local_site_on_a_disk_that_can_only_be_read_says_so()
    {
        using var disk = SmallDisk.Of(64);
        disk.MakeReadOnly();
        var run = await SplgRun.InProcessAsync("site", "--folder", Path.Combine(disk.Folder, "site"));
        Assert.Equal(1, run.Code);
        Assert.Contains("can only be read", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("in use by another local site", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static WorkerSettings Worker(string state) =>
        new("me", state, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    private static FileFault Fault(string path) => Assert.Throws<FileFault>(() => WholeFile.Write(path, new byte[1]));
}
