using System.Diagnostics;

namespace SpLg.Tests.Hostile;

/// <summary>Files of rows and evidence that are made to take time or memory.</summary>
public sealed class HostileRowsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-rows-").FullName;

    [Theory]
    [InlineData("columns", "Incidenter.csv", "har fler än 1000 celler")]
    [InlineData("rows", "Incidenter.csv", "fler än 200000 rader")]
    [InlineData("json rows", "Incidenter.json", "fler än 200000 rader")]
    [InlineData("a long cell", "Incidenter.csv", "en cell med mer än 250\u00a0000 tecken")]
    [InlineData("a long field", "Incidenter.json", "ett fält med mer än 250\u00a0000 tecken")]
    [InlineData("json columns", "Incidenter.json", "har fler än 1000 fält")]
    [InlineData("deep json", "Incidenter.json", "kan inte läsas som rader")]
    [InlineData("one line", "Incidenter.csv", "en cell med mer än 250\u00a0000 tecken")]
    public async Task A_file_of_rows_that_is_made_to_take_time_is_refused_in_one_line(
        string kind,
        string name,
        string reason
    )
    {
        File.WriteAllText(
            Path.Combine(folder, name),
            kind switch
            {
                "columns" => "Rubrik," + string.Concat(Enumerable.Repeat("a,", 1_000_000)) + "\nx\n",
                "rows" => "Rubrik\n" + string.Concat(Enumerable.Repeat("x\n", 2_000_000)),
                "json rows" => "[" + string.Concat(Enumerable.Repeat("{\"fields\":{}},", 300_000)) + "{\"fields\":{}}]",
                "a long cell" => "Rubrik,År\n" + string.Concat(Enumerable.Repeat("<ul><li>", 1_000_000)) + ",2026\n",
                "a long field" => "[{\"fields\":{\"Title\":\"" + new string('<', 8_000_000) + "\"}}]",
                "json columns" => "[{\"fields\":{"
                    + string.Join(',', Enumerable.Range(0, 500_000).Select(i => $"\"a{i}\":1"))
                    + "}}]",
                "deep json" => new string('[', 2_000_000),
                _ => new string('x', 8_000_000),
            }
        );
        var watch = Stopwatch.StartNew();
        var run = await SplgRun.InProcessAsync(
            "render",
            folder,
            "--year",
            "2026",
            "--out",
            Path.Combine(folder, "ut.docx"),
            "--json"
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{kind} took {watch.Elapsed}");
        // JSON writes a space that does not break by its number.
        var told = (run.Output + run.Error).Replace(@"\u00A0", "\u00a0", StringComparison.OrdinalIgnoreCase);
        Assert.Contains(reason, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at SpLg", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("render")]
    [InlineData("rollup")]
    public async Task Evidence_that_is_made_to_take_time_is_refused_by_name(string verb)
    {
        var path = Path.Combine(folder, "underlag.json");
        File.WriteAllText(path, "{\"format\":\"splg-evidence\",\"version\":" + new string('[', 5_000_000));
        var run = await SplgRun.InProcessAsync(verb, path, "--out", Path.Combine(folder, "ut.docx"));
        Assert.Equal(1, run.Code);
        Assert.Contains("underlag.json is cut off, or no evidence of a document.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at SpLg", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
