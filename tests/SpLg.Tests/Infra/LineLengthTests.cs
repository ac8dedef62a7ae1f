namespace SpLg.Tests.Infra;

public class LineLengthTests
{
    private const int Longest = 200;

    [Fact]
    public void No_line_of_the_executable_is_longer_than_a_screen() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src", "SpLg"), "*.cs", SearchOption.AllDirectories)
                .Where(p => !p.Split(Path.DirectorySeparatorChar).Contains("obj"))
                .SelectMany(p =>
                    File.ReadLines(p)
                        .Select((line, i) => (Line: line, Place: $"{Path.GetRelativePath(Repository.Root, p)}:{i + 1}"))
                )
                .Where(l => l.Line.Length > Longest)
                .Select(l => l.Place)
        );
}
