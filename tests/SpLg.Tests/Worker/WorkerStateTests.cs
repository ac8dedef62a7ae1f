namespace SpLg.Tests.Worker;

public sealed class WorkerStateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-state-").FullName;

    private static readonly Uri Graph = new("https://graph.example/v1.0/");

    private string StatePath => Path.Combine(folder, "me.json");

    [Fact]
    public void State_is_kept_for_its_own_list_and_service_only()
    {
        new WorkerState("list-1", "https://graph.example/v1.0/delta?token=x", ["3", "7"]).Save(StatePath);

        Assert.Equal(["3", "7"], WorkerState.TryLoad(StatePath, "list-1", Graph)!.Open);
        Assert.Null(WorkerState.TryLoad(StatePath, "list-2", Graph));
        Assert.Null(WorkerState.TryLoad(StatePath, "list-1", new("http://127.0.0.1:5080/v1.0/")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"ListId\": \"list-1\"")]
    [InlineData("null")]
    [InlineData("{ \"ListId\": \"list-1\" }")]
    [InlineData("{ \"ListId\": \"list-1\", \"DeltaLink\": \"https://graph.example/v1.0/delta\", \"Open\": [null] }")]
    [InlineData(
        "{ \"ListId\": \"list-1\", \"DeltaLink\": \"https://graph.example/v1.0/delta\", \"Open\": [\"../x\"] }"
    )]
    public void Damaged_state_means_a_full_read_and_no_fault(string text)
    {
        File.WriteAllText(StatePath, text);

        Assert.Null(WorkerState.TryLoad(StatePath, "list-1", Graph));
    }

    [Fact]
    public void Two_processes_cannot_be_the_same_worker()
    {
        var settings = new WorkerSettings(
            "me",
            folder,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(1),
            TimeSpan.FromHours(1)
        );
        using (WorkerLock.Take(settings))
            Assert.Contains(
                "already the worker 'me'",
                Assert.Throws<SettingsException>(() => WorkerLock.Take(settings)).Message,
                StringComparison.Ordinal
            );
        using var again = WorkerLock.Take(settings);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
