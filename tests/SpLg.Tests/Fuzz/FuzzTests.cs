using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Fuzz;

/// <summary>
/// The readers of files and of Graph's answers, given the corpus with damage: what they cannot read they tell, and
/// nothing else ever happens. Some hundred each, ten thousands with <c>SPLG_FULL=1</c>; the same in each run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("SPLG_FULL") == "1";
    private static readonly SiteSchema Schema = ShippedFiles.Schema();
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(".csv")]
    [InlineData(".file.json")]
    public void A_damaged_file_of_rows_is_read_or_told(string ending)
    {
        var folder = Directory.CreateTempSubdirectory("splg-fuzz-").FullName;
        var path = Path.Combine(folder, "Incidenter" + (ending == ".csv" ? ".csv" : ".json"));
        try
        {
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(IsFull ? 20_000 : 400).WithReplay(20261130, 29),
                Prop.ForAll(
                    Corpus.Damaged(ending),
                    content =>
                    {
                        File.WriteAllBytes(path, content);
                        var since = Stopwatch.StartNew();
                        var findings = new FileFindings();
                        var rows = RowFolder.TryReadFile(path, Schema.List(Incident.List), findings);
                        Assert.True(rows is not null || findings.Any(f => f.Level == FindingLevel.Error));
                        foreach (var row in rows ?? [])
                            Incident.Read(new(Schema.List(Incident.List), row, TimeZoneInfo.Utc, findings));
                        Assert.All(findings, f => Assert.NotEmpty(f.Message));
                        Assert.True(since.Elapsed < Long, $"{since.Elapsed}");
                        return true;
                    }
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_damaged_answer_of_Graph_is_read_or_told_in_one_line()
    {
        await using var script = await GraphScript.StartAsync(output);
        var body = Array.Empty<byte>();
        var status = 200;
        script.Otherwise(_ => GraphAnswer.Bytes(status, body));
        using var graph = script.Client();
        var reader = new ListReader(graph, SharePoint.SampleSchema.Site);
        var changes = new ChangeReader(graph, SharePoint.SampleSchema.Site);
        var (header, list) = (SharePoint.SampleSchema.Header, SharePoint.SampleSchema.Incidents);
        Func<Task>[] calls =
        [
            () => reader.AllRowsAsync(header, list, default),
            () => changes.ReadAsync(header, list, null, default),
            () => reader.RowAsync(header, list, "1", default),
            () => reader.ColumnsAsync(header, default),
        ];
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(IsFull ? 3_000 : 150).WithReplay(20261130, 29),
            Prop.ForAll(
                Corpus.Damaged(".graph.json"),
                content =>
                {
                    body = Here(script, content);
                    foreach (var call in calls)
                    {
                        foreach (var code in new[] { 200, 400 })
                        {
                            status = code;
                            var since = Stopwatch.StartNew();
                            var fault = Record.ExceptionAsync(call).GetAwaiter().GetResult();
                            script.Forget();
                            Assert.True(since.Elapsed < Long, $"{since.Elapsed}");
                            Assert.True(
                                fault is null || (fault is GraphException && !fault.Message.Any(char.IsControl)),
                                $"{fault}"
                            );
                        }
                    }
                    return true;
                }
            )
        );
    }

    [Fact]
    public void Every_file_of_the_corpus_is_read_as_it_is()
    {
        foreach (var (name, content) in Corpus.Of(".csv"))
        {
            var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
            File.WriteAllBytes(path, content);
            try
            {
                var rows = RowFolder.TryReadFile(path, Schema.List(Incident.List), []);
                Assert.True(rows is { Count: 1 or 2 }, name);
                Assert.Contains(rows[0].Fields, f => f.Key == "Title");
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    private static byte[] Here(GraphScript script, byte[] content)
    {
        var text = Encoding.Latin1.GetString(content).Replace("{origin}", $"{script.Origin}", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }
}
